/**
 * What buyers think of a product, as cards and pages tell it.
 *
 * Whoever takes judgements moves the counts here, in the transaction that makes one count or no longer count: a list
 * then joins one row more, and asks nobody.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Ids, event } from '#kit/event.ts'
import { Count, Int, List, shape } from '#kit/types.ts'

/** Products whose ratings moved. */
export const ratingsChanged = event('browse.ratingsChanged', Ids)

const AverageHundredths = Int(100, 500)

export const CardRating = shape(
  'CardRating',
  { count: Count, averageHundredths: AverageHundredths },
  { description: 'How many rated it, and their average in hundredths of a star, rounded.' },
)

export const ProductRating = shape(
  'ProductRating',
  { count: Count, averageHundredths: AverageHundredths, stars: List(Count, 5, { minItems: 5 }) },
  { description: '`stars` says how many gave one star, two, and so on; the average is theirs, rounded.' },
)

export interface RatingMove {
  productId: string
  /** From 1 to 5. */
  stars: number
  /** How many more gave so many stars; below zero: how many fewer. */
  by: number
}

/** Products are locked in the order of their ids, so that two who move several do not wait for each other. */
export async function moveRatings(ctx: Ctx, moves: RatingMove[]): Promise<void> {
  const moved = [...Map.groupBy(moves, ({ productId }) => productId)]
    .map(([productId, own]) => ({
      productId,
      by: [1, 2, 3, 4, 5].map((star) => sumOf(own.filter(({ stars }) => stars === star))),
    }))
    .filter(({ by }) => by.some((count) => count !== 0))
  if (moved.length === 0) return
  const ids = moved.map(({ productId }) => productId)
  await sql`insert into browse.rating (store_id, product_id, updated_at)
    select ${ctx.storeId}, p.id, ${ctx.now()} from unnest(${ids}::uuid[]) as p(id) order by p.id
    on conflict do nothing`.execute(ctx.db)
  await sql`
    with locked as (
      select product_id from browse.rating where store_id = ${ctx.storeId} and product_id = any(${ids}::uuid[]) order by product_id for update
    )
    update browse.rating r set stars_1 = r.stars_1 + m."by"[1], stars_2 = r.stars_2 + m."by"[2], stars_3 = r.stars_3 + m."by"[3],
      stars_4 = r.stars_4 + m."by"[4], stars_5 = r.stars_5 + m."by"[5], updated_at = ${ctx.now()}
    from locked l join (select j."productId", array(select e::int from jsonb_array_elements_text(j."by") e) as "by"
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as j("productId" uuid, "by" jsonb)) m on m."productId" = l.product_id
    where r.store_id = ${ctx.storeId} and r.product_id = l.product_id`.execute(ctx.db)
  for (let at = 0; at < ids.length; at += 1000) ctx.emit(ratingsChanged, { ids: ids.slice(at, at + 1000) })
}

const sumOf = (moves: RatingMove[]) => moves.reduce((sum, { by }) => sum + by, 0)

/** JSON of a CardRating, or null; `rt` is the row of browse.rating, which may be missing. */
export const cardRating = (rt: string) =>
  `case when ${rt}.ratings > 0 then json_build_object('count', ${rt}.ratings, 'averageHundredths', ${rt}.average_hundredths) end`

/** JSON of a ProductRating, or null. */
export const productRating = (product: string) => `(
    select json_build_object('count', rt.ratings, 'averageHundredths', rt.average_hundredths,
      'stars', json_build_array(rt.stars_1, rt.stars_2, rt.stars_3, rt.stars_4, rt.stars_5))
    from browse.rating rt where rt.store_id = $1 and rt.product_id = ${product} and rt.ratings > 0)`
