/**
 * The base price of a bundle that costs what its parts cost, less a reduction: it follows theirs, in every currency in
 * which all of them have one that was set. Where the buyer chooses, it is that of the cheapest choice, from which on it is sold.
 *
 * The reduction is rounded down, at most one minor unit in the shop's favour.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { BundlesFollow } from '../catalog/index.ts'
import { derivePrices, lockVariants } from './conversions/derive.ts'
import { pricesChanged } from './events.ts'
import { ensureBaseList } from './lists.ts'
import { putPrices, removePrices } from './put.ts'

const CAUSE = 'pricing.bundles'

interface Due {
  variantId: string
  currency: string
  amount: number
}

/** For whoever took prices of variants away that may be parts. */
export async function followPrices(ctx: Ctx, partIds: string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct b.variant_id as id from catalog.bundle_part bp join catalog.bundle b on b.variant_id = bp.variant_id and b.price = 'sum'
    where bp.store_id = ${ctx.storeId} and bp.part_variant_id = any(${partIds}::uuid[])`.execute(ctx.db)
  if (rows.length > 0)
    await followParts(
      ctx,
      rows.map(({ id }) => id),
    )
}

/** The bundles are locked before the prices are read: of two who change parts of one, the later sees what the earlier did. */
export const followParts: BundlesFollow = async (ctx: Ctx, variantIds: string[]) => {
  await lockVariants(ctx, variantIds)
  const baseId = await ensureBaseList(ctx)
  const { rows: due } = await sql<Due>`
    with base as (
      select p.variant_id, p.currency, p.amount from pricing.price p
      where p.store_id = ${ctx.storeId} and p.list_id = ${baseId} and p.min_quantity = 1 and not p.derived
    ), needed as (
      select b.variant_id, b.reduction_basis_points, bp.part_variant_id::text as what, bp.quantity, array[bp.part_variant_id] as of
      from catalog.bundle b join catalog.bundle_part bp on bp.variant_id = b.variant_id and bp.group_id is null
      where b.store_id = ${ctx.storeId} and b.variant_id = any(${variantIds}::uuid[]) and b.price = 'sum'
      union all
      select b.variant_id, b.reduction_basis_points, g.id::text, g.minimum, array(select bp.part_variant_id from catalog.bundle_part bp where bp.group_id = g.id)
      from catalog.bundle b join catalog.bundle_group g on g.variant_id = b.variant_id and g.minimum > 0
      where b.store_id = ${ctx.storeId} and b.variant_id = any(${variantIds}::uuid[]) and b.price = 'sum'
    ), costs as (
      select n.variant_id, n.reduction_basis_points, n.what, base.currency, n.quantity * min(base.amount) as amount
      from needed n join base on base.variant_id = any(n.of) group by 1, 2, 3, 4, n.quantity
    ), whole as (
      select c.variant_id, c.currency, c.reduction_basis_points, sum(c.amount)::bigint as amount from costs c group by 1, 2, 3
      having count(*) = (select count(*) from needed n where n.variant_id = c.variant_id)
    )
    select variant_id as "variantId", currency::text, amount - div(amount::numeric * reduction_basis_points, 10000)::bigint as amount
    from whole order by 1, 2`.execute(ctx.db)
  const rows = due.map((each) => ({
    ...each,
    listId: baseId,
    minQuantity: 1,
    compareAt: null,
    derived: false,
  }))
  const { changed } = await putPrices(rows, ctx, CAUSE)
  const gone = await removeOthers(ctx, variantIds, baseId, due)
  const ids = [...new Set([...changed, ...gone])]
  if (ids.length === 0) return
  ctx.emit(pricesChanged, { ids })
  await derivePrices(ctx, ids, CAUSE)
}

/** Currencies in which some part has lost its price. */
async function removeOthers(ctx: Ctx, variantIds: string[], baseId: string, due: Due[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; variantId: string; currency: string }>`
    select p.id, p.variant_id as "variantId", p.currency::text from pricing.price p join catalog.bundle b on b.variant_id = p.variant_id and b.price = 'sum'
    where p.store_id = ${ctx.storeId} and p.list_id = ${baseId} and p.variant_id = any(${variantIds}::uuid[]) and p.min_quantity = 1 and not p.derived`.execute(
    ctx.db,
  )
  const over = rows.filter(
    (row) => !due.some((each) => each.variantId === row.variantId && each.currency === row.currency),
  )
  if (over.length === 0) return []
  return removePrices(
    over.map(({ id }) => id),
    ctx,
    CAUSE,
  )
}
