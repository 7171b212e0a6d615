/**
 * Old addresses that lead on: where nothing stands at an address, the shop looks here.
 *
 * They never lead in circles, nor over two corners: a target that leads on itself is replaced by where that leads, also
 * when it begins to lead on later.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import {
  Count,
  Day,
  Flag,
  Id,
  Instant,
  Int,
  Nullable,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { newId } from '#kit/id.ts'
import { RedirectCircle } from '../failures.ts'

/** A path of this shop, not its home; what stands behind `?` is handed on. */
export const FromPath = Type.String({
  pattern: '^/(?![/\\\\])[^\\s\\\\?#<>"]+$',
  maxLength: 1024,
  scalar: 'Link',
})
/** A path of this shop, or an address elsewhere. */
const Target = Type.String({
  pattern: '^(https?://[^\\s\\\\/?#<>"]+(/[^\\s\\\\<>"]*)?|/(?![/\\\\])[^\\s\\\\<>"]*)$',
  maxLength: 2048,
  scalar: 'Link',
})
/** 301 for good, 302 for now. */
const Status = Int(301, 302)

export const LedOn = shape('LedOn', {
  id: Id,
  from: FromPath,
  to: Target,
  elsewhere: Flag,
  status: Status,
  hits: Count,
  lastHitOn: Nullable(Day),
  updatedAt: Instant,
  version: Version,
})
export type LedOn = Static<typeof LedOn>

export const NewRedirect = shape(
  'NewRedirect',
  {
    from: FromPath,
    to: Target,
    status: Type.Optional(Status),
    elsewhere: Type.Optional(Flag),
  },
  { description: 'To another site only with `elsewhere`. Without a `status` it is for good: 301.' },
)
export type NewRedirect = Static<typeof NewRedirect>

export const MOST_AT_ONCE = 1000

/** One form for what browsers and people write differently. */
export function foldPath(path: string): string {
  let plain = path
  try {
    plain = decodeURI(path)
  } catch {
    // Then it is no text in UTF-8, and compared as it is.
  }
  if (plain.includes('\0')) plain = path // no text either
  return plain
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=.)\/+$/, '')
}

export interface Row {
  from: string
  to: string
  status: number
  elsewhere: boolean
}

/** Checked one by one; `path` is where they stand in the input. */
export function rowsOf(given: NewRedirect[], path: (index: number) => string): Row[] {
  const seen = new Set<string>()
  return given.map(({ from: typed, to, status = 301, elsewhere = false }, index) => {
    const from = foldPath(typed)
    const isElsewhere = !to.startsWith('/')
    if (isElsewhere !== elsewhere)
      throw invalid(
        `${path(index)}elsewhere`,
        isElsewhere ? 'required' : 'not_allowed',
        isElsewhere ? 'Say so if it leads to another site.' : 'This leads to a page of the shop.',
      )
    if (seen.has(from)) throw invalid(`${path(index)}from`, 'duplicate', 'This address is named twice.')
    seen.add(from)
    return { from, to, status, elsewhere }
  })
}

/** Whoever writes redirects waits here, so that no two make a circle together. */
export async function lockRedirects(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`content.redirect ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
}

const pathOf = (target: string) => foldPath(target.replace(/[?#].*$/s, '') || '/')

/**
 * Writes them, each to where its target leads in the end. Needs `lockRedirects` before.
 *
 * Stored ones never lead over two corners, so one look at those that the targets name is enough; those that led to what
 * leads on from now are led on with it.
 */
export async function putRedirects(ctx: Ctx, rows: Row[]): Promise<void> {
  const own = new Map(rows.map((row) => [row.from, row]))
  const { rows: stored } = await sql<Row>`
    select from_path as "from", target as "to", status, elsewhere from content.redirect
    where store_id = ${ctx.storeId} and from_path = any(${rows.map(({ to }) => pathOf(to))}) and from_path <> all(${[...own.keys()]})`.execute(
    ctx.db,
  )
  const known = new Map([...stored.map((row) => [row.from, row] as const), ...own])
  const final = rows.map(({ from, status }) => {
    const { to, elsewhere } = endOf(own.get(from)!, known)
    return { id: newId(), from, to, path: elsewhere ? '' : pathOf(to), elsewhere, status }
  })
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(final)}) as g(id uuid, "from" text, "to" text, path text, status int, elsewhere boolean)
    ), led as (
      update content.redirect r set target = g.to, target_path = g.path, elsewhere = g.elsewhere, version = r.version + 1, updated_at = ${ctx.now()}
      from given g where r.store_id = ${ctx.storeId} and r.target_path = g.from and r.from_path not in (select "from" from given)
    )
    insert into content.redirect as r (id, store_id, from_path, target, target_path, elsewhere, status, created_at, updated_at)
    select id, ${ctx.storeId}, "from", "to", path, elsewhere, status, ${ctx.now()}, ${ctx.now()} from given
    on conflict (store_id, from_path) do update set target = excluded.target, target_path = excluded.target_path, elsewhere = excluded.elsewhere, status = excluded.status,
      version = r.version + 1, updated_at = excluded.updated_at`.execute(ctx.db)
}

function endOf(row: Row, known: Map<string, Row>): Pick<Row, 'to' | 'elsewhere'> {
  const passed = new Set([row.from])
  let here = row
  for (;;) {
    if (here.elsewhere) return here
    const path = pathOf(here.to)
    if (passed.has(path)) throw RedirectCircle({ from: row.from })
    passed.add(path)
    const next = known.get(path)
    if (!next) return here
    here = next
  }
}
