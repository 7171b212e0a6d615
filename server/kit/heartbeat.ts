/**
 * Workers say that they live; the jobs of those who died are freed.
 *
 * A worker killed on this machine is noticed at the next beat, one elsewhere when it
 * has been silent for `deadAfterMs`. After an outage everybody has been silent, so a
 * worker judges others only when its own beats have been steady for that long.
 */
import type { Pool } from './db.ts'
import type { Log } from './log.ts'
import { isKnownDead, type Queue } from './queue.ts'

export interface Beat {
  everyMs: number
  deadAfterMs: number
  /** Off: even a neighbour is given `deadAfterMs`; for tests of the far case. */
  neighbours: boolean
}

export const BEAT: Beat = { everyMs: 3_000, deadAfterMs: 12_000, neighbours: true }

interface Holder {
  id: string
  silent: boolean
}

export interface Heartbeat {
  /** Beats on until the queue is closed, then signs off. */
  stop(closeQueue: () => Promise<void>): Promise<void>
}

export async function startHeartbeat(
  pool: Pool,
  queue: Queue,
  log: Log,
  beat: Beat = BEAT,
): Promise<Heartbeat> {
  let steadySince = performance.now()
  let lost = new Set<string>()
  let working: Promise<void> | null = null

  async function turn() {
    const own = queue.ids()
    await pool.query(
      'insert into kit.worker (id, seen_at) select unnest($1::text[]), now() on conflict (id) do update set seen_at = excluded.seen_at',
      [own],
    )
    await freeDead(own)
    lost = await freeLost(pool, queue, own, lost)
  }

  async function freeDead(own: string[]) {
    const holders = await pool.query<Holder>(
      `select j.locked_by as id, min(j.locked_at) < now() - $1::interval and coalesce(max(w.seen_at) < now() - $1::interval, true) as silent
       from graphile_worker.jobs j left join kit.worker w on w.id = j.locked_by
       where j.locked_by is not null and j.locked_by <> all($2) group by j.locked_by`,
      [`${beat.deadAfterMs} milliseconds`, own],
    )
    const steady = performance.now() - steadySince >= beat.deadAfterMs
    const dead = holders.filter(
      ({ id, silent }) => (silent && steady) || (beat.neighbours && isKnownDead(id)),
    )
    if (dead.length === 0) return
    const ids = dead.map(({ id }) => id)
    await pool.query('select graphile_worker.force_unlock_workers($1)', [ids])
    await pool.query('delete from kit.worker where id = any($1)', [ids])
    log.warn({ workers: ids }, 'workers died; their jobs are free again')
  }

  function beatOnce(): Promise<void> {
    working ??= turn()
      .catch((error: unknown) => {
        steadySince = performance.now()
        log.debug({ err: error }, 'no heartbeat: the database is away')
      })
      .finally(() => (working = null))
    return working
  }

  const timer = setInterval(() => void beatOnce(), beat.everyMs)
  timer.unref()
  await beatOnce()
  return {
    async stop(closeQueue) {
      const own = queue.ids()
      await closeQueue()
      clearInterval(timer)
      await working
      await pool.query('delete from kit.worker where id = any($1)', [own]).catch(() => {})
    },
  }
}

/** Jobs under our name that we do not know, seen twice: the answer that gave them to us was lost. */
async function freeLost(pool: Pool, queue: Queue, own: string[], before: Set<string>): Promise<Set<string>> {
  const held = await pool.query<{ id: string }>(
    'select id::text from graphile_worker.jobs where locked_by = any($1)',
    [own],
  )
  const unknown = new Set(held.map(({ id }) => id).filter((id) => !queue.knows(id)))
  const twice = [...unknown].filter((id) => before.has(id))
  if (twice.length > 0) {
    await pool.query(
      'update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = any($1::bigint[]) and locked_by = any($2)',
      [twice, own],
    )
  }
  return unknown
}
