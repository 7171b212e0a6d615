/** What a cart is offered: by country, currency, subtotal and language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offersFor, type DeliveryMethod } from './delivery.ts'

const method = (more: Partial<DeliveryMethod> = {}): DeliveryMethod => ({
  id: 'parcel',
  key: 'parcel',
  countries: ['DE', 'AT'],
  taxCategoryId: 'standard',
  minDays: 2,
  maxDays: 4,
  texts: { en: { name: 'Parcel', description: 'To your door' }, de: { name: 'Paket', description: '' } },
  rates: [
    { currency: 'EUR', amount: 490, freeFrom: 6000 },
    { currency: 'SEK', amount: 5900, freeFrom: null },
  ],
  ...more,
})
const to = (more: Partial<Parameters<typeof offersFor>[1]> = {}) => ({
  country: 'DE',
  currency: 'EUR',
  subtotal: 1000,
  locales: ['en'],
  ...more,
})

test('only methods of the zone, with a price in the currency, in their order', () => {
  const abroad = method({ id: 'abroad', countries: ['FR'] })
  const bike = method({ id: 'bike', rates: [{ currency: 'EUR', amount: 900, freeFrom: null }] })
  const ids = (given: ReturnType<typeof to>) =>
    offersFor([bike, abroad, method()], given).map((offer) => offer.methodId)
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
