import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { sql } from 'kysely'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { cancelOpenPayments } from './index.ts'
import { leaseRefunds } from './refund-asking.ts'
import { leaseSteps } from './steps.ts'
import { leasePayments } from './sweep.ts'

const desk = await openPayDesk({ poolSize: 16 })
const { shop } = desk
afterEach(() => desk.faults({}))
after(() => desk.close())

test('a payment whose webhook was lost is found by asking', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  shop.clock.forward(119_000)
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).state, 'requires_action', 'not asked before two minutes')
  shop.clock.forward(2000)
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).state, 'captured')
})

test('two sweeps at once ask about each payment once', async () => {
  const payments = await Promise.all(Array.from({ length: 12 }, () => desk.open()))
  shop.clock.forward(121_000)
  const asked: string[] = []
  const { find } = desk.provider
  desk.provider.find = (ask, signal) => {
    asked.push('paymentId' in ask ? ask.paymentId : ask.reference)
    return find(ask, signal)
  }
  await Promise.all([desk.sweep(), desk.sweep(), desk.sweep()])
  desk.provider.find = find
  assert.deepEqual(asked.toSorted(), payments.map(({ id }) => id).toSorted())
})

test('a leased row is nobody else’s until its lease ends', async () => {
  const payment = await desk.open()
  shop.clock.forward(121_000)
  const lease = async () => {
    const leased = await shop.inside((ctx) => leasePayments(ctx, 100))
    return leased.some(({ id }) => id === payment.id)
  }
  assert.deepEqual([await lease(), await lease()], [true, false])
  shop.clock.forward(31_000)
  assert.equal(await lease(), true)
  await desk.sweep()
})

test('one provider’s error does not stop what comes after it', async () => {
  const [bad, good] = [await desk.open(), await desk.open()]
  for (const payment of [bad, good]) await desk.pay(payment)
  await sql`update payments.payment set provider = 'gone' where id = ${bad.id}`.execute(shop.app.pool.db)
  shop.clock.forward(121_000)
  await desk.sweep()
  assert.equal((await desk.row(good.id)).state, 'captured')
  assert.ok((await desk.row(bad.id)).ask_at! > shop.clock.now, 'asked again later')
  await sql`update payments.payment set provider = 'sandbox' where id = ${bad.id}`.execute(shop.app.pool.db)
  await desk.quiet(60)
  assert.equal((await desk.row(bad.id)).state, 'captured')
})

test('a gateway that fails again and again is asked each five seconds, and after a minute with growing pauses', async () => {
  const begun = await desk.begin()
  await desk.faults({ before: 1 })
  const pauses: number[] = []
  for (let tries = 0; tries < 20; tries++) {
    shop.clock.now = (await desk.row(begun.id)).ask_at!
    await desk.sweep()
    pauses.push(((await desk.row(begun.id)).ask_at!.getTime() - shop.clock.now.getTime()) / 1000)
  }
  assert.deepEqual(pauses.slice(0, 13), Array(13).fill(5))
  assert.deepEqual(pauses.slice(13), [10, 20, 40, 80, 160, 320, 600])
  assert.equal((await desk.row(begun.id)).state, 'created', 'no answer is not a no')
  await desk.faults({})
  await desk.quiet(610)
})

test('a payment that the provider has forgotten is asked about for a minute, and then given up', async () => {
  const payment = await desk.open()
  const { find } = desk.provider
  desk.provider.find = async () => null
  shop.clock.forward(121_000)
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).state, 'requires_action')
  await desk.quiet(70)
  desk.provider.find = find
  const { state, ask_at: askAt } = await desk.row(payment.id)
  assert.deepEqual([state, askAt], ['expired', null])
  assert.equal((await desk.thingOf(payment)).failed, 1)
})

test('a payment that the provider lets expire ends here, and is not asked about again', async () => {
  const payment = await desk.open()
  for (let minutes = 0; minutes < 45; minutes += 5) {
    shop.clock.forward(300_000)
    await desk.sweep()
  }
  const { state, ask_at: askAt } = await desk.row(payment.id)
  assert.deepEqual([state, askAt], ['expired', null])
  assert.equal((await desk.thingOf(payment)).failed, 1)
})

test('a delayed payment on a cancelled thing is waited for and given back', async () => {
  const payment = await desk.open()
  await desk.pay(payment, { delaySeconds: 90 })
  await desk.unwanted(payment)
  await shop.inside((ctx) => cancelOpenPayments(ctx, { kind: 'thing', id: payment.payable_id }, 'test'))
  await desk.quiet(60)
  assert.equal((await desk.truth(payment)).state, 'processing')
  await desk.quiet(180)
  const row = await desk.row(payment.id)
  assert.deepEqual([row.captured_amount, row.refunded_amount], [2500, 2500])
  assert.equal((await desk.truth(payment)).refunded, 2500)
})

test('a void that goes unanswered is asked again until it is done', async () => {
  const payment = await desk.open({ capture: 'manual' })
  await desk.unwanted(payment)
  await desk.pay(payment)
  await desk.toldAndDone(payment)
  await desk.faults({ after: 1 })
  shop.clock.forward(2000)
  await desk.sweep()
  assert.ok((await desk.row(payment.id)).unknown_since)
  await desk.faults({})
  await desk.quiet(20)
  const row = await desk.row(payment.id)
  assert.deepEqual([row.state, row.unknown_since, row.unknown_step], ['voided', null, null])
})

test('what is told late says nothing about a call that went unanswered since', async () => {
  const payment = await desk.open({ capture: 'manual' })
  await desk.pay(payment)
  const told = await desk.about(payment)
  await desk.toldAndDone(payment)
  await sql`update payments.payment set unknown_since = ${shop.clock.now} where id = ${payment.id}`.execute(
    shop.app.pool.db,
  )
  await desk.tell(told)
  await desk.tell(await desk.about(payment))
  await shop.settle()
  assert.ok((await desk.row(payment.id)).unknown_since)
  await sql`update payments.payment set ask_at = ${shop.clock.now} where id = ${payment.id}`.execute(
    shop.app.pool.db,
  )
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).unknown_since, null)
})

test('in the end nothing is left to ask', async () => {
  for (let hours = 0; hours < 2; hours++) {
    shop.clock.forward(3_600_000)
    await desk.quiet(60)
  }
  shop.clock.forward(1_800_000)
  const left = await shop.inside(async (ctx) => [
    await leaseSteps(ctx, 100),
    await leaseRefunds(ctx, 100),
    (await leasePayments(ctx, 100)).filter(({ state }) => state !== 'authorised'),
  ])
  assert.deepEqual(left, [[], [], []])
  await shop.invariants()
})
