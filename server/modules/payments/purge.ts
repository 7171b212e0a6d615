/** What providers told us is kept for a quarter of a year after it was handled; what is parked, for good. */
import { sql } from 'kysely'
import { after, days, hours } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEPT = days(90)

export const purge = job({
  name: 'payments.purge',
  payload: Nothing,
  everyMs: hours(24),
  async run(_, ctx) {
    await sql`delete from payments.inbox where id in (
      select id from payments.inbox where store_id = ${ctx.storeId} and handled_at < ${after(ctx.now(), -KEPT)}
      order by handled_at limit 10000)`.execute(ctx.db)
  },
})
