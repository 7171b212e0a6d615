import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { addItem } from '../cart/add-item.ts'
import { get as getCart } from '../cart/get.ts'
import { cancel } from './cancel.ts'
import { place } from './place.ts'
import { BACK, mailsTo, payNow, paySlowly, placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

test('cancelling before payment gives the stock back and the cart too', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 10 })
  const placement = await placed(shop, guest, { of: tea, quantity: 2 })
  const order = await guest.call(cancel, {
    orderId: placement.order.id,
    expectedVersion: placement.order.version,
  })
  assert.deepEqual(
    [order.state, order.status, order.canPay, order.canCancel],
    ['cancelled', 'cancelled', false, false],
  )
  assert.deepEqual(
    order.payments.map((payment) => [payment.state, payment.nextUrl]),
    [['cancelled', null]],
  )
  assert.deepEqual(
    order.lines.map((line) => line.quantityCancelled),
    [2],
  )
  assert.equal((await shop.onHand(tea.variantId)).available, 10)
  const cart = await guest.call(getCart, { cartId: order.cartId })
  assert.deepEqual([cart.state, cart.itemCount], ['open', 2])
  assert.deepEqual(await mailsTo(shop, guest.email), [], 'who cancels knows it')
  await shop.invariants()

  const again = await guest.call(place, { cartId: order.cartId, ...BACK }, { key: 'again' })
  assert.notEqual(again.order.id, order.id)
  await shop.invariants()
})

test('an order that is paid or over is not cancelled by its buyer', async () => {
  const guest = shop.guest()
  const paid = await payNow(shop, await placed(shop, guest, { of: await shop.goods() }))
  await assert.rejects(guest.call(cancel, { orderId: paid.id }), { code: 'orders.not_cancellable' })
  const { order } = await placed(shop, guest, { of: await shop.goods() })
  await guest.call(cancel, { orderId: order.id })
  await assert.rejects(guest.call(cancel, { orderId: order.id }), { code: 'orders.not_cancellable' })
})

test('nor one whose payment is on its way', async () => {
  const guest = shop.guest()
  const order = await paySlowly(shop, await placed(shop, guest, { of: await shop.goods() }), 600)
  assert.equal(order.payments[0]!.state, 'processing')
  assert.deepEqual([order.canPay, order.canCancel], [false, false])
  await assert.rejects(guest.call(cancel, { orderId: order.id }), {
    code: 'orders.not_cancellable',
    message: /on its way/,
  })
})

test('not by strangers, not by whoever saw an older version; by link it is', async () => {
  const { order, accessToken: token } = await placed(shop, shop.guest(), { of: await shop.goods() })
  const orderId = order.id
  for (const stranger of [shop.charlie, shop.bob]) {
    await assert.rejects(stranger.call(cancel, { orderId }), { code: 'not_found' })
  }
  await assert.rejects(shop.charlie.call(cancel, { orderId, token, expectedVersion: 99 }), {
    code: 'stale_version',
  })
  assert.equal((await shop.charlie.call(cancel, { orderId, token })).state, 'cancelled')
})

test('changing a cart that waits for its payment cancels the order', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 3 })
  const { order } = await placed(shop, guest, { of: tea, quantity: 2 })
  const cart = await guest.call(addItem, { cartId: order.cartId, variantId: tea.variantId, quantity: 1 })
  assert.deepEqual([cart.state, cart.itemCount], ['open', 3], 'the two it held count as free for it')
  assert.equal((await shop.onHand(tea.variantId)).reserved, 0)
  await shop.invariants()
  const again = await guest.call(place, { cartId: cart.id, ...BACK }, { key: 'more' })
  assert.notEqual(again.order.id, order.id)
  assert.equal((await payNow(shop, again)).state, 'confirmed')
  await shop.invariants()
})

test('a cart does not change while its payment is on its way', async () => {
  const guest = shop.guest()
  const tea = await shop.goods()
  const order = await paySlowly(shop, await placed(shop, guest, { of: tea }), 600)
  const change = guest.call(addItem, { cartId: order.cartId, variantId: tea.variantId, quantity: 1 })
  await assert.rejects(change, { code: 'cart.closed' })
})
