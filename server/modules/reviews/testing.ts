/** Opinions in one line each, for tests. */
import { newId } from '#kit/id.ts'
import { paid } from '#testing/orders.ts'
import type { Goods, Person, Shop } from '#testing/shop.ts'
import { moderate } from './admin/moderate.ts'
import type { OwnReview } from './review.ts'
import { write } from './write.ts'

export const opinion = (productId: string, more: { stars?: number; text?: string } = {}) => ({
  productId,
  stars: 4,
  title: 'Good',
  text: 'It does what it should.',
  authorName: 'Alice H.',
  ...more,
})

/** What somebody says who did not buy it; staff publish it. */
export async function published(
  shop: Shop,
  writer: Person,
  productId: string,
  stars = 4,
): Promise<OwnReview> {
  const review = await writer.call(write, opinion(productId, { stars }))
  await shop.bob.call(moderate, { reviewId: review.id, state: 'published' })
  return review
}

/** Goods of which Alice bought a piece. */
export async function bought(shop: Shop, buyer: Person = shop.alice): Promise<Goods> {
  const goods = await shop.goods()
  await paid(shop, buyer, { of: goods })
  return goods
}

export const someone = (shop: Shop) => shop.person(`member-${newId().slice(-8)}`, [])
