/**
 * Tells a cache before the store, such as a CDN's, which pages are no longer true.
 *
 * It reads the event log by a cursor of its own, in order, and says the keys of all that has happened since in one
 * message: at once, and once more when no page can be on its way that was drawn before. What could not be said is said
 * again. No transaction writes a word for it, and nobody waits for it.
 */
import type { App } from './app.ts'
import { seconds } from './clock.ts'
import { endingsOf, keyOf, tagsOfEvent, type Endings } from './made-of.ts'
import { port } from './port.ts'
import { createTurns, type Turns } from './turns.ts'

export interface SharedCache {
  /** Pages with one of these keys are given to nobody any more once this has ended. Safe to repeat. */
  forget(keys: string[]): Promise<void>
}

/** Without one no page is shared. */
export const sharedCache = port<SharedCache>('kit.sharedCache')

/** The key of every page. */
export const EVERY_PAGE = 'all'

/** Other processes have heard of a change by then, and what was drawn before it has been sent. */
export const TOLD_AGAIN_AFTER = seconds(4)
const POLL = seconds(0.5)
const RETRY = seconds(1)
const BATCH = 5000
/** More are not named one by one. */
const MOST_KEYS = 1000

interface Row {
  id: string
  tx: string
  storeId: string
  name: string
  payload: { ids?: string[] }
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const HAPPENED = `
  select e.id, e.tx::text, e.store_id as "storeId", e.name, e.payload from kit.events_after($1, $2, ${BATCH}) e
  where e.tx < pg_snapshot_xmin(pg_current_snapshot())`

interface Place {
  tx: string
  id: string
}

/** Null when nobody keeps pages. Several processes may do it at once: what is said twice is as true as once. */
export function createTelling(app: App, againMs = TOLD_AGAIN_AFTER): Pick<Turns, 'start' | 'stop'> | null {
  const [cache] = app.ports(sharedCache)
  if (!cache) return null
  const endings = endingsOf(app.operations.values())
  /** Told once. */
  const told: { keys: string[]; upTo: Place; dueMs: number }[] = []
  let read: Place | null = null

  const tell = async (keys: string[]) => {
    if (keys.length > 0) await cache.forget(keys)
  }

  async function step(): Promise<number> {
    read ??= await placeOf(app)
    const rows = await app.pool.query<Row>(HAPPENED, [read.tx, read.id])
    const upTo = rows.at(-1)
    if (upTo) {
      const keys = keysOf(rows, endings)
      await tell(keys)
      told.push({ keys, upTo, dueMs: performance.now() + againMs })
      read = upTo
    }
    const [first] = told
    if (first && first.dueMs <= performance.now()) {
      await tell(first.keys)
      await move(app, first.upTo)
      told.shift()
    }
    return rows.length === BATCH ? 0 : POLL
  }

  return createTurns({
    work: step,
    gapMs: POLL,
    retryMs: RETRY,
    onTrouble: ({ message }) =>
      app.log.warn({ err: message }, 'the shared cache cannot be told what has changed; trying again'),
  })
}

function keysOf(rows: readonly Row[], endings: Endings): string[] {
  const keys = new Set<string>()
  for (const { storeId, ...event } of rows) {
    if (!endings.any.has(event.name) && !endings.named.has(event.name)) continue
    for (const tag of tagsOfEvent(endings, storeId, event)) keys.add(keyOf(tag))
    if (keys.size > MOST_KEYS) return [EVERY_PAGE]
  }
  return [...keys]
}

/** Where it stopped; now, when it never began, or in another cluster, whose transactions had higher numbers. */
async function placeOf(app: App): Promise<Place> {
  const [place] = await app.pool.query<Place>(
    `insert into kit.cursor as c (name, tx, event_id, updated_at)
     values ('shared cache', pg_snapshot_xmin(pg_current_snapshot()), $1, now())
     on conflict (name) do update set tx = least(c.tx, excluded.tx), updated_at = excluded.updated_at
     returning tx::text, event_id as id`,
    [FIRST_ID],
  )
  return place!
}

async function move(app: App, { tx, id }: Place): Promise<void> {
  await app.pool.query(
    `update kit.cursor set tx = $1, event_id = $2, updated_at = now()
     where name = 'shared cache' and (tx, event_id) < ($1::xid8, $2::uuid)`,
    [tx, id],
  )
}
