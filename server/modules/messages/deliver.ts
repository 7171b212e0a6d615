/**
 * Delivers what is queued.
 *
 * A channel that writes to the database does so in the transaction that marks the mail as
 * sent. Any other gets the mail on lease: taken in one transaction, sent in none, marked in
 * another. While the lease runs nobody else takes it; a process that dies lets it lapse.
 * NOTE: a crash after the mail server took the mail and before it is marked sends it
 * again; the Message-ID is the same, so receivers can drop it. No protocol does better.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { after, minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import type { Call } from '#kit/invoke.ts'
import { tally } from '#kit/measure.ts'
import { unseal } from '#kit/seal.ts'
import { mailChannel, type Mail, type RefusedForGood } from './channel.ts'
import { mails } from './measures.ts'
import { BODY_PURPOSE } from './send.ts'
import { suppress } from './suppressions/suppression.ts'

export const MAX_ATTEMPTS = 10
/** Longer than a channel may take, so that a mail still on its way is not taken twice. */
const LEASE = minutes(2)
const CHANNEL_WITHIN = seconds(60)
/** A mail server that is down is not asked for each of a hundred mails. */
const FAILURES_A_ROUND = 3

interface Taken {
  id: string
  sealed: Buffer
  attempt: number
}

type Outcome = 'sent' | 'failed' | 'nothing'

/** `nothing`: another worker has it, it is done, it is not due yet, or nobody carries mails. */
export async function deliver(app: App, call: Call, id: string): Promise<Outcome> {
  const [channel] = app.ports(mailChannel)
  if (!channel) return 'nothing' // it waits until there is one
  let taken: Taken | null = null
  try {
    if (channel.inTransaction) {
      return await app.inTransaction(call, async (ctx) => {
        taken = await take(ctx, id)
        if (!taken) return 'nothing'
        await channel.deliver(mailOf(app, taken), ctx)
        return markSent(ctx, id)
      })
    }
    taken = await app.inTransaction(call, (ctx) => take(ctx, id))
    if (!taken) return 'nothing'
    await within(CHANNEL_WITHIN, channel.deliver(mailOf(app, taken)))
  } catch (error) {
    if (!taken) throw error
    await markFailed(app, call, taken, error as Error)
    return 'failed'
  }
  return app.inTransaction(call, (ctx) => markSent(ctx, id))
}

/** Takes the mail on lease. One to a suppressed address ends here. */
async function take(ctx: Ctx, id: string): Promise<Taken | null> {
  const { rows } = await sql<{ sealed: Buffer | null; attempts: number }>`
    with mine as (
      select m.id, exists (select from messages.suppression s where s.store_id = m.store_id and s.recipient_hash = m.recipient_hash) as suppressed
      from messages.message m
      where m.store_id = ${ctx.storeId} and m.id = ${id} and m.state = 'queued' and m.due_at <= ${ctx.now()} for update of m skip locked
    )
    update messages.message m set due_at = ${after(ctx.now(), LEASE)},
      attempts = case when mine.suppressed then m.attempts else m.attempts + 1 end,
      state = case when mine.suppressed then 'suppressed' else m.state end,
      sealed = case when mine.suppressed then null else m.sealed end
    from mine where m.store_id = ${ctx.storeId} and m.id = mine.id
    returning m.sealed, m.attempts`.execute(ctx.db)
  const [row] = rows
  if (row && !row.sealed) tally(ctx, mails, { outcome: 'suppressed' })
  return row?.sealed ? { id, sealed: row.sealed, attempt: row.attempts } : null
}

function mailOf(app: App, { id, sealed }: Taken): Mail {
  return { id, ...(JSON.parse(unseal(app.config.secret, BODY_PURPOSE, sealed)) as Omit<Mail, 'id'>) }
}

async function markSent(ctx: Ctx, id: string): Promise<Outcome> {
  await sql`update messages.message set state = 'sent', sealed = null, sent_at = ${ctx.now()}, last_error = null
    where store_id = ${ctx.storeId} and id = ${id} and state <> 'sent'`.execute(ctx.db)
  tally(ctx, mails, { outcome: 'sent' })
  return 'sent'
}

/** Keeps the reason and lets the pause run. The attempt tells our lease from a later one. */
async function markFailed(app: App, call: Call, taken: Taken, error: Error): Promise<void> {
  const { id, attempt } = taken
  // Mail servers like to repeat the address; it stays out of the table and the log.
  const reason = error.message.replace(/[^\s<>]+@[^\s<>]+/g, '(address)').slice(0, 500)
  const over = attempt >= MAX_ATTEMPTS || 'forGood' in error
  await app.inTransaction(call, async (ctx) => {
    await sql`update messages.message set attempts = ${attempt}, last_error = ${reason},
        state = ${over ? 'failed' : 'queued'}, due_at = ${after(ctx.now(), pauseAfter(attempt))}
      where store_id = ${ctx.storeId} and id = ${id} and state = 'queued' and attempts <= ${attempt}`.execute(
      ctx.db,
    )
    tally(ctx, mails, { outcome: over ? 'failed' : 'delayed' })
    if ((error as Partial<RefusedForGood>).noSuchMailbox)
      await suppress(ctx, { email: mailOf(app, taken).to, reason: 'refused', note: reason })
  })
  app.log.warn({ message: id, attempt, over, err: reason }, 'a mail could not be delivered')
}

/** 20 s, 40 s, ... 85 min: ten attempts take about three hours. */
function pauseAfter(attempt: number): number {
  return seconds(10) * 2 ** Math.min(attempt, 10)
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer from the mail server within ${ms / 1000} s.`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Mails whose delivery was cut off or failed: tried again, each time after a longer pause. */
export async function deliverDue(app: App, call: Call): Promise<void> {
  if (app.ports(mailChannel).length === 0) return
  const due = await app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<{ id: string }>`
      select id from messages.message where store_id = ${ctx.storeId} and state = 'queued' and due_at <= ${ctx.now()}
      order by due_at limit 100`.execute(ctx.db)
    return rows
  })
  let failures = 0
  for (const { id } of due) {
    const outcome = await deliver(app, call, id)
    failures = outcome === 'failed' ? failures + 1 : 0
    if (failures >= FAILURES_A_ROUND) return
  }
}
