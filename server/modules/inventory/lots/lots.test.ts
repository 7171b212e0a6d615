/** Tea has a best-before day and pots have numbers: what ends first leaves first, and nobody gets what is over. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { countsOf, itemOf } from '#testing/stock.ts'
import { lotOf, otherPlace, purchase, tracked, transfer } from '#testing/supply.ts'
import { confirm, consume, hold, takeBack, type Holder } from '../index.ts'
import { setTracking } from '../items/set-tracking.ts'
import { list as movements } from '../movements/list.ts'
import { order } from '../purchases/order.ts'
import { receive as receivePurchase } from '../purchases/receive.ts'
import { adjust } from '../stock/adjust.ts'
import { count } from '../stock/count.ts'
import { close } from '../transfers/close.ts'
import { receive } from '../transfers/receive.ts'
import { send } from '../transfers/send.ts'
import { list } from './list.ts'
import { recall } from './recall.ts'

const shop = await openShop({ poolSize: 10 })
after(() => shop.close())
const { bob, locationId } = shop

/** Code and count of all lots, those that end first before the others. */
const lotsOf = async (itemId: string) =>
  (await bob.call(list, { itemId, withEmpty: true, limit: 100 })).items.map(({ code, onHand }) => [
    code,
    onHand,
  ])

async function promised(variantId: string, quantity: number) {
  const holder: Holder = { kind: 'test', id: newId() }
  const lineId = newId()
  const until = new Date(shop.clock.now.getTime() + minutes(15))
  await shop.inside((ctx) => hold(ctx, { holder, lines: [{ lineId, variantId, quantity }], until }))
  await shop.inside((ctx) => confirm(ctx, holder))
  const portion = [{ lineId, quantity, ofLine: quantity }]
  const leave = (lotIds?: string[]) => shop.inside((ctx) => consume(ctx, holder, portion, 'test', lotIds))
  const comeBack = (pieces: number) =>
    shop.inside((ctx) =>
      takeBack(ctx, holder, [{ lineId, quantity: pieces, ofLine: quantity, locationId: null }], 'test'),
    )
  return { leave, comeBack }
}
const pathOf = (path: string) => (error: unknown) => {
  assert.equal((error as { errors?: { path: string }[] }).errors?.[0]?.path, path)
  return true
}

test('a delivery says of which lots it is; what ends first leaves first and comes back to its own lot', async () => {
  const tea = await tracked(shop)
  const { itemId, variantId } = tea
  const purchaseId = await purchase(shop, tea, 10)
  await bob.call(order, { purchaseId })
  await assert.rejects(bob.call(receivePurchase, { purchaseId }), pathOf('lines.0.lots'))
  const line = { itemId, quantity: 10 }
  const lots = [
    { code: 'late', expiresOn: '2026-09-30', quantity: 4 },
    { code: 'soon', expiresOn: '2026-04-30', quantity: 3 },
    { code: 'never', quantity: 3 },
  ]
  await assert.rejects(
    bob.call(receivePurchase, { purchaseId, lines: [{ ...line, lots: lots.slice(1) }] }),
    pathOf('lines.0.lots'),
  )
  await bob.call(receivePurchase, { purchaseId, lines: [{ ...line, lots }] })
  assert.deepEqual(await lotsOf(itemId), [
    ['soon', 3],
    ['late', 4],
    ['never', 3],
  ])
  const five = await promised(variantId, 5)
  await five.leave()
  assert.deepEqual(await lotsOf(itemId), [
    ['soon', 0],
    ['late', 2],
    ['never', 3],
  ])
  await five.comeBack(4)
  assert.deepEqual(
    (await lotsOf(itemId)).reduce((sum, [, onHand]) => sum + (onHand as number), 0),
    9,
  )
  assert.deepEqual((await lotsOf(itemId)).at(-1), ['never', 3], 'nothing of it had left')
  await shop.invariants()
})

test('past its day a lot is for sale no more, not even in the last minutes before midnight', async () => {
  const { itemId, variantId } = await tracked(shop)
  await lotOf(shop, itemId, 'today', 4, '2026-03-02')
  await lotOf(shop, itemId, 'later', 2, '2026-12-31')
  await shop.job('inventory.clearLots')
  assert.equal((await shop.onHand(variantId)).available, 6, 'on its last day it is sold')
  const was = shop.clock.now
  shop.clock.now = new Date('2026-03-02T22:51:00.000Z') // nine minutes to midnight in Berlin
  await shop.job('inventory.clearLots')
  assert.equal((await shop.onHand(variantId)).available, 2)
  await assert.rejects(promised(variantId, 3), { code: 'inventory.out_of_stock' })
  const { items } = await bob.call(movements, { itemId })
  assert.deepEqual([items[0]!.delta, items[0]!.reason, items[0]!.subjectKind], [-4, 'expired', 'lot'])
  await assert.rejects(lotOf(shop, itemId, 'old', 1, '2026-03-01'), pathOf('lot.0.expiresOn'))
  shop.clock.now = was
  await shop.invariants()
})

