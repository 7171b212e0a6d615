/** What a cart is offered: by address, currency, subtotal, goods and language, and why not the rest. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, offersFor as offers, type Asked } from './offers.ts'
import type { DeliveryMethod } from './rules.ts'
import { here, method, piece, rate, rulesOf, to } from './testing.ts'

const offersFor = (methods: DeliveryMethod[], asked: Asked, sources = here) =>
  offers(rulesOf(methods), asked, sources)
const reasons = (methods: DeliveryMethod[], asked: Asked) =>
  judge(rulesOf(methods), asked, here).map((verdict) => (verdict.offer ? 'offered' : verdict.refusal.reason))

test('only methods of the zone, with a price in the currency, in their order', () => {
  const abroad = method({ id: 'abroad', countries: ['FR'] })
  const bike = method({ id: 'bike', rates: [rate({ amount: 900 })] })
  const ids = (asked: Asked) => offersFor([bike, abroad, method()], asked).map((offer) => offer.methodId)
  assert.deepEqual(ids(to()), ['bike', 'parcel'])
  assert.deepEqual(ids(to({ country: 'FR' })), ['abroad'])
  assert.deepEqual(ids(to({ currency: 'SEK' })), ['parcel'])
  assert.deepEqual(ids(to({ country: 'US' })), [])
  assert.deepEqual(ids(to({ currency: 'USD' })), [])
  assert.deepEqual(reasons([bike, abroad], to({ currency: 'SEK' })), ['currency', 'elsewhere'])
})

test('from its subtotal on, delivery costs nothing, to the cent', () => {
  const amounts = [0, 5999, 6000, 6001].map((subtotal) => offersFor([method()], to({ subtotal }))[0]!.amount)
  assert.deepEqual(amounts, [490, 490, 0, 0])
  assert.equal(offersFor([method()], to({ currency: 'SEK', subtotal: 1_000_000 }))[0]!.amount, 5900)
  const always = method({ rates: [rate({ freeFrom: 0 })] })
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
    { minDays: 2, maxDays: 4, taxCategoryId: 'standard', description: 'To your door' },
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

test('what is too heavy, too long, too large or too much for a way is refused by it, at the limit not yet', () => {
  const size = { lengthMm: 600, widthMm: 100, heightMm: 50 } // 3 litres
  const goods = [piece({ quantity: 2, parcel: { weightGrams: 1500, size, profileId: null } })]
  const limited = (limits: Partial<DeliveryMethod['limits']>) =>
    reasons([method({ limits: { ...method().limits, ...limits } })], to({ goods }))[0]
  assert.equal(limited({ weightGrams: 2999 }), 'too_heavy')
  assert.equal(limited({ lengthMm: 599 }), 'too_long')
  assert.equal(limited({ volumeCcm: 5999 }), 'too_large')
  assert.equal(limited({ items: 1 }), 'too_many')
  assert.equal(limited({ weightGrams: 3000, lengthMm: 600, volumeCcm: 6000, items: 2 }), 'offered')
})

test('a price beyond what can be counted is no offer', () => {
  const ranges = [{ from: 0, amount: 0, step: 1, stepAmount: Number.MAX_SAFE_INTEGER }]
  const dear = method({ rates: [rate({ measure: 'weight_grams', ranges })] })
  assert.deepEqual(reasons([dear], to()), ['too_dear'])
})
