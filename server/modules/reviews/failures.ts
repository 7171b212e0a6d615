import { failure } from '#kit/failure.ts'
import { Type } from '#kit/types.ts'

const None = Type.Object({}, { additionalProperties: false })

export const NotBought = failure(
  'reviews.not_bought',
  409,
  None,
  () => 'Only who bought this product may say what they think of it.',
)
export const OwnReviewVote = failure(
  'reviews.own_vote',
  409,
  None,
  () => 'This is your own review. Others say whether it helped them.',
)
export const NotPublished = failure(
  'reviews.not_published',
  409,
  None,
  () => 'Only what is published can be shown first.',
)
