import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { cancel } from './cancel.ts'
import { pay } from './pay.ts'
import { place } from './place.ts'
import { BACK, payNow, placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

test('after a declined card another attempt pays the same order', async () => {
  const guest = shop.guest()
  const first = await placed(shop, guest, { of: await shop.goods() })
  const declined = await payNow(shop, first, 'decline')
  assert.deepEqual([declined.state, declined.paymentStanding, declined.canPay], ['pending', 'failed', true])
  assert.equal(declined.payments[0]!.state, 'failed')
  assert.ok(declined.payments[0]!.declineCode)

  shop.clock.forward(minutes(10))
  const second = await guest.call(pay, { orderId: first.order.id, ...BACK }, { key: newId() })
  assert.equal(second.order.id, first.order.id)
  assert.equal(
    second.order.holdUntil,
    new Date(shop.clock.now.getTime() + minutes(15)).toISOString(),
    'held anew',
  )
  await shop.invariants()
  const paid = await payNow(shop, second)
  assert.deepEqual(
    [paid.state, paid.payments.map((payment) => payment.state)],
    ['confirmed', ['failed', 'captured']],
  )
  assert.deepEqual(
    paid.timeline.map((entry) => entry.kind),
    ['placed', 'payment_failed', 'paid', 'confirmed'],
  )
  await shop.invariants()
})

test('an attempt that is open is gone on with, from whichever side', async () => {
  const guest = shop.guest()
  const first = await placed(shop, guest, { of: await shop.goods() })
  const { orderId, cartId } = { orderId: first.order.id, cartId: first.order.cartId }
  const again = await guest.call(pay, { orderId, ...BACK }, { key: newId() })
  assert.deepEqual(again.next, first.next)
  assert.deepEqual((await guest.call(place, { cartId, ...BACK }, { key: 'from the cart' })).next, first.next)
  assert.equal(again.order.payments.length, 1)
})

test('placing again after a decline starts the next attempt', async () => {
  const guest = shop.guest()
  const first = await placed(shop, guest, { of: await shop.goods() })
  await payNow(shop, first, 'decline')
  const second = await guest.call(place, { cartId: first.order.cartId, ...BACK }, { key: 'second' })
  assert.equal(second.order.id, first.order.id)
  assert.equal(second.order.payments.length, 2)
  assert.equal((await payNow(shop, second)).state, 'confirmed')
})

test('whoever has the link may pay; without it the order is not there', async () => {
  const first = await placed(shop, shop.guest(), { of: await shop.goods() })
  const input = { orderId: first.order.id, ...BACK }
  await assert.rejects(shop.charlie.call(pay, input, { key: newId() }), { code: 'not_found' })
  await assert.rejects(shop.charlie.call(pay, { ...input, token: 'not-the-token' }, { key: newId() }), {
    code: 'not_found',
  })
  const { next } = await shop.charlie.call(pay, { ...input, token: first.accessToken }, { key: newId() })
  assert.deepEqual(next, first.next)
})

test('what is paid, cancelled or was tried too often cannot be paid', async () => {
  const guest = shop.guest()
  const paid = await payNow(shop, await placed(shop, guest, { of: await shop.goods() }))
  await assert.rejects(guest.call(pay, { orderId: paid.id, ...BACK }, { key: newId() }), {
    code: 'orders.not_payable',
  })

  const { order } = await placed(shop, guest, { of: await shop.goods() })
  await shop.inside((ctx) =>
    sql`insert into payments.payment (id, store_id, provider, method, payable_kind, payable_id, currency, amount, capture, state, return_url, cancel_url, created_at, updated_at)
      select gen_random_uuid(), store_id, provider, method, payable_kind, payable_id, currency, amount, capture, 'failed', return_url, cancel_url, created_at, updated_at
      from payments.payment, generate_series(1, 20) where payable_id = ${order.id}`.execute(ctx.db),
  )
  await shop.inside((ctx) =>
    sql`update payments.payment set state = 'failed' where payable_id = ${order.id}`.execute(ctx.db),
  )
  await assert.rejects(guest.call(pay, { orderId: order.id, ...BACK }, { key: newId() }), {
    code: 'orders.not_payable',
    message: /too many attempts/,
  })
  await guest.call(cancel, { orderId: order.id })
  await assert.rejects(guest.call(pay, { orderId: order.id, ...BACK }, { key: newId() }), {
    code: 'orders.not_payable',
    message: /closed/,
  })
})

test('a method that does not exist is refused', async () => {
  const guest = shop.guest()
  const first = await placed(shop, guest, { of: await shop.goods() })
  await payNow(shop, first, 'decline')
  const input = { orderId: first.order.id, ...BACK, paymentMethod: 'barter' }
  await assert.rejects(guest.call(pay, input, { key: newId() }), { code: 'payments.method_unknown' })
})
