/** What a refund would give back, line by line with its tax; nothing changes. */
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { RefundTooLarge, refundableOf } from '../../payments/index.ts'
import { readOrder } from '../access.ts'
import { NothingToRefund, RestockTooMany, TooManyEmpties, TooManyPieces } from '../refunds/failures.ts'
import { fullPayments } from '../refunds/give-back.ts'
import { amountLeft, amountOf } from '../refunds/plan.ts'
import { RefundPreview, previewOf } from '../refunds/refund.ts'
import { readRefundable } from '../refunds/refundable.ts'
import { WISH_SAYS, planOf, wishInput } from '../refunds/wish.ts'

export const refundPreview = query({
  id: 'orders.admin.refundPreview',
  summary: 'What a refund would give back',
  description: WISH_SAYS,
  rest: 'POST /orders/:orderId/refund-preview',
  audience: 'staff',
  access: permission('payments.refund'),
  input: Type.Object(wishInput),
  output: RefundPreview,
  failures: [NothingToRefund, RefundTooLarge, TooManyPieces, TooManyEmpties, RestockTooMany],
  async run({ orderId, ...wish }, ctx) {
    const row = await readOrder(orderId, ctx)
    const left = await readRefundable(ctx, orderId)
    const payments = await fullPayments(ctx, orderId, 'look')
    const held = payments.reduce((sum, payment) => sum + refundableOf(payment), 0)
    const parts = planOf(wish, left, held, row.currency)
    return previewOf(parts, amountOf(parts), Math.min(held, amountLeft(left)), row)
  },
})
