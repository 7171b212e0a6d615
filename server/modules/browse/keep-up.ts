/**
 * Keeps the read model true.
 *
 * What changed in the catalogue and in prices is written by reactions, at once. Stock changes with every order, and
 * orders must not pay for that: a job reads the log every few seconds and looks at what was sold since, once for all
 * orders of the time. The same job writes everything when a store has no read model yet, or when staff ask for it:
 * chunk by chunk, so that one that was cut off goes on where it stopped.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { attributesChanged, categoriesChanged, productsChanged } from '../catalog/index.ts'
import { placesChanged, stockChanged } from '../inventory/index.ts'
import { listsChanged, pricesChanged } from '../pricing/index.ts'
import { settingsChanged } from '../settings/index.ts'
import { entriesTag, forgetLists, productsOf, writeAvailable, writeEntries } from './entries.ts'

/** Products written in one transaction, well under a second. */
const CHUNK = 250
/** Products below a category that its own reaction writes; more are left to the job. */
const AT_ONCE = 1_000
/** Events looked at in one turn; each may name a thousand variants. */
const EVENTS = 50
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

export const reactions = [
  on(productsChanged, 'browse.products', ({ ids }, ctx) => writeEntries(ctx, ids)),
  on(pricesChanged, 'browse.prices', async ({ ids }, ctx) => writeEntries(ctx, await productsOf(ctx, ids))),
  on(listsChanged, 'browse.lists', (_, ctx) => forgetLists(ctx)),
  on(categoriesChanged, 'browse.categories', async ({ ids }, ctx) => {
    ctx.afterCommit(() => ctx.app.cache.raise([entriesTag(ctx.storeId)]))
    const below = await productsBelow(ctx, ids)
    return below.length > AT_ONCE ? writeAllAnew(ctx) : writeEntries(ctx, below)
  }),
  on(placesChanged, 'browse.places', (_, ctx) => writeAllAnew(ctx)),
  on(attributesChanged, 'browse.attributes', (_, ctx) => writeAllAnew(ctx)),
  on(settingsChanged, 'browse.settings', (_, ctx) => writeAllAnew(ctx)),
]

/** Done by the job, soon. */
export async function writeAllAnew(ctx: Ctx): Promise<void> {
  await sql`insert into browse.progress (store_id, after_id, updated_at) values (${ctx.storeId}, ${FIRST_ID}, ${ctx.now()})
    on conflict (store_id) do update set after_id = excluded.after_id, written = 0, updated_at = excluded.updated_at`.execute(
    ctx.db,
  )
}

/** In these categories and all below them. */
async function productsBelow(ctx: Ctx, categoryIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive tree as (
      select c.id from catalog.category c where c.store_id = ${ctx.storeId} and c.id = any(${categoryIds}::uuid[])
      union select c.id from catalog.category c join tree on c.parent_id = tree.id where c.store_id = ${ctx.storeId}
    )
    select distinct pc.product_id as id from tree join catalog.product_category pc on pc.store_id = ${ctx.storeId} and pc.category_id = tree.id
    limit ${AT_ONCE + 1}`.execute(ctx.db)
  return rows.map((row) => row.id)
}

export const keepUp = job({
  name: 'browse.keepUp',
  payload: Nothing,
  everyMs: seconds(5),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    while (await ctx.app.inTransaction(call, writeNext)) if (ctx.signal.aborted) return
    while (await ctx.app.inTransaction(call, lookAtStock)) if (ctx.signal.aborted) return
  },
})

/** True when there may be more. */
async function writeNext(ctx: Ctx): Promise<boolean> {
  await sql`insert into browse.progress (store_id, after_id, stock_tx, stock_event_id, updated_at)
    values (${ctx.storeId}, ${FIRST_ID}, pg_snapshot_xmin(pg_current_snapshot()), ${FIRST_ID}, ${ctx.now()})
    on conflict (store_id) do nothing`.execute(ctx.db)
  const { rows } = await sql<{ afterId: string | null; ids: string[] }>`
    with place as (select after_id from browse.progress where store_id = ${ctx.storeId} for update)
    select p.after_id as "afterId", array(select c.id from catalog.product c where c.store_id = ${ctx.storeId} and c.id > p.after_id
      order by c.id limit ${CHUNK}) as ids from place p`.execute(ctx.db)
  const { afterId, ids } = rows[0]!
  if (afterId === null) return false
  await writeEntries(ctx, ids)
  const whole = ids.length < CHUNK
  await sql`update browse.progress set after_id = ${whole ? null : ids.at(-1)}, written = written + ${ids.length},
    whole_at = case when ${whole} then ${ctx.now()} else whole_at end, updated_at = ${ctx.now()} where store_id = ${ctx.storeId}`.execute(
    ctx.db,
  )
  return !whole
}

/**
 * True when there may be more.
 *
 * NOTE: rows restored into another cluster carry higher transaction numbers than it has reached; the log is then
 * read from its beginning.
 */
async function lookAtStock(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ seen: number; ids: string[] }>`
    with place as (
      select case when p.known then stock_tx else '0' end as tx, case when p.known then stock_event_id else ${FIRST_ID} end as event_id
      from (select *, stock_tx < pg_snapshot_xmax(pg_current_snapshot()) as known from browse.progress
        where store_id = ${ctx.storeId} for update) p
    ), found as materialized (
      select e.tx, e.id, e.store_id, e.name, e.payload from place p, kit.events_after(p.tx, p.event_id, ${EVENTS}) e
      where e.tx < pg_snapshot_xmin(pg_current_snapshot())
    ), moved as (
      update browse.progress set stock_tx = l.tx, stock_event_id = l.id
      from (select tx, id from found order by tx desc, id desc limit 1) l where store_id = ${ctx.storeId}
    )
    select (select count(*)::int from found) as seen, array(
      select distinct v.product_id from found f cross join lateral jsonb_array_elements_text(f.payload->'ids') as i(id)
      cross join lateral (select i.id::uuid as id union all
        select bp.variant_id from catalog.bundle_part bp where bp.part_variant_id = i.id::uuid) s
      join catalog.variant v on v.id = s.id and v.store_id = f.store_id
      where f.store_id = ${ctx.storeId} and f.name = ${stockChanged.name}) as ids`.execute(ctx.db)
  const { seen, ids } = rows[0]!
  await writeAvailable(ctx, ids)
  return seen === EVENTS
}
