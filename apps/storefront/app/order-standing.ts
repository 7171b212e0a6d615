/** What a shopper needs to know of an order that is being paid, read from the order itself. */
import type { Order } from './store.ts'

export type Standing =
  | { kind: 'thanks' }
  /** The provider has not said yet. `payUrl` is its page, should the visitor not have finished there. */
  | { kind: 'waiting'; payUrl: string | null }
  | { kind: 'failed'; declineCode: string | null }
  | { kind: 'left'; payUrl: string | null }
  | { kind: 'closed' }

const FAILED = new Set(['failed', 'cancelled', 'expired', 'voided'])
/** The provider holds the money or is about to: only its word is missing. */
const UNDER_WAY = new Set(['processing', 'authorised', 'part_captured', 'captured', 'unknown'])

/** `left`: the visitor came back by the payment page's "cancel". */
export function standingOf(order: Order, left: boolean): Standing {
  if (order.confirmedAt !== null) return { kind: 'thanks' }
  if (order.state !== 'pending') return { kind: 'closed' }
  const payment = order.payments.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
  if (!payment) return left ? { kind: 'left', payUrl: null } : { kind: 'waiting', payUrl: null }
  if (FAILED.has(payment.state)) {
    return left && payment.declineCode === null
      ? { kind: 'left', payUrl: null }
      : { kind: 'failed', declineCode: payment.declineCode }
  }
  if (left && !UNDER_WAY.has(payment.state)) return { kind: 'left', payUrl: payment.nextUrl }
  return { kind: 'waiting', payUrl: UNDER_WAY.has(payment.state) ? null : payment.nextUrl }
}
