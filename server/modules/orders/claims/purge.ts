/** Links are told as too old for a month after their end, then they are unknown. */
import { sql } from 'kysely'
import { after, days, hours } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEEP_ENDED = days(30)

export const purge = job({
  name: 'orders.purgeClaimLinks',
  payload: Nothing,
  everyMs: hours(1),
  async run(_, ctx) {
    await sql`delete from orders.claim_link where store_id = ${ctx.storeId} and token_hash in (
      select token_hash from orders.claim_link where store_id = ${ctx.storeId} and expires_at < ${after(ctx.now(), -KEEP_ENDED)}
      order by expires_at limit 5000)`.execute(ctx.db)
  },
})
