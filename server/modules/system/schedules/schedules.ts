/** What a schedule and a run of it are, and which schedules a store's staff see. */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { isScheduled, type Job } from '#kit/jobs.ts'
import { Count, Flag, Id, Instant, Int, Key, Nullable, OneOf, Text, Words, shape } from '#kit/types.ts'

export const RunOutcome = Words('RunOutcome', 'done', 'failed')

export const JobRun = shape('JobRun', {
  id: Id,
  job: Key,
  dueAt: Instant,
  beganAt: Instant,
  endedAt: Instant,
  attempt: Int(1, 1000),
  outcome: RunOutcome,
  error: Nullable(Text(2000)),
  /** Who asked for it; null: it was due by the clock. */
  askedBy: Nullable(Text(80)),
  traceId: Text(64),
})

export const Schedule = shape('Schedule', {
  job: Key,
  /** Milliseconds from one start to the next; null: by `cron`. */
  everyMs: Nullable(Count),
  cron: Nullable(Text(100)),
  timeZone: Text(60),
  /** `installation`: once for all stores. */
  per: OneOf('store', 'installation'),
  lastStartAt: Nullable(Instant),
  nextStartAt: Nullable(Instant),
  isRunning: Flag,
  isPaused: Flag,
  lastRun: Nullable(JobRun),
})

export function scheduledJob(ctx: Ctx, name: string): Job {
  const job = ctx.app.jobs.get(name)
  if (!job || !isScheduled(job)) throw NotFound({})
  return job
}

/** The store whose turn it is: none for what serves the whole installation. */
export const placeOf = (job: Job, ctx: Ctx) => (job.per === 'store' ? ctx.storeId : null)
