/** Shows a product in the shop. What is shown already stays as it is. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived, NotReady } from '../failures.ts'
import { CatalogProduct, auditProduct, lockProduct, readProduct, touchProduct } from './product.ts'
import { missingOf } from './ready.ts'

export const publish = command({
  id: 'catalog.products.publish',
  summary: 'Show a product in the shop',
  rest: 'POST /products/:productId/publication',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ productId: Id, expectedVersion: Type.Optional(Version) }),
  output: CatalogProduct,
  failures: [Archived, NotReady],
  async run({ productId, expectedVersion }, ctx) {
    const { state } = await lockProduct(ctx, productId, expectedVersion)
    const before = await readProduct(ctx, productId)
    if (state === 'published') return before
    const lacking = await missingOf(ctx, before)
    if (lacking.missing.length > 0) throw NotReady(lacking)
    // The first time counts as new; coming back does not.
    await touchProduct(
      ctx,
      productId,
      sql`, state = 'published', publish_at = null, published_at = coalesce(published_at, ${ctx.now()})`,
    )
    const after = await readProduct(ctx, productId)
    auditProduct(ctx, before, after)
    return after
  },
})
