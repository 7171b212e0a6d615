/** What is paid for: an order today, a subscription's period or a gift card later. They fill this port. */
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'
import type { PaymentRow } from './payment.ts'

export interface RefundFact {
  refundId: string
  paymentId: string
  /** Minor units. */
  amount: number
  currency: string
  state: 'succeeded' | 'failed'
}

export interface DisputeFact {
  paymentId: string
  /** Minor units. */
  amount: number
  currency: string
  state: 'open' | 'won' | 'lost'
}

export interface Payable {
  kind: string
  /** Locks the payable and all that comes before it in the order of locks. Payments lock after it. */
  lock(ctx: Ctx, id: string): Promise<void>
  /**
   * Money is authorised or captured, in the same transaction as its booking. `unwanted` means that it
   * came too late: payments gives it back by itself. Called again as more is captured.
   */
  secured(ctx: Ctx, id: string, payment: PaymentRow): Promise<'accepted' | 'unwanted'>
  /** This payment will not bring money; another attempt may. */
  failed(ctx: Ctx, id: string, payment: PaymentRow): Promise<void>
  refunded(ctx: Ctx, id: string, refund: RefundFact): Promise<void>
  /** A buyer's bank has taken money back, or it was settled whose it is. */
  disputed(ctx: Ctx, id: string, dispute: DisputeFact): Promise<void>
}

export const payable = port<Payable>('payments.payable', { many: true })

export function payableOf(ctx: Ctx, kind: string): Payable {
  const found = ctx.ports(payable).find((each) => each.kind === kind)
  if (!found) throw new Error(`Nobody fills payments.payable for ${kind}.`)
  return found
}
