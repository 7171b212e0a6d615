/** What is over is forgotten after a while: sessions, links and secrets of keys that ended, challenges that were answered, and the security log after a year. */
import { sql } from 'kysely'
import { after, days, hours } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEEP_ENDED = days(30)
const KEEP_SECURITY_EVENTS = days(365)
/** More wait for the next hour. */
const CHUNK = 5_000

export const purge = job({
  name: 'identity.purge',
  payload: Nothing,
  everyMs: hours(1),
  async run(_, ctx: Ctx) {
    const [ended, old] = [after(ctx.now(), -KEEP_ENDED), after(ctx.now(), -KEEP_SECURITY_EVENTS)]
    await sql`delete from identity.session where store_id = ${ctx.storeId} and id in (
      select id from identity.session where store_id = ${ctx.storeId} and expires_at < ${ended} order by expires_at limit ${CHUNK})`.execute(
      ctx.db,
    )
    await sql`delete from identity.password_link where store_id = ${ctx.storeId} and token_hash in (
      select token_hash from identity.password_link where store_id = ${ctx.storeId} and expires_at < ${ended} order by expires_at limit ${CHUNK})`.execute(
      ctx.db,
    )
    await sql`delete from identity.api_key_secret where store_id = ${ctx.storeId} and secret_hash in (
      select secret_hash from identity.api_key_secret where store_id = ${ctx.storeId} and ends_at < ${ended} order by ends_at limit ${CHUNK})`.execute(
      ctx.db,
    )
    await sql`delete from identity.answered_challenge where store_id = ${ctx.storeId} and challenge_hash in (
      select challenge_hash from identity.answered_challenge where store_id = ${ctx.storeId} and expires_at < ${ctx.now()} order by expires_at limit ${CHUNK})`.execute(
      ctx.db,
    )
    await sql`delete from identity.security_event where store_id = ${ctx.storeId} and id in (
      select id from identity.security_event where store_id = ${ctx.storeId} and at < ${old} order by at limit ${CHUNK})`.execute(
      ctx.db,
    )
  },
})
