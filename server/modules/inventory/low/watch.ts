/**
 * Finds what has run low, item by item and place by place, and what is there again.
 *
 * Low is what has no more left than its limit: on hand, less what is promised and what is kept back. An item that
 * stays low is told of once, however many more are sold. No sale waits for this, and none pays for it.
 */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { MAX_EVENT_IDS } from '#kit/event.ts'
import { newId } from '#kit/id.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { lowStock } from '../events.ts'

/** Pieces left at a level `l`; what may be back-ordered is not there. */
export const left = sql`(l.on_hand - l.safety_stock - l.reserved)`

/** Early enough to order more, seldom enough that a busy day does not bring a mail a minute. */
const EVERY = minutes(5)

export const watchLow = job({
  name: 'inventory.watchLow',
  payload: Nothing,
  everyMs: EVERY,
  async run(_, ctx) {
    await forgetRisen(ctx)
    const fallen = await findFallen(ctx)
    if (fallen.length === 0) return
    const { rows } = await sql<{ item_id: string }>`
      insert into inventory.low_stock (id, store_id, item_id, location_id, since)
      select f.id, ${ctx.storeId}, f.item_id, f.location_id, ${ctx.now()}
      from unnest(${fallen.map(() => newId())}::uuid[], ${fallen.map((each) => each.item_id)}::uuid[], ${fallen.map((each) => each.location_id)}::uuid[])
        as f(id, item_id, location_id)
      on conflict (item_id, location_id) do nothing returning item_id`.execute(ctx.db)
    const ids = [...new Set(rows.map((row) => row.item_id))]
    if (ids.length > 0) ctx.emit(lowStock, { ids })
  },
})

async function forgetRisen(ctx: Ctx): Promise<void> {
  await sql`
    delete from inventory.low_stock s using inventory.level l
    where s.store_id = ${ctx.storeId} and l.store_id = s.store_id and l.item_id = s.item_id and l.location_id = s.location_id
      and (l.low_limit is null or ${left} > l.low_limit)`.execute(ctx.db)
}

/** As many as one event can name; the rest is found next time. */
async function findFallen(ctx: Ctx): Promise<{ item_id: string; location_id: string }[]> {
  const { rows } = await sql<{ item_id: string; location_id: string }>`
    select l.item_id, l.location_id from inventory.level l
    join inventory.item i on i.id = l.item_id and i.archived_at is null
    where l.store_id = ${ctx.storeId} and l.low_limit is not null and ${left} <= l.low_limit
      and not exists (select from inventory.low_stock s where s.item_id = l.item_id and s.location_id = l.location_id)
    order by l.item_id, l.location_id limit ${MAX_EVENT_IDS}`.execute(ctx.db)
  return rows
}
