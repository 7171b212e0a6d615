/**
 * Asks providers about what is open or unknown, and for what is still to be done there.
 *
 * Each row is leased by moving its `ask_at`, so that workers do not ask twice at once;
 * a few are asked at the same time, outside any transaction, well within the lease.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { after, seconds } from '#kit/clock.ts'
import type { Call } from '#kit/invoke.ts'
import { CALL_WITHIN, LEASE, askAgain, replyOf } from './asking.ts'
import { applyFact } from './facts.ts'
import { dueInbox, handleInbox, noteFailure } from './inbox-handling.ts'
import { providerNamed, type PaymentRow } from './payment.ts'
import { callRefund, leaseRefunds, settleRefund } from './refund-asking.ts'
import { failStart } from './start.ts'
import { callStep, settleStep } from './step-asking.ts'
import { leaseSteps } from './steps.ts'

const AT_ONCE = 8
/** More is left to the next run, two seconds later. */
const ROUNDS = 20
/** By then every call that could open it has ended: what the provider never heard of will not be opened. */
const NEVER_OPENED_AFTER = seconds(30)
/** A shopper may be waiting: the first questions come every five seconds, the later ones ever more slowly. */
const ASKED_SOON = 12
const CAUSE = 'payments.sweep'

type Within = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

export async function sweepPayments(app: App, call: Call): Promise<void> {
  const within: Within = (work) => app.inTransaction(call, work)
  for (const id of await within(dueInbox)) {
    await within((ctx) => handleInbox(ctx, id)).catch((error: Error) =>
      within((ctx) => noteFailure(ctx, id, error)),
    )
  }
  const soon = () => AbortSignal.timeout(CALL_WITHIN)
  await drain(app, within, leasePayments, (payment) => askAbout(app, within, payment, soon()))
  await drain(app, within, leaseSteps, async (step) => {
    const reply = await callStep(app, step, soon())
    await within((ctx) => settleStep(ctx, step, reply))
  })
  await drain(app, within, leaseRefunds, async (refund) => {
    const reply = await callRefund(app, refund, soon())
    await within((ctx) => settleRefund(ctx, refund, reply, CAUSE))
  })
}

/** One that fails must not keep the others waiting; its lease ends, and it is tried again. */
async function drain<T extends { id: string }>(
  app: App,
  within: Within,
  lease: (ctx: Ctx, atMost: number) => Promise<T[]>,
  work: (row: T) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await within((ctx) => lease(ctx, AT_ONCE))
    const done = await Promise.allSettled(rows.map(work))
    done.forEach((each, index) => {
      if (each.status === 'rejected')
        app.log.error(
          { id: rows[index]!.id, err: each.reason as Error },
          'a payment could not be settled yet',
        )
    })
    if (rows.length < AT_ONCE) return
  }
}

export async function leasePayments(ctx: Ctx, atMost: number): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    update payments.payment set ask_at = ${after(ctx.now(), LEASE)}, asked = asked + 1
    where store_id = ${ctx.storeId} and id in (
      select id from payments.payment where store_id = ${ctx.storeId} and ask_at <= ${ctx.now()}
      order by ask_at limit ${atMost} for update skip locked)
    returning *`.execute(ctx.db)
  return rows
}

async function askAbout(app: App, within: Within, row: PaymentRow, signal: AbortSignal): Promise<void> {
  const reply = await replyOf(app.log, { provider: row.provider, payment: row.id }, () =>
    providerNamed(app, row.provider).find({ paymentId: row.id }, signal),
  )
  if (reply.kind === 'answered' && reply.fact) {
    const fact = reply.fact
    const { outcome } = await within((ctx) => applyFact(ctx, fact, CAUSE, 'answer'))
    if (outcome !== 'mismatch') return
    app.log.error({ payment: row.id }, 'the provider answers about another amount or reference')
  } else if (reply.kind === 'answered' && isGone(row, app.clock())) {
    await within((ctx) => failStart(ctx, row.id, 'never_opened', CAUSE))
    return
  }
  await within((ctx) => askLater(ctx, row))
}

/** The provider says that it does not know this payment. One that it has told us of is not given up so soon. */
function isGone(row: PaymentRow, now: Date): boolean {
  if (row.provider_reference) return row.asked >= ASKED_SOON
  return now.getTime() - row.created_at.getTime() >= NEVER_OPENED_AFTER
}

async function askLater(ctx: Ctx, { id, asked }: PaymentRow): Promise<void> {
  await sql`update payments.payment set ask_at = ${askAgain(ctx.now(), seconds(5), asked - ASKED_SOON)}
    where store_id = ${ctx.storeId} and id = ${id} and asked = ${asked}`.execute(ctx.db)
}
