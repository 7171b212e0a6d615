/**
 * Asks providers about what is open or unknown, and does what is still to be done there.
 *
 * Each row is leased by moving its `ask_at`, so that workers do not ask twice at
 * once; the call runs outside any transaction.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { after, minutes, seconds } from '#kit/clock.ts'
import type { Call } from '#kit/invoke.ts'
import { paymentsChanged } from './events.ts'
import { applyFact } from './facts.ts'
import { dueInbox, handleInbox } from './inbox.ts'
import { payableOf } from './payable.ts'
import { lockPayment, movePayment, providerNamed, type PaymentRow } from './payment.ts'
import { isProviderRefused } from './provider.ts'
import { applyRefund, markSent } from './refunds.ts'

const LEASE = seconds(30)
const CALL_WITHIN = seconds(10)
/** A payment the provider never heard of is given up after this many askings (about a minute). */
const NEVER_OPENED_AFTER = 5

export async function sweepPayments(app: App, call: Call): Promise<void> {
  for (const id of await app.inTransaction(call, dueInbox))
    await app.inTransaction(call, (ctx) => handleInbox(ctx, id))
  for (const row of await app.inTransaction(call, leasePayments))
    await guarded(app, row.id, () => askAbout(app, call, row))
  for (const id of await app.inTransaction(call, dueRefunds))
    await guarded(app, id, () => sendRefund(app, call, id))
}

/** One provider that does not answer must not keep the others waiting. */
async function guarded(app: App, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    app.log.warn({ id, err: (error as Error).message }, 'a payment could not be settled yet')
  }
}

async function leasePayments(ctx: Ctx): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    update payments.payment set ask_at = ${after(ctx.now(), LEASE)}, asked = asked + 1, version = version + 1
    where store_id = ${ctx.storeId} and id in (
      select id from payments.payment where store_id = ${ctx.storeId} and ask_at <= ${ctx.now()} order by ask_at limit 50 for update skip locked)
    returning *`.execute(ctx.db)
  return rows
}

async function askAbout(app: App, call: Call, row: PaymentRow): Promise<void> {
  const signal = AbortSignal.timeout(CALL_WITHIN)
  const provider = providerNamed(app, row.provider)
  if (row.wanted === 'void' && row.provider_reference) {
    const voided = await provider
      .void({ reference: row.provider_reference, key: `${row.id}:void` }, signal)
      .catch((error: unknown) => {
        if (isProviderRefused(error)) return null
        throw error
      })
    if (voided) return void (await app.inTransaction(call, (ctx) => applyFact(ctx, voided, 'payments.sweep')))
  }
  const fact = await provider.find({ paymentId: row.id }, signal)
  await app.inTransaction(call, async (ctx) => {
    if (!fact) return giveUp(ctx, row)
    const applied = await applyFact(ctx, fact, 'payments.sweep')
    if (applied.outcome === 'old') await askLater(ctx, row)
  })
}

async function giveUp(ctx: Ctx, row: PaymentRow): Promise<void> {
  const payable = payableOf(ctx, row.payable_kind)
  await payable.lock(ctx, row.payable_id)
  const before = (await lockPayment(ctx, row.id))!
  if (before.state !== 'created')
    return void (await movePayment(ctx, before, { state: before.state, ask_at: null }, 'payments.sweep'))
  if (before.asked < NEVER_OPENED_AFTER) return askLater(ctx, before)
  const failed = await movePayment(
    ctx,
    before,
    { state: 'failed', decline_code: 'never_opened', unknown_since: null, ask_at: null },
    'payments.sweep',
  )
  await payable.failed(ctx, failed.payable_id, failed)
  ctx.emit(paymentsChanged, { ids: [failed.id] })
}

/** 5 s, 10 s, 20 s … at most 10 minutes, until it ends by itself. */
async function askLater(ctx: Ctx, row: PaymentRow): Promise<void> {
  const wait = Math.min(minutes(10), seconds(5) * 2 ** Math.min(row.asked, 10))
  await sql`update payments.payment set ask_at = case when state in ('created', 'requires_action', 'processing', 'authorised') and (state <> 'authorised' or wanted is not null)
      then ${after(ctx.now(), wait)}::timestamptz end
    where store_id = ${ctx.storeId} and id = ${row.id}`.execute(ctx.db)
}

async function dueRefunds(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from payments.refund where store_id = ${ctx.storeId} and ask_at <= ${ctx.now()} and state in ('approved', 'sent') order by ask_at limit 50`.execute(
    ctx.db,
  )
  return rows.map((row) => row.id)
}

/** Sends a refund, or asks again for one that went unanswered: the same id, so it is one refund. */
export async function sendRefund(app: App, call: Call, refundId: string): Promise<void> {
  const refund = await app.inTransaction(call, (ctx) => markSent(ctx, refundId))
  if (!refund) return
  const signal = AbortSignal.timeout(CALL_WITHIN)
  const money = { amount: refund.amount, currency: refund.currency }
  try {
    const fact = await providerNamed(app, refund.provider).refund(
      { reference: refund.reference, refundId, amount: money },
      signal,
    )
    await app.inTransaction(call, (ctx) => applyRefund(ctx, fact, 'payments.refund'))
  } catch (error) {
    const refused = isProviderRefused(error)
    await app.inTransaction(call, async (ctx) => {
      if (refused)
        return void (await applyRefund(
          ctx,
          { reference: `refused:${refundId}`, refundId, amount: money, state: 'failed' },
          'payments.refund',
        ))
      await sql`update payments.refund set unknown_since = coalesce(unknown_since, ${ctx.now()}), ask_at = ${after(ctx.now(), Math.min(minutes(5), seconds(2) * 2 ** Math.min(refund.asked, 10)))}
        where store_id = ${ctx.storeId} and id = ${refundId} and state = 'sent'`.execute(ctx.db)
    })
    if (!refused)
      app.log.warn(
        { refund: refundId, err: (error as Error).message },
        'a refund went unanswered; it will be asked again',
      )
  }
}
