/** Forgets what was sent after a year, and what a mail that never left said after a month. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

/** Staff are asked for it: "was I written to?" */
const KEEP = days(365)
/** Long enough to put the mail server right and send them again by hand. */
const KEEP_FAILED_BODY = days(30)
/** More wait for the next night. */
const CHUNK = 10_000

export const purge = job({
  name: 'messages.purge',
  payload: Nothing,
  cron: '40 3 * * *',
  async run(_, ctx) {
    await sql`update messages.message set sealed = null where store_id = ${ctx.storeId} and id in (
      select id from messages.message where store_id = ${ctx.storeId} and state = 'failed' and sealed is not null
        and queued_at < ${after(ctx.now(), -KEEP_FAILED_BODY)} limit ${CHUNK})`.execute(ctx.db)
    await sql`delete from messages.message where store_id = ${ctx.storeId} and id in (
      select id from messages.message where store_id = ${ctx.storeId} and state <> 'queued'
        and queued_at < ${after(ctx.now(), -KEEP)} order by queued_at limit ${CHUNK})`.execute(ctx.db)
    await sql`delete from messages.mailbox where store_id = ${ctx.storeId} and id in (
      select id from messages.mailbox where store_id = ${ctx.storeId} and at < ${after(ctx.now(), -KEEP_FAILED_BODY)} limit ${CHUNK})`.execute(
      ctx.db,
    )
  },
})
