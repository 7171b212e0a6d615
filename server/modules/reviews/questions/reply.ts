/** Answers a question in the shop's name; a question that waited is published by it. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { questionsChanged } from '../events.ts'
import { AuthorName } from '../review.ts'
import { inLines, inOneLine } from '../words.ts'
import { LONGEST_ANSWER, StaffQuestion, lockQuestion, readForStaff } from './question.ts'
import { tellAsker } from './telling.ts'

export const reply = command({
  id: 'reviews.questions.reply',
  summary: 'Answer a question in the shop’s name',
  description: 'A question that waited or was refused is published by it. Whoever asked gets a mail.',
  rest: 'POST /questions/:questionId/answers',
  audience: 'staff',
  access: permission('reviews.write'),
  status: 201,
  input: Type.Object({
    questionId: Id,
    text: Text(LONGEST_ANSWER),
    authorName: AuthorName,
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffQuestion,
  async run({ questionId, expectedVersion, ...given }, ctx) {
    const { productId } = await lockQuestion(ctx, questionId, expectedVersion)
    const [id, text, authorName] = [
      ctx.id(),
      inLines(given.text, 'text'),
      inOneLine(given.authorName, 'authorName'),
    ]
    await sql`
      insert into reviews.answer (id, store_id, question_id, by_staff, author_name, body, state, published_at, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${questionId}, true, ${authorName}, ${text}, 'published', ${ctx.now()}, ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    await sql`
      update reviews.question set state = 'published', refusal = null, published_at = coalesce(published_at, ${ctx.now()}), version = version + 1,
        updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${questionId}`.execute(ctx.db)
    await tellAsker(ctx, questionId, { id, text })
    ctx.emit(questionsChanged, { ids: [productId] })
    ctx.audit({
      subject: 'reviews.answer',
      subjectId: id,
      before: null,
      after: { questionId, text, authorName },
    })
    return readForStaff(ctx, questionId)
  },
})
