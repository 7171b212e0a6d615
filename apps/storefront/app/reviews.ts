/** Reads what is said of a product, as the page's address asks for it. */
import type { PageContext } from './context.ts'
import { settle } from './problem.ts'
import type { Review } from './store.ts'

const PAGE = 6

const ORDERS = {
  helpful: { by: 'helpful', desc: true },
  newest: { by: 'newest', desc: true },
  best: { by: 'stars', desc: true },
  worst: { by: 'stars' },
} as const
export type ReviewOrder = keyof typeof ORDERS
export const reviewOrders = Object.keys(ORDERS) as ReviewOrder[]

const isOrder = (word: string | null): word is ReviewOrder => word !== null && word in ORDERS

export type Reviews = {
  items: Review[]
  next: string | null
  order: ReviewOrder
  /** Only those that gave so many. */
  stars: number | null
  after: string | null
  /** What was just done here. */
  said: string | null
}

/** A product without its reviews is still a product: when they cannot be read, the page says nothing of them. */
export async function readReviews(
  page: PageContext,
  productId: string,
  params: URLSearchParams,
): Promise<Reviews> {
  const order = params.get('order')
  const stars = Number(params.get('stars'))
  const asked = {
    order: isOrder(order) ? order : ('helpful' as const),
    stars: Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : null,
    after: params.get('after'),
    said: params.get('said'),
  }
  const { value } = await settle(
    page,
    page.store.reviews.list({
      productId,
      limit: PAGE,
      sort: ORDERS[asked.order],
      ...(asked.stars && { stars: asked.stars }),
      ...(asked.after && { after: asked.after }),
    }),
  )
  return { items: value?.items ?? [], next: value?.next ?? null, ...asked }
}
