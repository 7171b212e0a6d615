/** Every job that runs by the clock: when it last began, how that ended, when it is due again. */
import { sql } from 'kysely'
import { isScheduled, scheduleKey, type Job } from '#kit/jobs.ts'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { dueAfter } from '#kit/schedule.ts'
import { List, shape, type Static } from '#kit/types.ts'
import { Schedule, placeOf, type JobRun } from './schedules.ts'

interface Row {
  last_at: Date | null
  running: boolean
  paused: boolean
  run: Static<typeof JobRun> | null
}

export const list = query({
  id: 'system.schedules.list',
  summary: 'What runs by the clock',
  rest: 'GET /schedules',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Nothing,
  output: shape('ScheduleList', { items: List(Schedule, 500) }),
  async run(_, ctx) {
    const jobs = [...ctx.app.jobs.values()].filter(isScheduled)
    const { rows } = await sql<Row>`
      select s.last_at, exists (select from graphile_worker._private_jobs j where j.key = w.key and j.locked_at is not null) as running,
        exists (select from kit.pause p where (p.store_id = ${ctx.storeId} and p.task is null) or
          (p.store_id is not distinct from w.store_id and p.task = w.name)) as paused,
        (select json_build_object('id', r.id, 'job', r.job, 'dueAt', kit.utc(r.due_at), 'beganAt', kit.utc(r.began_at), 'endedAt', kit.utc(r.ended_at),
          'attempt', r.attempt, 'outcome', r.outcome, 'error', r.error, 'askedBy', r.asked_by, 'traceId', r.trace_id)
         from kit.job_run r where r.job = w.name and r.store_id is not distinct from w.store_id order by r.began_at desc limit 1) as run
      from unnest(${jobs.map(({ name }) => name)}::text[], ${jobs.map((job) => placeOf(job, ctx))}::uuid[],
        ${jobs.map((job) => scheduleKey(job, placeOf(job, ctx)))}::text[]) with ordinality as w(name, store_id, key, position)
      left join kit.schedule s on s.name = w.name and s.store_id is not distinct from w.store_id
      order by w.position`.execute(ctx.db)
    return { items: jobs.map((job, index) => scheduleOf(job, rows[index]!, ctx.scope.timeZone)) }
  },
})

function scheduleOf(job: Job, row: Row, storeZone: string): Static<typeof Schedule> {
  const timeZone = job.timeZone ?? (job.per === 'store' ? storeZone : 'UTC')
  return {
    job: job.name,
    everyMs: job.everyMs,
    cron: job.cron?.text ?? null,
    timeZone,
    per: job.per,
    lastStartAt: row.last_at?.toISOString() ?? null,
    nextStartAt: row.last_at && dueAfter({ job, storeId: null, timeZone }, row.last_at).toISOString(),
    isRunning: row.running,
    isPaused: row.paused,
    lastRun: row.run,
  }
}
