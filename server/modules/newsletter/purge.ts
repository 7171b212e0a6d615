/** Forgets what was asked for and never confirmed, when its link has run out; and what has ended, when nobody may ask for its proof any more. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { LINK_LIVES } from './confirm.ts'

const KEEP_PROOF = days(3 * 365)

export const purge = job({
  name: 'newsletter.purge',
  payload: Nothing,
  everyMs: days(1),
  async run(_, ctx) {
    const before = (ms: number) => after(ctx.now(), -ms)
    await sql`delete from newsletter.subscription where store_id = ${ctx.storeId} and id in (
      select id from newsletter.subscription where store_id = ${ctx.storeId} and (
        (state = 'asked' and asked_at < ${before(LINK_LIVES)} and mailed_at < ${before(LINK_LIVES)})
        or (state = 'ended' and ended_at < ${before(KEEP_PROOF)}))
      order by asked_at, id limit 5000)`.execute(ctx.db)
  },
})
