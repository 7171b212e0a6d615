/**
 * Webhooks in: verify, store, answer; work is made of them afterwards.
 *
 * One row per event of the provider, so a second delivery is a no-op. What is about
 * a payment we do not know (yet) is parked, tried again for a while, and then listed.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, seconds } from '#kit/clock.ts'
import { NotFound, failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { paymentProvider } from './provider.ts'
import { Type } from '#kit/types.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { inboxReceived } from './events.ts'
import { applyFact } from './facts.ts'
import { isForgedWebhook, type ProviderEvent } from './provider.ts'
import { applyRefund } from './refunds.ts'

const MAX_BYTES = 256 * 1024
const PARKED_TRIES = 20

export const NotBelieved = failure(
  'payments.webhook_refused',
  400,
  Type.Object({}, { additionalProperties: false }),
  () => 'The signature of this webhook is missing, wrong or too old.',
)

export const webhook: RawRoute = {
  method: 'POST',
  path: '/webhooks/:provider',
  maxBytes: MAX_BYTES,
  async handle({ params, headers, body }, { app, call }) {
    const provider = app.ports(paymentProvider).find((each) => each.name === params['provider'])
    if (!provider) throw NotFound({})
    let event: ProviderEvent
    try {
      event = provider.verify(headers as Record<string, string | undefined>, body, app.clock())
    } catch (error) {
      if (isForgedWebhook(error)) throw NotBelieved({}, { cause: error })
      throw error
    }
    await app.inTransaction({ ...call, actor: { kind: 'system', name: `webhook:${provider.name}` } }, (ctx) =>
      receive(ctx, provider.name, event),
    )
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"received":true}' }
  },
}

async function receive(ctx: Ctx, provider: string, event: ProviderEvent): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into payments.inbox (id, store_id, provider, event_id, fact, state, next_at, received_at)
    values (${newId()}, ${ctx.storeId}, ${provider}, ${event.id}, ${JSON.stringify(event)}::jsonb, 'received', ${after(ctx.now(), seconds(30))}, ${ctx.now()})
    on conflict (provider, event_id) do nothing returning id`.execute(ctx.db)
  if (rows[0]) ctx.emit(inboxReceived, { ids: [rows[0].id] })
}

/** Makes of one row what there is to make; used by the reaction and by the sweep. */
export async function handleInbox(ctx: Ctx, id: string): Promise<void> {
  const { rows } = await sql<{ fact: unknown; attempts: number }>`
    select fact, attempts from payments.inbox where store_id = ${ctx.storeId} and id = ${id} and state in ('received', 'parked') for update`.execute(
    ctx.db,
  )
  if (!rows[0]) return
  const event = revive(rows[0].fact)
  const [state, reason] = await handle(ctx, event)
  const again = state === 'parked' && rows[0].attempts < PARKED_TRIES
  await sql`update payments.inbox set state = ${state}, reason = ${reason}, attempts = attempts + 1,
      next_at = ${again ? after(ctx.now(), seconds(5)) : null}, handled_at = ${state === 'parked' ? null : ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
}

async function handle(
  ctx: Ctx,
  event: ProviderEvent,
): Promise<['handled' | 'parked' | 'ignored', string | null]> {
  if (event.payment) {
    const { outcome } = await applyFact(ctx, event.payment, `webhook:${event.id}`)
    if (outcome === 'unknown_payment') return ['parked', 'unknown_payment']
    if (outcome === 'mismatch') return ['parked', 'mismatch']
  }
  if (event.refund && !(await applyRefund(ctx, event.refund, `webhook:${event.id}`)))
    return ['parked', 'unknown_refund']
  return event.payment || event.refund ? ['handled', null] : ['ignored', event.kind]
}

/** Rows that no reaction has finished: parked ones, and those whose process died. */
export async function dueInbox(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from payments.inbox where store_id = ${ctx.storeId} and state in ('received', 'parked') and next_at <= ${ctx.now()}
    order by next_at limit 100`.execute(ctx.db)
  return rows.map((row) => row.id)
}

function revive(fact: unknown): ProviderEvent {
  const event = fact as ProviderEvent
  const date = (value: unknown) => (value === null ? null : new Date(value as string))
  return {
    ...event,
    occurredAt: date(event.occurredAt)!,
    payment: event.payment && { ...event.payment, paidAt: date(event.payment.paidAt) },
  }
}
