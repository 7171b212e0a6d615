/**
 * A cache whose entries fall with their tags.
 *
 * The tags' state is noted before the load and compared after it, so a slow reader
 * cannot put back an old value. This one is in memory, bounded by bytes; the least recently read go first.
 * NOTE: values are shared between readers and must not be changed by them.
 */
import { forAll } from './leaving.ts'

export interface Keep {
  /** So long an entry is given as it is. Default: until a tag is raised. */
  ttlMs?: number
  /** And so long after that it is given once more while it is loaded anew, so that nobody waits for it. */
  staleMs?: number
}

export interface Cache {
  read<T>(
    key: string,
    /** Also those that only the value names. */
    tags: string[] | ((value: T) => string[]),
    load: () => Promise<T>,
    keep?: Keep,
  ): Promise<T>
  /** What is held and has not grown old, without asking anybody. */
  peek(key: string): unknown
  /** What carries one of these tags is gone once this has ended, also what is being loaded. */
  raise(tags: string[]): void | Promise<void>
  /** Bytes held, roughly. */
  size(): number
  close(): Promise<void>
}

interface Entry {
  value: unknown
  tags: string[]
  began: number
  bytes: number
  oldAtMs: number
  goneAtMs: number
}

interface Flight {
  began: number
  /** Null: nobody knows before it has landed. */
  tags: string[] | null
  value: Promise<unknown>
}

/** Beyond this many raised tags, everything loaded before counts as raised. */
const MAX_RAISED = 100_000
const ENTRY_OVERHEAD_BYTES = 200

/** `now` in milliseconds, by which entries grow old. */
export function createCache(options: { maxBytes: number; now?: () => number }): Cache {
  const now = options.now ?? (() => performance.now())
  const entries = new Map<string, Entry>()
  const flights = new Map<string, Flight>()
  const raisedAt = new Map<string, number>()
  let generation = 0
  let floor = 0
  let bytes = 0

  const fresh = ({ began, tags }: { began: number; tags: string[] | null }) =>
    tags === null
      ? began === generation
      : began >= floor && tags.every((tag) => (raisedAt.get(tag) ?? 0) <= began)

  function drop(key: string, entry: Entry) {
    entries.delete(key)
    bytes -= entry.bytes
  }

  function keep(
    key: string,
    landed: { began: number; tags: string[] },
    value: unknown,
    { ttlMs = Infinity, staleMs = 0 }: Keep,
  ) {
    const size = key.length * 2 + bytesOf(value) + ENTRY_OVERHEAD_BYTES
    if (size > options.maxBytes / 4) return
    const old = entries.get(key)
    if (old) drop(key, old)
    entries.set(key, {
      value,
      tags: landed.tags,
      began: landed.began,
      bytes: size,
      oldAtMs: now() + ttlMs,
      goneAtMs: now() + ttlMs + staleMs,
    })
    bytes += size
    for (const [oldest, entry] of entries) {
      if (bytes <= options.maxBytes) break
      drop(oldest, entry)
    }
  }

  function take<T>(
    key: string,
    tags: string[] | ((value: T) => string[]),
    load: () => Promise<T>,
    how: Keep,
  ): Promise<T> {
    const began = generation
    const value = forAll(load)
    const flight: Flight = { began, tags: typeof tags === 'function' ? null : tags, value }
    flights.set(key, flight)
    const landed = () => flights.get(key) === flight && flights.delete(key)
    return value.then(
      (value) => {
        landed()
        const known = { began, tags: typeof tags === 'function' ? tags(value) : tags }
        if (fresh(known)) keep(key, known, value, how)
        return value
      },
      (error) => {
        landed()
        throw error
      },
    )
  }

  return {
    async read<T>(
      key: string,
      tags: string[] | ((value: T) => string[]),
      load: () => Promise<T>,
      how: Keep = {},
    ): Promise<T> {
      const entry = entries.get(key)
      if (entry) {
        if (fresh(entry) && entry.goneAtMs > now()) {
          entries.delete(key)
          entries.set(key, entry)
          // Whoever fails here fails for nobody; the next one tries again.
          if (entry.oldAtMs <= now() && !flights.has(key)) take(key, tags, load, how).catch(() => {})
          return entry.value as T
        }
        drop(key, entry)
      }
      const flight = flights.get(key)
      if (flight && fresh(flight)) return flight.value as Promise<T>
      return take(key, tags, load, how)
    },
    peek(key) {
      const entry = entries.get(key)
      return entry && fresh(entry) && entry.oldAtMs > now() ? entry.value : undefined
    },
    raise(tags) {
      generation++
      // Where nothing was loaded before, nothing has to fall: an import raises a tag for each of its rows.
      const isEmpty = entries.size === 0 && flights.size === 0
      if (!isEmpty) for (const tag of tags) raisedAt.set(tag, generation)
      if (isEmpty || raisedAt.size > MAX_RAISED) {
        raisedAt.clear()
        floor = generation
      }
    },
    size: () => bytes,
    close: async () => entries.clear(),
  }
}

function bytesOf(value: unknown): number {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length * 2
}
