/**
 * Steps that a provider is asked for once a payment holds money: a capture, or a void of what is not captured.
 *
 *   asked -> done | refused
 *
 * The step's id is the key of the call. One that goes unanswered makes the payment
 * unknown, and is asked again with the same key until there is an answer.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { LEASE } from './asking.ts'
import type { PaymentRow } from './payment.ts'

export interface StepRow {
  id: string
  payment_id: string
  currency: string
  kind: 'capture' | 'void'
  amount: number | null
  state: 'asked' | 'done' | 'refused'
  code: string | null
  asked: number
  cause: string
}

/** With what the provider needs to hear. */
export type StepToAsk = StepRow & { provider: string; reference: string }

export interface StepWish {
  kind: StepRow['kind']
  /** Minor units; null for a void. */
  amount: number | null
  cause: string
}

/** For whoever asks at once: the step is theirs for the length of a lease. Null: another is under way. */
export async function leaseNewStep(ctx: Ctx, payment: PaymentRow, wish: StepWish): Promise<StepToAsk | null> {
  const step = await addStep(ctx, payment, wish, { askAt: after(ctx.now(), LEASE), asked: 1, alone: true })
  return step && { ...step, provider: payment.provider, reference: payment.provider_reference! }
}

/** The payment is locked. */
async function addStep(
  ctx: Ctx,
  payment: PaymentRow,
  wish: StepWish,
  how: { askAt: Date; asked: number; alone: boolean },
): Promise<StepRow | null> {
  const { rows } = await sql<StepRow>`
    insert into payments.step (id, store_id, payment_id, currency, kind, amount, state, asked, ask_at, actor, cause, trace_id, created_at, updated_at)
    select ${newId()}, ${ctx.storeId}, ${payment.id}, ${payment.currency}, ${wish.kind}, ${wish.amount}::bigint, 'asked', ${how.asked}::int, ${how.askAt}::timestamptz,
      ${callerOf(ctx.actor)}, ${wish.cause}, ${ctx.traceId}, ${ctx.now()}::timestamptz, ${ctx.now()}::timestamptz
    where not (${how.alone} and exists (select from payments.step where payment_id = ${payment.id} and state = 'asked'))
    on conflict (payment_id, kind) where state = 'asked' do nothing
    returning *`.execute(ctx.db)
  return rows[0] ?? null
}

/** What is not captured goes back to the buyer; asked by the sweep, in a moment. */
export async function wantVoid(ctx: Ctx, payment: PaymentRow, cause: string): Promise<void> {
  const how = { askAt: after(ctx.now(), seconds(1)), asked: 0, alone: false }
  await addStep(ctx, payment, { kind: 'void', amount: null, cause }, how)
}

/** What is authorised is taken; asked by the sweep, in a moment. While another step is under way nothing is asked. */
export async function wantCapture(
  ctx: Ctx,
  payment: PaymentRow,
  amount: number,
  cause: string,
): Promise<void> {
  const how = { askAt: after(ctx.now(), seconds(1)), asked: 0, alone: true }
  await addStep(ctx, payment, { kind: 'capture', amount, cause }, how)
}

/** Takes what is due, for one question each. */
export async function leaseSteps(ctx: Ctx, atMost: number): Promise<StepToAsk[]> {
  const { rows } = await sql<StepToAsk>`
    update payments.step s set ask_at = ${after(ctx.now(), LEASE)}, asked = s.asked + 1
    from payments.payment p
    where p.id = s.payment_id and s.id in (
      select id from payments.step where store_id = ${ctx.storeId} and ask_at <= ${ctx.now()} and state = 'asked'
      order by ask_at limit ${atMost} for update skip locked)
    returning s.*, p.provider, p.provider_reference as reference`.execute(ctx.db)
  return rows
}
