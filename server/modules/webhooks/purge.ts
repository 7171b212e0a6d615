/**
 * Forgets deliveries that are over after five weeks, removed endpoints once nothing speaks of them, and secrets that sign no more.
 *
 * Deliveries outlive their events in the log: one that is read again after a restore finds that it was sent.
 */
import { sql } from 'kysely'
import { after, days, hours } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEEP = days(35)
/** More wait for the next hour. */
const CHUNK = 5_000

export const purge = job({
  name: 'webhooks.purge',
  payload: Nothing,
  everyMs: hours(1),
  async run(_, ctx) {
    const { rows } = await sql<{ id: string }>`
      select id from webhooks.delivery where store_id = ${ctx.storeId} and created_at < ${after(ctx.now(), -KEEP)} and ended_at is not null
      order by created_at, id limit ${CHUNK} for update skip locked`.execute(ctx.db)
    const ids = rows.map((row) => row.id)
    await sql`delete from webhooks.attempt where store_id = ${ctx.storeId} and delivery_id = any(${ids}::uuid[])`.execute(
      ctx.db,
    )
    await sql`delete from webhooks.delivery where store_id = ${ctx.storeId} and id = any(${ids}::uuid[])`.execute(
      ctx.db,
    )
    await sql`delete from webhooks.endpoint e where e.store_id = ${ctx.storeId} and e.archived_at is not null and not exists (
      select from webhooks.delivery d where d.store_id = e.store_id and d.endpoint_id = e.id)`.execute(ctx.db)
    await sql`update webhooks.endpoint set former_sealed = null, former_until = null
      where store_id = ${ctx.storeId} and former_until <= ${ctx.now()}`.execute(ctx.db)
  },
})
