/**
 * Makes of stored webhooks what there is to make.
 *
 * What is about a payment we do not know (yet) is parked, tried again for about an
 * hour, and stays listed.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { seconds } from '#kit/clock.ts'
import { askAgain } from './asking.ts'
import { applyFact } from './facts.ts'
import type { ProviderEvent } from './provider.ts'
import { applyRefund } from './refunds.ts'

export type InboxState = 'received' | 'handled' | 'parked' | 'ignored'

/** 5 s, 10 s, 20 s … at most ten minutes apart. */
const TRIES = 14
/** Makes of one row what there is to make; used by the reaction, the sweep and people. */
export async function handleInbox(ctx: Ctx, id: string): Promise<void> {
  const { rows } = await sql<{ provider: string; fact: unknown; attempts: number }>`
    select provider, fact, attempts from payments.inbox
    where store_id = ${ctx.storeId} and id = ${id} and state in ('received', 'parked') for update`.execute(
    ctx.db,
  )
  if (!rows[0]) return
  const { provider, fact, attempts } = rows[0]
  const [state, reason] = await handle(ctx, provider, revive(fact))
  // Only the unknown may become known by itself.
  const again = reason?.startsWith('unknown') && attempts + 1 < TRIES
  await sql`update payments.inbox set state = ${state}, reason = ${reason}, attempts = attempts + 1,
      next_at = ${again ? askAgain(ctx.now(), seconds(5), attempts + 1) : null}, handled_at = ${state === 'parked' ? null : ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
}

async function handle(
  ctx: Ctx,
  provider: string,
  event: ProviderEvent,
): Promise<[InboxState, string | null]> {
  const cause = `webhook:${event.id}`
  if (event.payment) {
    // A provider speaks for itself and for no other.
    const { outcome } = await applyFact(ctx, { ...event.payment, provider }, cause)
    if (outcome === 'unknown_payment' || outcome === 'mismatch') return ['parked', outcome]
  }
  if (event.refund) {
    const outcome = await applyRefund(ctx, { ...event.refund, provider }, cause)
    if (outcome === 'unknown_refund' || outcome === 'mismatch') return ['parked', outcome]
  }
  return event.payment || event.refund ? ['handled', null] : ['ignored', event.kind]
}

/** Rows that no reaction has finished: parked ones, and those whose process died. */
export async function dueInbox(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from payments.inbox where store_id = ${ctx.storeId} and state in ('received', 'parked') and next_at <= ${ctx.now()}
    order by next_at limit 100`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Something is wrong on our side: tried again like the parked, and listed with them in the end. */
export async function noteFailure(ctx: Ctx, id: string, error: Error): Promise<void> {
  ctx.log.error({ inbox: id, err: error }, 'a webhook could not be handled yet')
  await sql`update payments.inbox set state = 'parked', reason = 'failed', attempts = attempts + 1,
      next_at = case when attempts + 1 < ${TRIES} then ${ctx.now()}::timestamptz + least(600, 5 * 2 ^ attempts) * interval '1 s' end
    where store_id = ${ctx.storeId} and id = ${id} and state in ('received', 'parked')`.execute(ctx.db)
}

function revive(fact: unknown): ProviderEvent {
  const event = fact as ProviderEvent
  const date = (value: unknown) => (value === null ? null : new Date(value as string))
  const { payment } = event
  return {
    ...event,
    occurredAt: date(event.occurredAt)!,
    payment: payment && {
      ...payment,
      // What an older release has stored knows less.
      references: payment.references ?? [],
      fee: payment.fee ?? 0,
      dispute: payment.dispute
        ? {
            ...payment.dispute,
            openedAt: date(payment.dispute.openedAt)!,
            closedAt: date(payment.dispute.closedAt),
          }
        : null,
      paidAt: date(payment.paidAt),
    },
  }
}
