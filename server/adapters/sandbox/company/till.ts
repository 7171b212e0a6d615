/** What the company does with payments. Each of these belongs inside `book.write` and is all or nothing. */
import { record, type Office } from './events.ts'
import * as rules from './payment.ts'
import type { Payment, Step, Wish } from './payment.ts'
import * as records from './records.ts'
import type { Refund } from './records.ts'
import { refusal } from './refusal.ts'

export type Request = Pick<
  Payment,
  | 'method'
  | 'amount'
  | 'currency'
  | 'capture'
  | 'reference'
  | 'description'
  | 'returnUrl'
  | 'cancelUrl'
  | 'webhookUrl'
  | 'locale'
>

export const UNPAID_FOR = 30 * 60_000 // ms; longer than anybody types a card number

export function open(office: Office, request: Request): Payment {
  const taken = records.findByReference(office.book, request.reference)
  if (taken)
    throw refusal(
      409,
      'reference_taken',
      `The reference ${request.reference} already belongs to ${taken.id}.`,
    )
  const now = office.clock()
  const payment: Payment = {
    ...request,
    id: records.newId('pay'),
    state: 'requires_action',
    authorised: 0,
    captured: 0,
    refunded: 0,
    captures: [],
    dispute: null,
    declineCode: null,
    arriving: null,
    wish: { manner: 'normal', lateSeconds: 0 },
    challenged: false,
    createdAt: now,
    paidAt: null,
    dueAt: new Date(now.getTime() + UNPAID_FOR),
    version: 1,
  }
  records.storePayment(office.book, payment, now)
  return payment
}

export function get(office: Office, id: string): Payment {
  const payment = records.findPayment(office.book, id)
  if (!payment) throw refusal(404, 'payment_not_found', 'There is no payment with this id.')
  return payment
}

export type Choice =
  | { kind: 'pay' | 'challenge' }
  | { kind: 'decline'; code: Payment['declineCode'] & string }
  | { kind: 'delay'; seconds: number; sum: rules.Sum }

/** The shopper's choice on the hosted page; the wish holds for every later webhook of the payment. */
export function choose(office: Office, id: string, choice: Choice, wish: Wish | null): Payment {
  const found = get(office, id)
  rules.mustBeUnpaid(found)
  const payment = wish ? { ...found, wish } : found
  const now = office.clock()
  if (choice.kind === 'challenge') {
    const challenged = { ...payment, challenged: true }
    records.storePayment(office.book, challenged, now)
    return challenged
  }
  if (choice.kind === 'decline') return take(office, payment, rules.decline(payment, choice.code))
  if (choice.kind === 'delay')
    return take(office, payment, rules.delay(payment, now, choice.seconds * 1000, choice.sum))
  return take(office, payment, rules.pay(payment, now))
}

export type Part = { amount: number; currency: string | null }

export function capture(office: Office, id: string, { amount, currency }: Part): Payment {
  const payment = get(office, id)
  rules.mustBeIn(payment, currency)
  return take(office, payment, rules.capture(payment, amount))
}

export function release(office: Office, id: string): Payment {
  const payment = get(office, id)
  return take(office, payment, rules.release(payment))
}

/** The buyer's bank asks for the money back. */
export function dispute(office: Office, id: string, reason: string): Payment {
  const payment = get(office, id)
  const promised = records.promisedRefunds(office.book, id)
  return take(office, payment, rules.openDispute(payment, office.clock(), promised, reason))
}

export function settleDispute(office: Office, id: string, outcome: 'won' | 'lost'): Payment {
  const payment = get(office, id)
  return take(office, payment, rules.closeDispute(payment, office.clock(), outcome))
}

function take(office: Office, before: Payment, steps: Step[]): Payment {
  return record(office, steps) ?? before
}

const REFUND_WAITS = 2000 // ms; when faults ask for refunds that are not done at once

export function refund(office: Office, id: string, { amount, currency }: Part, reference: string): Refund {
  const payment = get(office, id)
  rules.mustBeIn(payment, currency)
  const taken = records.findRefund(office.book, reference)
  if (taken)
    throw refusal(409, 'reference_taken', `The reference ${reference} already belongs to ${taken.id}.`)
  rules.mustBeRefundable(payment, amount, records.promisedRefunds(office.book, id))
  const now = office.clock()
  const manner = office.faults.now().refunds
  const asked: Refund = {
    id: records.newId('ref'),
    paymentId: id,
    reference,
    amount,
    state: 'pending',
    outcome: manner === 'fail' ? 'failed' : 'succeeded',
    createdAt: now,
    dueAt: new Date(now.getTime() + REFUND_WAITS),
  }
  records.storeRefund(office.book, asked)
  return manner === 'succeed' ? settleRefund(office, asked) : asked
}

function settleRefund(office: Office, asked: Refund): Refund {
  const payment = get(office, asked.paymentId)
  const refund: Refund = { ...asked, state: asked.outcome, dueAt: null }
  records.storeRefund(office.book, refund)
  const given = refund.state === 'succeeded' ? refund.amount : 0
  record(office, [{ payment: rules.refunded(payment, given), event: `refund.${refund.state}` }], refund)
  return refund
}

/** Moves everything on that has come due by the clock alone. */
export function ripen(office: Office): void {
  const now = office.clock()
  for (const payment of records.duePayments(office.book, now))
    take(office, payment, rules.ripen(payment, now))
  for (const refund of records.dueRefunds(office.book, now)) settleRefund(office, refund)
}
