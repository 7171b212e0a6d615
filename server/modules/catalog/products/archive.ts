/**
 * Puts a product away with its variants. Orders keep their copy; slugs and article numbers are free again.
 *
 * Variants put away with the product have its very time, so that restoring brings back these and no others.
 */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { mustBeInNoBundle } from '../bundles/part-of.ts'
import { PartOfBundle } from '../failures.ts'
import { CatalogProduct, auditProduct, lockProduct, readProduct, touchProduct } from './product.ts'

export const archive = command({
  id: 'catalog.products.archive',
  summary: 'Archive a product',
  rest: 'DELETE /products/:productId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ productId: Id, expectedVersion: Type.Optional(Version) }),
  output: CatalogProduct,
  failures: [PartOfBundle],
  async run({ productId, expectedVersion }, ctx) {
    const { archivedAt } = await lockProduct(ctx, productId, expectedVersion, { archived: true })
    const before = await readProduct(ctx, productId)
    if (archivedAt) return before
    await sql`
      with texts as (update catalog.product_text set live = false where store_id = ${ctx.storeId} and product_id = ${productId})
      update catalog.variant set archived_at = ${ctx.now()}, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and product_id = ${productId} and archived_at is null`.execute(ctx.db)
    await mustBeInNoBundle(
      ctx,
      before.variants.map(({ id }) => id),
    )
    await touchProduct(
      ctx,
      productId,
      sql`, state = 'draft', publish_at = null, unpublish_at = null, archived_at = ${ctx.now()}`,
    )
    const after = await readProduct(ctx, productId)
    auditProduct(ctx, before, after)
    return after
  },
})
