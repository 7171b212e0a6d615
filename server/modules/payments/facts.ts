/**
 * Applies what a provider says about a payment. Every road of a fact ends here: the answer to a
 * call, a webhook, the sweep, reconciliation; so it does not matter which comes first or twice.
 *
 * The payable is locked first, then the payment. Only newer facts count, and only
 * forward. The booking, the payment and what it means for the payable are one transaction.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { book } from '../ledger/index.ts'
import { isLeftOpen, nextAsk } from './asking.ts'
import { bookingsOf } from './booking.ts'
import { keepDispute, takenBy, type DisputeRow } from './disputes.ts'
import { paymentsChanged } from './events.ts'
import { payableOf, type DisputeFact } from './payable.ts'
import { lockPayment, movePayment, type PaymentRow } from './payment.ts'
import type { ProviderPayment, ProviderReference, ProviderState } from './provider.ts'
import { approveRefund } from './refunds.ts'
import { hasEnded, isOpen, movesForward, type PaymentState } from './state.ts'
import { wantVoid } from './steps.ts'
import { refundableOf } from './sums.ts'

export interface Applied {
  outcome: 'applied' | 'old' | 'unknown_payment' | 'mismatch'
  payment: PaymentRow | null
}

const NOT_OURS: Applied = { outcome: 'unknown_payment', payment: null }

/**
 * What we are `told` may be old, and says nothing about a call that went unanswered since. The
 * `answer` to a question just put also tells that nothing else has happened; but only a step's
 * own answer, which is sure to come, tells what became of the step.
 */
export type Source = 'told' | 'answer' | { answerTo: string }

export async function applyFact(
  ctx: Ctx,
  fact: ProviderPayment,
  cause: string,
  source: Source = 'told',
): Promise<Applied> {
  const before = await lockFor(ctx, fact)
  if (!before) return NOT_OURS
  if (!isAbout(before, fact)) return { outcome: 'mismatch', payment: before }
  if (fact.version <= before.provider_version) {
    const payment = source === 'told' ? before : await nothingNew(ctx, before, fact, { cause, source })
    return { outcome: 'old', payment }
  }

  const captured = fact.captured - before.captured_amount
  const to = stateOf(fact)
  const forward = movesForward(
    before.state,
    to,
    captured > 0 || (to === 'authorised' && fact.authorised > before.authorised_amount),
  )
  const state = forward ? to : before.state
  let payment = await movePayment(
    ctx,
    before,
    {
      state,
      provider_reference: fact.reference,
      provider_version: fact.version,
      authorised_amount: Math.max(before.authorised_amount, fact.authorised, fact.captured),
      captured_amount: Math.max(before.captured_amount, fact.captured),
      fee_amount: Math.max(before.fee_amount, fact.fee),
      disputed_amount: fact.dispute ? takenBy(fact.dispute) : before.disputed_amount,
      decline_code: fact.declineCode && codeOf(fact.declineCode),
      next_url: isOpen(state) ? fact.url : null,
      ...known(before, source),
      asked: 0,
      ask_at: nextAsk(ctx.now(), state, fact, 0),
      paid_at: before.paid_at ?? (fact.captured > 0 ? ctx.now() : null),
      provider_paid_at: before.provider_paid_at ?? fact.paidAt,
    },
    cause,
    [{ kind: 'payment', reference: fact.reference }, ...namesOfParts(fact)],
  )
  ctx.emit(paymentsChanged, { ids: [payment.id] })
  if (isLeftOpen(state, fact)) await wantVoid(ctx, payment, cause)
  const dispute = fact.dispute && (await keepDispute(ctx, payment, fact.dispute))
  // Before `payment` is what became of it: the books tell of this fact alone.
  const bookings = bookingsOf(before, payment, dispute, cause)
  if (captured > 0 || (forward && to === 'authorised')) payment = await tellSecured(ctx, payment)
  else if (forward && hasEnded(to) && to !== 'voided')
    await payableOf(ctx, payment.payable_kind).failed(ctx, payment.payable_id, payment)
  if (dispute) await payableOf(ctx, payment.payable_kind).disputed(ctx, payment.payable_id, factOf(dispute))
  // Last, as the order of locks wants it; one transaction with all above.
  await book(ctx, ...bookings)
  return { outcome: 'applied', payment }
}

