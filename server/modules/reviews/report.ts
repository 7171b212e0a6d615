/** Asks staff to look at a review. It stays as it is until they have. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { Done, command } from '#kit/operation.ts'
import { callerOf, shopper } from '#kit/policy.ts'
import { Id, Type, Words } from '#kit/types.ts'
import { lockReview } from './review.ts'

export const ReportReason = Words(
  'ReviewReportReason',
  'advertising',
  'insult',
  'personal_data',
  'off_topic',
  'untrue',
)

export const report = command({
  id: 'reviews.report',
  summary: 'Ask staff to look at a review',
  rest: 'POST /reviews/:reviewId/reports',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ reviewId: Id, reason: ReportReason }),
  output: Done,
  async run({ reviewId, reason }, ctx) {
    const review = await lockReview(ctx, reviewId)
    if (review.state !== 'published') throw NotFound({})
    await sql`
      with added as (
        insert into reviews.report (store_id, review_id, reporter_id, reason, created_at)
        values (${ctx.storeId}, ${reviewId}, ${callerOf(ctx.actor)}, ${reason}, ${ctx.now()}) on conflict do nothing returning 1
      )
      update reviews.review set reports = reports + (select count(*)::int from added) where store_id = ${ctx.storeId} and id = ${reviewId}`.execute(
      ctx.db,
    )
    return { done: true as const }
  },
})
