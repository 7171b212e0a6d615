/** The books of a payment, account by account: what is held, taken, kept as a fee, given back, disputed. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { disputeOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { feeOn } from '../../adapters/sandbox/company/payment.ts'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { capture } from './admin/capture.ts'
import { get } from './admin/get.ts'
import { refund } from './admin/refund.ts'
import { voidPayment } from './admin/void.ts'
import type { PaymentRow } from './index.ts'

const desk = await openPayDesk()
const { shop } = desk
after(() => desk.close())

const key = () => ({ key: newId() })
const FEE = feeOn(2500)
const DISPUTE_FEE = 1500
const kinds = async (payment: PaymentRow) => {
  const { rows } = await shop.app.pool.pg.query<{ kind: string }>(
    'select kind from ledger.transaction where subject_id = $1 order by at, id',
    [payment.payable_id],
  )
  return rows.map((row) => row.kind)
}
const urlOf = async (payment: PaymentRow) => (await desk.api.byReference(payment.id))!.url

test('a payment that is taken at once books the capture and its fee', async () => {
  const payment = await desk.paid()
  assert.deepEqual(await desk.books(payment), {
    'provider:sandbox': 2500 - FEE,
    'fees:sandbox': FEE,
    receivable: -2500,
  })
  assert.deepEqual(await kinds(payment), ['capture', 'fee'])
  const seen = await shop.bob.call(get, { paymentId: payment.id })
  assert.deepEqual(seen.fee, { amount: FEE, currency: 'EUR' })
})

test('what is held is booked until it is taken or let go', async () => {
  const payment = await desk.paid({ capture: 'manual' })
  assert.deepEqual(await desk.books(payment), { 'held:sandbox': 2500, pledged: -2500 })
  await shop.bob.call(capture, { paymentId: payment.id, amount: 1000 }, key())
  assert.deepEqual(await desk.books(payment), {
    'held:sandbox': 1500,
    pledged: -1500,
    'provider:sandbox': 1000 - feeOn(1000),
    'fees:sandbox': feeOn(1000),
    receivable: -1000,
  })
  await shop.bob.call(voidPayment, { paymentId: payment.id }, key())
  const books = await desk.books(payment)
  assert.deepEqual([books['held:sandbox'], books['pledged'], books['receivable']], [0, 0, -1000])
  assert.deepEqual(await kinds(payment), ['authorisation', 'release', 'capture', 'fee', 'release'])
})

test('an authorisation that lapses is booked back', async () => {
  const payment = await desk.paid({ capture: 'manual' })
  shop.clock.forward(8 * 24 * 3_600_000)
  await desk.toldAndDone(payment)
  assert.equal((await desk.row(payment.id)).state, 'expired')
  assert.deepEqual(await desk.books(payment), { 'held:sandbox': 0, pledged: 0 })
})

for (const [end, books] of [
  ['won', { 'provider:sandbox': 2500 - 500 - FEE - DISPUTE_FEE, 'disputed:sandbox': 0 }],
  ['lost', { 'provider:sandbox': -FEE - DISPUTE_FEE, 'disputed:sandbox': 0, written_off: 2000 }],
] as const)
  test(`a dispute is booked when it is opened and when it is ${end}, and staff see it`, async () => {
    const payment = await desk.paid()
    await shop.bob.call(refund, { paymentId: payment.id, amount: 500, reason: 'test' }, key())
    await disputeOnSandbox(await urlOf(payment), 'open')
    await desk.toldAndDone(payment)
    await desk.toldAndDone(payment)
    assert.deepEqual(await desk.books(payment), {
      'provider:sandbox': -FEE - DISPUTE_FEE,
      'disputed:sandbox': 2000,
      'fees:sandbox': FEE + DISPUTE_FEE,
      receivable: -2000,
    })
    const open = await shop.bob.call(get, { paymentId: payment.id })
    assert.deepEqual(
      [open.state, open.disputed.amount, open.refundable.amount, open.disputes[0]!.state],
      ['disputed', 2000, 0, 'open'],
    )
    const more = shop.bob.call(refund, { paymentId: payment.id, amount: 1, reason: 'test' }, key())
    await assert.rejects(more, { code: 'payments.refund_too_large' })

    await disputeOnSandbox(await urlOf(payment), end)
    await desk.toldAndDone(payment)
    assert.deepEqual(await desk.books(payment), {
      ...books,
      'fees:sandbox': FEE + DISPUTE_FEE,
      receivable: -2000,
    })
    const closed = await shop.bob.call(get, { paymentId: payment.id })
    const won = end === 'won'
    assert.deepEqual(
      [closed.state, closed.disputed.amount, closed.refundable.amount, closed.disputes[0]!.state],
      [end, won ? 0 : 2000, won ? 2000 : 0, end],
    )
    assert.equal((await desk.thingOf(payment)).disputed, 2)
    assert.ok(closed.references.some(({ kind }) => kind === 'dispute'))
  })

test('a dispute of which only the end is heard books its beginning too', async () => {
  const payment = await desk.paid()
  await disputeOnSandbox(await urlOf(payment), 'open')
  const early = await desk.api.byReference(payment.id)
  await disputeOnSandbox(await urlOf(payment), 'lost')
  await desk.toldAndDone(payment)
  await desk.tell(await desk.about(payment, { as: early! }))
  await desk.handleAll()
  assert.equal((await desk.row(payment.id)).state, 'lost')
  const books = await desk.books(payment)
  assert.deepEqual([books['disputed:sandbox'], books['written_off']], [0, 2500])
})

test('a dispute whose webhook was lost is found by the hourly comparison', async () => {
  const payment = await desk.paid()
  await disputeOnSandbox(await urlOf(payment), 'open')
  await shop.job('payments.reconcile')
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).state, 'disputed')
  await disputeOnSandbox(await urlOf(payment), 'won')
  shop.clock.forward(3_601_000)
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).state, 'won', 'an open dispute is asked about every hour')
})

test('a dispute only ends, and once', async () => {
  await assert.rejects(
    shop.app.pool.pg.query(
      `update payments.dispute set state = 'open', closed_at = null where state = 'won'`,
    ),
    { constraint: 'dispute_step' },
  )
})

test('the invariants hold after all of this', async () => {
  await desk.quiet(60)
  await shop.invariants()
})
