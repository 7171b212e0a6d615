/** The shop's own answer below a review; null takes it away. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Nullable, Text, Type, Version } from '#kit/types.ts'
import { reviewsChanged } from '../events.ts'
import { LONGEST_TEXT, StaffReview, lockReview, readForStaff } from '../review.ts'
import { inLines } from '../words.ts'

export const reply = command({
  id: 'reviews.admin.reply',
  summary: 'Answer a review in the shop’s name',
  rest: 'PUT /reviews/:reviewId/reply',
  audience: 'staff',
  access: permission('reviews.write'),
  input: Type.Object({
    reviewId: Id,
    text: Nullable(Text(LONGEST_TEXT)),
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffReview,
  async run({ reviewId, text, expectedVersion }, ctx) {
    const { productId } = await lockReview(ctx, reviewId, expectedVersion)
    const before = await readForStaff(ctx, reviewId)
    const said = text === null ? null : inLines(text, 'text')
    await sql`
      update reviews.review set reply = ${said}, replied_at = ${said === null ? null : ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${reviewId}`.execute(ctx.db)
    ctx.emit(reviewsChanged, { ids: [productId] })
    const after = await readForStaff(ctx, reviewId)
    ctx.audit({
      subject: 'reviews.review',
      subjectId: reviewId,
      before: { reply: before.reply },
      after: { reply: after.reply },
    })
    return after
  },
})
