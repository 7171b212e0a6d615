/** The prices of a variant, as staff see them. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Flag, Id, Instant, Int, Money, Nullable, Version, shape, type Static } from '#kit/types.ts'

/** From so many pieces on. */
export const MinQuantity = Int(1, 1_000_000)

export const VariantPrice = shape('VariantPrice', {
  id: Id,
  variantId: Id,
  listId: Id,
  minQuantity: MinQuantity,
  price: Money,
  compareAt: Nullable(Money),
  /** Follows from the price in the store's own currency by rate. */
  derived: Flag,
  updatedAt: Instant,
  version: Version,
})
export type VariantPrice = Static<typeof VariantPrice>

export const MOST_VARIANTS = 100
/** Prices of one variant in one list: by currency and quantity. */
export const MOST_IN_LIST = 60

export async function readPrices(ctx: Ctx, variantIds: string[], listIds: string[]): Promise<VariantPrice[]> {
  const { rows } = await sql<VariantPrice>`
    select pr.id, pr.variant_id as "variantId", pr.list_id as "listId", pr.min_quantity as "minQuantity",
      json_build_object('amount', pr.amount, 'currency', pr.currency) as price,
      case when pr.compare_at_amount is not null then json_build_object('amount', pr.compare_at_amount, 'currency', pr.currency) end as "compareAt",
      pr.derived,
      kit.utc(pr.updated_at) as "updatedAt", pr.version
    from pricing.price pr
    where pr.store_id = ${ctx.storeId} and pr.variant_id = any(${variantIds}::uuid[]) and pr.list_id = any(${listIds}::uuid[])
    order by pr.variant_id, array_position(${listIds}::uuid[], pr.list_id), pr.currency, pr.min_quantity
    limit ${MOST_VARIANTS * MOST_IN_LIST}`.execute(ctx.db)
  return rows
}
