/** Writes many reviews at once, as they are: for shops that come from elsewhere, and for the demo shop. At most 1,000. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { moveRatings } from '../browse/index.ts'
import { reviewsChanged } from './events.ts'

export interface NewReview {
  productId: string
  /** As they are called; nobody can change it later. */
  authorName: string
  locale: string
  stars: number
  title: string | null
  text: string
  verified: boolean
  helpful: number
  pinned?: boolean
  reply?: string | null
  publishedAt: Date
}

export async function putReviews(ctx: Ctx, reviews: NewReview[]): Promise<void> {
  if (reviews.length === 0) return
  const rows = reviews.map((review) => ({ id: ctx.id(), pinned: false, reply: null, ...review }))
  await sql`
    insert into reviews.review (id, store_id, product_id, author_name, locale, stars, title, body, state, verified, pinned, helpful, reply, replied_at,
      published_at, created_at, updated_at)
    select g.id, ${ctx.storeId}, g."productId", g."authorName", g.locale, g.stars, g.title, g.text, 'published', g.verified, g.pinned, g.helpful, g.reply,
      case when g.reply is not null then g."publishedAt" end, g."publishedAt", g."publishedAt", ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as g(id uuid, "productId" uuid, "authorName" text, locale text, stars int, title text, text text,
      verified boolean, pinned boolean, helpful int, reply text, "publishedAt" timestamptz)`.execute(ctx.db)
  await moveRatings(
    ctx,
    reviews.map(({ productId, stars }) => ({ productId, stars, by: 1 })),
  )
  ctx.emit(reviewsChanged, { ids: [...new Set(reviews.map(({ productId }) => productId))] })
}
