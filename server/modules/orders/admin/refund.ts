/**
 * Gives money of an order back: all of it, pieces of lines, the delivery, or a free amount.
 *
 * Usually one refund; an order that was paid in parts may need one for each payment. They are `approved` at
 * once, so that two at the same time can never give back more than was taken, and go to the provider within seconds.
 */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Text, Type, Version } from '#kit/types.ts'
import { OutcomeUnknown, RefundTooLarge } from '../../payments/index.ts'
import { readOrder } from '../access.ts'
import { mustBeVersion } from '../cancel.ts'
import { lockOrder } from '../lock.ts'
import { NothingToRefund, RestockTooMany, TooManyEmpties, TooManyPieces } from '../refunds/failures.ts'
import { amountOf } from '../refunds/plan.ts'
import { OrderRefunds, staffRefund } from '../refunds/refund.ts'
import { refundOrder } from '../refunds/refunding.ts'
import { WISH_SAYS, wishInput } from '../refunds/wish.ts'

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
    const { ids, held, parts } = await refundOrder(ctx, order, () => wish, { reason, cause: CAUSE })
    ctx.audit({
      subject: 'orders.order',
      subjectId: orderId,
      before: { refundable: held },
      after: { refundable: held - amountOf(parts), refundIds: ids, currency: order.currency, parts },
    })
    const row = await readOrder(orderId, ctx)
    const made = row.refunds.filter((each) => ids.includes(each.id))
    return { refunds: made.map((each) => staffRefund(each, row)) }
  },
})
