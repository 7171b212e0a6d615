/** Forgets where an old address led. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'

export const remove = command({
  id: 'content.redirects.remove',
  summary: 'Forget a redirect',
  rest: 'DELETE /content/redirects/:redirectId',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({ redirectId: Id }),
  output: Done,
  async run({ redirectId }, ctx) {
    const { rows } = await sql<{ from: string; to: string }>`
      delete from content.redirect where store_id = ${ctx.storeId} and id = ${redirectId} returning from_path as "from", target as "to"`.execute(
      ctx.db,
    )
    if (!rows[0]) throw NotFound({})
    ctx.audit({ subject: 'content.redirect', subjectId: redirectId, before: rows[0], after: null })
    return { done: true as const }
  },
})
