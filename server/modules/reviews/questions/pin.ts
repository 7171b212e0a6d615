/** Puts a published question before all others of its product, or back among them. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, Type, Version } from '#kit/types.ts'
import { questionsChanged } from '../events.ts'
import { NotPublished } from '../failures.ts'
import { StaffQuestion, lockQuestion, readForStaff } from './question.ts'

export const pin = command({
  id: 'reviews.questions.pin',
  summary: 'Show a question before the others',
  rest: 'PUT /questions/:questionId/pin',
  audience: 'staff',
  access: permission('reviews.write'),
  input: Type.Object({ questionId: Id, pinned: Flag, expectedVersion: Type.Optional(Version) }),
  output: StaffQuestion,
  failures: [NotPublished],
  async run({ questionId, pinned, expectedVersion }, ctx) {
    const { productId, state } = await lockQuestion(ctx, questionId, expectedVersion)
    if (pinned && state !== 'published') throw NotPublished({})
    const before = await readForStaff(ctx, questionId)
    await sql`
      update reviews.question set pinned = ${pinned}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${questionId}`.execute(ctx.db)
    ctx.emit(questionsChanged, { ids: [productId] })
    ctx.audit({
      subject: 'reviews.question',
      subjectId: questionId,
      before: { pinned: before.pinned },
      after: { pinned },
    })
    return readForStaff(ctx, questionId)
  },
})
