import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { sql } from 'kysely'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { OutcomeUnknown, RefundTooLarge, approveRefund, type PaymentRow } from './index.ts'
import { lockPayment } from './payment.ts'
import { applyRefund } from './refunds.ts'

const desk = await openPayDesk({ poolSize: 16 })
const { shop } = desk
afterEach(() => desk.faults({}))
after(() => desk.close())

const refund = (payment: PaymentRow, amount: number) =>
  shop.inside(async (ctx) =>
    approveRefund(ctx, (await lockPayment(ctx, payment.id))!, { amount, reason: 'test' }),
  )

async function standing(payment: PaymentRow) {
  const { captured_amount: captured, refunded_amount: refunded } = await desk.row(payment.id)
  const there = await desk.truth(payment)
  return { captured, refunded, there: there.refunded, states: await states(payment) }
}

const states = async (payment: PaymentRow) => (await desk.refunds(payment.id)).map(({ state }) => state)

test('a refund goes out by itself, and ledger and thing hear of it once', async () => {
  const payment = await desk.paid()
  await refund(payment, 1000)
  assert.deepEqual(await standing(payment), {
    captured: 2500,
    refunded: 1000,
    there: 0,
    states: ['approved'],
  })
  await desk.sweep()
  assert.deepEqual(await standing(payment), {
    captured: 2500,
    refunded: 1000,
    there: 1000,
    states: ['succeeded'],
  })
  const [made] = await desk.refunds(payment.id)
  for (let copies = 0; copies < 3; copies++) {
    await desk.tell(await desk.about(payment, { refund: { id: made!.id } }))
  }
  await shop.settle()
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 1500, receivable: -1500 })
  assert.equal((await desk.thingOf(payment)).refunded, 1)
})

// C22
test('refunds at once never give back more than was taken', async () => {
  for (let round = 0; round < 10; round++) {
    const payment = await desk.paid({ amount: 1000 })
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => refund(payment, 300)))
    const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    assert.equal(refused.length, 5)
    for (const error of refused) {
      assert.equal(error.code, RefundTooLarge.code)
      assert.deepEqual(error.details, { refundable: { amount: 100, currency: 'EUR' } })
    }
    await Promise.all([desk.sweep(), desk.sweep()])
    const now = await standing(payment)
    assert.deepEqual([now.refunded, now.there], [900, 900])
  }
})

test('the database itself refuses to give back more than was taken', async () => {
  const payment = await desk.paid()
  await assert.rejects(
    sql`update payments.payment set refunded_amount = 2501 where id = ${payment.id}`.execute(
      shop.app.pool.db,
    ),
    { constraint: 'payment_sums' },
  )
})

test('two equal refunds both count', async () => {
  const payment = await desk.paid({ amount: 1000 })
  await Promise.all([refund(payment, 400), refund(payment, 400)])
  await desk.sweep()
  assert.deepEqual(await standing(payment), {
    captured: 1000,
    refunded: 800,
    there: 800,
    states: ['succeeded', 'succeeded'],
  })
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 200, receivable: -200 })
})

test('nothing and less than nothing cannot be refunded', async () => {
  const payment = await desk.paid()
  for (const amount of [0, -1]) await assert.rejects(refund(payment, amount), { code: RefundTooLarge.code })
})

test('a refund that fails gives back what it had set aside', async () => {
  const payment = await desk.paid({ amount: 1000 })
  await desk.faults({ refunds: 'fail' })
  await refund(payment, 1000)
  await desk.sweep()
  await assert.rejects(refund(payment, 1), { code: RefundTooLarge.code })
  await desk.faults({})
  await desk.quiet(40)
  assert.deepEqual(await standing(payment), { captured: 1000, refunded: 0, there: 0, states: ['failed'] })
  assert.equal((await desk.thingOf(payment)).refund_failed, 1)
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 1000, receivable: -1000 })
  await refund(payment, 1000)
  await desk.sweep()
  assert.equal((await standing(payment)).there, 1000)
})

