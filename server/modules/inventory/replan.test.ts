/** What was promised and is gone is sought at another place; what is nowhere is short, and comes to the oldest first. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { paid, placed, payNow } from '#testing/orders.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { countsOf, itemOf, place as placeOf } from '#testing/stock.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { list as sources } from '../fulfilment/sources/list.ts'
import { cancel } from '../orders/admin/cancel.ts'
import { get } from '../orders/admin/get.ts'
import { hold, release } from './index.ts'
import { moveAll } from './moving.ts'
import { setLimits } from './levels/set-limits.ts'
import { adjust } from './stock/adjust.ts'
import { count } from './stock/count.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, locationId: warehouse } = shop
const cellar = await placeOf(shop, 'cellar', 1)

const adjusted = (itemId: string, locationId: string, delta: number) =>
  bob.call(adjust, { itemId, locationId, delta, reason: 'corrected' })

/** Reserved in the warehouse and in the cellar. */
async function reserved(itemId: string): Promise<number[]> {
  const counts = await countsOf(shop, itemId)
  return [warehouse, cellar].map((at) => counts[at]?.reserved ?? 0)
}

const waiting = async (orderId: string) =>
  (await bob.call(get, { orderId })).lines.map((line) => line.quantityWaiting)

/** Orders of so many pieces each, a minute after one another. */
async function ordersOf(tea: Goods, ...quantities: number[]): Promise<string[]> {
  const ids: string[] = []
  for (const quantity of quantities) {
    ids.push((await paid(shop, shop.guest(), { of: tea, quantity })).id)
    shop.clock.forward(minutes(1))
  }
  return ids
}

test('a count that falls below what is promised moves the promise to a place that has it, in the same step', async () => {
  const tea = await shop.goods({ stock: 5 })
  const itemId = await itemOf(shop, tea)
  await adjusted(itemId, cellar, 2)
  const [first, second] = await ordersOf(tea, 2, 3)
  assert.deepEqual(await reserved(itemId), [5, 0])
  const counted = await bob.call(count, { itemId, locationId: warehouse, onHand: 3 })
  assert.deepEqual([counted.reserved, counted.short], [3, 0])
  assert.deepEqual(await reserved(itemId), [3, 2])
  assert.deepEqual([await waiting(first!), await waiting(second!)], [[0], [0]])
  assert.deepEqual(
    (await bob.call(sources, { orderId: second! })).items.map((each) => [each.locationName, each.quantity]),
    [
      ['Warehouse', 1],
      ['cellar', 2],
    ],
  )
  await shop.invariants()
  for (const orderId of [second!, first!]) await bob.call(ship, { orderId })
  await shop.invariants()
})

test('what no place has is short: the youngest order shows it, cannot send it, and gets it when goods come anywhere', async () => {
  const tea = await shop.goods({ stock: 5 })
  const itemId = await itemOf(shop, tea)
  const [first, second] = await ordersOf(tea, 2, 3)
  assert.equal((await bob.call(count, { itemId, locationId: warehouse, onHand: 3 })).short, 2)
  assert.deepEqual([await waiting(first!), await waiting(second!)], [[0], [2]])
  await shop.invariants()
  await assert.rejects(bob.call(ship, { orderId: second! }), (error: any) => {
    assert.equal(error.code, 'inventory.not_there')
    assert.deepEqual(
      error.details.lines.map((line: { there: number }) => line.there),
      [1],
    )
    return true
  })
  await bob.call(ship, { orderId: first! })
  const [line] = (await bob.call(get, { orderId: second! })).lines
  await bob.call(ship, { orderId: second!, lines: [{ orderLineId: line!.id, quantity: 1 }] })
  await adjusted(itemId, cellar, 1)
  assert.deepEqual([await waiting(second!), await reserved(itemId)], [[1], [1, 1]])
  await adjusted(itemId, cellar, 9)
  assert.deepEqual([await waiting(second!), await reserved(itemId)], [[0], [0, 2]])
  await bob.call(ship, { orderId: second! })
  assert.equal((await bob.call(get, { orderId: second! })).fulfilmentStanding, 'shipped')
  await shop.invariants()
})

