/** Publishes a review or refuses it, with the reason its writer reads. Staff have then looked at what was reported. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { recount } from '../counting.ts'
import { StaffReview, lockReview, readForStaff } from '../review.ts'
import { refusalOf, verdict } from '../verdict.ts'

export const moderate = command({
  id: 'reviews.admin.moderate',
  summary: 'Publish or refuse a review',
  description: 'A refusal says why in `reason`. What shoppers reported of it is settled either way.',
  rest: 'PUT /reviews/:reviewId/moderation',
  audience: 'staff',
  access: permission('reviews.write'),
  input: Type.Object({
    reviewId: Id,
    ...verdict,
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffReview,
  async run({ reviewId, state, reason, expectedVersion }, ctx) {
    const refusal = refusalOf(state, reason)
    const refused = refusal !== null
    const review = await lockReview(ctx, reviewId, expectedVersion)
    const before = await readForStaff(ctx, reviewId)
    await sql`
      update reviews.review set state = ${state}, refusal = ${refusal}, pinned = pinned and ${!refused}, reports = 0,
        published_at = case when ${refused} then published_at else coalesce(published_at, ${ctx.now()}) end,
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${reviewId}`.execute(ctx.db)
    await sql`delete from reviews.report where store_id = ${ctx.storeId} and review_id = ${reviewId}`.execute(
      ctx.db,
    )
    if (refused)
      await sql`update reviews.photo set shown_id = null where store_id = ${ctx.storeId} and review_id = ${reviewId}`.execute(
        ctx.db,
      )
    await recount(ctx, review, { ...review, state })
    const after = await readForStaff(ctx, reviewId)
    ctx.audit({
      subject: 'reviews.review',
      subjectId: reviewId,
      before: { state: before.state, refusal: before.refusal },
      after: { state: after.state, refusal: after.refusal },
    })
    return after
  },
})
