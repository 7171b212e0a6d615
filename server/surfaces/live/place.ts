/**
 * Places in the event log, so that a client that was cut off hears of all that it missed.
 *
 * A place says: everything before it was told. It is opaque to clients, and of no use to look at what one may not
 * see: what is read from there on belongs to a topic that has just been looked at by right.
 */
import type { App } from '#kit/app.ts'
import { minutes } from '#kit/clock.ts'
import type { LoggedEvent } from '#kit/event.ts'
import type { Operation } from '#kit/operation.ts'
import { unreadable } from '../problems.ts'
import type { Topic } from '../topic.ts'

/** Who was away for longer is shown the present alone. */
const LISTED_FOR_MS = minutes(60)
/** Rows of the log that are read for one client; of a busy shop that is the last minutes. */
const MAX_ROWS = 20_000
export const MAX_CHANGES = 100
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const FORM = /^(\d{1,19})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,15})$/

export interface Place {
  tx: string
  id: string
  atMs: number
}

export interface Change {
  event: string
  at: string
}

export function placeText({ tx, id, atMs }: Place): string {
  return Buffer.from(`${tx}.${id}.${atMs}`).toString('base64url')
}

export function placeOf(text: string): Place {
  const [, tx, id, at] = FORM.exec(Buffer.from(text, 'base64url').toString()) ?? []
  if (tx === undefined) throw unreadable('after', 'cursor', 'This is no cursor of an event.')
  return { tx, id: id!, atMs: Number(at) }
}

export const afterEvent = ({ tx, id, at }: LoggedEvent): Place => ({ tx, id, atMs: at.getTime() })

export const changeOf = ({ name, at }: { name: string; at: Date }): Change => ({
  event: name,
  at: at.toISOString(),
})

/** Where the log stands: what is still open is told later. */
export async function presentPlace(app: App): Promise<Place> {
  const [row] = await app.pool.query<{ tx: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as tx',
    [],
  )
  return { tx: row?.tx ?? '0', id: FIRST_ID, atMs: app.clock().getTime() }
}

/** What happened to a topic between two places; null when that is too long ago, or too much, to be listed. */
export async function missed(
  app: App,
  operation: Operation,
  topic: Topic,
  { after, until }: { after: Place; until: Place },
): Promise<Change[] | null> {
  if (until.atMs - after.atMs > LISTED_FOR_MS) return null
  const rows = await app.pool.query<{ name: string | null; at: Date; rows: string }>(
    `with log as materialized (select * from kit.events_after($1::xid8, $2::uuid, ${MAX_ROWS}) where tx < $3::xid8),
       found as (select tx, id, name, at from log
         where store_id = $4 and name = any($5) and payload->'ids' ? $6 order by tx, id limit ${MAX_CHANGES + 1})
     select name, at, (select count(*) from log) as rows from found
     union all select null, null, (select count(*) from log) where not exists (select from found)`,
    [after.tx, after.id, until.tx, topic.storeId, operation.events.map(({ name }) => name), topic.id],
  )
  if (Number(rows[0]?.rows ?? 0) >= MAX_ROWS || rows.length > MAX_CHANGES) return null
  return rows.flatMap(({ name, at }) => (name === null ? [] : [changeOf({ name, at })]))
}
