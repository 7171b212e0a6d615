/**
 * Makes public copies of the photos of published reviews, a moment after staff have published them.
 *
 * The copy lies in storage before any row names it; and it is named only if its review is still published then.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { keepRow, putFile, storedAgain } from '../media/index.ts'
import { reviewsChanged } from './events.ts'

const AT_ONCE = 20

interface Photo {
  fileId: string
  reviewId: string
  productId: string
}

export const showPhotos = job({
  name: 'reviews.showPhotos',
  payload: Nothing,
  everyMs: seconds(10),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (const photo of await ctx.app.inTransaction(call, toShow)) {
      const source = await ctx.app.inTransaction(call, (each) => storedAgain(each, photo.fileId, 'public'))
      if (!source) continue
      const copy = await putFile(ctx.app, source)
      const used = await ctx.app.inTransaction(call, async (each) => {
        const { rows } = await sql`select 1 from reviews.review r join reviews.photo p on p.review_id = r.id
          where r.store_id = ${each.storeId} and r.id = ${photo.reviewId} and r.state = 'published' and p.file_id = ${photo.fileId} and p.shown_id is null
          for update`.execute(each.db)
        if (rows.length === 0) return false
        await keepRow(each, copy)
        await sql`update reviews.photo set shown_id = ${copy.id} where store_id = ${each.storeId} and review_id = ${photo.reviewId} and file_id = ${photo.fileId}`.execute(
          each.db,
        )
        each.emit(reviewsChanged, { ids: [photo.productId] })
        return true
      })
      if (!used) await ctx.app.storage.remove(copy.key)
    }
  },
})

async function toShow(ctx: Ctx): Promise<Photo[]> {
  const { rows } = await sql<Photo>`
    select p.file_id as "fileId", r.id as "reviewId", r.product_id as "productId" from reviews.photo p
    join reviews.review r on r.store_id = p.store_id and r.id = p.review_id and r.state = 'published'
    where p.store_id = ${ctx.storeId} and p.shown_id is null order by p.file_id limit ${AT_ONCE}`.execute(
    ctx.db,
  )
  return rows
}
