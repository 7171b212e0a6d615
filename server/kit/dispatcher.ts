/**
 * Turns events into jobs: one for each reaction to each event.
 *
 * It reads the log below the oldest transaction still open, so that an event that
 * commits late is never skipped, and moves its cursor in the statement that adds the
 * jobs. Any number of processes may run it; the cursor's row lets one work at a time.
 */
import type { App } from './app.ts'
import type { EventNames } from './event.ts'
import { createTurns } from './turns.ts'
import { createWakeup } from './wakeup.ts'

const POLL_MS = 500
/** Commits that follow each other sooner than this are dispatched together; the first one is not kept waiting. */
const GAP_MS = 10
const HELD_BACK_MS = 15
const BATCH = 500
/** With graphile-worker's pauses (e^n seconds, at most 6 hours) about four days. */
const REACTION_TRIES = 25
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

const WAITING = `
  select e.tx < pg_snapshot_xmin(pg_current_snapshot()) as ready
  from kit.cursor c, kit.events_after(c.tx, c.event_id, 1) e
  where c.name = 'dispatcher'`

/** Seconds since the oldest event that has not become jobs. */
const LAG = `
  select coalesce(extract(epoch from now() - min(e.at)), 0)::float8 as seconds
  from kit.cursor c, kit.events_after(c.tx, c.event_id, 1) e
  where c.name = 'dispatcher'`

const DISPATCH = `
  with place as (
    select tx, event_id from kit.cursor where name = 'dispatcher' for update skip locked
  ), found as (
    select e.id, e.tx, e.store_id, e.name, e.payload, e.trace_id
    from place, kit.events_after(place.tx, place.event_id, ${BATCH}) e
    where e.tx < pg_snapshot_xmin(pg_current_snapshot())
  ), added as (
    select j.id from (
      select array_agg(row('reaction', json_build_object('eventId', f.id, 'storeId', f.store_id, 'name', f.name,
          'payload', f.payload, 'traceId', f.trace_id, 'reaction', r.reaction),
          null, null, ${REACTION_TRIES}, null, null,
          array[f.store_id::text, r.reaction || '@' || f.store_id])::graphile_worker.job_spec order by f.tx, f.id) as specs
      from found f join unnest($1::text[], $2::text[]) as r(event, reaction) on r.event = f.name
      having count(*) > 0) s, graphile_worker.add_jobs(s.specs) j
  ), moved as (
    update kit.cursor c set tx = last.tx, event_id = last.id, updated_at = now()
    from (select tx, id from found order by tx desc, id desc limit 1) last where c.name = 'dispatcher'
  )
  select (select count(*) from place) as mine, (select count(*) from found) as found, (select count(*) from added) as added,
    exists (select from kit.events_after(pg_snapshot_xmin(pg_current_snapshot()), '${FIRST_ID}', 1)) as held`

interface Dispatched {
  mine: number
  found: number
  added: number
  held: boolean
}

export interface Dispatcher {
  start(): void
  stop(): Promise<void>
  poke(): void
}

export function createDispatcher(app: App): Dispatcher {
  const pairs = [...app.reactions.values()].flat()
  const values = [pairs.map((reaction) => reaction.event), pairs.map((reaction) => reaction.name)]
  const wakeup = createWakeup(app, (names) => {
    wake(names)
    app.tail.poke(names)
  })
  let prepared = false
  let heldBack = 0
  const turns = createTurns({
    work: step,
    gapMs: GAP_MS,
    retryMs: POLL_MS,
    onTrouble: ({ message }) => app.log.warn({ err: message }, 'events cannot be dispatched; trying again'),
  })

  async function step(asked: boolean): Promise<number> {
    if (!prepared) {
      await prepare(app)
      prepared = true
      asked = true
    }
    if (!asked) {
      const [next] = await app.pool.query<{ ready: boolean }>(WAITING, [])
      if (!next?.ready) return next ? waitForOthers() : POLL_MS
    }
    const [done] = await app.pool.query<Dispatched>(DISPATCH, values)
    if (done!.found === BATCH) return 0
    if (done!.held || done!.mine === 0) return waitForOthers()
    heldBack = 0
    return POLL_MS
  }

  const waitForOthers = () => Math.min(POLL_MS, HELD_BACK_MS * 2 ** heldBack++)

  function wake(names: EventNames | undefined) {
    if (!names || names.values().some((name) => app.reactions.has(name))) turns.poke()
  }

  app.onWake(wake)
  app.metrics.gauge('quayside_event_lag_seconds', 'Age of the oldest event not yet dispatched.', async () =>
    app.pool.query<{ seconds: number }>(LAG, []).then(([row]) => row!.seconds),
  )
  return {
    start() {
      wakeup.start()
      turns.start()
    },
    async stop() {
      const ended = turns.stop()
      await wakeup.stop()
      await ended
    },
    poke: turns.poke,
  }
}

/**
 * Transaction numbers belong to one cluster. Rows restored into another carry higher
 * ones than it has reached and would wait for ever: those not dispatched are given the
 * present number, the others the lowest.
 */
async function prepare(app: App): Promise<void> {
  await app.pool.query(
    `insert into kit.cursor (name, tx, event_id, updated_at) values ('dispatcher', '0', '00000000-0000-0000-0000-000000000000', now())
     on conflict do nothing`,
    [],
  )
  await app.pool.query(
    `with place as (
       select tx, event_id from kit.cursor where name = 'dispatcher' for update
     ), foreign_rows as (
       update kit.event e set tx = case when (e.tx, e.id) > (p.tx, p.event_id) then pg_current_xact_id() else '1' end
       from place p where e.tx >= pg_snapshot_xmax(pg_current_snapshot()) returning e.id
     )
     update kit.cursor c set tx = '1', event_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff', updated_at = now()
     from place p where c.name = 'dispatcher' and p.tx >= pg_snapshot_xmax(pg_current_snapshot())`,
    [],
  )
}
