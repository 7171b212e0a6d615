/**
 * Errors that were logged, grouped by kind and place, with how often and when.
 *
 * Counted in memory and written together every few seconds, so that a storm of errors
 * costs the database nothing. At most a thousand groups are kept: the oldest give way.
 */
import { createHash } from 'node:crypto'
import type { App } from './app.ts'
import { systemClock } from './clock.ts'
import { framesOf, printable } from './log-error.ts'

const WRITE_EVERY_MS = 5_000
const MAX_GROUPS = 1_000
const MAX_MESSAGE = 500
/** Of one process between two writes. */
const MAX_HELD = 200

const WRITE = `
  insert into kit.error_group as g (fingerprint, name, message, place, count, first_at, last_at, last_trace)
  select * from unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[], $7::timestamptz[], $8::text[])
    as n(fingerprint, name, message, place, count, first_at, last_at, last_trace) order by fingerprint
  on conflict (fingerprint) do update set count = g.count + excluded.count, message = excluded.message,
    last_at = greatest(g.last_at, excluded.last_at), last_trace = coalesce(excluded.last_trace, g.last_trace)`
const TRIM = `
  delete from kit.error_group where fingerprint in (
    select fingerprint from kit.error_group order by last_at desc offset ${MAX_GROUPS})`

interface Group {
  fingerprint: Buffer
  name: string
  message: string
  place: string
  count: number
  firstAt: Date
  lastAt: Date
  trace: string | null
}

export interface ErrorGroups {
  add(fields: Record<string, unknown>, message: string): void
  /** Begins to write what was counted, also before. */
  start(app: App): { stop(): Promise<void> }
}

export function createErrorGroups(): ErrorGroups {
  let held = new Map<string, Group>()
  return {
    add(fields, said) {
      const { err, trace } = fields
      const shown = err === undefined ? null : printable(err)
      const name = shown === null || typeof shown === 'string' ? 'Error' : (shown.code ?? shown.name)
      const message = `${said}${shown === null ? '' : `: ${typeof shown === 'string' ? shown : shown.message}`}`
      const place = err instanceof Error ? placeOf(err) : ''
      const key = `${name} ${place || said}`
      const now = systemClock()
      const group = held.get(key)
      if (!group && held.size >= MAX_HELD) return
      held.set(key, {
        fingerprint: createHash('sha256').update(key).digest().subarray(0, 16),
        name,
        message: message.slice(0, MAX_MESSAGE),
        place,
        count: (group?.count ?? 0) + 1,
        firstAt: group?.firstAt ?? now,
        lastAt: now,
        trace: typeof trace === 'string' ? trace : (group?.trace ?? null),
      })
    },
    start(app) {
      const write = async () => {
        const groups = [...held.values()]
        if (groups.length === 0) return
        held = new Map()
        const column = <K extends keyof Group>(name: K) => groups.map((group) => group[name])
        await app.pool.query(WRITE, [
          column('fingerprint'),
          column('name'),
          column('message'),
          column('place'),
          column('count'),
          column('firstAt'),
          column('lastAt'),
          column('trace'),
        ])
        await app.pool.query(TRIM, [])
      }
      // NOTE: not at level error, or an error about errors would never end.
      const tick = () =>
        write().catch((error: unknown) => app.log.debug({ err: error }, 'errors were not counted'))
      const timer = setInterval(() => void tick(), WRITE_EVERY_MS).unref()
      return {
        async stop() {
          clearInterval(timer)
          await tick()
        },
      }
    },
  }
}

/** The innermost frame of our own code, without the path to it. */
function placeOf(error: Error): string {
  const frames = framesOf(error).split('\n')
  const own = frames.find((frame) => !/node_modules|\(node:|at node:/.test(frame)) ?? frames[0] ?? ''
  return own
    .replace(/^ {4}at /, '')
    .replace(/(?:file:\/\/)?\/[^\s()]*\/(server|apps|packages|plugins)\//, '$1/')
}
