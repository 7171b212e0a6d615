import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { countStatements } from '#kit/db.ts'
import { seconds } from '#kit/clock.ts'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { cancelOpenPayments, settleStart } from './index.ts'

const desk = await openPayDesk()
const { shop } = desk
after(() => desk.close())

test('a payment is opened in three steps and waits for the shopper on the hosted page', async () => {
  const begun = await desk.begin()
  assert.equal(begun.state, 'created')
  const opened = await desk.settle(begun, await desk.ask(begun))
  assert.equal(opened.state, 'requires_action')
  assert.match(opened.next_url!, /\/pay\/pay_/)
  assert.equal((await desk.truth(opened)).reference, opened.provider_reference)
})

test('the last step of a start costs at most five statements', async () => {
  const begun = await desk.begin()
  const reply = await desk.ask(begun)
  const statements = { count: 0, texts: [] }
  await countStatements(statements, () => shop.inside((ctx) => settleStart(ctx, begun.id, reply)))
  assert.ok(statements.count <= 5, JSON.stringify(statements.texts))
})

test('paying brings the money into the ledger, once', async () => {
  const payment = await desk.paid({ amount: 2500 })
  assert.deepEqual([payment.state, payment.captured_amount, payment.next_url], ['captured', 2500, null])
  assert.deepEqual(payment.paid_at, shop.clock.now)
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 2500, receivable: -2500 })
  assert.equal((await desk.thingOf(payment)).secured, 1)
})

test('a declined payment says why, takes nothing, and lets another attempt follow', async () => {
  const payment = await desk.open()
  await desk.pay(payment, { decline: 'expired_card' })
  await desk.toldAndDone(payment)
  const { state, decline_code: code } = await desk.row(payment.id)
  assert.deepEqual([state, code], ['failed', 'expired_card'])
  assert.equal((await desk.thingOf(payment)).failed, 1)
  const second = await desk.paid({ of: payment.payable_id })
  assert.equal((await desk.thingOf(second)).secured, 1)
})

test('what the provider refuses to open has failed, and the thing hears of it', async () => {
  const begun = await desk.begin()
  await desk.api.open({
    amount: 1,
    currency: 'EUR',
    capture: 'automatic',
    reference: begun.id,
    description: 'Taken',
    returnUrl: begun.return_url,
    cancelUrl: begun.cancel_url,
    webhookUrl: 'http://127.0.0.1:1/webhooks/sandbox',
  })
  const settled = await desk.settle(begun, await desk.ask(begun))
  assert.deepEqual([settled.state, settled.decline_code], ['failed', 'reference_taken'])
  assert.equal((await desk.thingOf(begun)).failed, 1)
})

// C8: the gateway does its work and then says nothing.
for (const [how, fault] of [
  ['silence', { silence: 1 }],
  ['an error', { after: 1 }],
] as const)
  test(`opened at the provider and answered with ${how}: one payment, found by asking`, async () => {
    const begun = await desk.begin()
    await desk.faults(fault)
    const reply = await desk.ask(begun, AbortSignal.timeout(150))
    await desk.faults({})
    assert.equal(reply.kind, 'unknown')
    const unknown = await desk.settle(begun, reply)
    assert.ok(unknown.unknown_since)
    // The shopper tries again meanwhile: the same id, so the same payment there.
    const again = await desk.ask(unknown)
    shop.clock.forward(seconds(3))
    await desk.sweep()
    const found = await desk.row(begun.id)
    assert.deepEqual([found.state, found.unknown_since], ['requires_action', null])
    assert.ok(again.kind === 'answered' && again.fact.reference === found.provider_reference)
    await desk.pay(found)
    await desk.toldAndDone(found)
    assert.equal((await desk.row(begun.id)).captured_amount, 2500)
    assert.deepEqual(await desk.booked(begun), { 'provider:sandbox': 2500, receivable: -2500 })
  })

test('a process that dies before it asks: the payment is given up after a while', async () => {
  const begun = await desk.begin()
  await desk.quiet(150)
  const given = await desk.row(begun.id)
  assert.deepEqual([given.state, given.decline_code, given.ask_at], ['failed', 'never_opened', null])
  assert.equal((await desk.thingOf(begun)).failed, 1)
})

test('a process that dies after it asked: the sweep finds the payment, even the paid one', async () => {
  const begun = await desk.begin()
  const reply = await desk.ask(begun)
  assert.equal(reply.kind, 'answered')
  await desk.pay(begun)
  await desk.quiet(40)
  const found = await desk.row(begun.id)
  assert.deepEqual([found.state, found.captured_amount], ['captured', 2500])
  assert.equal((await desk.thingOf(begun)).secured, 1)
})

test('a thing no longer wanted: what is open at the provider is closed there too', async () => {
  const payment = await desk.open()
  await desk.unwanted(payment)
  await shop.inside((ctx) => cancelOpenPayments(ctx, { kind: 'thing', id: payment.payable_id }, 'test'))
  assert.equal((await desk.row(payment.id)).state, 'cancelled')
  await desk.quiet(10)
  assert.equal((await desk.truth(payment)).state, 'cancelled')
  await assert.rejects(desk.pay(payment), /409/)
})

test('cancelled while the provider was being asked: it is closed there as well', async () => {
  const begun = await desk.begin()
  const reply = await desk.ask(begun)
  await desk.unwanted(begun)
  await shop.inside((ctx) => cancelOpenPayments(ctx, { kind: 'thing', id: begun.payable_id }, 'test'))
  await desk.settle(begun, reply)
  assert.equal((await desk.row(begun.id)).state, 'cancelled')
  await desk.quiet(10)
  assert.equal((await desk.truth(begun)).state, 'cancelled')
})
