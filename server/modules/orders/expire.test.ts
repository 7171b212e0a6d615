import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours, minutes } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { get as getCart } from '../cart/get.ts'
import { get } from './admin/get.ts'
import { paySlowly, placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

test('an order not paid in time gives its stock back, and the cart to its buyer', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 5 })
  const { order } = await placed(shop, guest, { of: tea, quantity: 5 })
  shop.clock.forward(minutes(14))
  await shop.job('orders.expire')
  assert.equal((await shop.bob.call(get, { orderId: order.id })).state, 'pending')
  shop.clock.forward(minutes(2))
  await shop.job('orders.expire')
  const expired = await shop.bob.call(get, { orderId: order.id })
  assert.deepEqual([expired.state, expired.timeline.at(-1)!.kind], ['expired', 'expired'])
  assert.equal((await shop.onHand(tea.variantId)).available, 5)
  assert.equal((await guest.call(getCart, { cartId: order.cartId })).state, 'open')
  await shop.invariants()
})

test('while a payment is being worked on, the hold is prolonged, but for a day at most', async () => {
  const tea = await shop.goods({ stock: 5 })
  const order = await paySlowly(shop, await placed(shop, shop.guest(), { of: tea }), 3600)
  for (let passed = 0; passed < 3; passed++) {
    shop.clock.forward(minutes(16))
    await shop.job('orders.expire')
    assert.equal((await shop.bob.call(get, { orderId: order.id })).state, 'pending')
  }
  assert.equal((await shop.onHand(tea.variantId)).reserved, 1)
  shop.clock.forward(hours(24))
  await shop.job('orders.expire')
  assert.equal((await shop.bob.call(get, { orderId: order.id })).state, 'expired')
  await shop.invariants()
})
