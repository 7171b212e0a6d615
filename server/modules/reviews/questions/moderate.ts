/** Publishes a question or refuses it. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { questionsChanged } from '../events.ts'
import { refusalOf, verdict } from '../verdict.ts'
import { StaffQuestion, lockQuestion, readForStaff } from './question.ts'

export const moderate = command({
  id: 'reviews.questions.moderate',
  summary: 'Publish or refuse a question',
  description: 'A refusal says why in `reason`.',
  rest: 'PUT /questions/:questionId/moderation',
  audience: 'staff',
  access: permission('reviews.write'),
  input: Type.Object({ questionId: Id, ...verdict, expectedVersion: Type.Optional(Version) }),
  output: StaffQuestion,
  async run({ questionId, state, reason, expectedVersion }, ctx) {
    const refusal = refusalOf(state, reason)
    const { productId } = await lockQuestion(ctx, questionId, expectedVersion)
    const before = await readForStaff(ctx, questionId)
    await sql`
      update reviews.question set state = ${state}, refusal = ${refusal}, pinned = pinned and ${refusal === null},
        published_at = case when ${refusal === null} then coalesce(published_at, ${ctx.now()}) else published_at end,
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${questionId}`.execute(ctx.db)
    ctx.emit(questionsChanged, { ids: [productId] })
    const after = await readForStaff(ctx, questionId)
    ctx.audit({
      subject: 'reviews.question',
      subjectId: questionId,
      before: { state: before.state, refusal: before.refusal },
      after: { state: after.state, refusal: after.refusal },
    })
    return after
  },
})
