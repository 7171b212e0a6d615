/** Takes one's own review away, with its photos and votes. */
import { sql } from 'kysely'
import { NotFound, Unauthenticated } from '#kit/failure.ts'
import { Done, command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { recount } from './counting.ts'
import { lockReview } from './review.ts'
import { byOrder, writerOf } from './writer.ts'

export const remove = command({
  id: 'reviews.remove',
  summary: 'Take one’s own review away',
  rest: 'DELETE /products/:productId/review',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ productId: Id, ...byOrder }),
  output: Done,
  failures: [NotFound, Unauthenticated],
  async run({ productId, ...by }, ctx) {
    const { hash } = await writerOf(by, ctx)
    const { rows } = await sql<{ id: string }>`
      select id from reviews.review where store_id = ${ctx.storeId} and product_id = ${productId} and writer_hash = ${hash}`.execute(
      ctx.db,
    )
    if (!rows[0]) throw NotFound({})
    const review = await lockReview(ctx, rows[0].id)
    for (const part of ['photo', 'vote', 'report'])
      await sql`delete from ${sql.table(`reviews.${part}`)} where store_id = ${ctx.storeId} and review_id = ${review.id}`.execute(
        ctx.db,
      )
    await sql`delete from reviews.review where store_id = ${ctx.storeId} and id = ${review.id}`.execute(
      ctx.db,
    )
    await recount(ctx, review, null)
    return { done: true as const }
  },
})
