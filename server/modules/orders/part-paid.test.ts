/** An order is paid by the provider's word alone, and by as much as came: too little and too much are standings of their own. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { hours, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, orderWhen, placed, payNow } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { disputeOnSandbox, payOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { capture } from '../payments/admin/capture.ts'
import { refund } from '../payments/admin/refund.ts'
import { get } from './admin/get.ts'
import { get as getOwn } from './get.ts'
import { pay } from './pay.ts'
import { place } from './place.ts'

const shop = await openShop()
after(() => shop.close())

const TRANSFER = { ...BACK, paymentMethod: 'sandbox_transfer' }

/** Placed, and a transfer sent that brings more or less than was asked for. */
async function transferred(buyer: ReturnType<typeof shop.guest>, sum: 'less' | 'more') {
  const cart = await readyCart(shop, buyer, { of: await shop.goods({ price: 10_000 }) })
  const placement = await buyer.call(place, { cartId: cart.id, ...TRANSFER }, { key: newId() })
  await payOnSandbox((placement.next as { url: string }).url, { delaySeconds: 60, sum })
  const { id: orderId } = placement.order
  await orderWhen(shop, orderId, (order) => order.payments[0]!.state === 'processing')
  shop.clock.forward(minutes(2))
  await shop.job('payments.sweep')
  return orderWhen(shop, orderId, (order) => order.payments[0]!.state === 'captured')
}

/** Once all that is still on its way from the company has been made something of. */
async function allHolds(): Promise<void> {
  await sleep(100)
  await shop.settle()
  await shop.invariants()
}

test('nothing but the provider’s word makes an order paid', async () => {
  const guest = shop.guest()
  const { order } = await placed(shop, guest, { of: await shop.goods() })
  const orderId = order.id
  const body = JSON.stringify({
    type: 'payment.captured',
    timestamp: shop.clock.now.toISOString(),
    data: { payment: { reference: order.payments[0]!.id, state: 'captured', captured: 10_000 } },
  })
  const seconds = String(Math.floor(shop.clock.now.getTime() / 1000))
  for (const signature of ['v1,bm90IHRoZSBzZWNyZXQgdGhhdCB3ZSBhZ3JlZWQgb24=', '']) {
    const answer = await fetch(`${shop.app.config.publicUrl}/webhooks/sandbox`, {
      method: 'POST',
      headers: { 'webhook-id': 'evt_1', 'webhook-timestamp': seconds, 'webhook-signature': signature },
      body,
    })
    assert.equal(answer.status, 400)
  }
  await guest.call(pay, { orderId, ...BACK }, { key: newId() })
  const paymentId = order.payments[0]!.id
  await assert.rejects(shop.bob.call(capture, { paymentId }, { key: newId() }), {
    code: 'payments.not_capturable',
  })
  shop.clock.forward(minutes(1))
  await shop.job('payments.sweep')
  await shop.settle()
  const seen = await shop.bob.call(get, { orderId })
  assert.deepEqual([seen.state, seen.paymentStanding, seen.status], ['pending', 'pending', 'pending'])
})

test('an order that is paid in part waits for the rest, and says so', async () => {
  const guest = shop.guest()
  const order = await transferred(guest, 'less')
  const total = order.totals.total.amount
  const paid = order.payments[0]!.captured.amount
  assert.deepEqual([order.state, order.paymentStanding, order.status], ['pending', 'part_paid', 'pending'])
  assert.equal(paid, total - Math.ceil(total / 10))
  const own = await guest.call(getOwn, { orderId: order.id })
  assert.deepEqual([own.paymentStanding, own.canPay, own.canCancel], ['part_paid', true, false])
  assert.match((await mailsTo(shop, guest.email)).at(-1)!.subject, /We have received your payment/)
  await allHolds()

  const rest = await guest.call(pay, { orderId: order.id, ...BACK }, { key: newId() })
  assert.equal(rest.order.payments[1]!.amount.amount, total - paid)
  const done = await payNow(shop, rest)
  assert.deepEqual([done.state, done.paymentStanding], ['confirmed', 'paid'])
  await assert.rejects(guest.call(pay, { orderId: order.id, ...BACK }, { key: newId() }), {
    code: 'orders.not_payable',
  })
  await allHolds()
})

test('a part that is not completed in time goes back', async () => {
  const { id: orderId } = await transferred(shop.guest(), 'less')
  shop.clock.forward(hours(1))
  await shop.job('orders.expire')
  await shop.job('payments.sweep')
  const order = await orderWhen(shop, orderId, (now) => now.timeline.some(({ kind }) => kind === 'refunded'))
  assert.deepEqual([order.state, order.paymentStanding], ['expired', 'refunded'])
  await allHolds()
})

test('an order that is paid too much is confirmed and shown as such, until staff give back what was too much', async () => {
  const order = await transferred(shop.guest(), 'more')
  const more = order.payments[0]!.captured.amount - order.totals.total.amount
  assert.equal(more, Math.ceil(order.totals.total.amount / 10))
  assert.deepEqual([order.state, order.paymentStanding, order.status], ['confirmed', 'over_paid', 'paid'])
  await allHolds()

  const wish = { paymentId: order.payments[0]!.id, amount: more, reason: 'You sent too much' }
  assert.equal((await shop.bob.call(refund, wish, { key: newId() })).state, 'succeeded')
  const settled = await shop.bob.call(get, { orderId: order.id })
  assert.deepEqual([settled.state, settled.paymentStanding], ['confirmed', 'paid'])
  await allHolds()
})

test('a dispute shows in the standing of the order and in its history', async () => {
  const guest = shop.guest()
  const placement = await placed(shop, guest, { of: await shop.goods() })
  const { url } = placement.next as { url: string }
  const { id: orderId } = await payNow(shop, placement)
  await disputeOnSandbox(url, 'open')
  const open = await orderWhen(shop, orderId, (order) => order.paymentStanding === 'disputed')
  assert.equal(open.state, 'confirmed')
  await disputeOnSandbox(url, 'lost')
  const lost = await orderWhen(shop, orderId, (order) => order.paymentStanding === 'charged_back')
  assert.deepEqual(
    lost.history.map(({ kind }) => kind).filter((kind) => kind.startsWith('dispute')),
    ['disputed', 'dispute_lost'],
  )
  assert.ok(
    !lost.timeline.some(({ kind }) => kind.startsWith('dispute')),
    'the bank’s business is not the buyer’s',
  )
  await allHolds()
})
