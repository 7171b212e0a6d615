/** Each invariant of stock catches the fault it is there for; reconcile names it and mends what can be mended. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { itemOf } from '#testing/stock.ts'
import { purchase, transfer } from '#testing/supply.ts'
import { list as audit } from '../system/audit/list.ts'
import { stockChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { order } from './purchases/order.ts'
import { reconcile } from './reconcile.ts'
import { hold, release } from './reservations.ts'
import { count } from './stock/count.ts'
import { send } from './transfers/send.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const query = (text: string, ...values: unknown[]) => shop.app.pool.pg.query(text, values)

/** Ids of the invariants that do not hold. */
async function broken(): Promise<string[]> {
  const found: string[] = []
  for (const { id, sql } of invariants) if ((await query(sql)).rows.length > 0) found.push(id)
  return found
}

async function held(goods: Goods, quantity = 2) {
  const holder = { kind: 'test', id: newId() }
  const until = new Date(shop.clock.now.getTime() + minutes(15))
  await shop.inside((ctx) =>
    hold(ctx, { holder, lines: [{ lineId: newId(), variantId: goods.variantId, quantity }], until }),
  )
  return holder
}

test('a counter of reservations that drifted is found, named and mended', async () => {
  const tea = await shop.goods({ stock: 5 })
  const itemId = await itemOf(shop, tea)
  await held(tea)
  assert.deepEqual(await broken(), [])
  await query('update inventory.level set reserved = 4 where item_id = $1', itemId)
  assert.deepEqual(await broken(), ['I12.reserved'])
  const report = await bob.call(reconcile, {})
  assert.equal(report.holds, false)
  assert.deepEqual(report.differences, [
    {
      itemId,
      sku: tea.sku,
      locationId: shop.locationId,
      counter: 'reserved',
      counted: 4,
      proven: 2,
      repaired: false,
    },
  ])
  assert.deepEqual(await broken(), ['I12.reserved'], 'to look is not to touch')
  const mended = await bob.call(reconcile, { repair: true })
  assert.deepEqual(
    [mended.holds, mended.differences.map((each) => [each.counted, each.proven, each.repaired])],
    [true, [[4, 2, true]]],
  )
  assert.deepEqual(await broken(), [])
  const { items } = await bob.call(audit, { operation: 'inventory.reconcile', subjectId: itemId })
  assert.deepEqual(
    items.map(({ before, after }) => [JSON.parse(before!).reserved, JSON.parse(after!).reserved]),
    [[4, 2]],
  )
  const told = await query(
    'select payload from kit.event where name = $1 order by id desc limit 1',
    stockChanged.name,
  )
  assert.deepEqual(told.rows[0].payload.ids, [tea.variantId])
})

test('a count that its movements do not explain is found and mended', async () => {
  const tea = await shop.goods({ stock: 5 })
  await query('update inventory.level set on_hand = 9 where item_id = $1', await itemOf(shop, tea))
  assert.deepEqual(await broken(), ['I12.onHand'])
  await bob.call(reconcile, { repair: true })
  assert.deepEqual(await broken(), [])
  assert.equal((await shop.onHand(tea.variantId)).onHand, 5)
})

test('what the facts make impossible is told and left to people', async () => {
  const tea = await shop.goods({ stock: 5 })
  const itemId = await itemOf(shop, tea)
  const holder = await held(tea, 5)
  await query(
    `insert into inventory.movement (id, store_id, item_id, location_id, delta, reason, actor, cause, trace_id, at)
     values ($1, $2, $3, $4, -3, 'damaged', 'test', 'test', '', $5)`,
    newId(),
    shop.storeId,
    itemId,
    shop.locationId,
    shop.clock.now,
  )
  const report = await bob.call(reconcile, { repair: true })
  assert.equal(report.holds, false)
  assert.deepEqual(
    report.differences.map((each) => [each.counter, each.counted, each.proven, each.repaired]),
    [['on_hand', 5, 2, false]],
  )
  await shop.inside((ctx) => release(ctx, holder, 'released'))
  assert.equal((await bob.call(reconcile, { repair: true })).holds, true)
  assert.equal((await shop.onHand(tea.variantId)).onHand, 2)
})

