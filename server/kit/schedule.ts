/**
 * Puts scheduled jobs into the queue when they are due, once for all workers, for every store.
 *
 * Whoever moves `kit.schedule.last_at` adds the job, in the same statement. A run that
 * is still going on is not overtaken: the next one waits for it. One that waits already,
 * being paused or asked for, is enough.
 */
import type { App } from './app.ts'
import { lastTime, nextTime } from './cron.ts'
import { isScheduled, RANK, flagsOf, scheduleKey, type Job } from './jobs.ts'
import { scopes } from './scope.ts'

const LOOK_EVERY_MS = 1_000
/** A time further in the future than this was written by a clock that was wrong, and counts as due. */
const WRONG_CLOCK_MS = 60_000
const LONG_AGO = new Date(0)

/** A new turn by interval is due at once, one by the time of day at its next time. */
const ENSURE = `
  insert into kit.schedule (name, store_id, last_at) select * from unnest($1::text[], $2::uuid[], $3::timestamptz[])
  on conflict do nothing`

const CLAIM = `
  with wanted as (
    select * from unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::json[], $7::int[], $8::int[], $9::json[])
      as w(name, store_id, due_since, wrong_from, key, payload, tries, priority, flags)
    where not exists (select from graphile_worker._private_jobs j where j.key = w.key and j.locked_at is not null)
  ), open as (
    select s.name, s.store_id from kit.schedule s join wanted w on w.name = s.name and w.store_id is not distinct from s.store_id
    where s.last_at < w.due_since or s.last_at > w.wrong_from order by s.name, s.store_id for update of s skip locked
  ), due as (
    update kit.schedule s set last_at = $10 from open o
    where s.name = o.name and s.store_id is not distinct from o.store_id returning s.name, s.store_id
  ), added as (
    select j.id from (
      select array_agg(row('job', w.payload, null, null, w.tries, w.key, w.priority,
        array(select json_array_elements_text(w.flags)))::graphile_worker.job_spec) as specs
      from due d join wanted w on w.name = d.name and w.store_id is not distinct from d.store_id
      where not exists (select from graphile_worker._private_jobs j where j.key = w.key and j.run_at <= now() and j.attempts = 0)
      having count(*) > 0
    ) d, graphile_worker.add_jobs(d.specs) j
  )
  select w.name, w.store_id, case when d.name is null then s.last_at else $10::timestamptz end as last_at, (select count(*) from added)
  from unnest($1::text[], $2::uuid[]) as w(name, store_id)
  join kit.schedule s on s.name = w.name and s.store_id is not distinct from w.store_id
  left join due d on d.name = w.name and d.store_id is not distinct from w.store_id`

/** One job's turn in one store, or in the installation. */
export interface Turn {
  job: Job
  storeId: string | null
  timeZone: string
}

interface Waiting extends Turn {
  nextAtMs: number
}

interface Claimed {
  name: string
  store_id: string | null
  last_at: Date
}

export interface Schedule {
  stop(): Promise<void>
}

/** When a turn that last began at `last` is due again; never, when its day does not exist. */
export function dueAfter({ job, timeZone }: Turn, last: Date): Date {
  if (job.everyMs !== null) return new Date(last.getTime() + job.everyMs)
  return nextTime(job.cron!, timeZone, last) ?? new Date(8.64e15)
}

/** All turns there are now: new stores have theirs a few seconds later. */
export async function turnsOf(app: App, jobs: Iterable<Job>): Promise<Turn[]> {
  const stores = await app.port(scopes).stores(app)
  return [...jobs].filter(isScheduled).flatMap((job): Turn[] => {
    if (job.per === 'installation') return [{ job, storeId: null, timeZone: job.timeZone ?? 'UTC' }]
    return stores.map((store) => ({ job, storeId: store.id, timeZone: job.timeZone ?? store.timeZone }))
  })
}

export function startSchedule(app: App, jobs: Iterable<Job>): Schedule {
  const all = [...jobs]
  const waiting = new Map<string, Waiting>()
  let working: Promise<void> | null = null

  async function look() {
    const now = app.clock()
    await meet(await turnsOf(app, all), now)
    const isDue = ({ job, nextAtMs }: Waiting) =>
      nextAtMs <= now.getTime() || (job.everyMs !== null && nextAtMs > now.getTime() + job.everyMs)
    const due = [...waiting.values()].filter(isDue)
    if (due.length === 0) return
    for (const row of await app.pool.query<Claimed>(CLAIM, claimOf(due, now))) {
      const turn = waiting.get(keyOf(row.name, row.store_id))
      if (turn) turn.nextAtMs = dueAfter(turn, row.last_at).getTime()
    }
  }

  /** Takes up new stores, and those that moved to another time zone. */
  async function meet(turns: Turn[], now: Date) {
    const fresh = turns.filter((turn) => waiting.get(nameOf(turn))?.timeZone !== turn.timeZone)
    if (fresh.length === 0) return
    await app.pool.query(ENSURE, [
      fresh.map(({ job }) => job.name),
      fresh.map(({ storeId }) => storeId),
      fresh.map(({ job }) => (job.everyMs === null ? now : LONG_AGO)),
    ])
    for (const turn of fresh) waiting.set(nameOf(turn), { ...turn, nextAtMs: 0 })
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

const keyOf = (name: string, storeId: string | null) => `${name} ${storeId ?? ''}`
const nameOf = ({ job, storeId }: Turn) => keyOf(job.name, storeId)

function claimOf(due: Turn[], now: Date): unknown[] {
  return [
    due.map(({ job }) => job.name),
    due.map(({ storeId }) => storeId),
    due.map((turn) => dueSince(turn, now)),
    due.map(({ job }) => new Date(now.getTime() + (job.everyMs ?? WRONG_CLOCK_MS))),
    due.map(({ job, storeId }) => scheduleKey(job, storeId)),
    due.map(({ job, storeId }) =>
      JSON.stringify({ job: job.name, ...(storeId ? { storeId } : {}), payload: {} }),
    ),
    due.map(({ job }) => job.maxAttempts),
    due.map(({ job }) => RANK[job.priority]),
    due.map(({ job, storeId }) => JSON.stringify(flagsOf(job.name, storeId ?? undefined))),
    now,
  ]
}

/** Whoever last began before this has a turn. */
function dueSince({ job, timeZone }: Turn, now: Date): Date {
  if (job.everyMs !== null) return new Date(now.getTime() - job.everyMs + 1)
  return lastTime(job.cron!, timeZone, now) ?? LONG_AGO
}
