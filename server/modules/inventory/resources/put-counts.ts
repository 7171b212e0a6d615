/**
 * Many counts at once, with the movements that explain them; items that are counted for the first time are made. What
 * was promised and is no longer there goes to another place, or is short, as after a single count.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { MAX_EVENT_IDS } from '#kit/event.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { stockChanged } from '../events.ts'
import { promisesSnapshot } from '../promises.ts'
import { replan } from '../replan.ts'

export interface NewCount {
  itemId: string
  locationId: string
  onHand: number
  safetyStock: number
  backorderLimit: number
}

export interface NewItem {
  itemId: string
  sku: string
  variantId: string
}

export async function putCounts(ctx: Ctx, counts: NewCount[], made: NewItem[]): Promise<void> {
  if (made.length > 0)
    await sql`
      with given as (select * from json_to_recordset(${JSON.stringify(made)}) as g("itemId" uuid, sku text, "variantId" uuid)),
      items as (
        insert into inventory.item (id, store_id, sku, created_at, updated_at)
        select "itemId", ${ctx.storeId}, sku, ${ctx.now()}, ${ctx.now()} from given
      )
      insert into inventory.variant_item (store_id, variant_id, item_id) select ${ctx.storeId}, "variantId", "itemId" from given`.execute(
      ctx.db,
    )
  // Locked in the order of their ids before anything is written, as everybody does who takes several.
  const { rows: levels } = await sql<{
    ahead: boolean
  }>`select backorder_limit > 0 as ahead from inventory.level where store_id = ${ctx.storeId} and item_id = any(${counts.map(({ itemId }) => itemId)}::uuid[])
    order by item_id, location_id for update`.execute(ctx.db)
  const rows = counts.map((count) => ({ ...count, movementId: newId() }))
  const { rows: moved } = await sql<{ variantId: string }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}) as g("itemId" uuid, "locationId" uuid, "onHand" int, "safetyStock" int,
        "backorderLimit" int, "movementId" uuid)
    ), before as (
      select l.item_id, l.location_id, l.on_hand from inventory.level l join given g on g."itemId" = l.item_id and g."locationId" = l.location_id
    ), put as (
      insert into inventory.level as l (store_id, item_id, location_id, on_hand, safety_stock, backorder_limit, updated_at)
      select ${ctx.storeId}, "itemId", "locationId", "onHand", "safetyStock", "backorderLimit", ${ctx.now()} from given
      on conflict (item_id, location_id) do update set on_hand = excluded.on_hand, safety_stock = excluded.safety_stock,
        backorder_limit = excluded.backorder_limit, short = greatest(l.short, l.reserved - excluded.on_hand - excluded.backorder_limit),
        version = l.version + 1, updated_at = excluded.updated_at
    ), moved as (
      insert into inventory.movement (id, store_id, item_id, location_id, delta, reason, actor, cause, trace_id, at)
      select g."movementId", ${ctx.storeId}, g."itemId", g."locationId", g."onHand" - coalesce(b.on_hand, 0),
        case when b.item_id is null then 'opening' else 'counted' end, ${callerOf(ctx.actor)}, 'import', ${ctx.traceId}, ${ctx.now()}
      from given g left join before b on b.item_id = g."itemId" and b.location_id = g."locationId"
      where g."onHand" <> coalesce(b.on_hand, 0)
    )
    select distinct vi.variant_id as "variantId" from inventory.variant_item vi join given g on g."itemId" = vi.item_id`.execute(
    ctx.db,
  )
  await replanShort(ctx, counts)
  if (levels.some(({ ahead }) => ahead) || counts.some(({ backorderLimit }) => backorderLimit > 0))
    await ctx.app.snapshots.changed(promisesSnapshot, ctx)
  const ids = moved.map(({ variantId }) => variantId)
  for (let at = 0; at < ids.length; at += MAX_EVENT_IDS)
    ctx.emit(stockChanged, { ids: ids.slice(at, at + MAX_EVENT_IDS) })
}

async function replanShort(ctx: Ctx, counts: NewCount[]): Promise<void> {
  const { rows } = await sql<{ itemId: string }>`
    select distinct l.item_id as "itemId" from inventory.level l where l.store_id = ${ctx.storeId} and l.reserved > l.on_hand
      and l.item_id = any(${counts.map(({ itemId }) => itemId)}::uuid[]) order by 1`.execute(ctx.db)
  for (const { itemId } of rows) await replan(ctx, itemId)
}
