/** What every store stands on: its database, its queue, its disk. */
import { statfs } from 'node:fs/promises'
import type { HealthCheck } from '#kit/health.ts'

/** A job that waits longer than this although it is due is not being worked on. */
const LAG_SECONDS = 60
/** Beats of workers come every 3 s. */
const SILENT_SECONDS = 15
const FREE_BYTES = 500_000_000
const FREE_PART = 0.05

const databaseWrites: HealthCheck = {
  name: 'database',
  async look(app) {
    await app.pool.query(
      `insert into kit.bucket (key, tokens, at) values ('health', $1, $2)
       on conflict (key) do update set tokens = excluded.tokens, at = excluded.at`,
      [0, app.clock()],
    )
    return { ok: true, says: 'It takes a write.' }
  },
}

interface QueueFigures {
  workers: number
  due: number
  oldest: number
  dead: number
  events: number
}

/** Of jobs only those nobody has begun: one that failed waits for its next try, one that is paused for its resumption. */
const QUEUE = `
  select (select count(*)::int from kit.worker where seen_at > now() - interval '${SILENT_SECONDS} seconds') as workers,
    count(*) filter (where due)::int as due,
    coalesce(extract(epoch from now() - min(run_at) filter (where due)), 0)::float8 as oldest,
    count(*) filter (where attempts >= max_attempts and locked_at is null)::int as dead,
    (select coalesce(extract(epoch from now() - min(e.at)), 0)::float8 from kit.cursor c, kit.events_after(c.tx, c.event_id, 1) e
      where c.name = 'dispatcher') as events
  from (select run_at, attempts, max_attempts, locked_at, run_at <= now() and locked_at is null and attempts = 0
      and not exists (select from kit.pause p where j.flags ? coalesce(p.task || coalesce('@' || p.store_id, ''), p.store_id::text)) as due
    from graphile_worker._private_jobs j) j`

const queueMoves: HealthCheck = {
  name: 'queue',
  async look(app) {
    const { rows } = await app.pool.pg.query<QueueFigures>(QUEUE)
    const { workers, due, oldest, dead, events } = rows[0]!
    const lag = Math.round(Math.max(oldest, events))
    return {
      ok: workers > 0 && lag <= LAG_SECONDS,
      says: `${workers} workers, ${due} jobs due, ${dead} dead, ${lag} s behind.`,
    }
  },
}

const diskHasRoom: HealthCheck = {
  name: 'disk',
  async look(app) {
    const { bavail, blocks, bsize } = await statfs(app.config.dataDir)
    const free = bavail * bsize
    return {
      ok: free >= FREE_BYTES && bavail / blocks >= FREE_PART,
      says: `${(free / 1e9).toFixed(1)} GB free, ${Math.floor((bavail / blocks) * 100)} %.`,
    }
  },
}

export const systemChecks = [databaseWrites, queueMoves, diskHasRoom]
