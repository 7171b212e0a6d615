/** Publishes a buyer's answer or refuses it. When it is published, whoever asked is told. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { questionsChanged } from '../events.ts'
import { STAFF_ANSWER, StaffAnswer, lockQuestion } from '../questions/question.ts'
import { tellAsker } from '../questions/telling.ts'
import { refusalOf, verdict } from '../verdict.ts'

export const moderate = command({
  id: 'reviews.answers.moderate',
  summary: 'Publish or refuse an answer',
  description: 'A refusal says why in `reason`.',
  rest: 'PUT /answers/:answerId/moderation',
  audience: 'staff',
  access: permission('reviews.write'),
  input: Type.Object({ answerId: Id, ...verdict, expectedVersion: Type.Optional(Version) }),
  output: StaffAnswer,
  async run({ answerId, state, reason, expectedVersion }, ctx) {
    const refusal = refusalOf(state, reason)
    const { questionId } = await read(ctx, answerId)
    const { productId } = await lockQuestion(ctx, questionId)
    const before = await read(ctx, answerId)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    await sql`
      update reviews.answer set state = ${state}, refusal = ${refusal}, version = version + 1, updated_at = ${ctx.now()},
        published_at = case when ${refusal === null} then coalesce(published_at, ${ctx.now()}) else published_at end
      where store_id = ${ctx.storeId} and id = ${answerId}`.execute(ctx.db)
    const after = await read(ctx, answerId)
    if (refusal === null) await tellAsker(ctx, questionId, after)
    ctx.emit(questionsChanged, { ids: [productId] })
    ctx.audit({
      subject: 'reviews.answer',
      subjectId: answerId,
      before: { state: before.state, refusal: before.refusal },
      after: { state: after.state, refusal: after.refusal },
    })
    return after
  },
})

/** The question's lock is that of its answers. */
async function read(ctx: Ctx, id: string): Promise<StaffAnswer> {
  const { rows } = await sql<{ answer: StaffAnswer }>`
    select ${sql.raw(STAFF_ANSWER)} as answer from reviews.answer a where a.store_id = ${ctx.storeId} and a.id = ${id}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0].answer
}
