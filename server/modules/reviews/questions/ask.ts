/** Asks something about a product. Staff look at every question before others see it. */
import { sql } from 'kysely'
import { NotFound, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { normalEmail } from '#kit/text.ts'
import { Email, Id, Text, Type, shape } from '#kit/types.ts'
import { ensureCustomer } from '../../customers/index.ts'
import { AuthorName, ReviewState } from '../review.ts'
import { inLines, inOneLine } from '../words.ts'
import { mustBeThere } from '../writer.ts'
import { LONGEST_QUESTION } from './question.ts'

export const ask = command({
  id: 'reviews.questions.ask',
  summary: 'Ask something about a product',
  description: 'Who is not logged in gives an `email`, to which the answer goes.',
  rest: 'POST /products/:productId/questions',
  audience: 'shop',
  access: visitor,
  limit: 'reviews.ask',
  status: 201,
  input: Type.Object({
    productId: Id,
    text: Text(LONGEST_QUESTION),
    authorName: AuthorName,
    email: Type.Optional(Email),
  }),
  output: shape('AskedQuestion', { id: Id, state: ReviewState }),
  failures: [NotFound],
  async run({ productId, email, ...given }, ctx) {
    const { actor } = ctx
    const customer = actor.kind === 'person' ? actor.personId : null
    if (!customer && !email) throw invalid('email', 'required', 'Say where the answer should go.')
    const text = inLines(given.text, 'text')
    const authorName = inOneLine(given.authorName, 'authorName')
    await mustBeThere(ctx, productId)
    if (customer) await ensureCustomer(ctx, customer)
    const id = ctx.id()
    await sql`
      insert into reviews.question (id, store_id, product_id, customer_id, email, author_name, locale, body, state, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${productId}, ${customer}, ${customer ? null : normalEmail(email!)}, ${authorName}, ${ctx.scope.locale}, ${text},
        'pending', ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    return { id, state: 'pending' as const }
  },
})
