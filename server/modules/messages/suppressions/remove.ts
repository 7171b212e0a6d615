/** Lets an address get mails again. What was withheld meanwhile stays so. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'

export const remove = command({
  id: 'messages.suppressions.remove',
  summary: 'Send mail to an address again',
  rest: 'DELETE /suppressions/:suppressionId',
  audience: 'staff',
  access: permission('messages.write'),
  input: Type.Object({ suppressionId: Id }),
  output: Done,
  async run({ suppressionId }, ctx) {
    const { rows } = await sql<{ id: string; reason: string }>`
      delete from messages.suppression where store_id = ${ctx.storeId} and id = ${suppressionId} returning id, reason`.execute(
      ctx.db,
    )
    if (!rows[0]) throw NotFound({})
    ctx.audit({
      subject: 'messages.suppression',
      subjectId: suppressionId,
      before: { reason: rows[0].reason },
      after: null,
    })
    return { done: true as const }
  },
})
