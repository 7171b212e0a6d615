/** The money of what came back goes back, by the same refunds as any other; with that the return is closed. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, MAX_SAFE, Text, Type, Version } from '#kit/types.ts'
import { NothingToRefund, TooManyEmpties, TooManyPieces, refundReturned } from '../../orders/index.ts'
import { OutcomeUnknown, RefundTooLarge } from '../../payments/index.ts'
import { WrongStep } from '../failures.ts'
import { StaffReturn } from '../return.ts'
import { takeAsStaff } from '../stepping.ts'

const CAUSE = 'returns.admin.refund'

export const refund = command({
  id: 'returns.admin.refund',
  summary: 'Refund what came back',
  description:
    'The pieces that were received, with their deposits and taxes, as they were paid. What they cost besides is not part of it: name a sum of the `delivery` to give that back, too.',
  rest: 'POST /returns/:returnId/refund',
  audience: 'staff',
  access: permission('payments.refund'),
  idempotency: 'required',
  status: 201,
  input: Type.Object({
    returnId: Id,
    /** Minor units of the order's currency. */
    delivery: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_SAFE, scalar: 'Minor' })),
    answer: Type.Optional(Text(1000)),
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffReturn,
  failures: [WrongStep, NothingToRefund, RefundTooLarge, TooManyPieces, TooManyEmpties, OutcomeUnknown],
  run: ({ delivery, ...given }, ctx) =>
    takeAsStaff(ctx, given, { to: 'closed', cause: CAUSE }, async ({ id, orderId, lines }) => {
      const refundIds = await refundReturned(ctx, orderId, {
        lines: lines
          .filter((line) => line.quantityReceived > 0)
          .map(({ orderLineId, quantityReceived: quantity }) => ({ orderLineId, quantity })),
        ...(delivery !== undefined && { delivery }),
        reason: `Return ${id}`,
        cause: CAUSE,
      })
      await sql`
        insert into returns.refund (store_id, return_id, refund_id)
        select ${ctx.storeId}, ${id}, refund_id from unnest(${refundIds}::uuid[]) as refund_id`.execute(
        ctx.db,
      )
      return { refundIds }
    }),
})
