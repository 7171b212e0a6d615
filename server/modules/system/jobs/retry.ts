/** Puts a dead job back in the queue. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Type } from '#kit/types.ts'

export const retry = command({
  id: 'system.jobs.retry',
  summary: 'Try a dead job again',
  rest: 'POST /jobs/:jobId/retry',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Type.Object({ jobId: Count }),
  output: Done,
  async run({ jobId }, ctx) {
    const { rows } = await sql`
      select graphile_worker.reschedule_jobs(array[j.id], run_at := now(), attempts := 0)
      from graphile_worker._private_jobs j
      where j.id = ${jobId} and j.attempts >= j.max_attempts and j.locked_at is null
        and coalesce(j.payload ->> 'storeId', ${ctx.storeId}) = ${ctx.storeId}`.execute(ctx.db)
    if (rows.length === 0) throw NotFound({})
    return { done: true as const }
  },
})
