/**
 * Starts a payment in three steps, so that no row is locked while the provider is asked.
 *
 * `startPayment` and `settleStart` run in the caller's transactions, `callProvider`
 * between them. The payment's id is the key of the call: however often it is
 * repeated, the provider opens one payment.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { tally } from '#kit/measure.ts'
import { callerOf } from '#kit/policy.ts'
import type { Money } from '#kit/types.ts'
import { LEASE, replyOf, type Reply } from './asking.ts'
import { paymentsChanged } from './events.ts'
import { applyFact } from './facts.ts'
import { moved } from './measures.ts'
import { payableOf } from './payable.ts'
import { lockPayment, movePayment, providerNamed, providerOf, type PaymentRow } from './payment.ts'
import type { ProviderPayment } from './provider.ts'
import { OPEN, isOpen } from './state.ts'
import { wantVoid } from './steps.ts'

/** An unanswered call is asked about at once. */
const ASK_SOON = seconds(2)
const CAUSE = 'payments.start'

export interface Start {
  payable: { kind: string; id: string }
  method: string
  amount: Money
  capture?: 'automatic' | 'manual'
  /** Absolute addresses of the shop. */
  returnUrl: string
  cancelUrl: string
}

export async function startPayment(ctx: Ctx, start: Start): Promise<PaymentRow> {
  const provider = providerOf(ctx, start.method)
  const id = newId()
  const { rows } = await sql<PaymentRow>`
    with started as (
      insert into payments.payment (id, store_id, provider, method, payable_kind, payable_id, currency, amount, capture, state, ask_at, return_url, cancel_url, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${provider.name}, ${start.method}, ${start.payable.kind}, ${start.payable.id}, ${start.amount.currency}, ${start.amount.amount},
        ${start.capture ?? 'automatic'}, 'created', ${after(ctx.now(), LEASE)}, ${start.returnUrl}, ${start.cancelUrl}, ${ctx.now()}, ${ctx.now()})
      returning *
    ), told as (
      insert into payments.history (id, store_id, payment_id, from_state, to_state, actor, cause, trace_id, at)
      select ${newId()}, store_id, id, null, state, ${callerOf(ctx.actor)}, ${CAUSE}, ${ctx.traceId}, ${ctx.now()} from started
    )
    select * from started`.execute(ctx.db)
  tally(ctx, moved, { provider: provider.name, state: 'created' })
  ctx.emit(paymentsChanged, { ids: [id] })
  return rows[0]!
}

export type StartReply = Reply<ProviderPayment>

/** No database here. */
export function callProvider(
  ctx: Pick<Ctx, 'ports' | 'origin' | 'scope' | 'log'>,
  payment: PaymentRow,
  description: string,
  signal: AbortSignal,
): Promise<StartReply> {
  return replyOf(ctx.log, { provider: payment.provider, payment: payment.id }, () =>
    providerNamed(ctx, payment.provider).open(
      {
        paymentId: payment.id,
        method: payment.method,
        amount: { amount: payment.amount, currency: payment.currency },
        capture: payment.capture,
        description,
        returnUrl: payment.return_url,
        cancelUrl: payment.cancel_url,
        locale: ctx.scope.locale,
        webhookUrl: `${ctx.origin}/webhooks/${payment.provider}`,
      },
      signal,
    ),
  )
}

/** Keeps what the provider said. A webhook may have come first; then nothing is left to do. */
export async function settleStart(ctx: Ctx, paymentId: string, reply: StartReply): Promise<PaymentRow> {
  if (reply.kind === 'answered') {
    const { outcome, payment } = await applyFact(ctx, reply.fact, CAUSE, 'answer')
    if (!payment || outcome === 'mismatch')
      throw new Error(`The provider opened another payment than ${paymentId}.`)
    return payment
  }
  if (reply.kind === 'refused') return failStart(ctx, paymentId, reply.code, CAUSE)
  const before = (await lockPayment(ctx, paymentId))!
  if (before.state !== 'created') return before
  ctx.emit(paymentsChanged, { ids: [paymentId] })
  return movePayment(
    ctx,
    before,
    {
      state: 'created',
      unknown_since: before.unknown_since ?? ctx.now(),
      ask_at: after(ctx.now(), ASK_SOON),
    },
    CAUSE,
  )
}

/** There is no such payment at the provider, so this one brings no money; another attempt may. */
export async function failStart(
  ctx: Ctx,
  paymentId: string,
  code: string,
  cause: string,
): Promise<PaymentRow> {
  const { rows } = await sql<Pick<PaymentRow, 'payable_kind' | 'payable_id'>>`
    select payable_kind, payable_id from payments.payment where store_id = ${ctx.storeId} and id = ${paymentId}`.execute(
    ctx.db,
  )
  const payable = payableOf(ctx, rows[0]!.payable_kind)
  await payable.lock(ctx, rows[0]!.payable_id)
  const before = (await lockPayment(ctx, paymentId))!
  ctx.emit(paymentsChanged, { ids: [paymentId] })
  const ended = { unknown_since: null, ask_at: null, next_url: null }
  if (!isOpen(before.state)) return movePayment(ctx, before, { ...ended, state: before.state }, cause)
  const state = before.state === 'created' ? 'failed' : 'expired'
  const failed = await movePayment(ctx, before, { ...ended, state, decline_code: code }, cause)
  await payable.failed(ctx, failed.payable_id, failed)
  return failed
}

/** The newest payment of a payable, for a repeat that finds its start cut off. */
export async function latestPayment(
  ctx: Ctx,
  payable: { kind: string; id: string },
): Promise<PaymentRow | null> {
  const { rows } = await sql<PaymentRow>`
    select * from payments.payment where store_id = ${ctx.storeId} and payable_kind = ${payable.kind} and payable_id = ${payable.id}
    order by created_at desc, id desc limit 1`.execute(ctx.db)
  return rows[0] ?? null
}

/**
 * Ends what is still open for a payable that is no longer wanted; the payable is locked already.
 *
 * What the provider holds is voided there in a moment, so that it can no longer be paid.
 * Money that arrives all the same is given back.
 */
export async function cancelOpenPayments(
  ctx: Ctx,
  payable: { kind: string; id: string },
  cause: string,
): Promise<void> {
  const { rows } = await sql<PaymentRow>`
    select * from payments.payment where store_id = ${ctx.storeId} and payable_kind = ${payable.kind} and payable_id = ${payable.id}
      and state = any(${[...OPEN, 'authorised', 'part_captured']}) order by id for update`.execute(ctx.db)
  for (const row of rows) {
    if (row.provider_reference) await wantVoid(ctx, row, cause)
    if (!isOpen(row.state)) continue
    // Not known there yet: its opening may be under way at this moment.
    const askAt = row.provider_reference ? row.ask_at : after(ctx.now(), LEASE)
    await movePayment(ctx, row, { state: 'cancelled', next_url: null, ask_at: askAt, asked: 0 }, cause)
  }
  if (rows.length > 0) ctx.emit(paymentsChanged, { ids: rows.map((row) => row.id) })
}
