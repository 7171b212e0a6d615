/**
 * Puts jobs with `everyMs` into the queue when they are due, once for all workers.
 *
 * Whoever moves `kit.schedule.last_at` adds the job, in the same statement. A run that
 * is still going on is not overtaken: the next one waits for it.
 */
import type { App } from './app.ts'
import type { Job } from './jobs.ts'

const LOOK_EVERY_MS = 1_000

/** `last_at` in the far future (a clock that was wrong) counts as due. */
const CLAIM = `
  with wanted as (
    select * from unnest($1::text[], $2::bigint[], $3::int[]) as w(name, every_ms, tries)
    where not exists (select from graphile_worker.jobs j where j.key = 'schedule:' || w.name and j.locked_at is not null)
  ), due as (
    insert into kit.schedule as s (name, last_at) select name, $4::timestamptz from wanted order by name
    on conflict (name) do update set last_at = excluded.last_at
    where (select s.last_at <= $4::timestamptz - w.every_ms * interval '1 ms' or s.last_at > $4::timestamptz + w.every_ms * interval '1 ms'
           from wanted w where w.name = s.name)
    returning s.name
  ), added as (
    select j.id from (
      select array_agg(row('job', json_build_object('job', w.name, 'payload', '{}'::json), null, null, w.tries, 'schedule:' || w.name, null, null)::graphile_worker.job_spec) as specs
      from due join wanted w using (name) having count(*) > 0
    ) d, graphile_worker.add_jobs(d.specs) j
  )
  select w.name, d.name is not null as claimed, s.last_at, (select count(*) from added)
  from unnest($1::text[]) as w(name) left join due d using (name) left join kit.schedule s on s.name = w.name`

interface Claimed {
  name: string
  claimed: boolean
  last_at: Date | null
}

export interface Schedule {
  stop(): Promise<void>
}

export function startSchedule(app: App, jobs: Iterable<Job>): Schedule {
  const nextAtMs = new Map([...jobs].filter((job) => job.everyMs).map((job) => [job, 0]))
  let working: Promise<void> | null = null

  async function look() {
    const now = app.clock()
    const due = [...nextAtMs]
      .filter(([job, at]) => at <= now.getTime() || at > now.getTime() + job.everyMs!)
      .map(([job]) => job)
    if (due.length === 0) return
    const values = [
      due.map((job) => job.name),
      due.map((job) => job.everyMs),
      due.map((job) => job.maxAttempts),
      now,
    ]
    const rows = new Map((await app.pool.query<Claimed>(CLAIM, values)).map((row) => [row.name, row]))
    for (const job of due) {
      const row = rows.get(job.name)
      const last = row?.claimed || !row?.last_at ? now : row.last_at
      nextAtMs.set(job, last.getTime() + job.everyMs!)
    }
  }

  const tick = () => {
    working ??= look()
      .catch((error: unknown) => app.log.debug({ err: error }, 'no schedule: the database is away'))
      .finally(() => (working = null))
  }
  const timer = setInterval(tick, LOOK_EVERY_MS)
  timer.unref()
  tick()
  return {
    async stop() {
      clearInterval(timer)
      await working
    },
  }
}
