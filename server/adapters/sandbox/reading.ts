/**
 * Turns the company's JSON into our shapes, believing nothing.
 *
 * A known field of a wrong type, a sum that cannot be or a state we do not know makes the whole unreadable; unknown
 * fields are passed over, for the company may add some.
 */
import type {
  ProviderDispute,
  ProviderPayment,
  ProviderRefund,
  ProviderState,
} from '../../modules/payments/index.ts'

const STATES: readonly ProviderState[] = [
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
]
const REFUND_STATES: readonly ProviderRefund['state'][] = ['pending', 'succeeded', 'failed']

/** Thrown with what was wrong; the caller says what that means where it stands. */
export function unreadable(what: string): Error {
  return new Error(`The payment company's answer cannot be read: ${what}.`)
}

export type Fields = Record<string, unknown>

export function objectOf(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw unreadable(`${what} is not an object`)
}

function textOf(value: unknown, what: string): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= 2000) return value
  throw unreadable(`${what} is not a text`)
}

function countOf(value: unknown, what: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number
  throw unreadable(`${what} is not a whole number`)
}

function currencyOf(value: unknown): string {
  const currency = textOf(value, 'currency')
  if (/^[A-Z]{3}$/.test(currency)) return currency
  throw unreadable('currency is not a code')
}

export function dateOf(value: unknown, what: string): Date {
  const date = new Date(textOf(value, what))
  if (!Number.isNaN(date.getTime())) return date
  throw unreadable(`${what} is not a moment`)
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, what: string): T {
  if (choices.includes(value as T)) return value as T
  throw unreadable(`${what} is not known`)
}

/**
 * `origin` is where the hosted page must be: a shopper is sent nowhere else, so another address is read as none.
 * A webhook stored before the company moved may hold its old one.
 */
export function paymentOf(value: unknown, origin: string): ProviderPayment {
  const fields = objectOf(value, 'payment')
  const amount = countOf(fields['amount'], 'amount')
  const authorised = countOf(fields['authorised'], 'authorised')
  const captured = countOf(fields['captured'], 'captured')
  const refunded = countOf(fields['refunded'], 'refunded')
  if (refunded > captured || captured > authorised)
    throw unreadable('refunded, captured and authorised do not rise in this order')
  const state = oneOf(STATES, fields['state'], 'state')
  if (state === 'captured' && captured === 0) throw unreadable('captured is 0 in the state captured')
  const url = textOf(fields['url'], 'url')
  return {
    provider: 'sandbox',
    reference: textOf(fields['id'], 'id'),
    // A webhook written by the first release of the company has none of these.
    references: capturesOf(fields['captures'] ?? []),
    paymentId: textOf(fields['reference'], 'reference'),
    state,
    amount: { amount, currency: currencyOf(fields['currency']) },
    authorised,
    captured,
    refunded,
    fee: countOf(fields['fee'] ?? 0, 'fee'),
    dispute: disputeOf(fields['dispute'] ?? null),
    declineCode: fields['declineCode'] === null ? null : textOf(fields['declineCode'], 'declineCode'),
    version: countOf(fields['version'], 'version'),
    paidAt: fields['paidAt'] === null ? null : dateOf(fields['paidAt'], 'paidAt'),
    url: url.startsWith(`${origin}/`) ? url : null,
  }
}

function capturesOf(value: unknown): ProviderPayment['references'] {
  if (!Array.isArray(value)) throw unreadable('captures is not a list')
  return value.map((each) => ({
    kind: 'capture',
    reference: textOf(objectOf(each, 'capture')['id'], 'capture id'),
  }))
}

const OUTCOMES: readonly ProviderDispute['state'][] = ['open', 'won', 'lost']

function disputeOf(value: unknown): ProviderDispute | null {
  if (value === null) return null
  const fields = objectOf(value, 'dispute')
  return {
    reference: textOf(fields['id'], 'dispute id'),
    amount: countOf(fields['amount'], 'dispute amount'),
    state: oneOf(OUTCOMES, fields['state'], 'dispute state'),
    reason: textOf(fields['reason'], 'dispute reason'),
    openedAt: dateOf(fields['openedAt'], 'openedAt'),
    closedAt: fields['closedAt'] === null ? null : dateOf(fields['closedAt'], 'closedAt'),
  }
}

export function refundOf(value: unknown): ProviderRefund {
  const fields = objectOf(value, 'refund')
  return {
    reference: textOf(fields['id'], 'id'),
    refundId: textOf(fields['reference'], 'reference'),
    amount: { amount: countOf(fields['amount'], 'amount'), currency: currencyOf(fields['currency']) },
    state: oneOf(REFUND_STATES, fields['state'], 'state'),
  }
}
