/** The queue of staff, and all that was ever said. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Flag, Id, Type } from '#kit/types.ts'
import { ReviewState, STAFF, StaffReview, toStaff, type StaffRow } from '../review.ts'

const order = sorts(
  'StaffReviewSort',
  { created: { column: 'r.created_at', type: 'timestamptz' } },
  { id: 'r.id', first: '-created' },
)

export const list = query({
  id: 'reviews.admin.list',
  summary: 'Reviews, those that wait among them',
  description: '`reported`: those of which shoppers want that staff look at them.',
  rest: 'GET /reviews',
  audience: 'staff',
  access: permission('reviews.read'),
  input: Type.Object({
    state: Type.Optional(ReviewState),
    productId: Type.Optional(Id),
    reported: Type.Optional(Flag),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(StaffReview),
  async run({ state, productId, reported, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('reviews.review as r')
      .select(sql<StaffRow>`to_json(s)`.as('review'))
      .innerJoinLateral(sql`(select ${sql.raw(STAFF)})`.as('s'), (join) => join.onTrue())
      .where('r.store_id', '=', ctx.storeId)
    if (state) found = found.where('r.state', '=', state)
    if (productId) found = found.where('r.product_id', '=', productId)
    if (reported !== undefined)
      found = reported ? found.where('r.reports', '>', 0) : found.where('r.reports', '=', 0)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map(({ review }) => toStaff(review, ctx)), ...rest }
  },
})
