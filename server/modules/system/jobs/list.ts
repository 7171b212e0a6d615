/** The queue, newest first: what waits, runs, is tried again and has failed for good. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Int, Key, List, Nullable, Type, shape, type Static } from '#kit/types.ts'
import { JobState, QueuedJob, isOfStore, nameOfJob, stateOfJob } from './jobs.ts'

export const list = query({
  id: 'system.jobs.list',
  summary: 'The job queue',
  rest: 'GET /jobs',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Type.Object({
    state: Type.Optional(JobState),
    name: Type.Optional(Key),
    /** Those older than this one; `next` of the page before. */
    before: Type.Optional(Count),
    limit: Type.Optional(Int(1, 100)),
  }),
  output: shape('QueuedJobList', { items: List(QueuedJob, 100), next: Nullable(Count) }),
  async run({ state, name, before, limit = 20 }, ctx) {
    const { rows } = await sql<Static<typeof QueuedJob>>`
      select j.id, t.identifier as kind, ${nameOfJob} as name, ${stateOfJob} as state, j.priority, j.attempts,
        j.max_attempts as "maxAttempts", nullif(left(j.last_error, 4000), '') as "lastError",
        kit.utc(j.run_at) as "runAt", kit.utc(j.created_at) as "createdAt", kit.utc(j.updated_at) as "updatedAt"
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where ${isOfStore(ctx)} and t.identifier in ('job', 'reaction')
        and (${state ?? null}::text is null or ${stateOfJob} = ${state ?? null})
        and (${name ?? null}::text is null or ${nameOfJob} = ${name ?? null})
        and (${before ?? null}::bigint is null or j.id < ${before ?? null})
      order by j.id desc limit ${limit + 1}`.execute(ctx.db)
    const items = rows.slice(0, limit)
    return { items, next: rows.length > limit ? items.at(-1)!.id : null }
  },
})
