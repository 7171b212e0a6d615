/** Gives a dead job up: it leaves the queue and is not tried again. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Type } from '#kit/types.ts'
import { isDead, isOfStore } from './jobs.ts'

export const discard = command({
  id: 'system.jobs.discard',
  summary: 'Give a dead job up',
  rest: 'DELETE /jobs/:jobId',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Type.Object({ jobId: Count }),
  output: Done,
  async run({ jobId }, ctx) {
    const { rows } = await sql`
      delete from graphile_worker._private_jobs j
      where j.id = ${jobId} and ${isDead} and ${isOfStore(ctx)} returning j.id`.execute(ctx.db)
    if (rows.length === 0) throw NotFound({})
    return { done: true as const }
  },
})
