/**
 * Orders as what payments are for. Called in the transaction that books the money.
 *
 * Money confirms a pending order. For an order that is off, or one that another
 * payment has paid already, it is unwanted: payments gives it back.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { DisputeFact, Payable, PaymentRow, RefundFact } from '../payments/index.ts'
import { close } from './close.ts'
import { confirm } from './confirm.ts'
import { buyersToTell, ordersChanged } from './events.ts'
import { note, type Entry } from './history.ts'
import { lockOrder, type LockedOrder } from './lock.ts'
import { isOff } from './state.ts'

export const orderPayable: Payable = {
  kind: 'order',

  async lock(ctx, id) {
    await lockOrder(ctx, id)
  },

  async secured(ctx, id, payment) {
    const order = await lockOrder(ctx, id)
    if (isOff(order.state)) return tooLate(ctx, order, payment)
    if (order.state === 'pending') return securedPending(ctx, order, payment)
    if ((await securedByOthers(ctx, payment)) >= order.total_amount) return tooLate(ctx, order, payment)
    if (payment.captured_amount > 0)
      await noteEntry(ctx, order, { kind: 'paid', facts: factsOf(payment), public: true })
    return 'accepted'
  },

  async failed(ctx, id, payment) {
    const order = await lockOrder(ctx, id)
    const facts = { paymentId: payment.id, state: payment.state, code: payment.decline_code }
    await noteEntry(ctx, order, { kind: 'payment_failed', facts, public: true })
  },

  async refunded(ctx, id, refund) {
    const order = await lockOrder(ctx, id)
    const done = refund.state === 'succeeded'
    await noteEntry(ctx, order, {
      kind: done ? 'refunded' : 'refund_failed',
      facts: { refundId: refund.refundId, paymentId: refund.paymentId, amount: amountOf(refund) },
      public: done,
    })
  },

  async disputed(ctx, id, dispute) {
    const order = await lockOrder(ctx, id)
    await noteEntry(ctx, order, {
      kind: dispute.state === 'open' ? 'disputed' : `dispute_${dispute.state}`,
      facts: { paymentId: dispute.paymentId, amount: amountOf(dispute) },
      public: false,
    })
  },
}

async function securedPending(
  ctx: Ctx,
  order: LockedOrder,
  payment: PaymentRow,
): Promise<'accepted' | 'unwanted'> {
  const paid = payment.captured_amount > 0 ? factsOf(payment) : null
  const secured = Math.max(payment.authorised_amount, payment.captured_amount)
  // Only money that is short asks what came before it.
  if (secured < order.total_amount && secured + (await securedByOthers(ctx, payment)) < order.total_amount) {
    if (paid) await noteEntry(ctx, order, { kind: 'paid', facts: paid, public: true })
    return 'accepted'
  }
  if (await confirm(ctx, order, paid, 'payments.secured')) return 'accepted'
  await close(ctx, order, { as: 'cancelled', reason: 'sold_out', cause: 'payments.secured' })
  return 'unwanted'
}

async function tooLate(ctx: Ctx, order: LockedOrder, payment: PaymentRow): Promise<'unwanted'> {
  await noteEntry(ctx, order, { kind: 'came_too_late', facts: factsOf(payment), public: false })
  return 'unwanted'
}

async function securedByOthers(ctx: Ctx, payment: PaymentRow): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(case when state = 'authorised' then authorised_amount else captured_amount - refunded_amount - disputed_amount end), 0)::bigint as amount
    from payments.payment where store_id = ${ctx.storeId} and payable_kind = 'order' and payable_id = ${payment.payable_id}
      and id <> ${payment.id} and state in ('authorised', 'part_captured', 'captured', 'disputed', 'won', 'lost')`.execute(
    ctx.db,
  )
  return rows[0]!.amount
}

async function noteEntry(ctx: Ctx, order: LockedOrder, entry: Entry): Promise<void> {
  await note(ctx, order.id, 'payments', [entry])
  ctx.emit(ordersChanged, { ids: [order.id] })
  if (entry.public) ctx.emit(buyersToTell, { ids: [order.id] })
}

function factsOf(payment: PaymentRow) {
  return { paymentId: payment.id, amount: { amount: payment.captured_amount, currency: payment.currency } }
}

function amountOf(refund: RefundFact | DisputeFact) {
  return { amount: refund.amount, currency: refund.currency }
}
