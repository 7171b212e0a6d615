/** What a shopper needs to know of an order that is being paid, read from the order itself. */
import type { Money, Order } from './store.ts'

export type Standing =
  | { kind: 'thanks' }
  /**
   * The provider has not said yet. `payUrl` is its page, should the visitor not have finished there; `slow`
   * is a payment of which it has said that it takes a while.
   */
  | { kind: 'waiting'; payUrl: string | null; slow: boolean }
  /** Money came, and not all of it; the rest can be paid. */
  | { kind: 'short'; paid: Money; rest: Money }
  | { kind: 'failed'; declineCode: string | null; inTime: boolean }
  | { kind: 'left'; payUrl: string | null }
  | { kind: 'closed' }

/** More happens to it by itself. */
export const isUnderWay = ({ status }: Pick<Order, 'status'>) =>
  status !== 'delivered' && status !== 'cancelled' && status !== 'refunded'

const FAILED = new Set(['failed', 'cancelled', 'expired', 'voided'])
/** The provider holds the money or is about to: only its word is missing. */
const UNDER_WAY = new Set(['processing', 'authorised', 'part_captured', 'captured', 'unknown'])

/** `left`: the visitor came back by the payment page's "cancel". */
export function standingOf(order: Order, left: boolean): Standing {
  if (order.confirmedAt !== null) return { kind: 'thanks' }
  if (order.state !== 'pending') return { kind: 'closed' }
  const payment = order.payments.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
  if (!payment) return left ? { kind: 'left', payUrl: null } : { kind: 'waiting', payUrl: null, slow: false }
  const isOver = FAILED.has(payment.state) || payment.captured.amount > 0
  if (order.paymentStanding === 'part_paid' && isOver) return short(order)
  if (FAILED.has(payment.state)) {
    return left && payment.declineCode === null
      ? { kind: 'left', payUrl: null }
      : { kind: 'failed', declineCode: payment.declineCode, inTime: payment.state !== 'expired' }
  }
  if (left && !UNDER_WAY.has(payment.state)) return { kind: 'left', payUrl: payment.nextUrl }
  const payUrl = UNDER_WAY.has(payment.state) ? null : payment.nextUrl
  return { kind: 'waiting', payUrl, slow: payment.state === 'processing' }
}

function short({ payments, totals: { total } }: Order): Standing {
  const paid = payments.reduce((sum, { captured, refunded }) => sum + captured.amount - refunded.amount, 0)
  const { currency } = total
  return { kind: 'short', paid: { amount: paid, currency }, rest: { amount: total.amount - paid, currency } }
}