/** Locks payable and payment. A payment that is merely under way means nothing to its payable, which is left alone. */
async function lockFor(ctx: Ctx, fact: ProviderPayment): Promise<(PaymentRow & { taken: boolean }) | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fact.paymentId)) return null
  if (fact.captured > 0 || !isOpen(fact.state)) {
    const { rows } = await sql<Pick<PaymentRow, 'payable_kind' | 'payable_id'>>`
      select payable_kind, payable_id from payments.payment
      where store_id = ${ctx.storeId} and id = ${fact.paymentId} and provider = ${fact.provider}`.execute(
      ctx.db,
    )
    if (!rows[0]) return null
    await payableOf(ctx, rows[0].payable_kind).lock(ctx, rows[0].payable_id)
  }
  const { rows } = await sql<PaymentRow & { taken: boolean }>`
    select p.*, exists (select from payments.reference o
      where o.provider = p.provider and o.reference = any(${namesIn(fact)}) and o.payment_id <> p.id) as taken
    from payments.payment p
    where p.store_id = ${ctx.storeId} and p.id = ${fact.paymentId} and p.provider = ${fact.provider} for update of p`.execute(
    ctx.db,
  )
  return rows[0] ?? null
}

function namesOfParts({ references, dispute }: ProviderPayment): ProviderReference[] {
  return dispute ? [...references, { kind: 'dispute', reference: dispute.reference }] : [...references]
}

function namesIn(fact: ProviderPayment): string[] {
  return [fact.reference, ...namesOfParts(fact).map(({ reference }) => reference)]
}

/** A provider is believed only about the payment it was given: its own reference, same amount and currency, and sums that can be. */
function isAbout(row: PaymentRow & { taken: boolean }, fact: ProviderPayment): boolean {
  return (
    !row.taken &&
    (row.provider_reference === null || row.provider_reference === fact.reference) &&
    row.currency === fact.amount.currency &&
    row.amount === fact.amount.amount &&
    fact.captured >= 0 &&
    // What is held is what was asked for; only money that has come may be more.
    fact.authorised <= Math.max(row.amount, fact.captured) &&
    (fact.dispute === null || fact.dispute.amount <= fact.captured) &&
    (fact.state !== 'captured' || fact.captured > 0)
  )
}

/** States that say by themselves that no more will be taken. */
const WHOLE = new Set<ProviderState>(['captured', 'disputed', 'won', 'lost'])

function stateOf(fact: ProviderPayment): PaymentState {
  if (fact.captured === 0 || WHOLE.has(fact.state)) return fact.state
  return fact.captured >= fact.amount.amount ? 'captured' : 'part_captured'
}

/** A provider's own word, if it is one; shoppers are shown what ours mean by it. */
function codeOf(text: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/.test(text) ? text : 'declined'
}

function known(row: PaymentRow, source: Source): Partial<PaymentRow> {
  const isOwn = typeof source === 'object' && source.answerTo === row.unknown_step
  return row.unknown_step === null || isOwn ? { unknown_since: null, unknown_step: null } : {}
}

async function nothingNew(
  ctx: Ctx,
  row: PaymentRow,
  fact: ProviderPayment,
  { cause, source }: { cause: string; source: Source },
): Promise<PaymentRow> {
  if (isLeftOpen(row.state, fact)) await wantVoid(ctx, row, cause)
  const askAt = nextAsk(ctx.now(), row.state, fact, row.asked)
  return movePayment(ctx, row, { state: row.state, ...known(row, source), ask_at: askAt }, cause)
}

function factOf({ payment_id: paymentId, amount, currency, state }: DisputeRow): DisputeFact {
  return { paymentId, amount, currency, state }
}

/** What nobody wants goes back: the taken by a refund, the held by a void. */
async function tellSecured(ctx: Ctx, payment: PaymentRow): Promise<PaymentRow> {
  const answer = await payableOf(ctx, payment.payable_kind).secured(ctx, payment.payable_id, payment)
  if (answer === 'accepted') return payment
  // The payable may have refunded or voided by itself: what counts is what is left now.
  const now = (await lockPayment(ctx, payment.id))!
  const owed = refundableOf(now)
  // Also while a capture is unknown: should it bring more, that is given back as well.
  const sure = { ...now, unknown_since: null }
  if (owed > 0) await approveRefund(ctx, sure, { amount: owed, reason: 'came_too_late' })
  if (now.state === 'authorised' || now.state === 'part_captured')
    await wantVoid(ctx, now, 'payments.unwanted')
  return now
}
