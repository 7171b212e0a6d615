/**
 * Any series of payings, captures, voids, refunds, webhooks and silences ends as the model says.
 *
 * `MODEL_RUNS` makes it longer; a failure prints its seed, and `SEED` repeats it.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kit/id.ts'
import { openPayDesk } from '../../testing/pay-desk.ts'
import * as model from '../../testing/payment-model.ts'
import type { ModelPayment } from '../../testing/payment-model.ts'
import {
  onOne,
  paymentMoves,
  tried,
  type Command,
  type Cut,
  type Fault,
  type RealPayment,
} from '../../testing/payment-moves.ts'
import { seed } from '../../testing/random.ts'
import { capture } from './admin/capture.ts'
import { refund } from './admin/refund.ts'
import { voidPayment } from './admin/void.ts'
import { RefundTooLarge, type PaymentRow } from './index.ts'

const RUNS = Number(process.env['MODEL_RUNS'] ?? 12)
/** Each lasts three and a half minutes, and the company ends what is unpaid for thirty. */
const MOST_QUIETS = 6

const desk = await openPayDesk()
const { shop } = desk
const { bob } = shop
const { withFault, start, pay, tell, tellAgain, lie, unwant, cancel } = paymentMoves(desk)
after(() => desk.close())

const key = () => ({ key: newId() })

const take = (pick: number, part: number, fault: Fault) =>
  onOne(
    `capture ${fault}`,
    pick,
    (payment) => model.isSettled(payment) && model.capturable(payment) > 0,
    async (payment, { row }) => {
      const amount = 1 + Math.floor(part * (model.capturable(payment) - 1))
      await withFault(fault, () => bob.call(capture, { paymentId: row.id, amount }, key()))
      if (fault === 'before') payment.owed.captures.push(amount)
      else model.capture(payment, amount)
      payment.unknown = fault !== 'none'
      if (fault === 'none') model.tell(payment)
    },
  )

const release = (pick: number) =>
  onOne(
    'void',
    pick,
    (payment) => model.isSettled(payment) && ['requires_action', 'authorised'].includes(payment.there.state),
    async (payment, { row }) => {
      await bob.call(voidPayment, { paymentId: row.id }, key())
      model.release(payment)
      model.tell(payment)
    },
  )

const giveBack = (pick: number, part: number, fault: Fault) =>
  onOne(
    `refund ${fault}`,
    pick,
    (payment) => !payment.unknown && model.refundable(payment) > 0,
    async (payment, { row }) => {
      const left = model.refundable(payment)
      const wish = { paymentId: row.id, reason: 'test' }
      await assert.rejects(bob.call(refund, { ...wish, amount: left + 1 }, key()), {
        code: RefundTooLarge.code,
      })
      const amount = 1 + Math.floor(part * (left - 1))
      await withFault(fault, () => bob.call(refund, { ...wish, amount }, key()))
      if (fault === 'before') payment.owed.refunds.push(amount)
      else model.refund(payment, amount)
    },
  )

const quiet: Command = {
  check: ({ quiets }) => quiets < MOST_QUIETS,
  async run(state, real) {
    state.quiets++
    for (let minutes = 0; minutes < 3.5; minutes += 0.5) {
      if (minutes % 1.5 === 0)
        for (const { row } of real)
          if (await desk.api.byReference(row.id)) await desk.tell(await desk.about(row))
      await desk.handleAll()
      shop.clock.forward(30_000)
      await desk.sweep()
    }
    for (const [nth, payment] of state.payments.entries()) {
      model.quiet(payment)
      await isAsModelled(payment, real[nth]!.row)
    }
  },
  toString: () => 'quiet',
}

async function isAsModelled(payment: ModelPayment, { id }: PaymentRow): Promise<void> {
  const row = await desk.row(id)
  const { there } = payment
  const known = await desk.api.byReference(id)
  assert.deepEqual(
    { state: known?.state ?? 'nothing', captured: known?.captured ?? 0, refunded: known?.refunded ?? 0 },
    { state: there.state, captured: there.captured, refunded: there.refunded },
    'the provider',
  )
  assert.deepEqual(
    { captured: row.captured_amount, refunded: row.refunded_amount, unknown: row.unknown_since },
    { captured: there.captured, refunded: there.refunded, unknown: null },
    'the store',
  )
  assert.ok(statesFor(payment).includes(row.state), `${row.state}, not ${statesFor(payment).join(' or ')}`)
  const { 'provider:sandbox': booked = 0 } = await desk.booked(row)
  assert.equal(booked, there.captured - there.refunded, 'the ledger')
  if (!payment.cancelled) assert.equal((await desk.thingOf(row)).secured, payment.secured, 'the thing')
}

function statesFor({ there, cancelled }: ModelPayment): string[] {
  const early = cancelled ? ['cancelled'] : [] // ended by us before the provider did
  if (there.state === 'nothing') return ['failed', ...early]
  if (there.state === 'authorised' && there.captured > 0) return ['part_captured']
  return ['failed', 'voided'].includes(there.state) ? [there.state, ...early] : [there.state]
}

const pick = fc.nat({ max: 3 })
const part = fc.double({ min: 0, max: 1, noNaN: true })
const fault = fc.constantFrom<Fault>('none', 'none', 'before', 'after')
const changes = fc.constantFrom({ amount: 9_999_999 }, { currency: 'JPY' }, { id: 'pay_other' })
const cut = fc.constantFrom<Cut[]>(
  'paid',
  'paid',
  'paid',
  'whole',
  'whole',
  'begun',
  'asked',
  'before',
  'after',
)
const starts = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(true, true, false), cut)
    .map(([amount, manual, how]) => start(amount, manual, how)),
  { minLength: 2, maxLength: 4 },
)
const often = <T>(times: number, arbitrary: T): T[] => Array.from({ length: times }, () => arbitrary)
const commands = fc.commands(
  [
    ...often(
      4,
      pick.map((each) => pay(each, 'pay')),
    ),
    ...often(3, pick.map(tell)),
    ...often(
      4,
      fc.tuple(pick, part, fault).map(([each, size, how]) => take(each, size, how)),
    ),
    ...often(
      4,
      fc.tuple(pick, part, fault).map(([each, size, how]) => giveBack(each, size, how)),
    ),
    pick.map((each) => pay(each, 'decline')),
    pick.map(tellAgain),
    fc.tuple(pick, changes, fc.boolean()).map(([each, change, forged]) => lie(each, change, forged)),
    pick.map(release),
    pick.map(unwant),
    pick.map(cancel),
    fc.constant(quiet),
  ],
  { maxCommands: 40, size: 'max' },
)

test(`${RUNS} series end as the model says, and the invariants hold`, async (t) => {
  await fc.assert(
    fc.asyncProperty(starts, commands, async (begun, series) => {
      const state = { payments: [], quiets: 0 }
      const real: RealPayment[] = []
      for (const each of begun) await each.run(state, real)
      await fc.asyncModelRun(() => ({ model: state, real }), series)
      state.quiets = 0
      await quiet.run(state, real)
    }),
    { numRuns: RUNS, seed },
  )
  t.diagnostic([...tried].map(([says, times]) => `${says}: ${times}`).join(', '))
  await shop.invariants()
})
