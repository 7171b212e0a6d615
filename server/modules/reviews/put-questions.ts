/** Writes many questions with the shop's answers at once, as they are. At most 1,000. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { questionsChanged } from './events.ts'

export interface NewQuestion {
  productId: string
  authorName: string
  locale: string
  text: string
  answer: { authorName: string; text: string } | null
  publishedAt: Date
}

export async function putQuestions(ctx: Ctx, questions: NewQuestion[]): Promise<void> {
  if (questions.length === 0) return
  const rows = questions.map((question) => ({ id: ctx.id(), answerId: ctx.id(), ...question }))
  const answers = rows.flatMap(({ id, answerId, answer, publishedAt }) =>
    answer ? [{ id: answerId, questionId: id, publishedAt, ...answer }] : [],
  )
  await sql`
    insert into reviews.question (id, store_id, product_id, author_name, locale, body, state, published_at, created_at, updated_at)
    select g.id, ${ctx.storeId}, g."productId", g."authorName", g.locale, g.text, 'published', g."publishedAt", g."publishedAt", ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as g(id uuid, "productId" uuid, "authorName" text, locale text, text text, "publishedAt" timestamptz)`.execute(
    ctx.db,
  )
  await sql`
    insert into reviews.answer (id, store_id, question_id, by_staff, author_name, body, state, published_at, created_at, updated_at)
    select g.id, ${ctx.storeId}, g."questionId", true, g."authorName", g.text, 'published', g."publishedAt", g."publishedAt", ${ctx.now()}
    from json_to_recordset(${JSON.stringify(answers)}) as g(id uuid, "questionId" uuid, "authorName" text, text text, "publishedAt" timestamptz)`.execute(
    ctx.db,
  )
  ctx.emit(questionsChanged, { ids: [...new Set(questions.map(({ productId }) => productId))] })
}
