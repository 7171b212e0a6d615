/**
 * A payment: one attempt to get money for one payable through one provider.
 *
 * Besides its state (`state.ts`) it may be `unknown`: a call went unanswered, and no money step
 * starts until a query or a webhook has told what happened.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { tally } from '#kit/measure.ts'
import { callerOf } from '#kit/policy.ts'
import { Key, Type } from '#kit/types.ts'
import { moved } from './measures.ts'
import { paymentProvider, type PaymentProvider, type ProviderReference } from './provider.ts'
import type { PaymentState } from './state.ts'

export interface PaymentRow {
  id: string
  store_id: string
  provider: string
  method: string
  provider_reference: string | null
  payable_kind: string
  payable_id: string
  currency: string
  amount: number
  capture: 'automatic' | 'manual'
  state: PaymentState
  unknown_since: Date | null
  unknown_step: string | null
  ask_at: Date | null
  asked: number
  authorised_amount: number
  captured_amount: number
  refunded_amount: number
  fee_amount: number
  disputed_amount: number
  provider_version: number
  decline_code: string | null
  next_url: string | null
  return_url: string
  cancel_url: string
  paid_at: Date | null
  provider_paid_at: Date | null
  version: number
  created_at: Date
  updated_at: Date
}

export const MethodUnknown = failure(
  'payments.method_unknown',
  422,
  Type.Object({ method: Key }, { additionalProperties: false }),
  {
    en: ({ method }) => `There is no payment method ${method}.`,
    de: ({ method }) => `Die Zahlungsart ${method} gibt es nicht.`,
    ar: ({ method }) => `لا توجد طريقة دفع باسم ${method}.`,
  },
)
export const ProviderUnavailable = failure(
  'payments.provider_unavailable',
  503,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'The payment service does not answer right now. Nothing was charged; please try again.',
    de: 'Der Zahlungsdienst antwortet gerade nicht. Es wurde nichts abgebucht; bitte versuchen Sie es noch einmal.',
    ar: 'خدمة الدفع لا تستجيب الآن. لم يُخصم أي مبلغ؛ يُرجى المحاولة مرة أخرى.',
  },
)
export const OutcomeUnknown = failure(
  'payments.outcome_unknown',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'The payment service has not said yet what became of the last step. It is being asked; try again in a moment.',
    de: 'Der Zahlungsdienst hat noch nicht gesagt, was aus dem letzten Schritt wurde. Er wird gefragt; versuchen Sie es gleich noch einmal.',
    ar: 'لم تُخبر خدمة الدفع بعد بنتيجة الخطوة الأخيرة. نحن نسألها؛ حاول مرة أخرى بعد قليل.',
  },
)

export function providerNamed(ctx: Pick<Ctx, 'ports'>, name: string): PaymentProvider {
  const found = ctx.ports(paymentProvider).find((each) => each.name === name)
  if (!found) throw new Error(`There is no payment provider ${name} here.`)
  return found
}

/** Whose way to pay this is. */
export function providerOf(ctx: Pick<Ctx, 'ports'>, method: string): PaymentProvider {
  const found = ctx.ports(paymentProvider).find(({ methods }) => methods.some(({ key }) => key === method))
  if (!found) throw MethodUnknown({ method })
  return found
}

export async function lockPayment(ctx: Ctx, id: string): Promise<PaymentRow | null> {
  const { rows } =
    await sql<PaymentRow>`select * from payments.payment where store_id = ${ctx.storeId} and id = ${id} for update`.execute(
      ctx.db,
    )
  return rows[0] ?? null
}

/** Writes the new state with its line in the history and what the provider newly calls it, in one statement. */
export async function movePayment(
  ctx: Ctx,
  before: PaymentRow,
  to: Partial<PaymentRow> & { state: PaymentState },
  cause: string,
  named: readonly ProviderReference[] = [],
): Promise<PaymentRow> {
  const after = { ...before, ...to }
  const { rows } = await sql<PaymentRow>`
    with moved as (
      update payments.payment set state = ${after.state}, provider_reference = ${after.provider_reference}, unknown_since = ${after.unknown_since},
        unknown_step = ${after.unknown_step}, ask_at = ${after.ask_at}, asked = ${after.asked}, authorised_amount = ${after.authorised_amount}, captured_amount = ${after.captured_amount},
        refunded_amount = ${after.refunded_amount}, fee_amount = ${after.fee_amount}, disputed_amount = ${after.disputed_amount}, provider_version = ${after.provider_version}, decline_code = ${after.decline_code},
        next_url = ${after.next_url}, paid_at = ${after.paid_at}, provider_paid_at = ${after.provider_paid_at},
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${before.id} and version = ${before.version}
      returning *
    ), told as (
      insert into payments.history (id, store_id, payment_id, from_state, to_state, actor, cause, trace_id, at)
      select ${newId()}, store_id, id, ${before.state}, state, ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()} from moved
      where state <> ${before.state}
    ), named as (${noteReferences(ctx, named, sql`select store_id, provider, id from moved`)})
    select * from moved`.execute(ctx.db)
  if (!rows[0]) throw new Error(`Payment ${before.id} changed although it was locked.`)
  if (after.state !== before.state) tally(ctx, moved, { provider: before.provider, state: after.state })
  return rows[0]
}

/** As part of a statement; `of` selects store_id, provider and id of the payment. */
export function noteReferences(
  ctx: Ctx,
  named: readonly ProviderReference[],
  of: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into payments.reference (store_id, provider, reference, kind, payment_id, noted_at)
    select p.store_id, p.provider, n.reference, n.kind, p.id, ${ctx.now()}::timestamptz
    from (${of}) p, unnest(${named.map(({ reference }) => reference)}::text[], ${named.map(({ kind }) => kind)}::text[]) as n(reference, kind)
    on conflict do nothing`
}
