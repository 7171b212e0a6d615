/**
 * Photos of reviews: private files until staff have published what they belong to, then public copies.
 *
 * Who uploaded a file holds its ticket, and by it says that the file is for their review: an id alone, which others
 * may know, gives no right to anybody's file.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { filesOfTickets } from '../media/index.ts'
import { MOST_PHOTOS } from './review.ts'

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024

/** Takes away those named, adds those uploaded by these tickets; how many there are then. */
export async function changePhotos(
  ctx: Ctx,
  reviewId: string,
  { add, remove }: { add: string[]; remove: string[] },
): Promise<number> {
  await sql`delete from reviews.photo where store_id = ${ctx.storeId} and review_id = ${reviewId} and file_id = any(${remove}::uuid[])`.execute(
    ctx.db,
  )
  const files = await filesOfTickets(ctx, add)
  const ids = add.map((token, place) => {
    const file = files.get(token)
    if (!file || !PHOTO_TYPES.includes(file.type))
      throw invalid(`photoTokens.${place}`, 'unknown', 'No photo was uploaded by this ticket.')
    return file.fileId
  })
  const { rows } = await sql<{ many: number; taken: number }>`
    with last as (
      select coalesce(max(position), 0) as position, count(*)::int as many from reviews.photo where store_id = ${ctx.storeId} and review_id = ${reviewId}
    ), added as (
      insert into reviews.photo (store_id, review_id, file_id, position)
      select ${ctx.storeId}, ${reviewId}, a.id, l.position + a.place from last l, unnest(${ids}::uuid[]) with ordinality as a(id, place)
      on conflict do nothing returning 1
    )
    select l.many + (select count(*)::int from added) as many from last l`.execute(ctx.db)
  const { many } = rows[0]!
  if (many > MOST_PHOTOS)
    throw invalid('photoTokens', 'too_many', `A review has ${MOST_PHOTOS} photos at most.`)
  return many
}
