import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { hours, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { ADDRESS, cartOf, readyCart } from '#testing/carts.ts'
import { BACK, paySlowly, placed } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../browse/product.ts'
import { addItem } from '../cart/add-item.ts'
import { get as getCart } from '../cart/get.ts'
import { setDetails } from '../cart/set-details.ts'
import { get } from './admin/get.ts'
import { pay } from './pay.ts'
import { place } from './place.ts'

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

test('a hold that ran out is nobody’s, though the sweep has not come yet: the next buyer gets the goods', async () => {
  const [first, second] = [shop.guest(), shop.guest()]
  const tea = await shop.goods({ stock: 5 })
  const late = await placed(shop, first, { of: tea, quantity: 5 })
  await assert.rejects(cartOf(second, { of: tea, quantity: 5 }), { code: 'cart.out_of_stock' })
  const shown = async () => (await second.call(product, { slug: tea.slug })).variants[0]!.available
  assert.equal(await shown(), 0)
  shop.clock.forward(minutes(15))
  assert.equal(await shown(), 5)
  const { order } = await placed(shop, second, { of: tea, quantity: 5 })
  assert.equal(order.state, 'pending')
  assert.equal((await shop.bob.call(get, { orderId: late.order.id })).state, 'expired')
  const cart = await first.call(getCart, { cartId: late.order.cartId })
  assert.deepEqual([cart.state, cart.problems.map(({ kind }) => kind)], ['open', ['out_of_stock']])
  await allHolds()
})

test('goods whose payment is being worked on are not given to the next buyer', async () => {
  const tea = await shop.goods({ stock: 1 })
  const slow = await paySlowly(shop, await placed(shop, shop.guest(), { of: tea }), 3600)
  const second = shop.guest()
  const { id: cartId } = await cartOf(second)
  shop.clock.forward(minutes(15))
  await second.call(addItem, { cartId, variantId: tea.variantId, quantity: 1 })
  await second.call(setDetails, {
    cartId,
    email: second.email,
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
  await assert.rejects(second.call(place, { cartId, ...BACK }, { key: newId() }), {
    code: 'cart.out_of_stock',
  })
  assert.equal((await shop.bob.call(get, { orderId: slow.id })).state, 'pending')
  await allHolds()
})

test('of two who want what another no longer holds, one gets it', async () => {
  for (let round = 0; round < 5; round++) {
    const tea = await shop.goods({ stock: 1 })
    const late = await placed(shop, shop.guest(), { of: tea })
    shop.clock.forward(minutes(15))
    const buyers = [shop.guest(), shop.guest(), shop.guest()]
    const carts = await Promise.all(buyers.map((buyer) => readyCart(shop, buyer, { of: tea })))
    const results = await Promise.allSettled([
      ...buyers.map((buyer, n) => buyer.call(place, { cartId: carts[n]!.id, ...BACK }, { key: newId() })),
      shop.job('orders.expire'),
    ])
    const codes = results
      .slice(0, 3)
      .map((result) => (result.status === 'fulfilled' ? 'placed' : result.reason.code))
    assert.deepEqual(codes.toSorted(), ['cart.out_of_stock', 'cart.out_of_stock', 'placed'])
    assert.equal((await shop.bob.call(get, { orderId: late.order.id })).state, 'expired')
    await allHolds()
  }
})

test('who keeps trying to pay keeps the goods, for an hour at most', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 1 })
  const first = await placed(shop, guest, { of: tea })
  const { id: orderId } = first.order
  const began = shop.clock.now.getTime()
  const held = async () =>
    (Date.parse((await shop.bob.call(get, { orderId })).holdUntil!) - began) / minutes(1)
  assert.equal(await held(), 15)
  for (const [passed, until] of [
    [10, 25],
    [20, 35],
    [34, 49],
    [48, 60],
    [59, 60],
  ] as const) {
    shop.clock.now = new Date(began + minutes(passed))
    await shop.job('orders.expire')
    await guest.call(pay, { orderId, ...BACK }, { key: newId() })
    assert.equal(await held(), until, `tried after ${passed} minutes`)
  }
  shop.clock.now = new Date(began + minutes(60))
  await shop.job('orders.expire')
  await assert.rejects(guest.call(pay, { orderId, ...BACK }, { key: newId() }), {
    code: 'orders.not_payable',
  })
  assert.equal((await shop.onHand(tea.variantId)).available, 1)
  await allHolds()
})

/** Once the sweep has come by and all that was told is heard; news of the company may still be on its way. */
async function allHolds(tries = 40): Promise<void> {
  await shop.settle()
  await shop.job('orders.expire')
  await shop.settle()
  await shop.invariants().catch(async (error: unknown) => {
    if (tries === 0) throw error
    await sleep(50)
    await allHolds(tries - 1)
  })
}