test('of those who wait the first is served first, the paid before those that only hold', async () => {
  const tea = await shop.goods({ stock: 4 })
  const itemId = await itemOf(shop, tea)
  const unpaid = await placed(shop, shop.guest(), { of: tea })
  shop.clock.forward(minutes(1))
  const [first, second, third] = await ordersOf(tea, 1, 1, 1)
  const all = async () => [
    ...(await Promise.all([first!, second!, third!].map(waiting))).flat(),
    ...(await waiting(unpaid.order.id)),
  ]
  await bob.call(count, { itemId, locationId: warehouse, onHand: 0 })
  assert.deepEqual(await all(), [1, 1, 1, 1])
  await adjusted(itemId, cellar, 1)
  assert.deepEqual(await all(), [0, 1, 1, 1])
  await adjusted(itemId, cellar, 1)
  assert.deepEqual(await all(), [0, 0, 1, 1])
  await adjusted(itemId, warehouse, 1)
  assert.deepEqual(await all(), [0, 0, 0, 1])
  await payNow(shop, unpaid)
  await shop.invariants()
})

test('what somebody gives back goes to who waits, when the next round comes', async () => {
  const tea = await shop.goods({ stock: 1 })
  const itemId = await itemOf(shop, tea)
  await adjusted(itemId, cellar, 1)
  const [first, second] = await ordersOf(tea, 1, 1)
  await bob.call(count, { itemId, locationId: warehouse, onHand: 0 })
  assert.deepEqual([await waiting(first!), await waiting(second!)], [[1], [0]])
  await bob.call(cancel, { orderId: second!, reason: 'changed her mind' })
  await shop.job('inventory.replan')
  assert.deepEqual([await waiting(first!), await reserved(itemId)], [[0], [0, 1]])
  await shop.invariants()
})

test('what is received or comes from another place goes to who waits, too', async () => {
  const tea = await shop.goods({ stock: 2 })
  const itemId = await itemOf(shop, tea)
  const [first] = await ordersOf(tea, 2)
  await bob.call(count, { itemId, locationId: warehouse, onHand: 0 })
  const subject = { kind: 'test', id: newId() }
  await shop.inside((ctx) =>
    moveAll(ctx, [{ itemId, locationId: cellar, delta: 1 }], { reason: 'received', subject, cause: 'test' }),
  )
  assert.deepEqual([await waiting(first!), await reserved(itemId)], [[1], [1, 1]])
  await shop.inside((ctx) =>
    moveAll(ctx, [{ itemId, locationId: cellar, delta: 1 }], { reason: 'received', subject, cause: 'test' }),
  )
  assert.deepEqual([await waiting(first!), await reserved(itemId)], [[0], [0, 2]])
  await shop.invariants()
})

test('what a buyer fetches at a place is not sought elsewhere', async () => {
  const tea = await shop.goods({ stock: 1 })
  const itemId = await itemOf(shop, tea)
  await adjusted(itemId, cellar, 5)
  const holder = { kind: 'test', id: newId() }
  await shop.inside((ctx) =>
    hold(ctx, {
      holder,
      lines: [{ lineId: newId(), variantId: tea.variantId, quantity: 1, at: warehouse }],
      until: new Date(ctx.now().getTime() + minutes(5)),
    }),
  )
  assert.equal((await bob.call(count, { itemId, locationId: warehouse, onHand: 0 })).short, 1)
  assert.deepEqual(await reserved(itemId), [1, 0])
  await shop.inside((ctx) => release(ctx, holder, 'released'))
  await shop.invariants()
})

test('counting while others order, send and cancel keeps every count right', async () => {
  const tea = await shop.goods({ stock: 30 })
  const itemId = await itemOf(shop, tea)
  await adjusted(itemId, cellar, 30)
  await bob.call(setLimits, { itemId, locationId: warehouse, backorderLimit: 5 })
  const orders = await Promise.all(
    Array.from({ length: 12 }, (_, n) => paid(shop, shop.guest(), { of: tea, quantity: 1 + (n % 4) })),
  )
  const work = orders.flatMap(({ id: orderId }, n) => [
    bob.call(count, { itemId, locationId: n % 2 ? warehouse : cellar, onHand: (n * 7) % 11 }),
    n % 3 ? bob.call(ship, { orderId }) : bob.call(cancel, { orderId, reason: 'test' }),
  ])
  for (const each of await Promise.allSettled(work))
    if (each.status === 'rejected')
      assert.ok(
        ['inventory.not_there', 'inventory.too_little'].includes(each.reason.code),
        String(each.reason),
      )
  await shop.job('inventory.replan')
  await shop.settle()
  await shop.invariants()
})
