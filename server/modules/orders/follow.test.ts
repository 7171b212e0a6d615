import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { follow } from './follow.ts'
import { ordersChanged } from './events.ts'
import { payNow, placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

test('who waits sees the order become paid, by the events it listens to', async () => {
  const guest = shop.guest()
  const placement = await placed(shop, guest, { of: await shop.goods() })
  const orderId = placement.order.id
  assert.equal((await guest.call(follow, { orderId })).state, 'pending')
  await payNow(shop, placement)
  assert.equal((await guest.call(follow, { orderId })).state, 'confirmed')
  assert.equal(follow.topic!({ orderId } as never), orderId)
  const { rows } = await shop.app.pool.pg.query(
    "select count(*)::int as n from kit.event where name = $1 and payload->'ids' ? $2",
    [ordersChanged.name, orderId],
  )
  assert.ok(rows[0].n >= 2, 'placed and confirmed')
})

test('strangers hear nothing', async () => {
  const { order } = await placed(shop, shop.guest(), { of: await shop.goods() })
  await assert.rejects(shop.charlie.call(follow, { orderId: order.id }), { code: 'not_found' })
})
