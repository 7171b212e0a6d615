/** Bob sees what his shop sold: by day as it is in Berlin, by market, and never two currencies in one sum. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, hours } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { orderWhen, paid, placed } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { cancel } from './cancel.ts'
import { refund } from './refund.ts'
import { summary } from './summary.ts'

const shop = await openShop()
const { alice, bob, charlie } = shop
after(() => shop.close())

const march = { from: '2026-03-01', to: '2026-03-31' }

test('orders are counted, summed and averaged on the day they were sold; what is not paid is not sold', async () => {
  const cup = await shop.goods({ price: 1000, stock: 100 })
  const first = await paid(shop, alice, { of: cup, quantity: 1 })
  const second = await paid(shop, charlie, { of: cup, quantity: 4 })
  await placed(shop, shop.guest(), { of: cup, quantity: 9 })

  const { timeZone, figures, totals } = await bob.call(summary, march)
  assert.equal(timeZone, 'Europe/Berlin')
  const sum = first.totals.total.amount + second.totals.total.amount
  const sold = {
    currency: 'EUR',
    orders: 2,
    cancelled: 0,
    totalAmount: sum,
    taxAmount: first.totals.tax.amount + second.totals.tax.amount,
    averageAmount: Math.round(sum / 2),
    refundedAmount: 0,
  }
  assert.deepEqual(figures, [{ from: '2026-03-02', marketId: null, ...sold }])
  assert.deepEqual(totals, [sold])
})

test('what was cancelled is told apart, and money that went back counts on its own day', async () => {
  shop.clock.forward(days(1))
  const cup = await shop.goods({ price: 1000, stock: 100 })
  const kept = await paid(shop, alice, { of: cup, quantity: 2 })
  const gone = await paid(shop, alice, { of: cup, quantity: 3 })
  await bob.call(cancel, { orderId: gone.id, reason: 'Out of clay' })
  await orderWhen(shop, gone.id, ({ payments }) => payments[0]!.refunded.amount > 0)
  shop.clock.forward(days(1))
  await bob.call(refund, { orderId: kept.id, amount: 150, reason: 'A chipped cup' }, { key: newId() })
  await orderWhen(shop, kept.id, ({ payments }) => payments[0]!.refunded.amount === 150)

  const { figures } = await bob.call(summary, { from: '2026-03-03', to: '2026-03-04' })
  assert.deepEqual(
    figures.map(({ from, orders, cancelled, totalAmount, refundedAmount }) => ({
      from,
      orders,
      cancelled,
      totalAmount,
      refundedAmount,
    })),
    [
      {
        from: '2026-03-03',
        orders: 1,
        cancelled: 1,
        totalAmount: kept.totals.total.amount,
        refundedAmount: gone.totals.total.amount,
      },
      { from: '2026-03-04', orders: 0, cancelled: 0, totalAmount: 0, refundedAmount: 150 },
    ],
  )
})

test('a day begins when it does in the zone of the store, also on the day the clocks change', async () => {
  const cup = await shop.goods({ price: 1000, stock: 100 })
  shop.clock.now = new Date('2026-03-28T23:30:00.000Z') // Sunday already, in Berlin
  await paid(shop, alice, { of: cup, quantity: 1 })
  shop.clock.forward(hours(22)) // 21:30 UTC, and 23:30 in Berlin, where an hour was left out
  await paid(shop, alice, { of: cup, quantity: 1 })
  shop.clock.forward(hours(1))
  await paid(shop, alice, { of: cup, quantity: 1 })

  const end = { from: '2026-03-28', to: '2026-03-30' }
  const counted = async (step: 'day' | 'week' | 'month' | 'year' | 'whole') =>
    (await bob.call(summary, { ...end, step })).figures.map(({ from, orders }) => [from, orders])
  assert.deepEqual(await counted('day'), [
    ['2026-03-29', 2],
    ['2026-03-30', 1],
  ])
  assert.deepEqual(await counted('week'), [
    ['2026-03-23', 2],
    ['2026-03-30', 1],
  ])
  assert.deepEqual(await counted('month'), [['2026-03-01', 3]])
  assert.deepEqual(await counted('year'), [['2026-01-01', 3]])
  assert.deepEqual(await counted('whole'), [[null, 3]])
})

test('by market, and each currency for itself: all figures together are the totals', async () => {
  const [market] = (await bob.call(summary, { ...march, byMarket: true })).figures
  assert.match(market!.marketId!, /^[0-9a-f-]{36}$/)
  await shop.inside(async (ctx) => {
    // Sold long ago, in yen, as an order that came from elsewhere would be.
    await ctx.app.pool.pg.query(`set session_replication_role = replica;
      insert into orders."order" select (json_populate_record(o, json_build_object('id', gen_random_uuid(), 'number', 999999, 'currency', 'JPY',
        'confirmed_at', timestamptz '2025-06-01 12:00+00', 'cart_id', gen_random_uuid()))).*
        from orders."order" o where confirmed_at is not null limit 1;
      set session_replication_role = origin`)
  })
  const { figures, totals } = await bob.call(summary, {
    from: '2025-01-01',
    to: '2026-12-31',
    byMarket: true,
  })
  assert.deepEqual(
    totals.map(({ currency }) => currency),
    ['EUR', 'JPY'],
  )
  for (const total of totals) {
    const own = figures.filter(({ currency }) => currency === total.currency)
    for (const name of ['orders', 'cancelled', 'totalAmount', 'taxAmount', 'refundedAmount'] as const)
      assert.equal(
        own.reduce((sum, figure) => sum + figure[name], 0),
        total[name],
        name,
      )
  }
})

test('a time that ends before it begins, or is endless, is refused by its field', async () => {
  for (const to of ['2026-02-28', '2099-01-01'])
    await assert.rejects(bob.call(summary, { from: '2026-03-01', to }), { code: 'invalid_input' })
  assert.deepEqual(await bob.call(summary, { from: '1999-01-01', to: '1999-01-02' }), {
    timeZone: 'Europe/Berlin',
    totals: [],
    figures: [],
  })
})
