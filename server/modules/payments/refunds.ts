/**
 * Refunds: approved -> sent -> succeeded | failed; sent may be unknown.
 *
 * The amount is set aside against the capture when it is approved, so that two at
 * once can never pass it. The refund's id is the key of the provider's call.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, seconds } from '#kit/clock.ts'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { Money, Type } from '#kit/types.ts'
import { book } from '../ledger/index.ts'
import { paymentsChanged } from './events.ts'
import { payableOf } from './payable.ts'
import { OutcomeUnknown, lockPayment, type PaymentRow } from './payment.ts'
import type { ProviderRefund } from './provider.ts'

export interface RefundRow {
  id: string
  store_id: string
  payment_id: string
  currency: string
  amount: number
  state: 'approved' | 'sent' | 'succeeded' | 'failed'
  unknown_since: Date | null
  ask_at: Date | null
  asked: number
  provider_reference: string | null
  reason: string
  version: number
  created_at: Date
}

export const RefundTooLarge = failure(
  'payments.refund_too_large',
  409,
  Type.Object({ refundable: Money }, { additionalProperties: false }),
  () => 'That is more than is left to refund.',
)

/** The payment is locked. The sweep sends what is approved; whoever sends it sooner settles it sooner. */
export async function approveRefund(
  ctx: Ctx,
  payment: PaymentRow,
  wish: { amount: number; reason: string },
): Promise<RefundRow> {
  if (payment.unknown_since) throw OutcomeUnknown({})
  const left = payment.captured_amount - payment.refunded_amount
  if (wish.amount > left) throw RefundTooLarge({ refundable: { amount: left, currency: payment.currency } })
  const { rows } = await sql<RefundRow>`
    with reserved as (
      update payments.payment set refunded_amount = refunded_amount + ${wish.amount}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${payment.id}
    )
    insert into payments.refund (id, store_id, payment_id, currency, amount, state, ask_at, reason, actor, trace_id, created_at, updated_at)
    values (${newId()}, ${ctx.storeId}, ${payment.id}, ${payment.currency}, ${wish.amount}, 'approved', ${ctx.now()}, ${wish.reason},
      ${callerOf(ctx.actor)}, ${ctx.traceId}, ${ctx.now()}, ${ctx.now()})
    returning *`.execute(ctx.db)
  ctx.emit(paymentsChanged, { ids: [payment.id] })
  return rows[0]!
}

/** Leases the refund for one call to the provider. Answers null when it is not ours to send. */
export async function markSent(
  ctx: Ctx,
  refundId: string,
): Promise<(RefundRow & { reference: string; provider: string }) | null> {
  const { rows } = await sql<RefundRow & { reference: string; provider: string }>`
    update payments.refund r set state = 'sent', asked = r.asked + 1, ask_at = ${after(ctx.now(), seconds(30))}, version = r.version + 1, updated_at = ${ctx.now()}
    from payments.payment p
    where r.store_id = ${ctx.storeId} and r.id = ${refundId} and r.state in ('approved', 'sent') and p.id = r.payment_id
    returning r.*, p.provider_reference as reference, p.provider`.execute(ctx.db)
  return rows[0] ?? null
}

/** Applies what the provider says of a refund; safe to repeat. Answers false when there is no such refund. */
export async function applyRefund(ctx: Ctx, fact: ProviderRefund, cause: string): Promise<boolean> {
  const { rows: found } = await sql<{ payment_id: string; payable_kind: string; payable_id: string }>`
    select r.payment_id, p.payable_kind, p.payable_id from payments.refund r join payments.payment p on p.id = r.payment_id
    where r.store_id = ${ctx.storeId} and r.id::text = ${fact.refundId}`.execute(ctx.db)
  if (!found[0]) return false
  const { payment_id: paymentId, payable_kind: kind, payable_id: payableId } = found[0]
  const target = payableOf(ctx, kind)
  await target.lock(ctx, payableId)
  const payment = (await lockPayment(ctx, paymentId))!
  const { rows } =
    await sql<RefundRow>`select * from payments.refund where store_id = ${ctx.storeId} and id = ${fact.refundId} for update`.execute(
      ctx.db,
    )
  const refund = rows[0]!
  if (
    refund.state === 'succeeded' ||
    fact.amount.amount !== refund.amount ||
    fact.amount.currency !== refund.currency
  )
    return true
  if (fact.state === 'pending') {
    await sql`update payments.refund set unknown_since = null, provider_reference = ${fact.reference}, ask_at = ${after(ctx.now(), seconds(30))}, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${refund.id}`.execute(ctx.db)
    return true
  }
  if (refund.state === 'failed' && fact.state === 'failed') return true
  // A failed refund gives back what it had set aside; one that succeeds after all takes it again.
  const setAside = fact.state === 'failed' ? -refund.amount : refund.state === 'failed' ? refund.amount : 0
  await sql`
    with told as (
      update payments.payment set refunded_amount = refunded_amount + ${setAside}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${paymentId}
    )
    update payments.refund set state = ${fact.state}, unknown_since = null, ask_at = null, provider_reference = ${fact.reference}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${refund.id}`.execute(ctx.db)
  if (fact.state === 'succeeded') {
    await book(ctx, {
      kind: 'refund',
      reference: `${payment.provider}:${fact.reference}`,
      subject: { kind, id: payableId },
      cause,
      currency: refund.currency,
      entries: [
        { account: 'receivable', amount: refund.amount },
        { account: `provider:${payment.provider}`, amount: -refund.amount },
      ],
    })
  }
  await target.refunded(ctx, payableId, {
    refundId: refund.id,
    paymentId,
    amount: refund.amount,
    currency: refund.currency,
    state: fact.state,
  })
  ctx.emit(paymentsChanged, { ids: [paymentId] })
  return true
}
