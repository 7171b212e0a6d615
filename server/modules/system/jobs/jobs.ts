/** What staff see of the queue: jobs of their store, and those that serve the whole installation. */
import { sql, type RawBuilder } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { Count, Instant, Int, Key, Nullable, Text, Words, shape } from '#kit/types.ts'

export const JobState = Words('JobState', 'waiting', 'running', 'failing', 'dead')

export const QueuedJob = shape('QueuedJob', {
  id: Count,
  /** The job's own name, or that of the reaction to an event. */
  name: Key,
  kind: Words('QueuedJobKind', 'job', 'reaction'),
  state: JobState,
  /** Those with the lowest number go first. */
  priority: Int(-32_768, 32_767),
  attempts: Int(0, 1000),
  maxAttempts: Int(1, 1000),
  lastError: Nullable(Text(4000)),
  runAt: Instant,
  createdAt: Instant,
  updatedAt: Instant,
})

/** Of a row `j` of the queue. */
export const nameOfJob = sql`coalesce(j.payload ->> 'reaction', j.payload ->> 'job')`
export const stateOfJob = sql`case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'dead'
  when j.attempts > 0 then 'failing' else 'waiting' end`
export const isOfStore = (ctx: Ctx): RawBuilder<boolean> =>
  sql`coalesce(j.payload ->> 'storeId', ${ctx.storeId}) = ${ctx.storeId}`
/** For good: nobody tries it again by itself. */
export const isDead = sql<boolean>`j.attempts >= j.max_attempts and j.locked_at is null`

/** Everything that can be in the queue: jobs by name, reactions by theirs. */
export function tasksOf({ jobs, reactions }: App): string[] {
  return [...jobs.keys(), ...[...reactions.values()].flat().map(({ name }) => name)]
}
