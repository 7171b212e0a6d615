/** Answers for staff, those that wait among them. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { STAFF_ANSWER, StaffAnswer } from '../questions/question.ts'
import { ReviewState } from '../review.ts'

const order = sorts(
  'StaffAnswerSort',
  { created: { column: 'a.created_at', type: 'timestamptz' } },
  { id: 'a.id', first: '-created' },
)

export const list = query({
  id: 'reviews.answers.list',
  summary: 'Answers to questions, those that wait among them',
  rest: 'GET /answers',
  audience: 'staff',
  access: permission('reviews.read'),
  input: Type.Object({ state: Type.Optional(ReviewState), ...pageInput }),
  output: pageOf(StaffAnswer),
  async run({ state, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('reviews.answer as a')
      .select(sql<StaffAnswer>`${sql.raw(STAFF_ANSWER)}`.as('answer'))
      .where('a.store_id', '=', ctx.storeId)
    if (state) found = found.where('a.state', '=', state)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map(({ answer }) => answer), ...rest }
  },
})
