/** A review as shoppers, its writer and staff see it, and how it is read and locked. */
import { sql } from 'kysely'
import { minutes, after } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import {
  Count,
  Flag,
  Id,
  Instant,
  Int,
  Link,
  List,
  Locale,
  Nullable,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { Picture, linkFor, pictureText } from '../media/index.ts'

export const MOST_PHOTOS = 4
export const LONGEST_TITLE = 120
export const LONGEST_TEXT = 5_000
/** Staff look at what was sent in; then the link is asked for anew. */
const PHOTO_LINK = minutes(30)

export const Stars = Int(1, 5)
export const AuthorName = Text(60)
export const ReviewState = Words('ReviewState', 'pending', 'published', 'refused')
export type ReviewState = Static<typeof ReviewState>

const said = {
  id: Id,
  productId: Id,
  authorName: Text(60, { min: 0 }),
  locale: Locale,
  stars: Stars,
  title: Nullable(Text(LONGEST_TITLE)),
  text: Text(LONGEST_TEXT),
  /** They bought it here. */
  verified: Flag,
  helpful: Count,
  pinned: Flag,
  reply: Nullable(shape('ReviewReply', { text: Text(LONGEST_TEXT), repliedAt: Instant })),
}

export const Review = shape(
  'Review',
  { ...said, photos: List(Picture, MOST_PHOTOS), publishedAt: Instant },
  {
    description:
      'What a buyer or member thinks of a product. `authorName` is empty once they had themselves forgotten.',
  },
)
export type Review = Static<typeof Review>

const standing = {
  state: ReviewState,
  /** Why it is not shown, in the words of staff. */
  refusal: Nullable(Text(500)),
  publishedAt: Nullable(Instant),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
}
const photoIds = List(Id, MOST_PHOTOS)

export const OwnReview = shape('OwnReview', { ...said, ...standing, photoIds })
export type OwnReview = Static<typeof OwnReview>

export const StaffReview = shape('StaffReview', {
  ...said,
  ...standing,
  customerId: Nullable(Id),
  orderId: Nullable(Id),
  reports: Count,
  photos: List(
    shape('StaffReviewPhoto', {
      fileId: Id,
      /** Good for half an hour. */
      downloadUrl: Link,
      /** The public copy, a moment after the review was published. */
      picture: Nullable(Picture),
    }),
    MOST_PHOTOS,
  ),
})
export type StaffReview = Static<typeof StaffReview>

/** Columns of what all of them tell; `r` is the review. */
const SAID = `r.id, r.product_id as "productId", r.author_name as "authorName", r.locale, r.stars, r.title, r.body as text, r.verified, r.helpful, r.pinned,
  case when r.reply is not null then json_build_object('text', r.reply, 'repliedAt', kit.utc(r.replied_at)) end as reply`
const STANDING = `r.state, r.refusal, kit.utc(r.published_at) as "publishedAt", kit.utc(r.created_at) as "createdAt", kit.utc(r.updated_at) as "updatedAt", r.version`
const photos = (each: string, more = '') =>
  `coalesce((select json_agg(${each} order by p.position) from reviews.photo p left join media.file f on f.id = p.shown_id where p.review_id = r.id ${more}), '[]'::json)`

export const SHOWN = `${SAID}, ${photos(pictureText('f', 'r.title'), 'and p.shown_id is not null')} as photos, kit.utc(r.published_at) as "publishedAt"`
export const OWN = `${SAID}, ${STANDING}, ${photos('p.file_id')} as "photoIds"`
export const STAFF = `${SAID}, ${STANDING}, r.customer_id as "customerId", r.order_id as "orderId", r.reports,
  ${photos(`json_build_object('fileId', p.file_id, 'picture', case when f.id is not null then ${pictureText('f', 'r.title')} end)`)} as photos`

export type StaffRow = Omit<StaffReview, 'photos'> & {
  photos: Omit<StaffReview['photos'][number], 'downloadUrl'>[]
}

export function toStaff(row: StaffRow, ctx: Ctx): StaffReview {
  const until = after(ctx.now(), PHOTO_LINK)
  const photos = row.photos.map((photo) => ({ ...photo, downloadUrl: linkFor(ctx.app, photo.fileId, until) }))
  return { ...row, photos }
}

export async function readForStaff(ctx: Ctx, id: string): Promise<StaffReview> {
  const { rows } = await sql<StaffRow>`
    select ${sql.raw(STAFF)} from reviews.review r where r.store_id = ${ctx.storeId} and r.id = ${id}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return toStaff(rows[0], ctx)
}

export interface LockedReview {
  id: string
  productId: string
  customerId: string | null
  stars: number
  state: ReviewState
  version: number
}

export async function lockReview(ctx: Ctx, id: string, expectedVersion?: number): Promise<LockedReview> {
  const { rows } = await sql<LockedReview>`
    select id, product_id as "productId", customer_id as "customerId", stars, state, version from reviews.review
    where store_id = ${ctx.storeId} and id = ${id} for update`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}
