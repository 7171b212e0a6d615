/** Forgets tickets that nobody can use any more. The files that came with them stay. */
import { sql } from 'kysely'
import { after, days, hours } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

/** A used or expired ticket still says so for a day; afterwards its address is unknown. */
const KEEP = days(1)

export const sweep = job({
  name: 'media.sweep',
  payload: Nothing,
  everyMs: hours(1),
  per: 'installation',
  run: async (_, ctx) => {
    await sql`delete from media.ticket where id in (
      select id from media.ticket where expires_at < ${after(ctx.now(), -KEEP)} order by expires_at limit 5000)`.execute(
      ctx.db,
    )
  },
})
