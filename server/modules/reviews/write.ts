/**
 * Says what one thinks of a product, or says it anew: everybody has one review of it.
 *
 * The row is there and locked before it is judged whether it is shown, so that a hundred requests of one person at once
 * end as one review that counts once.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, Unauthenticated } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Id, List, Nullable, Text, Token, Type } from '#kit/types.ts'
import { ensureCustomer } from '../customers/index.ts'
import { recount } from './counting.ts'
import { NotBought } from './failures.ts'
import { changePhotos } from './photos.ts'
import {
  AuthorName,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_PHOTOS,
  OWN,
  OwnReview,
  Stars,
  type ReviewState,
} from './review.ts'
import { reviewSettings } from './settings.ts'
import { inLines, inOneLine, leadsAway } from './words.ts'
import { byOrder, hasBought, mustBeThere, writerOf, type Writer } from './writer.ts'

export const write = command({
  id: 'reviews.write',
  summary: 'Say what one thinks of a product',
  description:
    'A second time it replaces what one said before; photos stay unless `removePhotoIds` names them. A guest shows the link of an order: `orderId` and `token`. `state` in the answer says whether it is shown at once.',
  rest: 'PUT /products/:productId/review',
  audience: 'shop',
  access: visitor,
  input: Type.Object({
    productId: Id,
    stars: Stars,
    title: Type.Optional(Nullable(Text(LONGEST_TITLE))),
    text: Text(LONGEST_TEXT),
    authorName: AuthorName,
    photoTokens: Type.Optional(List(Token, MOST_PHOTOS)),
    removePhotoIds: Type.Optional(List(Id, MOST_PHOTOS)),
    ...byOrder,
  }),
  output: OwnReview,
  failures: [NotBought, NotFound, Unauthenticated],
  async run({ productId, stars, photoTokens = [], removePhotoIds = [], orderId, token, ...given }, ctx) {
    const writer = await writerOf({ orderId, token }, ctx)
    await mustBeThere(ctx, productId)
    const verified = await hasBought(ctx, writer, productId)
    const settings = await reviewSettings(ctx)
    if (!verified && (settings.whoMayWrite === 'buyers' || writer.orderId)) throw NotBought({})
    const title = given.title ? inOneLine(given.title, 'title') : null
    const text = inLines(given.text, 'text')
    const authorName = inOneLine(given.authorName, 'authorName')

    const before = await lockOwn(ctx, writer, productId)
    const photos = await changePhotos(ctx, before.id, { add: photoTokens, remove: removePhotoIds })
    const atOnce =
      settings.publishing === 'verified' &&
      verified &&
      photos === 0 &&
      before.state !== 'refused' &&
      !leadsAway(`${title ?? ''} ${text} ${authorName}`)
    const state: ReviewState = atOnce ? 'published' : 'pending'
    await sql`
      update reviews.review set stars = ${stars}, title = ${title}, body = ${text}, author_name = ${authorName}, locale = ${ctx.scope.locale},
        verified = ${verified}, state = ${state}, refusal = null, pinned = pinned and ${atOnce}, version = version + 1,
        published_at = case when ${atOnce} then coalesce(published_at, ${ctx.now()}) else published_at end, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${before.id}`.execute(ctx.db)
    await recount(ctx, { productId, ...before }, { productId, stars, state })
    return readOwnReview(ctx, before.id)
  },
})

/** Theirs, locked; one that says nothing yet if there was none. */
async function lockOwn(
  ctx: Ctx,
  writer: Writer,
  productId: string,
): Promise<{ id: string; stars: number; state: ReviewState }> {
  if (writer.customerId) await ensureCustomer(ctx, writer.customerId)
  const { rows } = await sql<{ id: string; stars: number; state: ReviewState }>`
    insert into reviews.review as r (id, store_id, product_id, customer_id, order_id, writer_hash, author_name, locale, stars, body, state, verified,
      version, created_at, updated_at)
    values (${ctx.id()}, ${ctx.storeId}, ${productId}, ${writer.customerId}, ${writer.orderId}, ${writer.hash}, '', ${ctx.scope.locale}, 1, '', 'pending', false,
      0, ${ctx.now()}, ${ctx.now()})
    on conflict on constraint review_once do update set version = r.version
    returning id, stars, state`.execute(ctx.db)
  return rows[0]!
}

async function readOwnReview(ctx: Ctx, id: string): Promise<OwnReview> {
  const { rows } = await sql<OwnReview>`
    select ${sql.raw(OWN)} from reviews.review r where r.store_id = ${ctx.storeId} and r.id = ${id}`.execute(
    ctx.db,
  )
  return rows[0]!
}
