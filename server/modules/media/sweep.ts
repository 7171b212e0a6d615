/** Forgets tickets that nobody can use any more, and what came of uploads that were never ended. Files stay. */
import { sql } from 'kysely'
import { after, days, hours } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

/** A used or expired ticket still says so for a day; afterwards its address is unknown. */
const KEEP = days(1)
const BATCH = 1_000

export const sweep = job({
  name: 'media.sweep',
  payload: Nothing,
  everyMs: hours(1),
  per: 'installation',
  transaction: 'free',
  run: async (_, ctx) => {
    while (await dropSome(ctx));
    await sql`delete from media.ticket where id in (
      select id from media.ticket t where expires_at < ${after(ctx.now(), -KEEP)} and not exists (select from media.piece where ticket_id = t.id)
      order by expires_at limit 5000)`.execute(ctx.db)
  },
})

/** The objects before their rows: what is left of a crash is named by a row. */
async function dropSome(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    select p.storage_key as key from media.piece p join media.ticket t on t.id = p.ticket_id
    where t.expires_at < ${ctx.now()} or t.file_id is not null limit ${BATCH}`.execute(ctx.db)
  const keys = rows.map(({ key }) => key)
  for (const key of keys) await ctx.app.storage.remove(key)
  await sql`delete from media.piece where storage_key = any(${keys})`.execute(ctx.db)
  return keys.length === BATCH
}
