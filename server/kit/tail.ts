/**
 * The live tail: one reader of the event log per process, for all who listen.
 *
 * Its cursor stays below the oldest transaction still open, so an event that
 * commits late is never skipped. Nobody listening: it only keeps its place, and a
 * new listener may be told of the last seconds once more.
 */
import type { Pool } from './db.ts'
import type { EventNames, LoggedEvent } from './event.ts'
import type { Log } from './log.ts'
import { createTurns } from './turns.ts'

export interface Tail {
  /** `background`: need not be told at once; such listeners alone do not make `poke` read. */
  subscribe(
    listener: (event: LoggedEvent) => void,
    options?: { names?: string[]; background?: boolean },
  ): () => void
  start(): void
  stop(): Promise<void>
  /** The log has grown by events of these names; without them, by whatever. */
  poke(names?: EventNames): void
}

interface Listener {
  tell: (event: LoggedEvent) => void
  names: Set<string> | null
  background: boolean
}

const POLL_MS = 500
const IDLE_MS = 2_000
/** Pokes closer together than this are answered by one read. */
const GAP_MS = 20
/** An older transaction is still open: look again soon, then less often. */
const HELD_BACK_MS = 15
const BATCH = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

interface Row {
  id: string
  tx: string
  store_id: string
  name: string
  payload: LoggedEvent['payload']
  at: Date
}

function mayHear({ names: wanted }: Listener, names: EventNames | undefined): boolean {
  return !wanted || !names || !wanted.isDisjointFrom(names)
}

export function createTail(pool: Pool, log: Log): Tail {
  const listeners = new Set<Listener>()
  let cursor: { tx: string; id: string } | null = null
  let heldBack = 0
  const turns = createTurns({
    work: step,
    gapMs: GAP_MS,
    retryMs: POLL_MS,
    onTrouble: ({ message }) =>
      log.warn({ err: message }, 'the event log cannot be read; the live tail waits'),
  })

  async function step(): Promise<number> {
    if (!cursor || listeners.size === 0) {
      const [row] = await pool.query<{ tx: string }>(
        'select pg_snapshot_xmin(pg_current_snapshot())::text as tx',
        [],
      )
      cursor = { tx: row!.tx, id: FIRST_ID }
      return listeners.size === 0 ? IDLE_MS : POLL_MS
    }
    const rows = await pool.query<Row & { open: boolean }>(
      `select e.id, e.tx::text, e.store_id, e.name, e.payload, e.at, e.tx >= s.xmin as open
       from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) s,
       kit.events_after($1::xid8, $2::uuid, ${BATCH}) e`,
      [cursor.tx, cursor.id],
    )
    for (const row of rows) {
      if (row.open) return Math.min(POLL_MS, HELD_BACK_MS * 2 ** heldBack++)
      heldBack = 0
      cursor = { tx: row.tx, id: row.id }
      tell({
        id: row.id,
        tx: row.tx,
        storeId: row.store_id,
        name: row.name,
        payload: row.payload,
        at: row.at,
      })
    }
    return rows.length === BATCH ? 0 : POLL_MS
  }

  function tell(event: LoggedEvent) {
    for (const listener of listeners) {
      if (listener.names && !listener.names.has(event.name)) continue
      try {
        listener.tell(event)
      } catch (error) {
        log.error({ err: error, event: event.name }, 'a listener of the event log failed')
      }
    }
  }

  return {
    subscribe(tell, options = {}) {
      const names = options.names ? new Set(options.names) : null
      const listener: Listener = { tell, names, background: options.background ?? false }
      listeners.add(listener)
      turns.within(listener.background ? POLL_MS : 0)
      return () => void listeners.delete(listener)
    },
    start: turns.start,
    stop: turns.stop,
    poke(names) {
      const urgent = (each: Listener) => !each.background && mayHear(each, names)
      if (listeners.values().some(urgent)) turns.poke()
    },
  }
}
