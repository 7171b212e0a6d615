import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openPayDesk } from '../../../testing/pay-desk.ts'
import { OutcomeUnknown } from '../index.ts'
import { callStep } from '../step-asking.ts'
import { StepRefused, beginStep } from '../step-task.ts'
import { NotCapturable, capture } from './capture.ts'
import { get } from './get.ts'
import { NotVoidable, voidPayment } from './void.ts'

const desk = await openPayDesk()
const { shop } = desk
const { bob, alice } = shop
afterEach(() => desk.faults({}))
after(() => desk.close())

const authorised = (amount = 1000) => desk.paid({ amount, capture: 'manual' })
const take = (paymentId: string, amount?: number, key = newId()) =>
  bob.call(capture, { paymentId, ...(amount ? { amount } : {}) }, { key })
const release = (paymentId: string, key = newId()) => bob.call(voidPayment, { paymentId }, { key })

test('a capture takes all that was authorised', async () => {
  const payment = await authorised()
  assert.equal(payment.state, 'authorised')
  const taken = await take(payment.id)
  assert.deepEqual([taken.state, taken.captured.amount, taken.capturable.amount], ['captured', 1000, 0])
  assert.equal((await desk.truth(payment)).captured, 1000)
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 1000, receivable: -1000 })
})

test('in parts, and the rest is voided', async () => {
  const payment = await authorised()
  assert.equal((await take(payment.id, 300)).state, 'part_captured')
  const second = await take(payment.id, 200)
  assert.deepEqual([second.captured.amount, second.capturable.amount], [500, 500])
  const ended = await release(payment.id)
  assert.deepEqual([ended.state, ended.captured.amount, ended.capturable.amount], ['captured', 500, 0])
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 500, receivable: -500 })
})

test('the same key captures once, and answers with the payment as it is', async () => {
  const payment = await authorised()
  const key = newId()
  await take(payment.id, 300, key)
  assert.equal((await take(payment.id, 300, key)).captured.amount, 300)
  assert.equal((await desk.truth(payment)).captured, 300)
  await assert.rejects(take(payment.id, 400, key), { code: 'idempotency_key_reused' })
})

test('without a key nothing is done', async () => {
  const payment = await authorised()
  for (const operation of [capture, voidPayment]) {
    await assert.rejects(bob.call(operation, { paymentId: payment.id }), { code: 'idempotency_key_needed' })
  }
})

test('more than is left, of what is paid or not yet paid: refused', async () => {
  const payment = await authorised()
  await assert.rejects(take(payment.id, 1001), {
    code: NotCapturable.code,
    details: { state: 'authorised', capturable: { amount: 1000, currency: 'EUR' } },
  })
  for (const other of [await desk.paid(), await desk.open()]) {
    await assert.rejects(take(other.id), { code: NotCapturable.code })
  }
  await assert.rejects(release((await desk.paid()).id), {
    code: NotVoidable.code,
    details: { state: 'captured' },
  })
})

test('captures at once never take more than was authorised', async () => {
  const payment = await authorised()
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => take(payment.id, 400)))
  for (const each of tries) {
    if (each.status === 'rejected')
      assert.ok([OutcomeUnknown.code, NotCapturable.code].includes(each.reason.code), each.reason)
  }
  const { captured_amount: captured } = await desk.row(payment.id)
  const done = tries.filter((each) => each.status === 'fulfilled').length
  assert.equal(captured, done * 400)
  assert.ok(captured === 400 || captured === 800)
  assert.equal((await desk.truth(payment)).captured, captured)
})

// C8 for captures
test('a capture that goes unanswered blocks every other step until it is known, and is one capture', async () => {
  const payment = await authorised()
  const key = newId()
  await desk.faults({ after: 1 })
  const answer = await take(payment.id, 600, key)
  assert.deepEqual([answer.outcomeUnknown, answer.captured.amount], [true, 0])
  await desk.faults({})
  await assert.rejects(take(payment.id, 100), { code: OutcomeUnknown.code })
  await assert.rejects(release(payment.id), { code: OutcomeUnknown.code })
  // A webhook says what was taken, but not that nothing else will come of the call.
  await desk.toldAndDone(payment)
  assert.equal((await bob.call(get, { paymentId: payment.id })).outcomeUnknown, true)
  await desk.quiet(10)
  const known = await bob.call(get, { paymentId: payment.id })
  assert.deepEqual([known.outcomeUnknown, known.captured.amount], [false, 600])
  assert.equal((await desk.truth(payment)).captured, 600)
  assert.equal((await take(payment.id, 600, key)).captured.amount, 600)
})