test('what was promised of a lot past its day is not sent: it is short, and waits for a fresh one', async () => {
  const { itemId, variantId } = await tracked(shop)
  await lotOf(shop, itemId, 'a', 5, '2026-03-05')
  const three = await promised(variantId, 3)
  shop.clock.forward(days(10))
  await assert.rejects(three.leave(), { code: 'inventory.lots_short' })
  await shop.job('inventory.clearLots')
  assert.deepEqual(await shop.onHand(variantId), { onHand: 0, reserved: 3, available: -3 })
  await assert.rejects(three.leave(), { code: 'inventory.not_there' })
  await lotOf(shop, itemId, 'fresh', 3, '2027-03-05')
  await three.leave()
  await shop.job('inventory.clearLots')
  assert.deepEqual(await lotsOf(itemId), [
    ['a', 0],
    ['fresh', 0],
  ])
  await shop.invariants()
})

test('serial numbers are one piece each, leave as they are named, and are never there twice', async () => {
  const { itemId, variantId } = await tracked(shop, 'serial')
  const [one, two] = [await lotOf(shop, itemId, 'SN-1', 1), await lotOf(shop, itemId, 'SN-2', 1)]
  await assert.rejects(lotOf(shop, itemId, 'SN-1', 1), pathOf('lot'))
  await assert.rejects(lotOf(shop, itemId, 'SN-3', 2), pathOf('lot.0.quantity'))
  const first = await promised(variantId, 1)
  await assert.rejects(first.leave([newId()]), pathOf('lotIds.0'))
  await first.leave([two])
  assert.deepEqual(await lotsOf(itemId), [
    ['SN-1', 1],
    ['SN-2', 0],
  ])
  const second = await promised(variantId, 1)
  await second.leave()
  await first.comeBack(1)
  assert.deepEqual(await lotsOf(itemId), [
    ['SN-1', 0],
    ['SN-2', 1],
  ])
  assert.notEqual(one, two)
  await shop.invariants()
})

test('ten who send at once never send a piece twice', async () => {
  const { itemId, variantId } = await tracked(shop, 'serial')
  for (let n = 0; n < 10; n++) await lotOf(shop, itemId, `SN-${n}`, 1)
  const buyers = []
  for (let n = 0; n < 10; n++) buyers.push(await promised(variantId, 1))
  await Promise.all(buyers.map((buyer) => buyer.leave()))
  assert.deepEqual(
    (await lotsOf(itemId)).filter(([, onHand]) => onHand !== 0),
    [],
  )
  await shop.invariants()
})

test('lots travel: what arrives is what was sent, and what is missing is known by its lot', async () => {
  const tea = await tracked(shop)
  const annex = await otherPlace(shop)
  await lotOf(shop, tea.itemId, 'a', 2, '2026-10-01')
  await lotOf(shop, tea.itemId, 'b', 5, '2026-11-01')
  const transferId = await transfer(shop, tea, 4)
  await bob.call(send, { transferId })
  await bob.call(receive, { transferId, lines: [{ itemId: tea.itemId, quantity: 3 }] })
  await bob.call(close, { transferId, missing: 'returned' })
  const counts = await countsOf(shop, tea.itemId)
  assert.deepEqual([counts[locationId]!.onHand, counts[annex]!.onHand], [4, 3])
  assert.deepEqual(await lotsOf(tea.itemId), [
    ['a', 2],
    ['b', 5],
  ])
  await shop.invariants()
})

test('a recall takes the lot off sale at once; more of it is not taken in', async () => {
  const { itemId, variantId } = await tracked(shop)
  const bad = await lotOf(shop, itemId, 'bad', 4, '2027-01-01')
  await lotOf(shop, itemId, 'good', 2, '2027-02-01')
  const one = await promised(variantId, 1)
  const recalled = await bob.call(recall, { lotId: bad, reason: 'Glaze chips off' })
  assert.deepEqual([recalled.onHand, recalled.recallReason], [0, 'Glaze chips off'])
  assert.ok(recalled.recalledAt)
  assert.deepEqual(await shop.onHand(variantId), { onHand: 2, reserved: 1, available: 1 })
  await one.leave()
  assert.deepEqual(await lotsOf(itemId), [
    ['bad', 0],
    ['good', 1],
  ])
  await assert.rejects(lotOf(shop, itemId, 'bad', 1), pathOf('lot.0.code'))
  await assert.rejects(bob.call(recall, { lotId: newId(), reason: 'x' }), { code: 'not_found' })
  await shop.invariants()
})

test('what was promised of a recalled lot goes from another place that has a good one', async () => {
  const { itemId, variantId } = await tracked(shop)
  const bad = await lotOf(shop, itemId, 'bad', 2)
  const two = await promised(variantId, 2)
  const annex = await otherPlace(shop)
  const lot = { code: 'good' }
  await bob.call(adjust, { itemId, locationId: annex, delta: 3, reason: 'received', lot })
  await bob.call(recall, { lotId: bad, reason: 'Lead in the glaze' })
  assert.deepEqual(await countsOf(shop, itemId), {
    [locationId]: { onHand: 0, reserved: 0 },
    [annex]: { onHand: 3, reserved: 2 },
  })
  await two.leave()
  assert.deepEqual(await lotsOf(itemId), [
    ['bad', 0],
    ['good', 1],
  ])
  await shop.invariants()
})

