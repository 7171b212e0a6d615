/** Sends refunds to their providers, and asks what became of those that went unanswered. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, seconds } from '#kit/clock.ts'
import { LEASE, askAgain, replyOf, type Reply } from './asking.ts'
import { providerNamed } from './payment.ts'
import { isProviderRefused, type PaymentProvider, type ProviderRefund } from './provider.ts'
import { applyRefund, type RefundRow } from './refunds.ts'

/** With what the provider needs to hear. */
export type RefundToAsk = RefundRow & { provider: string; payment_reference: string }

/** Takes what is due, for one question each. */
export async function leaseRefunds(ctx: Ctx, atMost: number): Promise<RefundToAsk[]> {
  const { rows } = await sql<RefundToAsk>`
    update payments.refund r set state = 'sent', asked = r.asked + 1, ask_at = ${after(ctx.now(), LEASE)}, updated_at = ${ctx.now()}
    from payments.payment p
    where p.id = r.payment_id and r.id in (
      select id from payments.refund where store_id = ${ctx.storeId} and ask_at <= ${ctx.now()} and state in ('approved', 'sent')
      order by ask_at limit ${atMost} for update skip locked)
    returning r.*, p.provider, p.provider_reference as payment_reference`.execute(ctx.db)
  return rows
}

/** No database here. The same id, so however often it is sent it is one refund. */
export function callRefund(
  ctx: Pick<Ctx, 'ports' | 'log'>,
  refund: RefundToAsk,
  signal: AbortSignal,
): Promise<Reply<ProviderRefund>> {
  const provider = providerNamed(ctx, refund.provider)
  return replyOf(ctx.log, { provider: refund.provider, refund: refund.id }, () =>
    ask(provider, refund, signal),
  )
}

async function ask(
  provider: PaymentProvider,
  refund: RefundToAsk,
  signal: AbortSignal,
): Promise<ProviderRefund> {
  const about = { reference: refund.payment_reference, refundId: refund.id }
  // Known there already: sent again, it might only be answered as it was the first time.
  const known = refund.provider_reference && (await provider.findRefund(about, signal))
  if (known) return known
  try {
    const amount = { amount: refund.amount, currency: refund.currency }
    return await provider.refund({ ...about, amount }, signal)
  } catch (error) {
    // A no to the second question says little of the first, which went unanswered.
    const found = isProviderRefused(error) && refund.asked > 1 && (await provider.findRefund(about, signal))
    if (found) return found
    throw error
  }
}

export async function settleRefund(
  ctx: Ctx,
  refund: RefundToAsk,
  reply: Reply<ProviderRefund>,
  cause: string,
): Promise<void> {
  const { id: refundId, provider } = refund
  if (reply.kind === 'unknown') {
    await sql`update payments.refund set unknown_since = coalesce(unknown_since, ${ctx.now()}), ask_at = ${askAgain(ctx.now(), seconds(2), refund.asked)}
      where store_id = ${ctx.storeId} and id = ${refundId} and state = 'sent'`.execute(ctx.db)
    return
  }
  const amount = { amount: refund.amount, currency: refund.currency }
  const news =
    reply.kind === 'answered'
      ? { ...reply.fact, provider }
      : { provider, refundId, reference: null, amount, state: 'failed' as const, code: reply.code }
  const outcome = await applyRefund(ctx, news, cause)
  if (outcome === 'mismatch' || outcome === 'unknown_refund')
    throw new Error(`The provider answered refund ${refundId} with another one.`)
}