test('nothing is asked of a payment whose provider has not said what became of it', async () => {
  const payment = await authorised()
  const since = (at: Date | null) =>
    sql`update payments.payment set unknown_since = ${at} where id = ${payment.id}`.execute(shop.app.pool.db)
  await since(shop.clock.now)
  await assert.rejects(take(payment.id), { code: OutcomeUnknown.code })
  await assert.rejects(release(payment.id), { code: OutcomeUnknown.code })
  await since(null)
  assert.equal((await take(payment.id)).state, 'captured')
})

test('asked again with its key while unknown, the same capture is asked for and found', async () => {
  const payment = await authorised()
  const key = newId()
  await desk.faults({ after: 1 })
  await take(payment.id, 600, key)
  await desk.faults({})
  const known = await take(payment.id, 600, key)
  assert.deepEqual([known.outcomeUnknown, known.captured.amount], [false, 600])
  assert.equal((await desk.truth(payment)).captured, 600)
})

test('what the provider refuses is told, kept, and the payment is looked at again', async () => {
  const payment = await authorised()
  await desk.api.post(`/payments/${payment.provider_reference}/void`)
  const key = newId()
  for (let tries = 0; tries < 2; tries++) {
    await assert.rejects(take(payment.id, 1000, key), {
      code: StepRefused.code,
      details: { code: 'not_capturable' },
    })
  }
  const { rows } = await sql<{
    state: string
    asked: number
  }>`select state, asked from payments.step where payment_id = ${payment.id}`.execute(shop.app.pool.db)
  assert.deepEqual(rows, [{ state: 'refused', asked: 1 }])
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).state, 'voided')
})

test('a process that dies between asking and keeping: the sweep finds what was captured', async () => {
  const payment = await authorised()
  const wish = { kind: 'capture', amount: 1000, cause: 'test' } as const
  const { carry } = await shop.inside((ctx) => beginStep(ctx, payment.id, () => wish))
  const reply = await callStep(shop.app, carry, AbortSignal.timeout(5000))
  assert.equal(reply.kind, 'answered')
  await assert.rejects(take(payment.id), { code: OutcomeUnknown.code })
  await assert.rejects(release(payment.id), { code: OutcomeUnknown.code })
  await desk.quiet(40)
  const { captured_amount: captured, state } = await desk.row(payment.id)
  assert.deepEqual([state, captured], ['captured', 1000])
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 1000, receivable: -1000 })
})

test('an unpaid payment that is voided ends here and there', async () => {
  const payment = await desk.open()
  assert.equal((await release(payment.id)).state, 'cancelled')
  assert.equal((await desk.truth(payment)).state, 'cancelled')
  assert.equal((await desk.thingOf(payment)).failed, 1)
})

test('only those who may capture do; a payment of nobody is not there', async () => {
  const payment = await authorised()
  const clerk = shop.staff('payments.read', 'payments.refund')
  for (const operation of [capture, voidPayment]) {
    await assert.rejects(clerk.call(operation, { paymentId: payment.id }, { key: newId() }), {
      code: 'forbidden',
    })
    await assert.rejects(alice.call(operation, { paymentId: payment.id }, { key: newId() }), {
      code: 'forbidden',
    })
    await assert.rejects(bob.call(operation, { paymentId: newId() }, { key: newId() }), { code: 'not_found' })
  }
})

test('each step leaves its line in the audit log', async () => {
  const payment = await authorised()
  await take(payment.id, 250)
  const { rows } = await sql<{ operation: string; after: unknown }>`
    select operation, after from kit.audit where subject_id = ${payment.id}`.execute(shop.app.pool.db)
  assert.deepEqual(rows, [
    { operation: 'payments.admin.capture', after: { asked: 'capture', amount: 250, currency: 'EUR' } },
  ])
  await shop.invariants()
})
