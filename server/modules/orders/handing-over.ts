/**
 * What else becomes of an order once its buyer is written to, such as files that are handed over: in the transaction of the
 * mails, so that an order with nothing of the kind costs one question and no reaction of its own.
 */
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'

/** Safe to repeat, and in any order; looks at the order as it is now. */
export type SettleOrder = (orderId: string, ctx: Ctx) => Promise<void>
export const settlesOrder = port<SettleOrder>('orders.settlesOrder', { many: true })
