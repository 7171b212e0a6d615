import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { StaffReview, readForStaff } from '../review.ts'

export const get = query({
  id: 'reviews.admin.get',
  summary: 'One review with all that staff need to judge it',
  rest: 'GET /reviews/:reviewId',
  audience: 'staff',
  access: permission('reviews.read'),
  input: Type.Object({ reviewId: Id }),
  output: StaffReview,
  run: ({ reviewId }, ctx) => readForStaff(ctx, reviewId),
})
