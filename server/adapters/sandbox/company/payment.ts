/**
 * What a payment is and how it may move: pure rules, no database.
 *
 * Each rule answers the steps a payment takes; an impossible wish is refused and changes nothing. A capture may be
 * made in parts: the payment stays `authorised` until nothing is left to capture or the rest is released.
 */
import { refusal } from './refusal.ts'

export const STATES = [
  'requires_action',
  'processing',
  'authorised',
  'captured',
  'failed',
  'cancelled',
  'expired',
  'voided',
  'disputed',
  'won',
  'lost',
] as const
export type State = (typeof STATES)[number]

export const METHODS = ['card', 'bank_transfer'] as const
export type Method = (typeof METHODS)[number]

export const DECLINES = {
  card: ['insufficient_funds', 'expired_card', 'suspected_fraud'],
  bank_transfer: ['insufficient_funds', 'account_closed'],
} as const satisfies Record<Method, readonly string[]>
export type DeclineCode = (typeof DECLINES)[Method][number] | 'authentication_failed'

/** What a transfer brings, beside what was asked for: people mistype amounts. */
export const SUMS = ['exact', 'less', 'more'] as const
export type Sum = (typeof SUMS)[number]

/** One taking of money, and what the company keeps of it. */
export type Capture = { id: string; amount: number; fee: number }

export type Dispute = {
  id: string
  amount: number
  fee: number
  reason: string
  state: 'open' | 'won' | 'lost'
  openedAt: Date
  closedAt: Date | null
}

/** How the shopper asked the webhooks of this payment to behave. */
export const MANNERS = ['normal', 'twice', 'late', 'out_of_order'] as const
export type Wish = { manner: (typeof MANNERS)[number]; lateSeconds: number }

export type Payment = {
  id: string
  reference: string
  method: Method
  amount: number
  currency: string
  capture: 'automatic' | 'manual'
  state: State
  authorised: number
  captured: number
  refunded: number
  captures: Capture[]
  dispute: Dispute | null
  declineCode: DeclineCode | null
  /** What is on its way while `processing`. */
  arriving: number | null
  description: string
  returnUrl: string
  cancelUrl: string
  webhookUrl: string
  locale: string
  wish: Wish
  challenged: boolean
  createdAt: Date
  paidAt: Date | null
  /** When time moves it on: an unpaid one expires, a processing one is paid, an authorised one lapses. */
  dueAt: Date | null
  version: number
}

export type Step = { payment: Payment; event: string | null }

export const AUTHORISED_FOR = 7 * 24 * 3_600_000 // what card schemes commonly grant

const later = (from: Date, ms: number) => new Date(from.getTime() + ms)

function step(payment: Payment, change: Partial<Payment>, event: string | null): Step {
  return { payment: { ...payment, ...change, version: payment.version + 1 }, event }
}

export function mustBeUnpaid(payment: Payment): void {
  if (payment.state === 'requires_action') return
  throw refusal(
    409,
    `payment_${payment.state}`,
    `This payment can no longer be paid: it is ${payment.state}.`,
  )
}

export function pay(payment: Payment, now: Date): Step[] {
  mustBeUnpaid(payment)
  return authorise(payment, now)
}

export function delay(payment: Payment, now: Date, ms: number, sum: Sum = 'exact'): Step[] {
  mustBeUnpaid(payment)
  const change = { state: 'processing', arriving: sumOf(payment, sum), dueAt: later(now, ms) } as const
  return [step(payment, change, 'payment.processing')]
}

function sumOf({ amount }: Payment, sum: Sum): number {
  const slip = Math.ceil(amount / 10)
  if (sum === 'less') return Math.max(1, amount - slip)
  return sum === 'more' ? amount + slip : amount
}

export function decline(payment: Payment, declineCode: DeclineCode): Step[] {
  mustBeUnpaid(payment)
  return [step(payment, { state: 'failed', declineCode, dueAt: null }, 'payment.failed')]
}

function authorise(payment: Payment, now: Date): Step[] {
  const amount = payment.arriving ?? payment.amount
  const authorised = step(
    payment,
    { state: 'authorised', authorised: amount, paidAt: now, dueAt: later(now, AUTHORISED_FOR) },
    'payment.authorised',
  )
  if (payment.capture === 'manual') return [authorised]
  return [authorised, ...capture(authorised.payment, amount)]
}

