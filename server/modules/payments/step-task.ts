/**
 * A capture or a void asked for by people: the later steps of their tasks.
 *
 * A refusal is kept although it is answered as a failure, so that the same key is
 * refused again and not asked again.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, failure } from '#kit/failure.ts'
import { Key, Type } from '#kit/types.ts'
import type { Reply } from './asking.ts'
import { OutcomeUnknown, lockPayment, type PaymentRow } from './payment.ts'
import type { ProviderPayment } from './provider.ts'
import { readDetail, type PaymentDetail } from './shown.ts'
import { callStep, settleStep } from './step-asking.ts'
import { leaseNewStep, type StepToAsk, type StepWish } from './steps.ts'

export const StepRefused = failure(
  'payments.refused',
  409,
  Type.Object({ code: Key }, { additionalProperties: false }),
  {
    en: ({ code }) => `The payment service refused: ${code.replaceAll('_', ' ')}. Nothing was changed.`,
    de: ({ code }) => `Der Zahlungsdienst hat abgelehnt (${code}). Es wurde nichts geändert.`,
    ar: ({ code }) => `رفضت خدمة الدفع الطلب (${code}). لم يتغيّر شيء.`,
  },
)

type Begun = { resourceId: string; carry: StepToAsk }

/** `check` throws when the payment, which is locked, cannot take the step. */
export async function beginStep(
  ctx: Ctx,
  paymentId: string,
  check: (payment: PaymentRow) => StepWish,
): Promise<Begun> {
  const payment = await lockPayment(ctx, paymentId)
  if (!payment) throw NotFound({})
  if (payment.unknown_since) throw OutcomeUnknown({})
  const wish = check(payment)
  const step = await leaseNewStep(ctx, payment, wish)
  if (!step) throw OutcomeUnknown({})
  ctx.audit({
    subject: 'payments.payment',
    subjectId: payment.id,
    before: { state: payment.state, captured: payment.captured_amount },
    after: { asked: step.kind, amount: step.amount, currency: step.currency },
  })
  return { resourceId: step.id, carry: step }
}

/** No database here. */
export function call(
  step: StepToAsk,
  outside: { ctx: Parameters<typeof callStep>[0]; signal: AbortSignal },
): Promise<Reply<ProviderPayment>> {
  return callStep(outside.ctx, step, outside.signal)
}

export async function settle(
  step: StepToAsk,
  reply: Reply<ProviderPayment>,
  ctx: Ctx,
): Promise<PaymentDetail> {
  if (reply.kind === 'refused')
    throw StepRefused(
      { code: reply.code },
      { keep: async (kept) => void (await settleStep(kept, step, reply)) },
    )
  await settleStep(ctx, step, reply)
  return readDetail(ctx, step.payment_id)
}

export async function resume(
  stepId: string,
  ctx: Ctx,
): Promise<{ done: PaymentDetail } | { carry: StepToAsk }> {
  const { rows } = await sql<StepToAsk>`
    select s.*, p.provider, p.provider_reference as reference from payments.step s join payments.payment p on p.id = s.payment_id
    where s.store_id = ${ctx.storeId} and s.id = ${stepId}`.execute(ctx.db)
  const step = rows[0]
  if (!step) throw NotFound({})
  if (step.state === 'refused') throw StepRefused({ code: step.code! })
  return step.state === 'asked' ? { carry: step } : { done: await readDetail(ctx, step.payment_id) }
}
