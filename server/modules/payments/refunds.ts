/**
 * Refunds: approved -> sent -> succeeded | failed; sent may be unknown.
 *
 * The amount is set aside against the capture when it is approved, so that two at
 * once can never pass it. The refund's id is the key of the provider's call.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { seconds } from '#kit/clock.ts'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { Money, Type } from '#kit/types.ts'
import { book } from '../ledger/index.ts'
import { askAgain } from './asking.ts'
import { paymentsChanged } from './events.ts'
import { payableOf } from './payable.ts'
import { OutcomeUnknown, lockPayment, noteReferences, type PaymentRow } from './payment.ts'
import type { ProviderRefund } from './provider.ts'
import { refundableOf } from './sums.ts'

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
  decline_code: string | null
  reason: string
  version: number
  created_at: Date
  updated_at: Date
}

export const RefundTooLarge = failure(
  'payments.refund_too_large',
  409,
  Type.Object({ refundable: Money }, { additionalProperties: false }),
  {
    en: 'That is more than is left to refund.',
    de: 'Das ist mehr, als noch zu erstatten ist.',
    ar: 'هذا أكثر مما بقي ردّه.',
  },
)

/**
 * The payment is locked. Without `sendBy` the sweep sends it within seconds; with it the
 * refund counts as sent, and is the caller's alone until then.
 */
export async function approveRefund(
  ctx: Ctx,
  payment: PaymentRow,
  wish: { amount: number; reason: string; sendBy?: Date },
): Promise<RefundRow> {
  if (payment.unknown_since) throw OutcomeUnknown({})
  const left = refundableOf(payment)
  if (wish.amount <= 0 || wish.amount > left)
    throw RefundTooLarge({ refundable: { amount: left, currency: payment.currency } })
  const { rows } = await sql<RefundRow>`
    with reserved as (
      update payments.payment set refunded_amount = refunded_amount + ${wish.amount}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${payment.id}
    )
    insert into payments.refund (id, store_id, payment_id, currency, amount, state, asked, ask_at, reason, actor, trace_id, created_at, updated_at)
    values (${newId()}, ${ctx.storeId}, ${payment.id}, ${payment.currency}, ${wish.amount}, ${wish.sendBy ? 'sent' : 'approved'},
      ${wish.sendBy ? 1 : 0}, ${wish.sendBy ?? ctx.now()}, ${wish.reason}, ${callerOf(ctx.actor)}, ${ctx.traceId}, ${ctx.now()}, ${ctx.now()})
    returning *`.execute(ctx.db)
  ctx.emit(paymentsChanged, { ids: [payment.id] })
  return rows[0]!
}

/** What a provider says of a refund. One it refused has no reference there. */
export interface RefundNews {
  provider: string
  refundId: string
  reference: string | null
  amount: ProviderRefund['amount']
  state: ProviderRefund['state']
  code?: string
}

/** Safe to repeat. `mismatch`: it is about another amount or provider, or would give back more than was taken. */
export async function applyRefund(
  ctx: Ctx,
  news: RefundNews,
  cause: string,
): Promise<'applied' | 'old' | 'unknown_refund' | 'mismatch'> {
  const payment = await lockPaymentOf(ctx, news)
  if (!payment) return 'unknown_refund'
  const { rows } = await sql<RefundRow & { taken: boolean }>`
    select r.*, exists (select from payments.reference o
      where o.provider = ${news.provider} and o.reference = ${news.reference} and o.payment_id <> r.payment_id) as taken
    from payments.refund r where r.store_id = ${ctx.storeId} and r.id = ${news.refundId} for update of r`.execute(
    ctx.db,
  )
  const refund = rows[0]!
  if (refund.taken || !isOf(refund, news)) return 'mismatch'
  if (refund.state === 'succeeded' || refund.state === news.state) return 'old'
  if (news.state === 'pending') {
    if (refund.state === 'failed') return 'old'
    await write(ctx, refund, news, { state: 'sent', askAt: askAgain(ctx.now(), seconds(30), refund.asked) })
    return 'applied'
  }
  // A failed refund gives back what it had set aside; one that succeeds after all takes it again.
  const setAside = news.state === 'failed' ? -refund.amount : refund.state === 'failed' ? refund.amount : 0
  if (payment.refunded_amount + setAside > payment.captured_amount) return 'mismatch'
  await write(ctx, refund, news, { state: news.state, askAt: null, setAside })
  await payableOf(ctx, payment.payable_kind).refunded(ctx, payment.payable_id, {
    refundId: refund.id,
    paymentId: payment.id,
    amount: refund.amount,
    currency: refund.currency,
    state: news.state,
  })
  if (news.state === 'succeeded') await bookRefund(ctx, payment, refund, news, cause)
  ctx.emit(paymentsChanged, { ids: [payment.id] })
  return 'applied'
}

async function lockPaymentOf(ctx: Ctx, news: RefundNews): Promise<PaymentRow | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(news.refundId)) return null
  const { rows } = await sql<{ id: string; kind: string; payable: string }>`
    select p.id, p.payable_kind as kind, p.payable_id as payable from payments.refund r join payments.payment p on p.id = r.payment_id
    where r.store_id = ${ctx.storeId} and r.id = ${news.refundId} and p.provider = ${news.provider}`.execute(
    ctx.db,
  )
  if (!rows[0]) return null
  await payableOf(ctx, rows[0].kind).lock(ctx, rows[0].payable)
  return lockPayment(ctx, rows[0].id)
}

function isOf(refund: RefundRow, news: RefundNews): boolean {
  return (
    refund.amount === news.amount.amount &&
    refund.currency === news.amount.currency &&
    (refund.provider_reference === null ||
      news.reference === null ||
      refund.provider_reference === news.reference)
  )
}

async function write(
  ctx: Ctx,
  refund: RefundRow,
  news: RefundNews,
  to: { state: RefundRow['state']; askAt: Date | null; setAside?: number },
): Promise<void> {
  const named = news.reference === null ? [] : [{ kind: 'refund', reference: news.reference }]
  await sql`
    with told as (
      update payments.payment set refunded_amount = refunded_amount + ${to.setAside ?? 0}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${refund.payment_id} returning store_id, provider, id
    ), named as (${noteReferences(ctx, named, sql`select store_id, provider, id from told`)})
    update payments.refund set state = ${to.state}, unknown_since = null, ask_at = ${to.askAt}, decline_code = ${news.code ?? null},
      provider_reference = coalesce(${news.reference}, provider_reference), version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${refund.id}`.execute(ctx.db)
}

async function bookRefund(
  ctx: Ctx,
  payment: PaymentRow,
  refund: RefundRow,
  news: RefundNews,
  cause: string,
): Promise<void> {
  await book(ctx, {
    kind: 'refund',
    reference: `${payment.provider}:${news.reference}`,
    subject: { kind: payment.payable_kind, id: payment.payable_id },
    cause,
    currency: refund.currency,
    entries: [
      { account: 'receivable', amount: refund.amount },
      { account: `provider:${payment.provider}`, amount: -refund.amount },
    ],
  })
}
