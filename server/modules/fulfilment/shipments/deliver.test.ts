import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { get } from '../../orders/admin/get.ts'
import { mailsTo, paid } from '#testing/orders.ts'
import { create } from './create.ts'
import { deliver } from './deliver.ts'

const shop = await openShop()
after(() => shop.close())

test('with its last parcel an order is completed, and the buyer hears of each', async () => {
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: await shop.goods(), quantity: 2 })
  const half = { orderId: order.id, lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }] }
  const [first, second] = [await shop.bob.call(create, half), await shop.bob.call(create, half)]
  const arrived = await shop.bob.call(deliver, { shipmentId: first.id, expectedVersion: first.version })
  assert.deepEqual([arrived.state, arrived.version], ['delivered', 2])
  assert.deepEqual(
    [arrived.deliveredAt, arrived.returnableUntil],
    [shop.clock.now.toISOString(), '2026-03-16T10:00:00.000Z'],
  )
  const between = await shop.bob.call(get, { orderId: order.id })
  assert.deepEqual([between.state, between.fulfilmentStanding], ['confirmed', 'part_delivered'])
  await shop.bob.call(deliver, { shipmentId: second.id })
  const done = await shop.bob.call(get, { orderId: order.id })
  assert.deepEqual(
    [done.state, done.status, done.fulfilmentStanding],
    ['completed', 'delivered', 'delivered'],
  )
  const subjects = (await mailsTo(shop, guest.email)).map((mail) =>
    mail.subject.replace(/order \d+/, 'order N'),
  )
  assert.deepEqual(subjects.toSorted(), [
    'Your order N at Test shop',
    'Your order N has arrived',
    'Your order N has arrived',
    'Your order N is on its way',
    'Your order N is on its way',
  ])
  await shop.invariants()
})

test('a parcel arrives once, and of the version that was seen', async () => {
  const order = await paid(shop, shop.guest(), { of: await shop.goods() })
  const { id: shipmentId } = await shop.bob.call(create, { orderId: order.id })
  await assert.rejects(shop.bob.call(deliver, { shipmentId, expectedVersion: 9 }), { code: 'stale_version' })
  const results = await Promise.allSettled([1, 2, 3].map(() => shop.bob.call(deliver, { shipmentId })))
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
  await assert.rejects(shop.bob.call(deliver, { shipmentId }), { code: 'fulfilment.not_on_the_way' })
  await assert.rejects(shop.bob.call(deliver, { shipmentId: newId() }), { code: 'not_found' })
  await shop.invariants()
})

test('only who may', async () => {
  await assert.rejects(shop.alice.call(deliver, { shipmentId: newId() }), { code: 'forbidden' })
})
