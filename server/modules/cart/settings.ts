/** How a store deals with carts: for how long a price that was shown is held, and what becomes of two carts at a log-in. Read with every cart, so it lives in memory. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Db } from '#kit/db.ts'
import { snapshot } from '#kit/snapshot.ts'
import { Int, Version, Words, shape, type Static } from '#kit/types.ts'

/**
 * Of one thing that lies in the guest's cart and in the account's: both quantities together, the larger one, or that of the
 * cart touched last.
 */
export const CartMergeRule = Words('CartMergeRule', 'sum', 'larger', 'newest')
export type CartMergeRule = Static<typeof CartMergeRule>

export const CartSettings = shape('CartSettings', {
  /** A price that rises is the old one for so long since it was last seen in the cart; 0: for no time. */
  priceHoldMinutes: Int(0, 1440),
  /** What is kept at a log-in of a thing that lies in the guest's cart and in the account's. */
  mergeRule: CartMergeRule,
  version: Version,
})
export type CartSettings = Static<typeof CartSettings>

const DEFAULTS: CartSettings = { priceHoldMinutes: 0, mergeRule: 'sum', version: 1 }

async function read(db: Db, storeId: string): Promise<CartSettings> {
  const { rows } = await sql<CartSettings>`
    select price_hold_minutes as "priceHoldMinutes", merge_rule as "mergeRule", version from cart.setting where store_id = ${storeId}`.execute(
    db,
  )
  return rows[0] ?? DEFAULTS
}

export const cartSettingsSnapshot = snapshot<CartSettings>('cart', read)

export function cartSettings(ctx: Ctx): Promise<CartSettings> {
  return read(ctx.db, ctx.storeId)
}

/** Locked for the transaction; a store that never changed them gets its row now. */
export async function lockCartSettings(ctx: Ctx): Promise<CartSettings> {
  const { rows } = await sql<CartSettings>`
    insert into cart.setting as s (store_id, price_hold_minutes, updated_at)
    values (${ctx.storeId}, ${DEFAULTS.priceHoldMinutes}, ${ctx.now()})
    on conflict (store_id) do update set version = s.version
    returning price_hold_minutes as "priceHoldMinutes", merge_rule as "mergeRule", version`.execute(ctx.db)
  return rows[0]!
}
