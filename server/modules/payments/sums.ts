/** What may still be done with the money of a payment, in minor units of its currency. */
import type { PaymentRow } from './payment.ts'

/** What may still be taken: nothing once the provider has ended it. */
export function capturableOf(row: PaymentRow): number {
  const holds = row.state === 'authorised' || row.state === 'part_captured'
  return holds ? row.authorised_amount - row.captured_amount : 0
}

/** What may still be given back: neither what was, or is set aside to be, nor what a dispute has taken. */
export function refundableOf(row: PaymentRow): number {
  return Math.max(0, row.captured_amount - row.refunded_amount - row.disputed_amount)
}
