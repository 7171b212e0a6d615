/** Jobs that failed for good, with their last error: the dead letters. */
import { sql } from 'kysely'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Instant, Int, Key, List, Nullable, Text, shape, type Static } from '#kit/types.ts'

const DeadJob = shape('DeadJob', {
  id: Count,
  task: Key,
  name: Text(200),
  attempts: Int(0, 1000),
  lastError: Nullable(Text(4000)),
  failedAt: Instant,
})

export const dead = query({
  id: 'system.jobs.dead',
  summary: 'Jobs that failed for good',
  rest: 'GET /jobs/dead',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Nothing,
  output: shape('DeadJobList', { items: List(DeadJob, 200) }),
  async run(_, ctx) {
    const { rows } = await sql<Static<typeof DeadJob>>`
      select j.id, t.identifier as task, coalesce(j.payload ->> 'reaction', j.payload ->> 'job', t.identifier) as name, j.attempts,
        left(j.last_error, 4000) as "lastError", kit.utc(j.updated_at) as "failedAt"
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts >= j.max_attempts and j.locked_at is null and coalesce(j.payload ->> 'storeId', ${ctx.storeId}) = ${ctx.storeId}
      order by j.updated_at desc limit 200`.execute(ctx.db)
    return { items: rows }
  },
})
