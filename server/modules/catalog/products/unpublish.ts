/** Takes a product out of the shop; it can be changed and shown again. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { CatalogProduct, auditProduct, lockProduct, readProduct, touchProduct } from './product.ts'

export const unpublish = command({
  id: 'catalog.products.unpublish',
  summary: 'Take a product out of the shop',
  rest: 'DELETE /products/:productId/publication',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ productId: Id, expectedVersion: Type.Optional(Version) }),
  output: CatalogProduct,
  failures: [Archived],
  async run({ productId, expectedVersion }, ctx) {
    const { state } = await lockProduct(ctx, productId, expectedVersion)
    const before = await readProduct(ctx, productId)
    if (state === 'draft') return before
    await touchProduct(ctx, productId, sql`, state = 'draft', unpublish_at = null`)
    const after = await readProduct(ctx, productId)
    auditProduct(ctx, before, after)
    return after
  },
})
