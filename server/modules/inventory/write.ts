/** Set-based writers of stock; for seeds, imports and the tests' factories. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import type { Address } from '../customers/index.ts'
import { stockChanged } from './events.ts'
import { placesSnapshot } from './places.ts'
import { promisesSnapshot } from './promises.ts'

export interface NewLocation {
  id: string
  key: string
  name: string
  country: string
  position: number
  leadDays?: number
  address?: Address | null
}

export async function writeLocation(location: NewLocation, ctx: Ctx): Promise<void> {
  const { id, key, name, country, position, leadDays = 0, address } = location
  await sql`insert into inventory.location (id, store_id, key, name, country, position, lead_days, address, created_at, updated_at)
    values (${id}, ${ctx.storeId}, ${key}, ${name}, ${country}, ${position}, ${leadDays}, ${address ? JSON.stringify(address) : null}::jsonb,
      ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
  await ctx.app.snapshots.changed(placesSnapshot, ctx)
}

export interface NewStock {
  variantId: string
  sku: string
  locationId: string
  onHand: number
  backorderLimit?: number
}

/** Gives each variant a stock item of its own with its opening count; at most 1,000 rows. */
export async function writeStock(rows: NewStock[], ctx: Ctx): Promise<void> {
  const given = rows.map((row) => ({ backorderLimit: 0, ...row, itemId: newId(), movementId: newId() }))
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)})
        as g("variantId" uuid, sku text, "locationId" uuid, "onHand" int, "backorderLimit" int, "itemId" uuid, "movementId" uuid)
    ), items as (
      insert into inventory.item (id, store_id, sku, created_at, updated_at) select "itemId", ${ctx.storeId}, sku, ${ctx.now()}, ${ctx.now()} from given
    ), links as (
      insert into inventory.variant_item (store_id, variant_id, item_id) select ${ctx.storeId}, "variantId", "itemId" from given
    ), levels as (
      insert into inventory.level (store_id, item_id, location_id, on_hand, backorder_limit, updated_at)
      select ${ctx.storeId}, "itemId", "locationId", "onHand", "backorderLimit", ${ctx.now()} from given
    )
    insert into inventory.movement (id, store_id, item_id, location_id, delta, reason, actor, cause, trace_id, at)
    select "movementId", ${ctx.storeId}, "itemId", "locationId", "onHand", 'opening', ${callerOf(ctx.actor)}, 'inventory.writeStock', ${ctx.traceId}, ${ctx.now()}
    from given where "onHand" <> 0`.execute(ctx.db)
  if (rows.some((row) => row.backorderLimit)) await ctx.app.snapshots.changed(promisesSnapshot, ctx)
  ctx.emit(stockChanged, { ids: rows.map((row) => row.variantId) })
}
