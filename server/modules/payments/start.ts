/**
 * Starts a payment in three steps, so that no row is locked while the provider is asked.
 *
 * `startPayment` and `settleStart` run in the caller's transactions, `callProvider`
 * between them. The payment's id is the key of the call: however often it is
 * repeated, the provider opens one payment.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, minutes, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import type { Money } from '#kit/types.ts'
import { paymentsChanged } from './events.ts'
import { applyFact } from './facts.ts'
import { payableOf } from './payable.ts'
import { OPEN, lockPayment, movePayment, providerNamed, type PaymentRow } from './payment.ts'
import { isProviderRefused, type ProviderPayment } from './provider.ts'

/** A start that was cut off is looked into after this long: longer than the call's own deadline. */
const LOOK_AFTER = seconds(30)
/** An unanswered call is asked about at once. */
const ASK_SOON = seconds(2)

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
  providerNamed(ctx, start.method)
  const id = newId()
  const { rows } = await sql<PaymentRow>`
    with started as (
      insert into payments.payment (id, store_id, provider, payable_kind, payable_id, currency, amount, capture, state, ask_at, return_url, cancel_url, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${start.method}, ${start.payable.kind}, ${start.payable.id}, ${start.amount.currency}, ${start.amount.amount},
        ${start.capture ?? 'automatic'}, 'created', ${after(ctx.now(), LOOK_AFTER)}, ${start.returnUrl}, ${start.cancelUrl}, ${ctx.now()}, ${ctx.now()})
      returning *
    ), told as (
      insert into payments.history (id, store_id, payment_id, from_state, to_state, actor, cause, trace_id, at)
      select ${newId()}, store_id, id, null, state, ${callerOf(ctx.actor)}, 'payments.start', ${ctx.traceId}, ${ctx.now()} from started
    )
    select * from started`.execute(ctx.db)
  ctx.emit(paymentsChanged, { ids: [id] })
  return rows[0]!
}

export type StartReply =
  | { kind: 'opened'; fact: ProviderPayment }
  | { kind: 'refused'; code: string }
  | { kind: 'unknown' }

/** No database here. */
export async function callProvider(
  ctx: Pick<Ctx, 'ports' | 'origin' | 'scope' | 'log'>,
  payment: PaymentRow,
  description: string,
  signal: AbortSignal,
): Promise<StartReply> {
  try {
    const fact = await providerNamed(ctx, payment.provider).open(
      {
        paymentId: payment.id,
        amount: { amount: payment.amount, currency: payment.currency },
        capture: payment.capture,
        description,
        returnUrl: payment.return_url,
        cancelUrl: payment.cancel_url,
        locale: ctx.scope.locale,
        webhookUrl: `${ctx.origin}/webhooks/${payment.provider}`,
      },
      signal,
    )
    return { kind: 'opened', fact }
  } catch (error) {
    if (isProviderRefused(error)) return { kind: 'refused', code: error.code }
    ctx.log.warn(
      { provider: payment.provider, payment: payment.id, err: (error as Error).message },
      'a payment provider did not answer',
    )
    return { kind: 'unknown' }
  }
}

/** Keeps what the provider said. A webhook may have come first; then nothing is left to do. */
export async function settleStart(ctx: Ctx, paymentId: string, reply: StartReply): Promise<PaymentRow> {
  if (reply.kind === 'opened') {
    const applied = await applyFact(ctx, reply.fact, 'payments.start')
    if (applied.outcome === 'mismatch')
      throw new Error(`The provider opened payment ${paymentId} for another amount.`)
    return applied.payment!
  }
  const before = (await lockPayment(ctx, paymentId))!
  if (before.state !== 'created') return before
  ctx.emit(paymentsChanged, { ids: [paymentId] })
  if (reply.kind === 'unknown') {
    return movePayment(
      ctx,
      before,
      { state: 'created', unknown_since: ctx.now(), ask_at: after(ctx.now(), ASK_SOON) },
      'payments.start',
    )
  }
  const failed = await movePayment(
    ctx,
    before,
    { state: 'failed', decline_code: reply.code, ask_at: null },
    'payments.start',
  )
  await payableOf(ctx, failed.payable_kind).failed(ctx, failed.payable_id, failed)
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
 * What is authorised is voided by the sweep. Money that arrives all the same is given back.
 */
export async function cancelOpenPayments(
  ctx: Ctx,
  payable: { kind: string; id: string },
  cause: string,
): Promise<void> {
  const { rows } = await sql<PaymentRow>`
    select * from payments.payment where store_id = ${ctx.storeId} and payable_kind = ${payable.kind} and payable_id = ${payable.id}
      and state = any(${[...OPEN, 'authorised']}) order by id for update`.execute(ctx.db)
  for (const row of rows) {
    const soon = after(ctx.now(), seconds(1))
    if (row.state === 'authorised')
      await movePayment(ctx, row, { state: 'authorised', wanted: 'void', ask_at: soon }, cause)
    // Asked once more later: the shopper may be paying on the provider's page at this moment.
    else
      await movePayment(
        ctx,
        row,
        {
          state: 'cancelled',
          next_url: null,
          unknown_since: null,
          ask_at: row.provider_reference ? after(ctx.now(), minutes(2)) : soon,
        },
        cause,
      )
  }
  if (rows.length > 0) ctx.emit(paymentsChanged, { ids: rows.map((row) => row.id) })
}
