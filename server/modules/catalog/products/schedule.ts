/**
 * Says when a product comes into the shop and when it goes. `publishDue` does it when the time has come.
 *
 * Who shows it or takes it out by hand meanwhile has done what the schedule was for, and that part of it is over.
 */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { invalid } from '#kit/failure.ts'
import { permission } from '#kit/policy.ts'
import { Id, Instant, Nullable, Type, Version } from '#kit/types.ts'
import { Archived, NotReady } from '../failures.ts'
import { CatalogProduct, auditProduct, lockProduct, readProduct, touchProduct } from './product.ts'
import { missingOf } from './ready.ts'

export const schedule = command({
  id: 'catalog.products.schedule',
  summary: 'Set when a product comes into the shop, and when it goes',
  description: 'Null takes a time back. The product must be as whole as for being published at once.',
  rest: 'PUT /products/:productId/schedule',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    productId: Id,
    expectedVersion: Type.Optional(Version),
    publishAt: Nullable(Instant),
    unpublishAt: Nullable(Instant),
  }),
  output: CatalogProduct,
  failures: [Archived, NotReady],
  async run({ productId, expectedVersion, publishAt, unpublishAt }, ctx) {
    const { state } = await lockProduct(ctx, productId, expectedVersion)
    const before = await readProduct(ctx, productId)
    const [from, until] = [publishAt, unpublishAt].map((each) => each && new Date(each))
    if (from && state === 'published')
      throw invalid('publishAt', 'not_allowed', 'The product is in the shop already.')
    if (from && from <= ctx.now()) throw invalid('publishAt', 'too_early', 'This must be in the future.')
    if (until && until <= (from ?? ctx.now()))
      throw invalid('unpublishAt', 'too_early', 'This must be later, after the product came into the shop.')
    if (until && !from && state === 'draft')
      throw invalid('unpublishAt', 'not_allowed', 'The product is not in the shop.')
    if (from) {
      const lacking = await missingOf(ctx, before)
      if (lacking.missing.length > 0) throw NotReady(lacking)
    }
    await touchProduct(ctx, productId, sql`, publish_at = ${from ?? null}, unpublish_at = ${until ?? null}`)
    const after = await readProduct(ctx, productId)
    auditProduct(ctx, before, after)
    return after
  },
})
