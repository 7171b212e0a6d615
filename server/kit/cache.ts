/**
 * A cache in memory whose entries fall with their tags.
 *
 * The tags' state is noted before the load and compared after it, so a slow reader
 * cannot put back an old value. Bounded by bytes; the least recently read go first.
 * NOTE: values are shared between readers and must not be changed by them.
 */
import { forAll } from './leaving.ts'

export interface Cache {
  read<T>(key: string, tags: string[], load: () => Promise<T>, options?: { ttlMs?: number }): Promise<T>
  /** What carries one of these tags is gone from now on, also what is being loaded. */
  raise(tags: string[]): void
  /** Bytes held, roughly. */
  size(): number
}

interface Entry {
  value: unknown
  tags: string[]
  began: number
  bytes: number
  expiresAtMs: number
}

interface Flight {
  began: number
  tags: string[]
  value: Promise<unknown>
}

/** Beyond this many raised tags, everything loaded before counts as raised. */
const MAX_RAISED = 100_000
const ENTRY_OVERHEAD_BYTES = 200

export function createCache(options: { maxBytes: number }): Cache {
  const entries = new Map<string, Entry>()
  const flights = new Map<string, Flight>()
  const raisedAt = new Map<string, number>()
  let generation = 0
  let floor = 0
  let bytes = 0

  const fresh = (held: { began: number; tags: string[] }) =>
    held.began >= floor && held.tags.every((tag) => (raisedAt.get(tag) ?? 0) <= held.began)

  function drop(key: string, entry: Entry) {
    entries.delete(key)
    bytes -= entry.bytes
  }

  function keep(key: string, flight: Flight, value: unknown, ttlMs: number) {
    const size = key.length * 2 + bytesOf(value) + ENTRY_OVERHEAD_BYTES
    if (size > options.maxBytes / 4) return
    const old = entries.get(key)
    if (old) drop(key, old)
    entries.set(key, {
      value,
      tags: flight.tags,
      began: flight.began,
      bytes: size,
      expiresAtMs: performance.now() + ttlMs,
    })
    bytes += size
    for (const [oldest, entry] of entries) {
      if (bytes <= options.maxBytes) break
      drop(oldest, entry)
    }
  }

  function take(key: string, tags: string[], load: () => Promise<unknown>, ttlMs: number): Promise<unknown> {
    const began = generation
    const flight: Flight = { began, tags, value: forAll(load) }
    flights.set(key, flight)
    const landed = () => flights.get(key) === flight && flights.delete(key)
    return flight.value.then(
      (value) => {
        landed()
        if (fresh(flight)) keep(key, flight, value, ttlMs)
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
      tags: string[],
      load: () => Promise<T>,
      { ttlMs = Infinity } = {},
    ): Promise<T> {
      const entry = entries.get(key)
      if (entry) {
        if (fresh(entry) && entry.expiresAtMs > performance.now()) {
          entries.delete(key)
          entries.set(key, entry)
          return entry.value as T
        }
        drop(key, entry)
      }
      const flight = flights.get(key)
      if (flight && fresh(flight)) return flight.value as Promise<T>
      return take(key, tags, load, ttlMs) as Promise<T>
    },
    raise(tags) {
      generation++
      for (const tag of tags) raisedAt.set(tag, generation)
      if (raisedAt.size > MAX_RAISED) {
        raisedAt.clear()
        floor = generation
      }
    },
    size: () => bytes,
  }
}

function bytesOf(value: unknown): number {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length * 2
}
