/** What a cart is offered: by country, currency, subtotal and language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offersFor as offers, type DeliveryMethod, type Sources } from './delivery.ts'

const method = (more: Partial<DeliveryMethod> = {}): DeliveryMethod => ({
  id: 'parcel',
  key: 'parcel',
  countries: ['DE', 'AT'],
  taxCategoryId: 'standard',
  minDays: 2,
  maxDays: 4,
  locationId: null,
  texts: { en: { name: 'Parcel', description: 'To your door' }, de: { name: 'Paket', description: '' } },
  rates: [
    { currency: 'EUR', amount: 490, freeFrom: 6000 },
    { currency: 'SEK', amount: 5900, freeFrom: null },
  ],
  ...more,
})
type To = Parameters<typeof offers>[1]
const to = (more: Partial<To> = {}): To => ({
  country: 'DE',
  currency: 'EUR',
  subtotal: 1000,
  locales: ['en'],
  ...more,
})

const here: Sources = { leadDays: 0, pickUpAt: () => null }
const offersFor = (methods: DeliveryMethod[], where: To, sources = here) => offers(methods, where, sources)

test('only methods of the zone, with a price in the currency, in their order', () => {
  const abroad = method({ id: 'abroad', countries: ['FR'] })
  const bike = method({ id: 'bike', rates: [{ currency: 'EUR', amount: 900, freeFrom: null }] })
  const ids = (given: To) => offersFor([bike, abroad, method()], given).map((offer) => offer.methodId)
  assert.deepEqual(ids(to()), ['bike', 'parcel'])
  assert.deepEqual(ids(to({ country: 'FR' })), ['abroad'])
  assert.deepEqual(ids(to({ currency: 'SEK' })), ['parcel'])
  assert.deepEqual(ids(to({ country: 'US' })), [])
  assert.deepEqual(ids(to({ currency: 'USD' })), [])
})

test('from its subtotal on, delivery costs nothing, to the cent', () => {
  const amounts = [0, 5999, 6000, 6001].map((subtotal) => offersFor([method()], to({ subtotal }))[0]!.amount)
  assert.deepEqual(amounts, [490, 490, 0, 0])
  assert.equal(offersFor([method()], to({ currency: 'SEK', subtotal: 1_000_000 }))[0]!.amount, 5900)
  const always = method({ rates: [{ currency: 'EUR', amount: 490, freeFrom: 0 }] })
  assert.equal(offersFor([always], to({ subtotal: 0 }))[0]!.amount, 0)
})

test('words come in the first language that has them, else the key', () => {
  const name = (...locales: string[]) => offersFor([method()], to({ locales }))[0]!.name
  assert.equal(name('de-AT', 'de', 'en'), 'Paket')
  assert.equal(name('fr', 'en'), 'Parcel')
  assert.equal(name('fr'), 'parcel')
})

test('an offer says how long it takes and how it is taxed', () => {
  const { minDays, maxDays, taxCategoryId, description } = offersFor([method()], to())[0]!
  assert.deepEqual(
    { minDays, maxDays, taxCategoryId, description },
    {
      minDays: 2,
      maxDays: 4,
      taxCategoryId: 'standard',
      description: 'To your door',
    },
  )
})

test('the days until the goods leave their place come on top', () => {
  const { minDays, maxDays } = offersFor([method()], to(), { ...here, leadDays: 3 })[0]!
  assert.deepEqual([minDays, maxDays], [5, 7])
})

test('a pick-up is offered where the goods lie, with the address and the days of that place alone', () => {
  const address = { name: 'Shop', line1: 'Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' }
  const place = {
    name: 'Shop',
    address: { ...address, company: null, line2: null, region: null, phone: null },
  }
  const pickUp = method({ id: 'shop', locationId: 'kai', minDays: 0, maxDays: 1 })
  const sources = {
    leadDays: 9,
    pickUpAt: (id: string) => (id === 'kai' ? { ...place, leadDays: 2 } : null),
  }
  const [offer] = offersFor([pickUp], to(), sources)
  assert.deepEqual([offer!.minDays, offer!.maxDays], [2, 3])
  assert.deepEqual(offer!.pickUp, { locationId: 'kai', ...place })
  assert.deepEqual(offersFor([method({ locationId: 'elsewhere' })], to(), sources), [])
})
