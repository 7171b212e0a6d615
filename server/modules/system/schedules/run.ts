/** Runs a scheduled job now, as its turn by the clock would; what waits for its turn is brought forward. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { enqueue, scheduleKey } from '#kit/jobs.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Key, Type } from '#kit/types.ts'
import { placeOf, scheduledJob } from './schedules.ts'

export const AlreadyRunning = failure(
  'system.already_running',
  409,
  Type.Object({ job: Key }, { additionalProperties: false }),
  {
    en: ({ job }) => `${job} is running at this moment.`,
    de: ({ job }) => `${job} läuft gerade.`,
    ar: ({ job }) => `${job} قيد التنفيذ الآن.`,
  },
)

export const run = command({
  id: 'system.schedules.run',
  summary: 'Run a scheduled job now',
  rest: 'POST /schedules/:job/runs',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Type.Object({ job: Key }),
  output: Done,
  failures: [AlreadyRunning],
  status: 202,
  async run({ job: name }, ctx) {
    const job = scheduledJob(ctx, name)
    const key = scheduleKey(job, placeOf(job, ctx))
    const { rows } = await sql`
      select from graphile_worker._private_jobs where key = ${key} and locked_at is not null`.execute(ctx.db)
    if (rows.length > 0) throw AlreadyRunning({ job: name })
    await enqueue(ctx, job, {}, { key, priority: 'high' })
    return { done: true as const }
  },
})
