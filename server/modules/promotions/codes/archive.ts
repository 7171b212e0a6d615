/** Ends a code. Carts that hold it are told; orders that used it keep it. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { codeColumns, type PromotionCode } from './code.ts'

export const archive = command({
  id: 'promotions.codes.archive',
  summary: 'End a code',
  rest: 'DELETE /promotions/codes/:codeId',
  audience: 'staff',
  access: permission('promotions.write'),
  input: Type.Object({ codeId: Id }),
  output: Done,
  async run({ codeId }, ctx) {
    const { rows } = await sql<PromotionCode>`
      update promotions.code c set archived_at = ${ctx.now()}, updated_at = ${ctx.now()}
      where c.store_id = ${ctx.storeId} and c.id = ${codeId} and c.archived_at is null returning ${codeColumns}`.execute(
      ctx.db,
    )
    if (!rows[0]) throw NotFound({})
    ctx.audit({ subject: 'promotions.code', subjectId: codeId, before: rows[0], after: null })
    return { done: true as const }
  },
})
