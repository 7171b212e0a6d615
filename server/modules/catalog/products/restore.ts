/**
 * Brings an archived product back as a draft, with the variants that were put away with it.
 *
 * A slug that was given to another product meanwhile is followed by a number.
 */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Purged, SkuTaken } from '../failures.ts'
import { chooseSlugs, lockSlugs } from '../slugs.ts'
import { retryClash } from '../variants/variant.ts'
import { CatalogProduct, auditProduct, lockProduct, readProduct, touchProduct } from './product.ts'

export const restore = command({
  id: 'catalog.products.restore',
  summary: 'Restore an archived product, as a draft',
  rest: 'POST /products/:productId/restoration',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ productId: Id, expectedVersion: Type.Optional(Version) }),
  output: CatalogProduct,
  failures: [Purged, SkuTaken],
  async run({ productId, expectedVersion }, ctx) {
    const { archivedAt } = await lockProduct(ctx, productId, expectedVersion, { archived: true })
    const before = await readProduct(ctx, productId)
    if (!archivedAt) return before
    if (before.purgedAt) throw Purged({})
    const { rows: clashes } = await sql<{ sku: string }>`
      select v.sku from catalog.variant v join catalog.variant other on other.store_id = v.store_id and other.sku = v.sku and other.archived_at is null
      where v.store_id = ${ctx.storeId} and v.product_id = ${productId} and v.archived_at = ${archivedAt} order by v.sku limit 100`.execute(
      ctx.db,
    )
    if (clashes.length > 0) throw SkuTaken({ skus: clashes.map(({ sku }) => sku) })
    await lockSlugs(ctx, 'product')
    const slugs = await chooseSlugs(
      ctx,
      'product',
      productId,
      // As a name: the slug it had, or the next number.
      before.texts.map(({ locale, slug }) => ({ locale, name: slug, path: 'slug' })),
    )
    const texts = before.texts.map(({ locale }) => ({ locale, slug: slugs.get(locale)! }))
    await retryClash(
      sql`
      with texts as (
        update catalog.product_text t set live = true, slug = g.slug
        from json_to_recordset(${JSON.stringify(texts)}) as g(locale text, slug text)
        where t.store_id = ${ctx.storeId} and t.product_id = ${productId} and t.locale = g.locale
      )
      update catalog.variant set archived_at = null, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and product_id = ${productId} and archived_at = ${archivedAt}`.execute(
        ctx.db,
      ),
    )
    await touchProduct(ctx, productId, sql`, archived_at = null`)
    const after = await readProduct(ctx, productId)
    auditProduct(ctx, before, after)
    return after
  },
})
