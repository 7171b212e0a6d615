/** The rules alone: whatever is asked in whatever order, sums hold and a refusal changes nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as rules from './payment.ts'
import type { Payment, State, Step } from './payment.ts'
import { isRefusal } from './refusal.ts'

const START = new Date('2026-03-29T00:59:00Z') // one minute before European clocks change
const MINUTE = 60_000 // ms

const fresh = (capture: Payment['capture']): Payment => ({
  id: 'pay_1',
  reference: 'order-1',
  method: 'card',
  amount: 1000,
  currency: 'EUR',
  capture,
  state: 'requires_action',
  authorised: 0,
  captured: 0,
  refunded: 0,
  captures: [],
  dispute: null,
  declineCode: null,
  arriving: null,
  description: 'Tea',
  returnUrl: 'http://127.0.0.1/r',
  cancelUrl: 'http://127.0.0.1/c',
  webhookUrl: 'http://127.0.0.1/w',
  locale: 'en',
  wish: { manner: 'normal', lateSeconds: 0 },
  challenged: false,
  createdAt: START,
  paidAt: null,
  dueAt: new Date(START.getTime() + 30 * MINUTE),
  version: 1,
})

const MAY_FOLLOW: Record<State, State[]> = {
  requires_action: ['processing', 'authorised', 'failed', 'cancelled', 'expired'],
  processing: ['authorised'],
  authorised: ['authorised', 'captured', 'voided', 'expired'],
  captured: ['disputed'],
  disputed: ['won', 'lost'],
  won: [],
  lost: [],
  failed: [],
  cancelled: [],
  expired: [],
  voided: [],
}

type Act = (payment: Payment, now: Date) => Step[]
const part = fc.integer({ min: 1, max: 1200 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>((payment, now) => rules.pay(payment, now)),
  fc.constant<Act>((payment) => rules.decline(payment, 'expired_card')),
  fc.constant<Act>((payment, now) => rules.delay(payment, now, MINUTE)),
  fc
    .constantFrom('exact', 'less', 'more')
    .map<Act>((sum) => (payment, now) => rules.delay(payment, now, MINUTE, sum)),
  fc.constant<Act>((payment, now) => rules.openDispute(payment, now, 0, 'not_received')),
  fc.constantFrom('won', 'lost').map<Act>((end) => (payment, now) => rules.closeDispute(payment, now, end)),
  fc.constant<Act>((payment) => rules.release(payment)),
  fc.constant<Act>((payment, now) => rules.ripen(payment, now)),
  part.map<Act>((amount) => (payment) => rules.capture(payment, amount)),
)

test('only listed moves happen, sums hold, and versions rise by one', () => {
  const steps = fc.array(fc.tuple(act, fc.nat({ max: 20 * MINUTE })), { maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom('automatic', 'manual'), steps, (capture, asked) => {
      let payment = fresh(capture)
      let now = START
      for (const [run, wait] of asked) {
        now = new Date(now.getTime() + wait)
        for (const { payment: next } of tryTo(() => run(payment, now))) {
          assert.ok(MAY_FOLLOW[payment.state].includes(next.state), `${payment.state} → ${next.state}`)
          assert.ok(next.refunded <= next.captured && next.captured <= next.authorised)
          assert.ok(next.authorised === 0 || next.authorised === (next.arriving ?? next.amount))
          assert.equal(
            next.captures.reduce((sum, { amount }) => sum + amount, 0),
            next.captured,
          )
          assert.ok(rules.feesOf(next) >= rules.feesOf(payment), 'what was charged stays charged')
          assert.ok(!next.dispute || next.dispute.amount <= next.captured)
          assert.ok(next.captured >= payment.captured, 'what was captured stays captured')
          assert.equal(next.version, payment.version + 1)
          assert.equal(next.state === 'failed', next.declineCode !== null)
          payment = next
        }
      }
    }),
    { numRuns: 500 },
  )
})

function tryTo(run: () => Step[]): Step[] {
  try {
    return run()
  } catch (error) {
    if (isRefusal(error)) return []
    throw error
  }
}

test('nothing comes due before its time', () => {
  const payment = fresh('manual')
  const at = (minutes: number) => new Date(START.getTime() + minutes * MINUTE)
  assert.deepEqual(rules.ripen(payment, at(29.9)), [])
  assert.equal(rules.ripen(payment, at(30))[0]?.payment.state, 'expired')
})
