/** All that a member has said of products, the latest first: also what waits or was refused. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { member } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { customerId } from '../customers/index.ts'
import { OWN, OwnReview } from './review.ts'

const order = sorts(
  'OwnReviewSort',
  { created: { column: 'r.created_at', type: 'timestamptz' } },
  { id: 'r.id', first: '-created' },
)

export const mine = query({
  id: 'reviews.mine',
  summary: 'What one has said of products oneself',
  rest: 'GET /reviews',
  audience: 'shop',
  access: member,
  input: Type.Object(pageInput),
  output: pageOf(OwnReview),
  async run(page, ctx) {
    const found = ctx.db
      .selectFrom('reviews.review as r')
      .select(sql<OwnReview>`to_json(s)`.as('review'))
      .innerJoinLateral(sql`(select ${sql.raw(OWN)})`.as('s'), (join) => join.onTrue())
      .where('r.store_id', '=', ctx.storeId)
      .where('r.customer_id', '=', customerId(ctx))
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map(({ review }) => review), ...rest }
  },
})
