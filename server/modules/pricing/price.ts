/** The base price of a variant in one currency, as staff see it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Id, Instant, Money, Nullable, Version, shape, type Static } from '#kit/types.ts'
import { BASE_LIST } from './write.ts'

export const VariantPrice = shape('VariantPrice', {
  variantId: Id,
  price: Money,
  compareAt: Nullable(Money),
  updatedAt: Instant,
  version: Version,
})
export type VariantPrice = Static<typeof VariantPrice>

export const MOST_VARIANTS = 100
/** Prices of one variant: one per currency. */
export const MOST_CURRENCIES = 30

export async function readPrices(ctx: Ctx, variantIds: string[]): Promise<VariantPrice[]> {
  const { rows } = await sql<VariantPrice>`
    select pr.variant_id as "variantId", json_build_object('amount', pr.amount, 'currency', pr.currency) as price,
      case when pr.compare_at_amount is not null then json_build_object('amount', pr.compare_at_amount, 'currency', pr.currency) end as "compareAt",
      kit.utc(pr.updated_at) as "updatedAt", pr.version
    from pricing.price pr join pricing.list l on l.id = pr.list_id and l.key = ${BASE_LIST} and l.archived_at is null
    where pr.store_id = ${ctx.storeId} and pr.variant_id = any(${variantIds}::uuid[]) and pr.min_quantity = 1
    order by pr.variant_id, pr.currency limit ${MOST_VARIANTS * MOST_CURRENCIES}`.execute(ctx.db)
  return rows
}
