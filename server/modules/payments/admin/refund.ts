/**
 * Gives captured money back, all that is left or a part.
 *
 * The answer is the refund as it is now: `sent` while the provider works on it or has
 * not answered, `failed` when it refused, and then the amount may be refunded again.
 */
import { sql } from 'kysely'
import { after } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type } from '#kit/types.ts'
import { LEASE, type Reply } from '../asking.ts'
import { OutcomeUnknown, lockPayment } from '../payment.ts'
import type { ProviderRefund } from '../provider.ts'
import { callRefund, settleRefund, type RefundToAsk } from '../refund-asking.ts'
import { RefundTooLarge, approveRefund } from '../refunds.ts'
import { AmountInput, PaymentRefund, shownRefund } from '../shown.ts'
import { refundableOf } from '../sums.ts'

export const refund = task({
  id: 'payments.admin.refund',
  summary: 'Refund a payment',
  description: 'Without `amount`, all that is left. Two equal refunds with different keys are two refunds.',
  rest: 'POST /payments/:paymentId/refunds',
  audience: 'staff',
  access: permission('payments.refund'),
  idempotency: 'required',
  status: 201,
  input: Type.Object({ paymentId: Id, amount: Type.Optional(AmountInput), reason: Text(400) }),
  output: PaymentRefund,
  failures: [RefundTooLarge, OutcomeUnknown],

  async begin({ paymentId, amount, reason }, ctx) {
    const payment = await lockPayment(ctx, paymentId)
    if (!payment) throw NotFound({})
    const wish = { amount: amount ?? refundableOf(payment), reason, sendBy: after(ctx.now(), LEASE) }
    const made = await approveRefund(ctx, payment, wish)
    ctx.audit({
      subject: 'payments.payment',
      subjectId: paymentId,
      before: { refunded: payment.refunded_amount },
      after: { refunded: payment.refunded_amount + made.amount, refundId: made.id, currency: made.currency },
    })
    return { resourceId: made.id, carry: await toAsk(ctx, made.id) }
  },
  call: (carry, { ctx, signal }): Promise<Reply<ProviderRefund>> => callRefund(ctx, carry, signal),
  async settle(carry, reply, ctx) {
    await settleRefund(ctx, carry, reply, 'payments.admin.refund')
    return shownRefund(await toAsk(ctx, carry.id))
  },
  async resume(refundId, ctx) {
    const row = await toAsk(ctx, refundId)
    return row.state === 'sent' ? { carry: row } : { done: shownRefund(row) }
  },
})

async function toAsk(ctx: Ctx, refundId: string): Promise<RefundToAsk> {
  const { rows } = await sql<RefundToAsk>`
    select r.*, p.provider, p.provider_reference as payment_reference from payments.refund r join payments.payment p on p.id = r.payment_id
    where r.store_id = ${ctx.storeId} and r.id = ${refundId}`.execute(ctx.db)
  if (!rows[0]) throw NotFound({})
  return rows[0]
}
