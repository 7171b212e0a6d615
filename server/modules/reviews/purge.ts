/** Forgets the addresses of guests who asked, once nobody will answer them any more. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEEP = days(180)

export const purge = job({
  name: 'reviews.purge',
  payload: Nothing,
  cron: '20 4 * * *',
  run: async (_, ctx) => {
    await sql`update reviews.question set email = null where store_id = ${ctx.storeId} and email is not null
      and created_at < ${after(ctx.now(), -KEEP)}`.execute(ctx.db)
  },
})
