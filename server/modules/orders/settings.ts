/** How a store deals with orders once they are placed. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Int, Nullable, Version, shape, type Static } from '#kit/types.ts'

export const OrderSettings = shape('OrderSettings', {
  /** How long the signed link of an order works after the order's last step. */
  linkDays: Int(1, 3650),
  /** How long goods may be sent back after they arrived. */
  returnDays: Int(0, 3650),
  /** A parcel of which nobody says more counts as delivered so many days after it left; null: never by itself. */
  deliveredAfterDays: Nullable(Int(1, 365)),
  version: Version,
})
export type OrderSettings = Static<typeof OrderSettings>

export const DEFAULTS: OrderSettings = { linkDays: 90, returnDays: 14, deliveredAfterDays: null, version: 1 }

export async function orderSettings(ctx: Ctx): Promise<OrderSettings> {
  const { rows } = await sql<OrderSettings>`
    select link_days as "linkDays", return_days as "returnDays", delivered_after_days as "deliveredAfterDays", version
    from orders.setting where store_id = ${ctx.storeId}`.execute(ctx.db)
  return rows[0] ?? DEFAULTS
}

/** Locked for the transaction; a store that never changed them gets its row now. */
export async function lockOrderSettings(ctx: Ctx): Promise<OrderSettings> {
  const { linkDays, returnDays, deliveredAfterDays } = DEFAULTS
  const { rows } = await sql<OrderSettings>`
    insert into orders.setting as s (store_id, link_days, return_days, delivered_after_days, updated_at)
    values (${ctx.storeId}, ${linkDays}, ${returnDays}, ${deliveredAfterDays}, ${ctx.now()})
    on conflict (store_id) do update set version = s.version
    returning link_days as "linkDays", return_days as "returnDays", delivered_after_days as "deliveredAfterDays", version`.execute(
    ctx.db,
  )
  return rows[0]!
}