test('counts by hand are of one lot, and say so when it is not named or not there', async () => {
  const { itemId } = await tracked(shop)
  const level = { itemId, locationId }
  await assert.rejects(bob.call(adjust, { ...level, delta: 1, reason: 'received' }), pathOf('lot'))
  await bob.call(count, { ...level, onHand: 7, lot: { code: 'a', expiresOn: '2027-01-01' } })
  await bob.call(count, { ...level, onHand: 2, lot: { code: 'b' } })
  await bob.call(count, { ...level, onHand: 5, lot: { code: 'a' } })
  await bob.call(adjust, { ...level, delta: -1, reason: 'damaged', lot: { code: 'b' } })
  assert.deepEqual(await lotsOf(itemId), [
    ['a', 5],
    ['b', 1],
  ])
  const adjustBy = (delta: number, lot: object) =>
    bob.call(adjust, { ...level, delta, reason: 'corrected', lot: lot as never })
  await assert.rejects(adjustBy(-2, { code: 'b' }), pathOf('lot.code'))
  await assert.rejects(adjustBy(1, { code: 'a', expiresOn: '2027-01-02' }), pathOf('lot.0.expiresOn'))
  const plain = await itemOf(shop, await shop.goods())
  await assert.rejects(
    bob.call(adjust, { itemId: plain, locationId, delta: 1, reason: 'received', lot: { code: 'a' } }),
    pathOf('lot'),
  )
  await shop.invariants()
})

test('how pieces are told apart changes only while there are none', async () => {
  const goods = await shop.goods({ stock: 3 })
  const itemId = await itemOf(shop, goods)
  await assert.rejects(bob.call(setTracking, { itemId, tracking: 'lot' }), {
    code: 'inventory.not_empty',
    details: { onHand: 3, onTheWay: 0 },
  })
  const transferId = await transfer(shop, goods, 3)
  await bob.call(send, { transferId })
  await assert.rejects(bob.call(setTracking, { itemId, tracking: 'lot' }), {
    code: 'inventory.not_empty',
    details: { onHand: 0, onTheWay: 3 },
  })
  await bob.call(close, { transferId, missing: 'lost' })
  assert.equal((await bob.call(setTracking, { itemId, tracking: 'lot' })).tracking, 'lot')
  await assert.rejects(bob.call(setTracking, { itemId: newId(), tracking: 'lot' }), { code: 'not_found' })
})

test('what had left before it was tracked comes back without a name', async () => {
  const goods = await shop.goods({ stock: 2 })
  const itemId = await itemOf(shop, goods)
  const sold = await promised(goods.variantId, 2)
  await sold.leave()
  await bob.call(setTracking, { itemId, tracking: 'lot' })
  await sold.comeBack(2)
  assert.deepEqual(await lotsOf(itemId), [['unmarked', 2]])
  await shop.invariants()
})

test('pieces that no lot explains are found', async () => {
  const { itemId } = await tracked(shop)
  await lotOf(shop, itemId, 'a', 5)
  const { pg } = shop.app.pool
  for (const [wrong, right] of [
    [
      'update inventory.lot_level set on_hand = 4 where item_id = $1',
      'update inventory.lot_level set on_hand = 5 where item_id = $1',
    ],
    [
      'update inventory.lot set on_hand = 4 where item_id = $1',
      'update inventory.lot set on_hand = 5 where item_id = $1',
    ],
  ] as const) {
    await pg.query(wrong, [itemId])
    await assert.rejects(shop.invariants(), /I12\.lots/)
    await pg.query(right, [itemId])
  }
  await assert.rejects(pg.query('update inventory.lot_movement set delta = 1'), /facts/)
  await shop.invariants()
})

test('lots are listed by their day; only who may write stock recalls', async () => {
  const { itemId } = await tracked(shop)
  const later = await lotOf(shop, itemId, 'later', 1, '2030-02-01')
  const sooner = await lotOf(shop, itemId, 'sooner', 1, '2030-01-01')
  const ids = async (input: object) => (await bob.call(list, { itemId, ...input })).items.map(({ id }) => id)
  assert.deepEqual(await ids({}), [sooner, later])
  assert.deepEqual(await ids({ expiresBy: '2030-01-15' }), [sooner])
  const { next } = await bob.call(list, { itemId, limit: 1 })
  assert.deepEqual(await ids({ limit: 1, after: next! }), [later])
  await bob.call(count, { itemId, locationId, onHand: 0, lot: { code: 'sooner' } })
  assert.deepEqual(await ids({}), [later])
  assert.deepEqual(await ids({ withEmpty: true, code: 'sooner' }), [sooner])
  await assert.rejects(shop.staff('stock.read').call(recall, { lotId: later, reason: 'x' }), {
    code: 'forbidden',
  })
})
