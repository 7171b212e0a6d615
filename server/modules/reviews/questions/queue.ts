/** Questions for staff, those that wait among them, with all their answers. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { ReviewState } from '../review.ts'
import { STAFF, StaffQuestion } from './question.ts'

const order = sorts(
  'StaffQuestionSort',
  { created: { column: 'q.created_at', type: 'timestamptz' } },
  { id: 'q.id', first: '-created' },
)

export const queue = query({
  id: 'reviews.questions.queue',
  summary: 'Questions, those that wait among them',
  rest: 'GET /questions',
  audience: 'staff',
  access: permission('reviews.read'),
  input: Type.Object({
    state: Type.Optional(ReviewState),
    productId: Type.Optional(Id),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(StaffQuestion),
  async run({ state, productId, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('reviews.question as q')
      .select(sql<StaffQuestion>`${sql.raw(STAFF)}`.as('question'))
      .where('q.store_id', '=', ctx.storeId)
    if (state) found = found.where('q.state', '=', state)
    if (productId) found = found.where('q.product_id', '=', productId)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map(({ question }) => question), ...rest }
  },
})
