/**
 * Takes deliveries to send, and writes down how it went.
 *
 * A delivery is taken on lease: in one transaction, sent in none, settled in another. A process that dies lets the lease
 * lapse and the delivery is sent again, under the same `webhook-id`. Of one object nothing is taken while something
 * earlier for the same endpoint is not over.
 */
import { sql } from 'kysely'
import { after, hours, minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { tally } from '#kit/measure.ts'
import { unseal } from '#kit/seal.ts'
import { webhookKey } from '#kit/webhook-signature.ts'
import { SECRET_PURPOSE, giveUpAll } from './endpoint.ts'
import { endpointsChanged } from './events.ts'
import { attempts } from './measures.ts'

/** Longer than an answer is waited for. */
const LEASE = seconds(60)
/** Of one endpoint at the same time. */
const AT_ONCE = 10
/** Between ten attempts: nearly 76 hours. */
export const PAUSES = [
  seconds(5),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
]
/** A pause is longer or shorter by up to a tenth, so that what failed together does not come back together. */
const JITTER = 0.1
const GONE = 410

/** What may be sent now: it is due, and nothing earlier of its objects is still open. */
export const READY = sql`d.ended_at is null and not exists (
  select from webhooks.delivery b where b.store_id = d.store_id and b.endpoint_id = d.endpoint_id and b.ended_at is null
    and b.place < d.place and b.objects && d.objects)`

export interface Taken {
  id: string
  messageId: string
  body: string
  tries: number
}

export interface Batch {
  url: string
  keys: Buffer[]
  taken: Taken[]
}

/** Null: the endpoint hears no more, or there is nothing. */
export async function take(ctx: Ctx, endpointId: string): Promise<Batch | null> {
  const { rows } = await sql<{ url: string; sealed: Buffer; former: Buffer | null }>`
    select url, sealed, case when former_until > ${ctx.now()} then former_sealed end as former from webhooks.endpoint
    where store_id = ${ctx.storeId} and id = ${endpointId} and archived_at is null and state <> 'disabled'`.execute(
    ctx.db,
  )
  const [endpoint] = rows
  if (!endpoint) return null
  const { rows: taken } = await sql<Taken & { place: number }>`
    with mine as (
      select d.id from webhooks.delivery d
      where d.store_id = ${ctx.storeId} and d.endpoint_id = ${endpointId} and d.due_at <= ${ctx.now()} and ${READY}
      order by d.place limit ${AT_ONCE} for update of d skip locked
    )
    update webhooks.delivery d set state = 'sending', tries = d.tries + 1, due_at = ${after(ctx.now(), LEASE)}
    from mine where d.store_id = ${ctx.storeId} and d.id = mine.id
    returning d.id, d.message_id as "messageId", d.body, d.tries`.execute(ctx.db)
  if (taken.length === 0) return null
  const sealed = [endpoint.sealed, ...(endpoint.former ? [endpoint.former] : [])]
  const keys = sealed.map((each) => webhookKey(unseal(ctx.app.config.secret, SECRET_PURPOSE, each)))
  return { url: endpoint.url, keys, taken }
}

export interface Outcome {
  at: Date
  milliseconds: number
  status: number | null
  answer: string | null
  fault: string | null
}

export const isTaken = ({ status }: Outcome) => status !== null && status >= 200 && status < 300

/** The endpoint is written before its deliveries, here as where staff disable it, so that neither waits for the other. */
export async function settle(ctx: Ctx, endpointId: string, sent: Taken, outcome: Outcome): Promise<void> {
  const came = isTaken(outcome)
  await note(ctx, endpointId, came, outcome.status === GONE)
  const over = came ? 'delivered' : sent.tries > PAUSES.length ? 'dead' : null
  if (came) {
    await sql`update webhooks.delivery set state = 'delivered', ended_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${sent.id} and state <> 'delivered'`.execute(ctx.db)
  } else {
    // Somebody else may have taken it since, when our lease had lapsed: then theirs counts.
    await sql`update webhooks.delivery set state = ${over ?? 'retrying'}, ended_at = ${over ? ctx.now() : null},
        due_at = ${after(ctx.now(), pauseAfter(sent.tries))}
      where store_id = ${ctx.storeId} and id = ${sent.id} and state = 'sending' and tries = ${sent.tries}`.execute(
      ctx.db,
    )
  }
  const { at, milliseconds, status, answer, fault } = outcome
  await sql`insert into webhooks.attempt (id, store_id, delivery_id, at, milliseconds, status, answer, fault)
    values (${ctx.id()}, ${ctx.storeId}, ${sent.id}, ${at}, ${milliseconds}, ${status}, ${answer}, ${fault})`.execute(
    ctx.db,
  )
  tally(ctx, attempts, { outcome: over ?? 'retrying' })
}

async function note(ctx: Ctx, endpointId: string, came: boolean, gone: boolean): Promise<void> {
  const [from, to] = came ? ['failing', 'active'] : ['active', 'failing']
  await sql`update webhooks.endpoint set state = ${to}, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${endpointId} and state = ${from}`.execute(ctx.db)
  if (!gone) return
  const { rows } =
    await sql`update webhooks.endpoint set state = 'disabled', disabled_by = 'answer', version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${endpointId} and state <> 'disabled' returning id`.execute(
      ctx.db,
    )
  if (rows.length === 0) return
  await giveUpAll(ctx, endpointId)
  ctx.emit(endpointsChanged, { ids: [endpointId] })
}

function pauseAfter(tries: number): number {
  const pause = PAUSES[Math.min(tries, PAUSES.length) - 1]!
  return Math.round(pause * (1 - JITTER + 2 * JITTER * Math.random()))
}