test('more promised than there is cannot be written, and is found where it was', async () => {
  const tea = await shop.goods({ stock: 1 })
  const itemId = await itemOf(shop, tea)
  for (const wrong of ['reserved = 2', 'on_hand = -1', 'reserved = -1'])
    await assert.rejects(query(`update inventory.level set ${wrong} where item_id = $1`, itemId), {
      code: '23514',
    })
  for (const name of ['level_covered', 'level_on_hand', 'level_reserved'])
    await query(`alter table inventory.level drop constraint ${name}`)
  for (const wrong of [
    'on_hand = 1, reserved = 2',
    'on_hand = -1, reserved = 0',
    'on_hand = 1, reserved = -1',
  ]) {
    await query(`update inventory.level set ${wrong} where item_id = $1`, itemId)
    assert.ok((await broken()).includes('I11.level'), wrong)
  }
  await query('update inventory.level set on_hand = 1, reserved = 0 where item_id = $1', itemId)
  assert.deepEqual(await broken(), [])
})

test('a transfer or a purchase that its movements do not explain is found', async () => {
  const [transferId, purchaseId] = [await transfer(shop), await purchase(shop)]
  await bob.call(send, { transferId })
  await bob.call(order, { purchaseId })
  assert.deepEqual(await broken(), [])
  for (const [table, id, wrong] of [
    ['transfer', transferId, 'received = 1'],
    ['transfer', transferId, 'returned = 1'],
    ['purchase', purchaseId, 'received = 1'],
  ] as const) {
    const was = wrong.replace('1', '0')
    await query(`update inventory.${table}_line set ${wrong} where ${table}_id = $1`, id)
    assert.deepEqual(await broken(), [`I12.${table}s`], wrong)
    await query(`update inventory.${table}_line set ${was} where ${table}_id = $1`, id)
  }
  await query(`update inventory.transfer set state = 'closed', ended_at = now() where id = $1`, transferId)
  assert.deepEqual(await broken(), ['I12.transfers'], 'closed, and nobody knows where the goods are')
  await query('update inventory.transfer_line set lost = quantity where transfer_id = $1', transferId)
  assert.deepEqual(await broken(), [])
})

test('a shortage that is none, or that hides one, is found', async () => {
  const tea = await shop.goods({ stock: 3 })
  const itemId = await itemOf(shop, tea)
  await held(tea, 2)
  await query('alter table inventory.level disable trigger level_short')
  await query('update inventory.level set short = 1 where item_id = $1', itemId)
  assert.deepEqual(await broken(), ['I11.level'])
  await query('alter table inventory.level enable trigger level_short')
  await query('update inventory.level set short = 1 where item_id = $1', itemId)
  assert.deepEqual(await broken(), [], 'the trigger settles it')
  await bob.call(count, { itemId, locationId: shop.locationId, onHand: 0 })
  assert.deepEqual(await broken(), [])
  await bob.call(count, { itemId, locationId: shop.locationId, onHand: 3 })
})

test('a hold that the sweep forgot is found a minute after its end', async () => {
  const tea = await shop.goods({ stock: 5 })
  const holder = await held(tea)
  shop.clock.forward(minutes(15) + seconds(59))
  await shop.goods()
  assert.deepEqual(await broken(), [])
  shop.clock.forward(seconds(2))
  await shop.goods()
  assert.deepEqual(await broken(), ['I15.holds'])
  await shop.inside((ctx) => release(ctx, holder, 'expired'))
  // The first test's hold is as old.
  await query(
    `update inventory.reservation set expires_at = expires_at + interval '1 day' where state = 'held'`,
  )
  assert.deepEqual(await broken(), [])
})

test('movements are facts', async () => {
  await assert.rejects(query('update inventory.movement set delta = 1'), /facts/)
  await assert.rejects(query('delete from inventory.movement'), /facts/)
})

test('reconciling while orders come in finds nothing wrong and mends nothing', async () => {
  const tea = await shop.goods({ stock: 100 })
  const buying = Array.from({ length: 30 }, async () => {
    const holder = await held(tea, 1)
    await shop.inside((ctx) => release(ctx, holder, 'released'))
  })
  const reports = await Promise.all([1, 2, 3, 4, 5].map(() => bob.call(reconcile, { repair: true })))
  await Promise.all(buying)
  assert.deepEqual([...new Set(reports.map((report) => report.differences.length))], [0])
  assert.deepEqual(await broken(), [])
})

test('only who may write stock reconciles', async () => {
  await assert.rejects(shop.staff('stock.read').call(reconcile, {}), { code: 'forbidden' })
  assert.equal((await shop.staff('stock.write').call(reconcile, {})).holds, true)
})
