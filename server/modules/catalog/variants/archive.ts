/** Puts a variant away: carts and orders keep what they hold, its article number is free again. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { mustBeInNoBundle } from '../bundles/part-of.ts'
import { Archived, LastVariant, PartOfBundle } from '../failures.ts'
import { lockProduct, touchProduct } from '../products/product.ts'
import { readVariant, siblingsOf } from './variant.ts'

export const archive = command({
  id: 'catalog.variants.archive',
  summary: 'Archive a variant',
  rest: 'DELETE /products/:productId/variants/:variantId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ productId: Id, variantId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [Archived, LastVariant, PartOfBundle],
  async run({ productId, variantId, expectedVersion }, ctx) {
    const { state } = await lockProduct(ctx, productId, expectedVersion)
    const before = await readVariant(ctx, productId, variantId)
    const { known } = await siblingsOf(ctx, productId)
    if (state === 'published' && known.length === 1) throw LastVariant({})
    await sql`update catalog.variant set archived_at = ${ctx.now()}, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${variantId}`.execute(ctx.db)
    await mustBeInNoBundle(ctx, [variantId])
    await touchProduct(ctx, productId)
    ctx.audit({ subject: 'catalog.variant', subjectId: variantId, before, after: null })
    return { done: true as const }
  },
})
