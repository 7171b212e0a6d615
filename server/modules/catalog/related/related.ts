/** What staff want shown beside a product: what goes with it, what could stand in for it, what is like it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Id, List, Text, Words, shape, type Static } from '#kit/types.ts'
import { localesOf, nameIn } from '../products/product.ts'

export const MOST_RELATED = 100

export const RelatedKind = Words('RelatedKind', 'accessory', 'alternative', 'related')
export const RelatedLinks = List(shape('RelatedLink', { productId: Id, kind: RelatedKind }), MOST_RELATED)

export const CatalogRelated = shape('CatalogRelated', {
  items: List(
    shape('CatalogRelatedProduct', { productId: Id, kind: RelatedKind, name: Text(300) }),
    MOST_RELATED,
  ),
})

/** Kind by kind, each in its order; what was archived since is left out. */
export async function readRelated(ctx: Ctx, productId: string): Promise<Static<typeof CatalogRelated>> {
  const chain = await localesOf(ctx)
  const { rows } = await sql<Static<typeof CatalogRelated>['items'][number]>`
    select r.related_id as "productId", r.kind, ${nameIn('catalog.product_text', 'product_id', 'r.related_id', chain)} as name
    from catalog.related_product r join catalog.product p on p.id = r.related_id and p.archived_at is null
    where r.store_id = ${ctx.storeId} and r.product_id = ${productId} order by r.kind, r.position, r.related_id`.execute(
    ctx.db,
  )
  return { items: rows }
}
