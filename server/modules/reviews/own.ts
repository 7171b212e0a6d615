/** What one said of a product oneself, and whether one may say something. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Flag, Id, Nullable, Type, shape } from '#kit/types.ts'
import { OWN, OwnReview } from './review.ts'
import { reviewSettings } from './settings.ts'
import { byOrder, hasBought, writerOf } from './writer.ts'

export const own = query({
  id: 'reviews.own',
  summary: 'One’s own review of a product',
  description: 'A guest shows the link of an order: `orderId` and `token`.',
  rest: 'GET /products/:productId/review',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ productId: Id, ...byOrder }),
  output: shape('OwnOpinion', { review: Nullable(OwnReview), verified: Flag, mayWrite: Flag }),
  failures: [NotFound],
  async run({ productId, ...by }, ctx) {
    if (by.orderId === undefined && ctx.actor.kind !== 'person')
      return { review: null, verified: false, mayWrite: false }
    const writer = await writerOf(by, ctx)
    const { rows } = await sql<OwnReview>`
      select ${sql.raw(OWN)} from reviews.review r
      where r.store_id = ${ctx.storeId} and r.product_id = ${productId} and r.writer_hash = ${writer.hash}`.execute(
      ctx.db,
    )
    const verified = await hasBought(ctx, writer, productId)
    const { whoMayWrite } = await reviewSettings(ctx)
    const mayWrite = verified || (whoMayWrite === 'members' && writer.orderId === null)
    return { review: rows[0] ?? null, verified, mayWrite }
  },
})
