/** Makes a bundle a variant like any again: it is counted by itself, and costs what is set for it. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { lockProduct, touchProduct } from '../products/product.ts'
import { bundlesFollow, readBundle } from './bundle.ts'
import { forget } from './set.ts'

export const remove = command({
  id: 'catalog.bundles.remove',
  summary: 'Make a bundle a variant like any',
  rest: 'DELETE /variants/:variantId/bundle',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ variantId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [Archived],
  async run({ variantId, expectedVersion }, ctx) {
    const before = await readBundle(ctx, variantId)
    await lockProduct(ctx, before.productId, expectedVersion)
    await forget(ctx, variantId)
    await sql`delete from catalog.bundle where store_id = ${ctx.storeId} and variant_id = ${variantId}`.execute(
      ctx.db,
    )
    for (const follow of ctx.ports(bundlesFollow)) await follow(ctx, [variantId])
    await touchProduct(
      ctx,
      before.productId,
      sql`, is_bundle = exists (select from catalog.bundle b join catalog.variant v on v.id = b.variant_id where v.product_id = ${before.productId})`,
    )
    ctx.audit({ subject: 'catalog.bundle', subjectId: variantId, before, after: null })
    return { done: true as const }
  },
})
