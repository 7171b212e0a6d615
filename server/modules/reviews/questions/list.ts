/** What was asked about a product, and answered, in one statement: pinned first, then in the reader's language, the newest first. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type, type Static } from '#kit/types.ts'
import { questionsChanged } from '../events.ts'
import { Question, SHOWN } from './question.ts'

const orderFor = (locale: string) =>
  sorts(
    'QuestionSort',
    {
      place: { column: sql`(q.pinned::int * 2 + (q.locale = ${locale})::int)`, type: 'int' },
    },
    { id: 'q.id', first: '-place' },
  )

const input = Type.Object({ productId: Id, ...pageInput })

export const list = query({
  id: 'reviews.questions.list',
  summary: 'What was asked about a product, and answered',
  rest: 'GET /products/:productId/questions',
  audience: 'shop',
  access: anyone,
  input,
  output: pageOf(Question),
  kept: { alike: async () => ({ key: '', until: null }), untilAny: [questionsChanged] },
  run: read,
})

async function read({ productId, ...page }: Static<typeof input>, ctx: Ctx) {
  const found = ctx.db
    .selectFrom('reviews.question as q')
    .select(sql<Question>`${sql.raw(SHOWN)}`.as('question'))
    .where('q.store_id', '=', ctx.storeId)
    .where('q.product_id', '=', productId)
    .where('q.state', '=', 'published')
  const { rows, ...rest } = await readPage(found, page, orderFor(ctx.scope.locale), ctx.db)
  return { items: rows.map(({ question }) => question), ...rest }
}
