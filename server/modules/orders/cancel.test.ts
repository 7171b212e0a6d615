import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { contextFor } from '#kit/invoke.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { payOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { addItem } from '../cart/add-item.ts'
import { get as getCart } from '../cart/get.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { capture } from '../payments/admin/capture.ts'
import { callProvider, cancelOpenPayments, settleStart, startPayment } from '../payments/index.ts'
import { get as getAsStaff } from './admin/get.ts'
import { cancel } from './cancel.ts'
import { get } from './get.ts'
import { place } from './place.ts'
import { BACK, mailsTo, orderWhen, payNow, paySlowly, placed } from '#testing/orders.ts'

const shop = await openShop({ poolSize: 16 })
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

/** The buyer's bank has only promised the money; the shop charges when it sends. */
async function authorised(guest: Person, of: Goods): Promise<string> {
  const { order } = await placed(shop, guest, { of, quantity: 2 })
  const opened = await shop.inside(async (ctx) => {
    await cancelOpenPayments(ctx, { kind: 'order', id: order.id }, 'test')
    const { publicUrl } = shop.app.config
    return startPayment(ctx, {
      payable: { kind: 'order', id: order.id },
      method: 'sandbox',
      amount: order.totals.total,
      capture: 'manual',
      returnUrl: publicUrl,
      cancelUrl: publicUrl,
    })
  })
  const call = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }
  const reply = await callProvider(
    await contextFor(shop.app, call),
    opened,
    'Order',
    AbortSignal.timeout(5000),
  )
  const started = await shop.inside((ctx) => settleStart(ctx, opened.id, reply))
  await payOnSandbox(started.next_url!, 'pay')
  await orderWhen(shop, order.id, (now) => now.paymentStanding === 'authorised')
  return order.id
}

test('while money is only authorised and nothing was sent, the buyer may cancel: stock back, authorisation voided', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 10 })
  const orderId = await authorised(guest, tea)
  const before = await guest.call(get, { orderId })
  assert.deepEqual([before.state, before.canCancel], ['confirmed', true])
  const cancelled = await guest.call(cancel, { orderId })
  assert.deepEqual(
    [cancelled.state, cancelled.status, cancelled.canCancel],
    ['cancelled', 'cancelled', false],
  )
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 10, reserved: 0, available: 10 })
  shop.clock.forward(seconds(2))
  await shop.job('payments.sweep')
  const voided = await orderWhen(shop, orderId, (now) => now.payments.at(-1)!.state === 'voided')
  assert.equal(voided.payments.at(-1)!.captured.amount, 0)
  await shop.invariants()
})

test('what was charged, is being charged or was sent stays', async () => {
  const guest = shop.guest()
  const refused = async (orderId: string) => {
    await assert.rejects(guest.call(cancel, { orderId }), { code: 'orders.not_cancellable' })
    assert.equal((await guest.call(get, { orderId })).state, 'confirmed')
  }
  const charged = await authorised(guest, await shop.goods())
  const [payment] = (await guest.call(get, { orderId: charged })).payments.slice(-1)
  await shop.bob.call(capture, { paymentId: payment!.id, amount: 100 }, { key: 'capture' })
  await refused(charged)
  assert.equal((await guest.call(get, { orderId: charged })).canCancel, false)

  const sent = await authorised(guest, await shop.goods())
  await shop.bob.call(ship, { orderId: sent })
  await refused(sent)
  await shop.invariants()
})

test('a charge and a cancellation at once: charged and kept, or cancelled and given back', async () => {
  for (let round = 0; round < 6; round++) {
    const guest = shop.guest()
    const orderId = await authorised(guest, await shop.goods())
    const [payment] = (await guest.call(get, { orderId })).payments.slice(-1)
    await Promise.allSettled([
      guest.call(cancel, { orderId }),
      shop.bob.call(capture, { paymentId: payment!.id }, { key: `capture-${round}` }),
    ])
    const settled = await orderWhen(shop, orderId, () => true)
    for (let passed = 0; passed < 4; passed++) {
      shop.clock.forward(seconds(20))
      await shop.job('payments.sweep')
      await shop.settle()
    }
    const now = await shop.bob.call(getAsStaff, { orderId })
    const { captured, refunded, state } = now.payments.at(-1)!
    if (now.state === 'confirmed') assert.deepEqual([state, refunded.amount], ['captured', 0])
    else assert.deepEqual([now.state, captured.amount - refunded.amount], ['cancelled', 0])
    assert.equal(settled.id, now.id)
    await shop.invariants()
  }
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
