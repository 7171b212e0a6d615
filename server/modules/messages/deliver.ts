/**
 * Delivers what is queued. The row is locked while the channel works, so two workers never send one mail at once.
 *
 * NOTE: a crash after the mail server took the mail and before the commit sends it
 * again; the Message-ID is the same, so receivers can drop it. No protocol does better.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Call } from '#kit/invoke.ts'
import { unseal } from '#kit/seal.ts'
import { mailChannel, type Mail } from './channel.ts'
import { BODY_PURPOSE } from './send.ts'

const MAX_ATTEMPTS = 10

interface Queued {
  id: string
  sealed: Buffer
  attempts: number
  suppressed: boolean
}

/** Answers false when another worker has it or it is done. Throws when the channel failed, so that the caller tries again. */
export async function deliver(app: App, call: Call, id: string): Promise<boolean> {
  const outcome = await app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<Queued>`
      select m.id, m.sealed, m.attempts,
        exists (select from messages.suppression s where s.store_id = m.store_id and s.recipient_hash = m.recipient_hash) as suppressed
      from messages.message m where m.store_id = ${ctx.storeId} and m.id = ${id} and m.state = 'queued' for update of m skip locked`.execute(
      ctx.db,
    )
    const [row] = rows
    if (!row) return { kind: 'nothing' as const }
    if (row.suppressed) {
      await sql`update messages.message set state = 'suppressed', sealed = null where store_id = ${ctx.storeId} and id = ${id}`.execute(
        ctx.db,
      )
      return { kind: 'sent' as const }
    }
    try {
      const mail = {
        id,
        ...(JSON.parse(unseal(app.config.secret, BODY_PURPOSE, row.sealed)) as Omit<Mail, 'id'>),
      }
      await ctx.port(mailChannel).deliver(mail, ctx)
    } catch (error) {
      return { kind: 'failed' as const, error, attempts: row.attempts + 1 }
    }
    await sql`update messages.message set state = 'sent', sealed = null, sent_at = ${ctx.now()}, attempts = attempts + 1, last_error = null
      where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
    return { kind: 'sent' as const }
  })
  if (outcome.kind !== 'failed') return outcome.kind === 'sent'
  const last = outcome.attempts >= MAX_ATTEMPTS
  await app.inTransaction(call, (ctx) =>
    sql`update messages.message set attempts = ${outcome.attempts}, last_error = ${(outcome.error as Error).message.slice(0, 500)},
      state = ${last ? 'failed' : 'queued'} where store_id = ${ctx.storeId} and id = ${id} and state = 'queued'`
      .execute(ctx.db)
      .then(() => {}),
  )
  app.log.warn(
    { message: id, attempt: outcome.attempts, err: (outcome.error as Error).message },
    'a mail could not be delivered',
  )
  return false
}

/** Mails whose delivery was cut off or failed: tried again, each time after a longer pause. */
export async function deliverDue(app: App, call: Call): Promise<void> {
  const due = await app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<{ id: string }>`
      select id from messages.message
      where store_id = ${ctx.storeId} and state = 'queued' and queued_at + interval '10 seconds' * (2 ^ least(attempts, 10)) <= ${ctx.now()}
      order by queued_at limit 100`.execute(ctx.db)
    return rows
  })
  for (const { id } of due) await deliver(app, call, id)
}
