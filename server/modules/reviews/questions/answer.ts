/** A buyer answers a question; a second time it replaces what they answered before. */
import { sql } from 'kysely'
import { NotFound, Unauthenticated } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Id, Text, Type, shape } from '#kit/types.ts'
import { questionsChanged } from '../events.ts'
import { NotBought } from '../failures.ts'
import { AuthorName, ReviewState } from '../review.ts'
import { reviewSettings } from '../settings.ts'
import { inLines, inOneLine, leadsAway } from '../words.ts'
import { byOrder, hasBought, writerOf } from '../writer.ts'
import { LONGEST_ANSWER, lockQuestion } from './question.ts'
import { tellAsker } from './telling.ts'

export const answer = command({
  id: 'reviews.questions.answer',
  summary: 'Answer a question about what one has bought',
  description: 'A guest shows the link of an order: `orderId` and `token`.',
  rest: 'PUT /questions/:questionId/answer',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ questionId: Id, text: Text(LONGEST_ANSWER), authorName: AuthorName, ...byOrder }),
  output: shape('GivenAnswer', { id: Id, state: ReviewState }),
  failures: [NotBought, Unauthenticated],
  async run({ questionId, orderId, token, ...given }, ctx) {
    const writer = await writerOf({ orderId, token }, ctx)
    const question = await lockQuestion(ctx, questionId)
    if (question.state !== 'published') throw NotFound({})
    if (!(await hasBought(ctx, writer, question.productId))) throw NotBought({})
    const text = inLines(given.text, 'text')
    const authorName = inOneLine(given.authorName, 'authorName')
    const { publishing } = await reviewSettings(ctx)
    const atOnce = publishing === 'verified' && !leadsAway(`${text} ${authorName}`)
    const state = atOnce ? ('published' as const) : ('pending' as const)
    const { rows } = await sql<{ id: string; state: typeof state }>`
      insert into reviews.answer as a (id, store_id, question_id, by_staff, writer_hash, customer_id, author_name, body, state, published_at, created_at, updated_at)
      values (${ctx.id()}, ${ctx.storeId}, ${questionId}, false, ${writer.hash}, ${writer.customerId}, ${authorName}, ${text}, ${state},
        ${atOnce ? ctx.now() : null}, ${ctx.now()}, ${ctx.now()})
      on conflict on constraint answer_once do update set author_name = excluded.author_name, body = excluded.body, refusal = null,
        state = case when a.state = 'refused' then 'pending' else excluded.state end,
        published_at = case when a.state = 'refused' then a.published_at else coalesce(a.published_at, excluded.published_at) end,
        version = a.version + 1, updated_at = excluded.updated_at
      returning id, state`.execute(ctx.db)
    const kept = rows[0]!
    if (kept.state === 'published') await tellAsker(ctx, questionId, { id: kept.id, text })
    ctx.emit(questionsChanged, { ids: [question.productId] })
    return kept
  },
})
