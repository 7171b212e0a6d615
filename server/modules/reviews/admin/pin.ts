/** Puts a published review before all others of its product, or back among them. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, Type, Version } from '#kit/types.ts'
import { reviewsChanged } from '../events.ts'
import { NotPublished } from '../failures.ts'
import { StaffReview, lockReview, readForStaff } from '../review.ts'

export const pin = command({
  id: 'reviews.admin.pin',
  summary: 'Show a review before the others',
  rest: 'PUT /reviews/:reviewId/pin',
  audience: 'staff',
  access: permission('reviews.write'),
  input: Type.Object({ reviewId: Id, pinned: Flag, expectedVersion: Type.Optional(Version) }),
  output: StaffReview,
  failures: [NotPublished],
  async run({ reviewId, pinned, expectedVersion }, ctx) {
    const { productId, state } = await lockReview(ctx, reviewId, expectedVersion)
    if (pinned && state !== 'published') throw NotPublished({})
    const before = await readForStaff(ctx, reviewId)
    await sql`
      update reviews.review set pinned = ${pinned}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${reviewId}`.execute(ctx.db)
    ctx.emit(reviewsChanged, { ids: [productId] })
    ctx.audit({
      subject: 'reviews.review',
      subjectId: reviewId,
      before: { pinned: before.pinned },
      after: { pinned },
    })
    return readForStaff(ctx, reviewId)
  },
})
