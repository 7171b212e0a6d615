/** Takes a pause back. Pausing everything and pausing one task are apart: each is resumed as it was paused. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Key, Type } from '#kit/types.ts'
import { pausedStore } from './pause.ts'

export const resume = command({
  id: 'system.jobs.resume',
  summary: 'Resume what was paused',
  rest: 'POST /jobs/resumption',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Type.Object({ name: Type.Optional(Key) }),
  output: Done,
  failures: [NotFound],
  async run({ name }, ctx) {
    const { rows } = await sql`
      delete from kit.pause where store_id is not distinct from ${pausedStore(ctx, name)}::uuid
        and task is not distinct from ${name ?? null}::text returning task`.execute(ctx.db)
    if (rows.length === 0) throw NotFound({})
    return { done: true as const }
  },
})
