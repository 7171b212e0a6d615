/**
 * Applies what a provider says about a payment. Every road of a fact ends here: the answer to a
 * call, a webhook, the sweep, reconciliation; so it does not matter which comes first or twice.
 *
 * The payable is locked first, then the payment. Only newer facts count, and only
 * forward. The booking, the payment and what it means for the payable are one transaction.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, minutes, seconds } from '#kit/clock.ts'
import { book } from '../ledger/index.ts'
import { paymentsChanged } from './events.ts'
import { payableOf } from './payable.ts'
import {
  isOpen,
  lockPayment,
  movePayment,
  movesForward,
  type PaymentRow,
  type PaymentState,
} from './payment.ts'
import type { ProviderPayment } from './provider.ts'
import { approveRefund } from './refunds.ts'

export interface Applied {
  outcome: 'applied' | 'old' | 'unknown_payment' | 'mismatch'
  payment: PaymentRow | null
}

export async function applyFact(ctx: Ctx, fact: ProviderPayment, cause: string): Promise<Applied> {
  const found = await findPayment(ctx, fact)
  if (!found) return { outcome: 'unknown_payment', payment: null }
  const payable = payableOf(ctx, found.payable_kind)
  await payable.lock(ctx, found.payable_id)
  const before = (await lockPayment(ctx, found.id))!
  if (!isAbout(before, fact)) return { outcome: 'mismatch', payment: before }
  if (fact.version <= before.provider_version)
    return { outcome: 'old', payment: await noLongerUnknown(ctx, before) }

  const captured = fact.captured - before.captured_amount
  const to = stateOf(fact)
  const forward = movesForward(before.state, to, captured > 0)
  const payment = await movePayment(
    ctx,
    before,
    {
      state: forward ? to : before.state,
      provider_reference: fact.reference,
      provider_version: fact.version,
      authorised_amount: Math.max(before.authorised_amount, fact.authorised, fact.captured),
      captured_amount: Math.max(before.captured_amount, fact.captured),
      decline_code: fact.declineCode,
      next_url: forward && isOpen(to) ? fact.url : null,
      unknown_since: null,
      wanted: to === 'authorised' ? before.wanted : null,
      asked: 0,
      ask_at: nextAsk(ctx, to),
      paid_at: before.paid_at ?? (fact.captured > 0 ? ctx.now() : null),
      provider_paid_at: before.provider_paid_at ?? fact.paidAt,
    },
    cause,
  )
  ctx.emit(paymentsChanged, { ids: [payment.id] })
  if (captured > 0) await bookCapture(ctx, payment, captured, cause)
  if (captured > 0 || (forward && to === 'authorised')) await tellSecured(ctx, payment)
  else if (forward && (to === 'failed' || to === 'cancelled' || to === 'expired'))
    await payable.failed(ctx, payment.payable_id, payment)
  return { outcome: 'applied', payment }
}

async function findPayment(
  ctx: Ctx,
  fact: ProviderPayment,
): Promise<Pick<PaymentRow, 'id' | 'payable_kind' | 'payable_id'> | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fact.paymentId)) return null
  const { rows } = await sql<Pick<PaymentRow, 'id' | 'payable_kind' | 'payable_id'>>`
    select id, payable_kind, payable_id from payments.payment
    where store_id = ${ctx.storeId} and id = ${fact.paymentId} and provider = ${fact.provider}`.execute(
    ctx.db,
  )
  return rows[0] ?? null
}

/** A provider is believed only about the payment it was given: same reference, amount and currency. */
function isAbout(row: PaymentRow, fact: ProviderPayment): boolean {
  return (
    (row.provider_reference === null || row.provider_reference === fact.reference) &&
    row.currency === fact.amount.currency &&
    row.amount === fact.amount.amount &&
    fact.captured <= row.amount &&
    fact.authorised <= row.amount
  )
}

function stateOf(fact: ProviderPayment): PaymentState {
  if (fact.captured > 0) return fact.captured < fact.amount.amount ? 'part_captured' : 'captured'
  return fact.state
}

async function noLongerUnknown(ctx: Ctx, row: PaymentRow): Promise<PaymentRow> {
  if (!row.unknown_since) return row
  return movePayment(
    ctx,
    row,
    { state: row.state, unknown_since: null, ask_at: nextAsk(ctx, row.state) },
    'payments.known',
  )
}

/** Webhooks can be lost, so what is still open is asked about from time to time. */
function nextAsk(ctx: Ctx, state: PaymentState): Date | null {
  if (state === 'processing') return after(ctx.now(), seconds(20))
  return isOpen(state) ? after(ctx.now(), minutes(2)) : null
}

async function bookCapture(ctx: Ctx, payment: PaymentRow, amount: number, cause: string): Promise<void> {
  await book(ctx, {
    kind: 'capture',
    // The sum captured so far names the step: a second booking of the same step is a no-op.
    reference: `${payment.provider}:${payment.provider_reference}:${payment.captured_amount}`,
    subject: { kind: payment.payable_kind, id: payment.payable_id },
    cause,
    currency: payment.currency,
    entries: [
      { account: `provider:${payment.provider}`, amount },
      { account: 'receivable', amount: -amount },
    ],
  })
}

async function tellSecured(ctx: Ctx, payment: PaymentRow): Promise<void> {
  const answer = await payableOf(ctx, payment.payable_kind).secured(ctx, payment.payable_id, payment)
  if (answer === 'accepted') return
  const owed = payment.captured_amount - payment.refunded_amount
  if (owed > 0) await approveRefund(ctx, payment, { amount: owed, reason: 'came_too_late' })
  else if (payment.state === 'authorised')
    await movePayment(
      ctx,
      payment,
      { state: 'authorised', wanted: 'void', ask_at: ctx.now() },
      'payments.unwanted',
    )
}
