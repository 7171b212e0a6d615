/**
 * Makes deliveries of events: one for each endpoint that wants to hear of it.
 *
 * It reads the log in order, below the oldest transaction still open, so that an event that commits late is neither skipped
 * nor overtaken by a later one; how far it has come is written with the deliveries. What it meets again it leaves.
 * NOTE: rows restored into another cluster carry higher transaction numbers than it has reached; the log is then read
 * from its beginning.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { eventNames } from './endpoint.ts'

const EVENTS = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** True when there may be more. An endpoint that is disabled meanwhile waits for this to end, and gives up what it wrote. */
export async function takeIn(ctx: Ctx): Promise<boolean> {
  const { rows: hearing } = await sql`
    select id from webhooks.endpoint where store_id = ${ctx.storeId} and archived_at is null and state <> 'disabled'
    order by id for share`.execute(ctx.db)
  if (hearing.length === 0) return false
  const { rows } = await sql<{ seen: number }>`
    with place as (
      select case when p.known then tx else '0' end as tx, case when p.known then event_id else ${FIRST_ID} end as event_id
      from (select *, tx < pg_snapshot_xmax(pg_current_snapshot()) as known from webhooks.progress
        where store_id = ${ctx.storeId} for update) p
    ), found as materialized (
      select e.tx, e.id, e.store_id, e.name, e.payload, e.at from place p, kit.events_after(p.tx, p.event_id, ${EVENTS}) e
      where e.tx < pg_snapshot_xmin(pg_current_snapshot())
    ), moved as (
      update webhooks.progress set tx = l.tx, event_id = l.id, updated_at = ${ctx.now()}
      from (select tx, id from found order by tx desc, id desc limit 1) l where store_id = ${ctx.storeId}
    ), written as (
      insert into webhooks.delivery (id, store_id, endpoint_id, message_id, type, body, objects, state, due_at, created_at)
      select uuidv7(), f.store_id, w.id, f.id, f.name,
        json_build_object('type', f.name, 'timestamp', kit.utc(f.at), 'data', f.payload)::text,
        -- What happened to no one thing follows what is called like it.
        case when jsonb_array_length(f.payload -> 'ids') > 0
          then array(select jsonb_array_elements_text(f.payload -> 'ids')) else array[f.name] end,
        'queued', ${ctx.now()}, ${ctx.now()}
      from found f join webhooks.endpoint w on w.store_id = f.store_id and w.archived_at is null and w.state <> 'disabled'
        and f.at >= w.since and w.events && array['*', split_part(f.name, '.', 1) || '.*', f.name]
      where f.store_id = ${ctx.storeId} and f.name = any(${eventNames(ctx.app)}::text[])
      order by f.tx, f.id, w.id
      on conflict (store_id, endpoint_id, message_id) do nothing
    )
    select count(*)::int as seen from found`.execute(ctx.db)
  return rows[0]!.seen === EVENTS
}
