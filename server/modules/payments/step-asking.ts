/** Asks a provider for a capture or a void, and keeps what became of it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { seconds } from '#kit/clock.ts'
import { askAgain, replyOf, type Reply } from './asking.ts'
import { paymentsChanged } from './events.ts'
import { applyFact } from './facts.ts'
import { lockPayment, movePayment, providerNamed, type PaymentRow } from './payment.ts'
import type { ProviderPayment } from './provider.ts'
import type { StepToAsk } from './steps.ts'

/** No database here. */
export function callStep(
  ctx: Pick<Ctx, 'ports' | 'log'>,
  step: StepToAsk,
  signal: AbortSignal,
): Promise<Reply<ProviderPayment>> {
  const provider = providerNamed(ctx, step.provider)
  const ask = { reference: step.reference, key: step.id }
  return replyOf(ctx.log, { provider: step.provider, step: step.id }, () =>
    step.kind === 'void'
      ? provider.void(ask, signal)
      : provider.capture({ ...ask, amount: { amount: step.amount!, currency: step.currency } }, signal),
  )
}

/** Safe to repeat: the first definite answer ends the step. */
export async function settleStep(
  ctx: Ctx,
  step: StepToAsk,
  reply: Reply<ProviderPayment>,
): Promise<PaymentRow> {
  if (reply.kind === 'answered') {
    const { outcome } = await applyFact(ctx, reply.fact, step.cause, { answerTo: step.id })
    if (outcome === 'mismatch' || outcome === 'unknown_payment')
      throw new Error(`The provider answered step ${step.id} with another payment.`)
  }
  const payment = (await lockPayment(ctx, step.payment_id))!
  const now = ctx.now()
  const state = reply.kind === 'answered' ? 'done' : reply.kind === 'refused' ? 'refused' : 'asked'
  const { rows } = await sql`
    update payments.step set state = ${state}, code = ${reply.kind === 'refused' ? reply.code : null}, updated_at = ${now},
      ask_at = ${state === 'asked' ? askAgain(now, seconds(2), step.asked) : null}
    where store_id = ${ctx.storeId} and id = ${step.id} and state = 'asked' returning id`.execute(ctx.db)
  if (rows.length === 0) return payment
  ctx.emit(paymentsChanged, { ids: [payment.id] })
  return movePayment(
    ctx,
    payment,
    { state: payment.state, ...meaning(state, step, payment, now) },
    step.cause,
  )
}

function meaning(state: string, step: StepToAsk, payment: PaymentRow, now: Date): Partial<PaymentRow> {
  if (state === 'asked')
    return { unknown_since: payment.unknown_since ?? now, unknown_step: payment.unknown_step ?? step.id }
  const told = payment.unknown_step === step.id ? { unknown_since: null, unknown_step: null } : {}
  // Refused: something is other than we thought, so the sweep asks what.
  return state === 'refused' ? { ...told, ask_at: now, asked: 0 } : told
}
