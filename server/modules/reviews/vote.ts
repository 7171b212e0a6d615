/** Says that a review helped, or takes that back. Everybody counts once, however often they ask. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { callerOf, shopper } from '#kit/policy.ts'
import { Count, Flag, Id, Type, shape } from '#kit/types.ts'
import { reviewsChanged } from './events.ts'
import { OwnReviewVote } from './failures.ts'
import { lockReview } from './review.ts'

export const vote = command({
  id: 'reviews.vote',
  summary: 'Say whether a review helped',
  rest: 'PUT /reviews/:reviewId/vote',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ reviewId: Id, helpful: Flag }),
  output: shape('ReviewVotes', { helpful: Count }),
  failures: [OwnReviewVote],
  async run({ reviewId, helpful }, ctx) {
    const review = await lockReview(ctx, reviewId)
    if (review.state !== 'published') throw NotFound({})
    const voter = callerOf(ctx.actor)
    if (review.customerId === voter) throw OwnReviewVote({})
    const changed = helpful
      ? sql`insert into reviews.vote (store_id, review_id, voter_id, created_at) values (${ctx.storeId}, ${reviewId}, ${voter}, ${ctx.now()})
          on conflict do nothing returning 1`
      : sql`delete from reviews.vote where store_id = ${ctx.storeId} and review_id = ${reviewId} and voter_id = ${voter} returning -1`
    const { rows } = await sql<{ helpful: number }>`
      with changed as (${changed})
      update reviews.review set helpful = helpful + (select count(*)::int from changed) * ${helpful ? 1 : -1}
      where store_id = ${ctx.storeId} and id = ${reviewId} returning helpful`.execute(ctx.db)
    ctx.emit(reviewsChanged, { ids: [review.productId] })
    return { helpful: rows[0]!.helpful }
  },
})
