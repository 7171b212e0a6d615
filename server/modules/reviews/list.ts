/** What is said of a product, in one statement: what staff pinned first, then what is in the reader's language. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage, type PageRequest } from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type, type Static } from '#kit/types.ts'
import { mediaChanged, mediaReady } from '../media/index.ts'
import { reviewsChanged } from './events.ts'
import { Review, SHOWN, Stars } from './review.ts'

/** Above any count of votes. */
const FAR = 1_000_000_000

const orderFor = (locale: string) =>
  sorts(
    'ReviewSort',
    {
      helpful: {
        column: sql`(r.pinned::int::bigint * ${sql.lit(2 * FAR)} + (r.locale = ${locale})::int::bigint * ${sql.lit(FAR)} + r.helpful)`,
        type: 'bigint',
      },
      newest: { column: 'r.published_at', type: 'timestamptz' },
      stars: { column: 'r.stars', type: 'int' },
    },
    { id: 'r.id', first: '-helpful' },
  )

const input = Type.Object({
  productId: Id,
  stars: Type.Optional(Stars),
  sort: Type.Optional(orderFor('en').shape),
  ...pageInput,
})

export const list = query({
  id: 'reviews.list',
  summary: 'What is said of a product',
  description:
    'By `helpful` those pinned come first, then those in the reader’s language, each by its votes; ask with `-` for the most, the newest or the best first.',
  rest: 'GET /products/:productId/reviews',
  audience: 'shop',
  access: anyone,
  input,
  output: pageOf(Review),
  kept: {
    alike: async () => ({ key: '', until: null }),
    untilAny: [reviewsChanged, mediaReady, mediaChanged],
  },
  run: read,
})

async function read({ productId, stars, ...page }: Static<typeof input>, ctx: Ctx) {
  let found = ctx.db
    .selectFrom('reviews.review as r')
    .select(sql<Review>`to_json(s)`.as('review'))
    .innerJoinLateral(sql`(select ${sql.raw(SHOWN)})`.as('s'), (join) => join.onTrue())
    .where('r.store_id', '=', ctx.storeId)
    .where('r.product_id', '=', productId)
    .where('r.state', '=', 'published')
  if (stars !== undefined) found = found.where('r.stars', '=', stars)
  const { rows, ...rest } = await readPage(found, page as PageRequest, orderFor(ctx.scope.locale), ctx.db)
  return { items: rows.map(({ review }) => review), ...rest }
}
