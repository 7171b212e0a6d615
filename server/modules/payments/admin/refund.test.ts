import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openPayDesk } from '../../../testing/pay-desk.ts'
import { OutcomeUnknown, RefundTooLarge } from '../index.ts'
import { get } from './get.ts'
import { refund } from './refund.ts'

const desk = await openPayDesk({ poolSize: 16 })
const { shop } = desk
const { bob } = shop
afterEach(() => desk.faults({}))
after(() => desk.close())

const give = (paymentId: string, amount?: number, key = newId()) =>
  bob.call(refund, { paymentId, reason: 'broken cup', ...(amount ? { amount } : {}) }, { key })

test('a refund is done when the provider answers', async () => {
  const payment = await desk.paid({ amount: 1000 })
  const made = await give(payment.id, 400)
  assert.deepEqual(
    [made.state, made.amount, made.reason],
    ['succeeded', { amount: 400, currency: 'EUR' }, 'broken cup'],
  )
  const seen = await bob.call(get, { paymentId: payment.id })
  assert.deepEqual([seen.refunded.amount, seen.refundable.amount, seen.refunds.length], [400, 600, 1])
  assert.equal((await desk.truth(payment)).refunded, 400)
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 600, receivable: -600 })
})

test('without an amount, all that is left', async () => {
  const payment = await desk.paid({ amount: 1000 })
  await give(payment.id, 300)
  assert.equal((await give(payment.id)).amount.amount, 700)
  await assert.rejects(give(payment.id), {
    code: RefundTooLarge.code,
    details: { refundable: { amount: 0, currency: 'EUR' } },
  })
})

// C22
test('the same key refunds once; two keys with the same amount refund twice', async () => {
  const payment = await desk.paid({ amount: 1000 })
  const key = newId()
  const [first, again] = [await give(payment.id, 300, key), await give(payment.id, 300, key)]
  assert.equal(again.id, first.id)
  await give(payment.id, 300)
  assert.equal((await desk.truth(payment)).refunded, 600)
})

test('ten refunds at once, in two requests each: never above the capture', async () => {
  const payment = await desk.paid({ amount: 1000 })
  const keys = Array.from({ length: 10 }, () => newId())
  const tries = await Promise.allSettled([...keys, ...keys].map((key) => give(payment.id, 300, key)))
  const done = new Set(tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : [])))
  assert.equal(done.size, 3)
  for (const each of tries) {
    if (each.status === 'rejected')
      assert.ok([RefundTooLarge.code, 'idempotency_in_progress'].includes(each.reason.code), each.reason)
  }
  await desk.quiet(40)
  assert.equal((await desk.truth(payment)).refunded, 900)
  assert.equal((await desk.row(payment.id)).refunded_amount, 900)
})

test('a refund that goes unanswered says so, and is found by the sweep or by its key', async () => {
  const payment = await desk.paid({ amount: 1000 })
  const key = newId()
  await desk.faults({ after: 1 })
  const unknown = await give(payment.id, 300, key)
  assert.deepEqual([unknown.state, unknown.outcomeUnknown], ['sent', true])
  await desk.faults({})
  const known = await give(payment.id, 300, key)
  assert.deepEqual([known.id, known.state, known.outcomeUnknown], [unknown.id, 'succeeded', false])
  assert.equal((await desk.truth(payment)).refunded, 300)
})

test('a refusal ends the refund, says why, and gives its amount free', async () => {
  const payment = await desk.paid({ amount: 1000 })
  await desk.api.post(`/payments/${payment.provider_reference}/refunds`, { amount: 900, reference: newId() })
  const refused = await give(payment.id, 500)
  assert.deepEqual([refused.state, refused.declineCode], ['failed', 'refund_above_captured'])
  assert.equal((await bob.call(get, { paymentId: payment.id })).refundable.amount, 1000)
})

test('no refund of what is not known, not captured or not there', async () => {
  const payment = await desk.paid({ capture: 'manual' })
  await assert.rejects(give(payment.id), { code: RefundTooLarge.code })
  await assert.rejects(give(newId()), { code: 'not_found' })
  const { capture } = await import('./capture.ts')
  await bob.call(capture, { paymentId: payment.id, amount: 100 }, { key: newId() })
  await desk.faults({ before: 1 })
  await bob.call(capture, { paymentId: payment.id, amount: 100 }, { key: newId() })
  await assert.rejects(give(payment.id, 1), { code: OutcomeUnknown.code })
})

test('only those who may refund do, and never without a key or with an amount below one', async () => {
  const payment = await desk.paid()
  const clerk = shop.staff('payments.read', 'payments.capture')
  const wish = { paymentId: payment.id, reason: 'x' }
  await assert.rejects(clerk.call(refund, wish, { key: newId() }), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(refund, wish, { key: newId() }), { code: 'unauthenticated' })
  await assert.rejects(bob.call(refund, wish), { code: 'idempotency_key_needed' })
  for (const amount of [0, -5, 1.5])
    await assert.rejects(bob.call(refund, { ...wish, amount }, { key: newId() }), { code: 'invalid_input' })
})
