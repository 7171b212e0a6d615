/** Bundles as rows of a file, by the article numbers of bundles and parts. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { PageOfRows, Row } from '#kit/resource.ts'
import { said } from './handles.ts'

/** Bundles on a page of an export. */
const PAGE = 200

export async function pageOfBundles(ctx: Ctx, after: string | null): Promise<PageOfRows> {
  const { rows } = await sql<{ sku: string }>`
    select v.sku from catalog.bundle b join catalog.variant v on v.id = b.variant_id
    where b.store_id = ${ctx.storeId} and v.archived_at is null and v.sku > ${after ?? ''} order by v.sku limit ${PAGE}`.execute(
    ctx.db,
  )
  const skus = rows.map(({ sku }) => sku)
  return { rows: await readBundles(ctx, skus), next: skus.length === PAGE ? skus.at(-1)! : null }
}

export const rowsOfBundles = (ctx: Ctx, rows: Row[]) => readBundles(ctx, said(rows, 'bundle'))

export async function readBundles(ctx: Ctx, skus: string[]): Promise<Row[]> {
  const { rows } = await sql<{ row: Row; names: Record<string, string> | null }>`
    select json_build_object('bundle', v.sku, 'price', b.price, 'reductionBasisPoints', b.reduction_basis_points,
        'choice', coalesce(g.position + 1, 0), 'choiceMinimum', g.minimum, 'choiceMaximum', g.maximum, 'part', pv.sku, 'quantity', bp.quantity) as row,
      (select json_object_agg('choiceName.' || t.locale, t.name) from catalog.bundle_group_text t where t.group_id = g.id) as names
    from catalog.variant v join catalog.bundle b on b.variant_id = v.id
    join catalog.bundle_part bp on bp.variant_id = b.variant_id join catalog.variant pv on pv.id = bp.part_variant_id
    left join catalog.bundle_group g on g.id = bp.group_id
    where v.store_id = ${ctx.storeId} and v.archived_at is null and v.sku = any(${skus})
    order by v.sku, g.position nulls first, bp.position`.execute(ctx.db)
  return rows.map(({ row, names }) => ({ ...row, ...names }))
}

export interface CalledVariant {
  variantId: string
  productId: string
}

/** Variants by their article numbers. */
export async function variantsCalled(ctx: Ctx, skus: string[]): Promise<Map<string, CalledVariant>> {
  const { rows } = await sql<CalledVariant & { sku: string }>`
    select sku, id as "variantId", product_id as "productId" from catalog.variant
    where store_id = ${ctx.storeId} and sku = any(${skus}) and archived_at is null`.execute(ctx.db)
  return new Map(rows.map(({ sku, ...variant }) => [sku, variant]))
}
