/**
 * What is published counts, and nothing else does.
 *
 * Whoever changes what a review says or whether it is shown tells here what it was and what it is now, in the same
 * transaction: so the rating of a product is exact whenever anybody looks.
 */
import type { Ctx } from '#kit/context.ts'
import { moveRatings } from '../browse/index.ts'
import { reviewsChanged } from './events.ts'
import type { ReviewState } from './review.ts'

export interface Judgement {
  productId: string
  stars: number
  state: ReviewState
}

/** Null: it was not there before, or is there no longer. */
export async function recount(ctx: Ctx, before: Judgement | null, after: Judgement | null): Promise<void> {
  const was = before?.state === 'published' ? [{ ...before, by: -1 }] : []
  const is = after?.state === 'published' ? [{ ...after, by: 1 }] : []
  await moveRatings(
    ctx,
    [...was, ...is].map(({ productId, stars, by }) => ({ productId, stars, by })),
  )
  ctx.emit(reviewsChanged, { ids: [(after ?? before)!.productId] })
}
