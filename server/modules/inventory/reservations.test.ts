/** Stock promised to holders: all or nothing, item by item, from several places, and never twice. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { countsOf, itemOf, madeOf, place } from '#testing/stock.ts'
import { writeStock } from './index.ts'
import type { Demand } from './allocation.ts'
import type { Holder } from './holder.ts'
import { confirm, consume, hold, prolong, release } from './reservations.ts'
import { adjust } from './stock/adjust.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const minutesOn = (n: number) => new Date(shop.clock.now.getTime() + n * 60_000)
const someone = (): Holder => ({ kind: 'test', id: newId() })
const line = (goods: Goods, quantity: number): Demand => ({
  lineId: newId(),
  variantId: goods.variantId,
  quantity,
})
const take = (holder: Holder, ...lines: Demand[]) =>
  shop.inside((ctx) => hold(ctx, { holder, lines, until: minutesOn(15) }))
const give = (holder: Holder, as: 'released' | 'expired' = 'released') =>
  shop.inside((ctx) => release(ctx, holder, as))
const secure = (holder: Holder) => shop.inside((ctx) => confirm(ctx, holder))
const ship = (holder: Holder, ...lines: { lineId: string; quantity: number; ofLine: number }[]) =>
  shop.inside((ctx) => consume(ctx, holder, lines, 'test'))

async function states(holder: Holder): Promise<[string, number][]> {
  const { rows } = await shop.app.pool.pg.query<{ state: string; quantity: number }>(
    'select state, sum(quantity)::int as quantity from inventory.reservation where holder_id = $1 group by state order by state',
    [holder.id],
  )
  return rows.map((row) => [row.state, row.quantity])
}

test('what is held is no longer free, and comes back when it is released, once', async () => {
  const tea = await shop.goods({ stock: 5 })
  const holder = someone()
  await take(holder, line(tea, 2))
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 5, reserved: 2, available: 3 })
  await give(holder)
  await give(holder)
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 5, reserved: 0, available: 5 })
  assert.deepEqual(await states(holder), [['released', 2]])
})

test('one line that cannot be filled leaves all lines untaken, and every short line is named', async () => {
  const [tea, cup, pot] = [
    await shop.goods({ stock: 5 }),
    await shop.goods({ stock: 1 }),
    await shop.goods({ stock: 0 }),
  ]
  const lines = [line(tea, 2), line(cup, 2), line(pot, 1)]
  await assert.rejects(take(someone(), ...lines), (error) => {
    assert.equal((error as { code?: string }).code, 'inventory.out_of_stock')
    assert.deepEqual((error as { details?: object }).details, {
      lines: [
        { lineId: lines[1]!.lineId, available: 1 },
        { lineId: lines[2]!.lineId, available: 0 },
      ],
    })
    return true
  })
  assert.equal((await shop.onHand(tea.variantId)).reserved, 0)
})

test('two lines on one item are checked together', async () => {
  const cup = await shop.goods({ stock: 3 })
  await assert.rejects(take(someone(), line(cup, 2), line(cup, 2)), { code: 'inventory.out_of_stock' })
  const boxed = await shop.goods({ stock: 0 })
  await madeOf(shop, boxed, await itemOf(shop, cup), 1)
  await assert.rejects(take(someone(), line(cup, 2), line(boxed, 2)), { code: 'inventory.out_of_stock' })
  await take(someone(), line(cup, 2), line(boxed, 1))
  assert.equal((await shop.onHand(cup.variantId)).available, 0)
})

test('a set takes so many of each of its items, and ships piece by piece', async () => {
  const [cup, saucer, set] = [
    await shop.goods({ stock: 10 }),
    await shop.goods({ stock: 4 }),
    await shop.goods({ stock: 0 }),
  ]
  const [cups, saucers] = [await itemOf(shop, cup), await itemOf(shop, saucer)]
  await madeOf(shop, set, cups, 2)
  await madeOf(shop, set, saucers, 1, true)
  const holder = someone()
  const three = line(set, 3)
  await take(holder, three)
  assert.deepEqual(await countsOf(shop, cups), { [shop.locationId]: { onHand: 10, reserved: 6 } })
  assert.deepEqual(await countsOf(shop, saucers), { [shop.locationId]: { onHand: 4, reserved: 3 } })
  await assert.rejects(take(someone(), line(set, 2)), { code: 'inventory.out_of_stock' })
  await secure(holder)
  await ship(holder, { lineId: three.lineId, quantity: 1, ofLine: 3 })
  assert.deepEqual(await countsOf(shop, cups), { [shop.locationId]: { onHand: 8, reserved: 4 } })
  await ship(holder, { lineId: three.lineId, quantity: 2, ofLine: 2 })
  assert.deepEqual(await countsOf(shop, cups), { [shop.locationId]: { onHand: 4, reserved: 0 } })
  assert.deepEqual(await countsOf(shop, saucers), { [shop.locationId]: { onHand: 1, reserved: 0 } })
  assert.deepEqual(await states(holder), [['consumed', 9]])
  await assert.rejects(ship(holder, { lineId: three.lineId, quantity: 1, ofLine: 1 }), /Nothing is reserved/)
})

test('orders are filled from the places in their order, and from several when one is not enough', async () => {
  const tea = await shop.goods({ stock: 2 })
  const itemId = await itemOf(shop, tea)
  const [last, first] = [await place(shop, 'far', 9), await place(shop, 'near', -1)]
  for (const [locationId, delta] of [
    [last, 5],
    [first, 3],
  ] as const)
    await shop.bob.call(adjust, { itemId, locationId, delta, reason: 'received' })
  const holder = someone()
  const six = line(tea, 6)
  await take(holder, six)
  assert.deepEqual(await countsOf(shop, itemId), {
    [first]: { onHand: 3, reserved: 3 },
    [shop.locationId]: { onHand: 2, reserved: 2 },
    [last]: { onHand: 5, reserved: 1 },
  })
  await secure(holder)
  await ship(holder, { lineId: six.lineId, quantity: 4, ofLine: 6 })
  await ship(holder, { lineId: six.lineId, quantity: 1, ofLine: 2 })
  await give(holder)
  const counts = Object.values(await countsOf(shop, itemId))
  assert.deepEqual(
    [
      counts.reduce((sum, each) => sum + each.onHand, 0),
      counts.reduce((sum, each) => sum + each.reserved, 0),
    ],
    [5, 0],
  )
  assert.deepEqual(await states(holder), [
    ['consumed', 5],
    ['released', 1],
  ])
  await shop.invariants()
})

test('a paid order’s stock does not lapse; an open payment prolongs the hold, never shortens it', async () => {
  const tea = await shop.goods({ stock: 5 })
  const holder = someone()
  await take(holder, line(tea, 1))
  const until = async () =>
    (
      await shop.app.pool.pg.query<{ expires_at: Date | null }>(
        'select expires_at from inventory.reservation where holder_id = $1',
        [holder.id],
      )
    ).rows[0]!.expires_at?.getTime()
  await shop.inside((ctx) => prolong(ctx, holder, minutesOn(60)))
  assert.equal(await until(), minutesOn(60).getTime())
  await shop.inside((ctx) => prolong(ctx, holder, minutesOn(1)))
  assert.equal(await until(), minutesOn(60).getTime())
  assert.equal(await secure(holder), 1)
  assert.equal(await until(), undefined)
  assert.equal(await secure(holder), 0, 'a repeat confirms nothing')
  await give(holder, 'expired')
  assert.equal(await secure(holder), 0, 'what lapsed is gone')
})

test('nobody ships what is only held, and no more than was promised', async () => {
  const tea = await shop.goods({ stock: 5 })
  const holder = someone()
  const two = line(tea, 2)
  await take(holder, two)
  await assert.rejects(ship(holder, { lineId: two.lineId, quantity: 1, ofLine: 2 }), /Nothing is reserved/)
  await secure(holder)
  await assert.rejects(ship(holder, { lineId: two.lineId, quantity: 3, ofLine: 2 }), /Too little/)
  await assert.rejects(ship(holder, { lineId: two.lineId, quantity: 1, ofLine: 4 }), /no whole number/)
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 5, reserved: 2, available: 3 })
})

test('what is not counted cannot be held', async () => {
  const tea = await shop.goods({ stock: 5 })
  await assert.rejects(take(someone(), { ...line(tea, 1), variantId: newId() }), {
    code: 'inventory.out_of_stock',
  })
})

test('called directly in parallel, without any lock of the caller, the counters stay right', async () => {
  const goods = [await shop.goods({ stock: 20 }), await shop.goods({ stock: 20 })]
  const far = await place(shop, 'parallel', -5) // filled first, though its id is the highest
  for (const each of goods)
    await shop.bob.call(adjust, {
      itemId: await itemOf(shop, each),
      locationId: far,
      delta: 20,
      reason: 'received',
    })
  const before = await deadlocks()
  const holders = Array.from({ length: 60 }, someone)
  await Promise.all(
    holders.map(async (holder, n) => {
      const both = n % 2 ? goods : goods.toReversed()
      await take(holder, ...both.map((each) => line(each, 1 + (n % 3)))).catch((error) => {
        assert.equal(error.code, 'inventory.out_of_stock')
      })
      await Promise.all([give(holder), n % 4 ? give(holder) : secure(holder)])
    }),
  )
  for (const holder of holders) await give(holder)
  for (const { variantId } of goods)
    assert.deepEqual(await shop.onHand(variantId), { onHand: 40, reserved: 0, available: 40 })
  assert.equal((await deadlocks()) - before, 0)
  await shop.invariants()
})

test('of a hundred who want the last ten, ten get one', async () => {
  const tea = await shop.goods({ stock: 10 })
  const answers = await Promise.allSettled(Array.from({ length: 100 }, () => take(someone(), line(tea, 1))))
  assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 10)
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 10, reserved: 10, available: 0 })
})

test('an item’s opening count is written once', async () => {
  const tea = await shop.goods({ stock: 0 })
  await assert.rejects(
    shop.inside((ctx) =>
      writeStock([{ variantId: tea.variantId, sku: tea.sku, locationId: shop.locationId, onHand: 1 }], ctx),
    ),
    /item_sku/,
  )
})

/** The statistics of a session are told when it goes idle, at most a second late. */
async function deadlocks(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const { rows } = await shop.app.pool.pg.query<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  return rows[0]!.deadlocks
}