export function capture(payment: Payment, amount: number): Step[] {
  if (payment.state !== 'authorised')
    throw refusal(
      409,
      'not_capturable',
      `Only an authorised payment can be captured; this is ${payment.state}.`,
    )
  const left = payment.authorised - payment.captured
  if (amount > left)
    throw refusal(
      409,
      'capture_above_authorised',
      `Only ${left} minor units are left to capture, not ${amount}.`,
    )
  const done = amount === left
  const taken = { id: partId('cap', payment), amount, fee: feeOn(amount) }
  const change = {
    captured: payment.captured + amount,
    captures: [...payment.captures, taken],
    ...(done ? { state: 'captured', dueAt: null } : {}),
  }
  return [step(payment, change as Partial<Payment>, 'payment.captured')]
}

/** Names a part of a payment after the step that made it. */
const partId = (kind: 'cap' | 'dis', { id, version }: Payment) =>
  `${kind}_${id.replace(/^pay_/, '')}_${version}`

/** 1.4 per cent and 25 minor units, as card companies do; never more than was taken. */
export function feeOn(amount: number): number {
  return Math.min(amount, 25 + Math.ceil((amount * 14) / 1000))
}

const DISPUTE_FEE = 1500 // minor units; kept however the dispute ends

/** All that the company has charged for a payment. */
export function feesOf({ captures, dispute }: Payment): number {
  return captures.reduce((sum, { fee }) => sum + fee, dispute?.fee ?? 0)
}

/** The buyer's bank takes back what the shop has left of the payment, until it is settled whose it is. */
export function openDispute(payment: Payment, now: Date, promised: number, reason: string): Step[] {
  const amount = payment.captured - promised
  if (payment.state !== 'captured' || amount <= 0)
    throw refusal(409, 'not_disputable', `There is nothing to dispute: the payment is ${payment.state}.`)
  const dispute: Dispute = {
    id: partId('dis', payment),
    amount,
    fee: DISPUTE_FEE,
    reason,
    state: 'open',
    openedAt: now,
    closedAt: null,
  }
  return [step(payment, { state: 'disputed', dispute }, 'payment.disputed')]
}

export function closeDispute(payment: Payment, now: Date, outcome: 'won' | 'lost'): Step[] {
  if (payment.state !== 'disputed' || payment.dispute === null)
    throw refusal(409, 'no_open_dispute', `No dispute is open: the payment is ${payment.state}.`)
  const dispute: Dispute = { ...payment.dispute, state: outcome, closedAt: now }
  return [step(payment, { state: outcome, dispute }, `payment.dispute_${outcome}`)]
}

/** Gives back what is not captured. Asked again of a closed payment it changes nothing. */
export function release(payment: Payment): Step[] {
  if (payment.state === 'requires_action') return [close(payment, 'cancelled')]
  if (payment.state === 'authorised') return [close(payment, payment.captured > 0 ? 'captured' : 'voided')]
  if (payment.state === 'cancelled' || payment.state === 'voided') return []
  throw refusal(409, 'not_voidable', `A payment that is ${payment.state} cannot be voided.`)
}

/** What has come due by the clock alone; nothing before `dueAt`. */
export function ripen(payment: Payment, now: Date): Step[] {
  if (payment.dueAt === null || payment.dueAt > now) return []
  if (payment.state === 'processing') return authorise(payment, now)
  return [close(payment, payment.captured > 0 ? 'captured' : 'expired')]
}

function close(payment: Payment, state: State): Step {
  return step(payment, { state, dueAt: null }, `payment.${state}`)
}

export function mustBeIn(payment: Payment, currency: string | null): void {
  if (currency === null || currency === payment.currency) return
  throw refusal(409, 'currency_mismatch', `This payment is in ${payment.currency}, not in ${currency}.`)
}

/** `promised` is what earlier refunds took or still may take. */
export function mustBeRefundable(payment: Payment, amount: number, promised: number): void {
  if (payment.captured === 0)
    throw refusal(409, 'not_refundable', `Nothing was captured of this payment; it is ${payment.state}.`)
  const isGone = payment.dispute !== null && payment.dispute.state !== 'won'
  const left = payment.captured - promised - (isGone ? payment.dispute!.amount : 0)
  if (amount > left)
    throw refusal(409, 'refund_above_captured', `Only ${left} minor units are left to refund, not ${amount}.`)
}

export function refunded(payment: Payment, amount: number): Payment {
  return step(payment, { refunded: payment.refunded + amount }, null).payment
}
