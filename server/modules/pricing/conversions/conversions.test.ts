/** Bob sells in yen and dinars as well: by rate, but where he sets a price himself. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { randomFrom, seed } from '#testing/random.ts'
import { paid } from '#testing/orders.ts'
import { promotion } from '#testing/promotions.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { exponentOf } from '#kit/money.ts'
import { product } from '../../browse/product.ts'
import { update as updateMethod } from '../../delivery/methods/update.ts'
import { refund } from '../../orders/admin/refund.ts'
import { archive as archivePromotion } from '../../promotions/archive.ts'
import { set as setCurrencies } from '../../settings/currencies/set.ts'
import { list as prices } from '../prices/list.ts'
import { remove as removePrices } from '../prices/remove.ts'
import { set } from '../prices/set.ts'
import { convert } from './conversion.ts'
import { writePrices } from '../write.ts'
import { lockVariants } from './derive.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'
import { set as setConversion } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const tea = await shop.goods({ price: 1000 })
const { variantId } = tea

const payingIn = (currency: string): Person => {
  const guest = shop.guest()
  return { ...guest, call: (operation, input, given) => guest.call(operation, input, { currency, ...given }) }
}
const seenIn = async (currency: string) => (await payingIn(currency).call(product, { slug: tea.slug })).price
const pricesOf = async (currency: string) =>
  (await bob.call(prices, { variantIds: [variantId] })).items
    .filter(({ price }) => price.currency === currency)
    .map(({ price, minQuantity, derived }) => [price.amount, minQuantity, derived])

test('a currency must be sold in before its prices can follow by rate', async () => {
  await assert.rejects(bob.call(setConversion, { currency: 'JPY', rate: '160' }), { status: 422 })
  await assert.rejects(bob.call(setCurrencies, { currencies: ['JPY'] }), { status: 422 })
  await assert.rejects(bob.call(setCurrencies, { currencies: ['EUR', 'XQQ'] }), { status: 422 })
  const { items } = await bob.call(setCurrencies, { currencies: ['JPY', 'EUR', 'KWD'] })
  assert.deepEqual(items, ['EUR', 'JPY', 'KWD'])
  await assert.rejects(bob.call(setConversion, { currency: 'EUR', rate: '1' }), { status: 422 })
  await assert.rejects(bob.call(setConversion, { currency: 'JPY', rate: '0.0' }), { status: 422 })
  await assert.rejects(seenIn('JPY'), { status: 404 })
})

test('what is there is derived by a job, what is new at once, and what was set stays', async () => {
  const made = await bob.call(setConversion, { currency: 'JPY', rate: '163.27', rounding: 'up', step: 10 })
  assert.deepEqual([made.rate, made.done, made.version], ['163.27', false, 1])
  await bob.call(setConversion, { currency: 'KWD', rate: '0.3345' })
  await shop.job('pricing.deriveAll')
  assert.ok((await bob.call(list, {})).items.every(({ done }) => done))
  assert.deepEqual(
    [await seenIn('JPY'), await seenIn('KWD')],
    [
      { amount: 1640, currency: 'JPY' }, // 1,632.70, up to the next ten
      { amount: 3345, currency: 'KWD' }, // 3.345 dinars have three places
    ],
  )

  const eur = (amount: number, more = {}) => ({ variantId, price: { amount, currency: 'EUR' }, ...more })
  await bob.call(set, {
    prices: [eur(2000, { compareAt: { amount: 2500, currency: 'EUR' } }), eur(1500, { minQuantity: 6 })],
  })
  assert.deepEqual(await pricesOf('JPY'), [
    [3270, 1, true],
    [2450, 6, true],
  ])
  await bob.call(set, { prices: [{ variantId, price: { amount: 2980, currency: 'JPY' } }] })
  await bob.call(set, { prices: [eur(1800)] })
  await bob.call(setConversion, { currency: 'JPY', rate: '150' })
  await shop.job('pricing.deriveAll')
  assert.deepEqual(await pricesOf('JPY'), [
    [2980, 1, false],
    [2250, 6, true],
  ])
  const own = (await bob.call(prices, { variantIds: [variantId] })).items.find(
    ({ price, derived }) => price.currency === 'JPY' && !derived,
  )!
  await bob.call(removePrices, { priceIds: [own.id] })
  assert.deepEqual(
    await pricesOf('JPY'),
    [
      [2700, 1, true],
      [2250, 6, true],
    ],
    'by rate again',
  )
  await shop.invariants()
})

test('yen without places and dinars with three are bought and paid back to the last unit', async () => {
  const terms = [
    { currency: 'JPY', delivery: 800, off: 100 },
    { currency: 'KWD', delivery: 1500, off: 250 },
  ]
  await bob.call(updateMethod, {
    methodId: shop.methodId,
    rates: [
      { price: { amount: 490, currency: 'EUR' } },
      ...terms.map(({ currency, delivery }) => ({ price: { amount: delivery, currency } })),
    ],
  })
  const sums = terms.map(({ currency, off }) => ({ currency, offAmount: off }))
  const { id: promotionId } = await promotion(shop, { kind: 'amount', sums })
  for (const { currency, delivery, off } of terms) {
    const order = await paid(shop, payingIn(currency), { of: tea, quantity: 2 })
    const { total } = order.totals
    const { amount } = await seenIn(currency)
    assert.deepEqual(total, { amount: 2 * amount - off + delivery, currency })
    const wish = { orderId: order.id, reason: 'Came too late' }
    const { refunds } = await bob.call(refund, wish, { key: crypto.randomUUID() })
    assert.deepEqual(refunds[0]!.amount, total)
  }
  await bob.call(archivePromotion, { promotionId })
  await shop.settle()
  await shop.invariants()
})

test('a price that is being changed while all are derived anew follows the new rate', async () => {
  const pot = await shop.goods({ price: 1000 })
  const { promise: derived, resolve: derive } = Promise.withResolvers<void>()
  const changing = shop.inside(async (ctx) => {
    await lockVariants(ctx, [pot.variantId])
    await writePrices([{ variantId: pot.variantId, currency: 'EUR', amount: 3000 }], ctx)
    await derived
  })
  await bob.call(setConversion, { currency: 'JPY', rate: '200' })
  const all = shop.job('pricing.deriveAll')
  await Promise.race([all, sleep(300)])
  derive()
  await Promise.all([changing, all])
  const { items } = await bob.call(prices, { variantIds: [pot.variantId] })
  const yen = items.find(({ price }) => price.currency === 'JPY')!
  assert.equal(yen.price.amount, 6000)
  await shop.invariants()
})

test('without the conversion its prices are gone, and those that were set are not', async () => {
  await bob.call(set, { prices: [{ variantId, price: { amount: 9_999, currency: 'KWD' } }] })
  for (const currency of ['JPY', 'KWD']) await bob.call(remove, { currency })
  await assert.rejects(bob.call(remove, { currency: 'JPY' }), { status: 404 })
  await shop.job('pricing.deriveAll')
  assert.deepEqual([await pricesOf('JPY'), await pricesOf('KWD')], [[], [[9_999, 1, false]]])
  await bob.call(set, { prices: [{ variantId, price: { amount: 1900, currency: 'EUR' } }] })
  assert.deepEqual(await pricesOf('JPY'), [])
  await shop.invariants()
})

test(`conversion equals PostgreSQL's exact numbers, whatever the rate and the step (SEED=${seed})`, async () => {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const cases = Array.from({ length: 2_000 }, () => {
    const currency = ['JPY', 'KWD', 'USD', 'CLF'][below(4)]!
    const places = below(11)
    const rate = `${below(10 ** below(5))}.${String(below(10 ** 9))
      .padStart(10, '0')
      .slice(0, Math.max(1, places))}`
    return {
      amount: below(10 ** (1 + below(6))),
      from: ['EUR', 'JPY', 'KWD'][below(3)]!,
      currency,
      rate,
      rounding: (['nearest', 'up', 'down'] as const)[below(3)]!,
      step: [1, 5, 10, 99, 1000][below(5)]!,
    }
  }).filter(({ rate }) => Number(rate) > 0)
  const given = cases.map((each, place) => ({
    ...each,
    place,
    shift: exponentOf(each.currency) - exponentOf(each.from),
  }))
  const { rows } = await sql<{ exact: number }>`
    select (case when steps = 0 and amount > 0 then 1 else steps end * step)::bigint as exact from (
      select place, amount, step, case rounding when 'nearest' then round(exact) when 'up' then ceil(exact) else floor(exact) end as steps
      from (select place, amount, step, rounding,
          (amount::numeric * rate::numeric * 10::numeric ^ greatest(shift, 0)) / (step * 10::numeric ^ greatest(-shift, 0)) as exact
        from json_to_recordset(${JSON.stringify(given)})
          as g(place int, amount bigint, rate text, shift int, rounding text, step int)) e) s order by place`.execute(
    shop.app.pool.db,
  )
  cases.forEach((each, index) =>
    assert.equal(convert(each.amount, each.from, each), rows[index]!.exact, JSON.stringify(each)),
  )
})
