/**
 * Plans a refund by what is left of an order, and carries it out: goods first, then the money of each payment it draws on.
 */
import type { Ctx } from '#kit/context.ts'
import { refundableOf } from '../../payments/index.ts'
import { endIfNothingIsLeft } from '../ending.ts'
import type { LockedOrder } from '../lock.ts'
import { fullPayments, giveBack, putBack } from './give-back.ts'
import { amountOf, drawOn, type Part } from './plan.ts'
import { readRefundable, type Refundable } from './refundable.ts'
import { planOf, type Wish } from './wish.ts'

export interface Refunded {
  /** One refund for each payment. */
  ids: string[]
  /** What the payments held of the buyer's money before, in minor units. */
  held: number
  parts: Part[]
}

export async function refundOrder(
  ctx: Ctx,
  order: LockedOrder,
  wishOf: (left: Refundable) => Wish,
  { reason, cause }: { reason: string; cause: string },
): Promise<Refunded> {
  const payments = await fullPayments(ctx, order.id, 'lock')
  const held = payments.map(refundableOf)
  const whole = held.reduce((total, amount) => total + amount, 0)
  const left = await readRefundable(ctx, order.id)
  const parts = planOf(wishOf(left), left, whole, order.currency)
  await putBack(ctx, order.id, left, parts, cause)
  const ids: string[] = []
  for (const [index, drawn] of drawOn(held, parts).entries()) {
    if (drawn.length === 0) continue
    const giving = { parts: drawn, amount: amountOf(drawn), reason, cause }
    ids.push(await giveBack(ctx, order, payments[index]!, giving))
  }
  await endIfNothingIsLeft(ctx, order.id, cause)
  return { ids, held: whole, parts }
}
