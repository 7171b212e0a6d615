/** What was written three years ago is of no use to anybody. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEEP = days(3 * 365)

export const purge = job({
  name: 'enquiries.purge',
  payload: Nothing,
  everyMs: days(1),
  async run(_, ctx) {
    await sql`delete from enquiries.enquiry where store_id = ${ctx.storeId} and id in (
      select id from enquiries.enquiry where store_id = ${ctx.storeId} and created_at < ${after(ctx.now(), -KEEP)}
      order by created_at, id limit 5000)`.execute(ctx.db)
  },
})