test('a refund the provider refuses has failed, and says why', async () => {
  const payment = await desk.paid({ amount: 1000 })
  await desk.api.post(`/payments/${payment.provider_reference}/refunds`, {
    amount: 800,
    reference: 'by hand, at the provider',
  })
  await refund(payment, 900)
  await desk.sweep()
  const [refused] = await desk.refunds(payment.id)
  assert.deepEqual([refused!.state, refused!.decline_code], ['failed', 'refund_above_captured'])
  assert.equal((await desk.row(payment.id)).refunded_amount, 0)
})

test('a refund that waits at the provider is found done, without a webhook', async () => {
  const payment = await desk.paid()
  await desk.faults({ refunds: 'wait' })
  await refund(payment, 500)
  await desk.sweep()
  assert.deepEqual(await states(payment), ['sent'])
  await desk.quiet(120)
  assert.deepEqual(await states(payment), ['succeeded'])
})

// C8 for refunds
test('a refund answered with an error after its effect is one refund', async () => {
  const payment = await desk.paid()
  await desk.faults({ after: 1 })
  await refund(payment, 500)
  await desk.sweep()
  assert.ok((await desk.refunds(payment.id))[0]!.unknown_since)
  await desk.faults({})
  await desk.quiet(20)
  const [done] = await desk.refunds(payment.id)
  assert.deepEqual([done!.state, done!.unknown_since], ['succeeded', null])
  assert.equal((await desk.truth(payment)).refunded, 500)
  assert.equal((await desk.thingOf(payment)).refunded, 1)
})

test('no refund starts while it is unknown what became of the payment', async () => {
  const payment = await desk.paid()
  await sql`update payments.payment set unknown_since = ${shop.clock.now} where id = ${payment.id}`.execute(
    shop.app.pool.db,
  )
  await assert.rejects(refund(payment, 1), { code: OutcomeUnknown.code })
  await sql`update payments.payment set unknown_since = null where id = ${payment.id}`.execute(
    shop.app.pool.db,
  )
})

for (const [what, change] of [
  ['another amount', { amount: 400 }],
  ['another currency', { currency: 'USD' }],
  ['another reference', { id: 'ref_of_somebody_else' }],
  ['a refund nobody asked for', { reference: '01890000-0000-7000-8000-000000000000' }],
] as const)
  test(`a webhook about ${what} changes nothing and is listed`, async () => {
    const payment = await desk.paid()
    await refund(payment, 500)
    await desk.sweep()
    const [made] = await desk.refunds(payment.id)
    const money = async () => [await standing(payment), await desk.booked(payment)]
    const before = await money()
    const id = `evt_refund_${what.replaceAll(' ', '_')}`
    await desk.tell(await desk.about(payment, { id, refund: { id: made!.id, change } }))
    await shop.settle()
    const { rows } = await sql<{
      state: string
    }>`select state from payments.inbox where event_id = ${id}`.execute(shop.app.pool.db)
    assert.equal(rows[0]!.state, 'parked')
    assert.deepEqual(await money(), before)
  })

test('a success after a failure counts, unless the money has gone to another refund meanwhile', async () => {
  const payment = await desk.paid({ amount: 1000 })
  await desk.faults({ refunds: 'fail' })
  await refund(payment, 1000)
  await desk.quiet(40)
  await desk.faults({})
  const [failed] = await desk.refunds(payment.id)
  assert.equal(failed!.state, 'failed')
  const news = {
    provider: 'sandbox',
    refundId: failed!.id,
    reference: failed!.provider_reference,
    amount: { amount: 1000, currency: 'EUR' },
    state: 'succeeded' as const,
  }
  const apply = () => shop.inside((ctx) => applyRefund(ctx, news, 'test'))
  const second = await refund(payment, 600)
  assert.equal(await apply(), 'mismatch')
  await sql`delete from payments.refund where id = ${second.id}`.execute(shop.app.pool.db)
  await sql`update payments.payment set refunded_amount = 0 where id = ${payment.id}`.execute(
    shop.app.pool.db,
  )
  assert.equal(await apply(), 'applied')
  assert.equal(await apply(), 'old')
  assert.equal((await desk.row(payment.id)).refunded_amount, 1000)
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 0, receivable: 0 })
})
