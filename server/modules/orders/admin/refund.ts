/**
 * Gives money of an order back: all of it, pieces of lines, the delivery, or a free amount.
 *
 * Usually one refund; an order that was paid in parts may need one for each payment. They are `approved` at
 * once, so that two at the same time can never give back more than was taken, and go to the provider within seconds.
 */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Text, Type, Version } from '#kit/types.ts'
import { OutcomeUnknown, RefundTooLarge, refundableOf } from '../../payments/index.ts'
import { readOrder } from '../access.ts'
import { mustBeVersion } from '../cancel.ts'
import { endIfNothingIsLeft } from '../ending.ts'
import { lockOrder } from '../lock.ts'
import { NothingToRefund, RestockTooMany, TooManyEmpties, TooManyPieces } from '../refunds/failures.ts'
import { fullPayments, giveBack, putBack } from '../refunds/give-back.ts'
import { amountOf, drawOn } from '../refunds/plan.ts'
import { OrderRefunds, staffRefund } from '../refunds/refund.ts'
import { readRefundable } from '../refunds/refundable.ts'
import { WISH_SAYS, planOf, wishInput } from '../refunds/wish.ts'

const CAUSE = 'orders.admin.refund'

export const refund = command({
  id: 'orders.admin.refund',
  summary: 'Refund an order, whole or in part',
  description: WISH_SAYS,
  rest: 'POST /orders/:orderId/refunds',
  audience: 'staff',
  access: permission('payments.refund'),
  idempotency: 'required',
  status: 201,
  input: Type.Object({ ...wishInput, reason: Text(400), expectedVersion: Type.Optional(Version) }),
  output: OrderRefunds,
  failures: [NothingToRefund, RefundTooLarge, TooManyPieces, TooManyEmpties, RestockTooMany, OutcomeUnknown],

  async run({ orderId, reason, expectedVersion, ...wish }, ctx) {
    const order = await lockOrder(ctx, orderId)
    mustBeVersion(order, expectedVersion)
    const payments = await fullPayments(ctx, orderId, 'lock')
    const held = payments.map(refundableOf)
    const left = await readRefundable(ctx, orderId)
    const parts = planOf(wish, left, sum(held), order.currency)
    await putBack(ctx, orderId, left, parts, CAUSE)
    const ids: string[] = []
    for (const [index, drawn] of drawOn(held, parts).entries()) {
      if (drawn.length === 0) continue
      const giving = { parts: drawn, amount: amountOf(drawn), reason, cause: CAUSE }
      ids.push(await giveBack(ctx, order, payments[index]!, giving))
    }
    await endIfNothingIsLeft(ctx, orderId, CAUSE)
    ctx.audit({
      subject: 'orders.order',
      subjectId: orderId,
      before: { refundable: sum(held) },
      after: { refundable: sum(held) - amountOf(parts), refundIds: ids, currency: order.currency, parts },
    })
    const row = await readOrder(orderId, ctx)
    const made = row.refunds.filter((each) => ids.includes(each.id))
    return { refunds: made.map((each) => staffRefund(each, row)) }
  },
})

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
