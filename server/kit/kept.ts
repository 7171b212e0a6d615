/**
 * Whole answers of the hottest public reads, kept in memory.
 *
 * An answer is kept for all to whom it would be the same, and falls with the events that may have changed it: in this
 * process before the change is acknowledged, in the others within half a second, by the live tail. What the clock
 * alone changes, such as a price that begins at noon, is not kept beyond that moment.
 */
import { crc32 } from 'node:zlib'
import type { App } from './app.ts'
import type { Call } from './call.ts'
import { seconds } from './clock.ts'
import type { Ctx } from './context.ts'
import type { EventType } from './event.ts'
import { addKept, endingsOf, tagOf, tagsOfEvent } from './made-of.ts'
import type { Operation } from './operation.ts'

export interface Kept<I, O> {
  /** Whether the answer to this input is kept. Default: always. */
  when?: (input: I) => boolean
  /** What the answer hangs on besides input and scope, and the moment at which the clock changes it. */
  alike: (ctx: Ctx) => Promise<{ key: string; until: Date | null }>
  /** Events after which none of these answers holds. */
  untilAny: EventType[]
  /** Events after which those answers fall that have one of the event's ids, or its name: then whatever it is about. */
  untilNamed?: { events: EventType[]; ids: (answer: O, input: I) => string[] }
}

/** As JSON text, with its checksum: that takes as long as all the rest of an answer from memory, and is the same each time. */
export interface KeptAnswer {
  text: string
  sum: string
  /** It falls with each of them. */
  tags: string[]
}

export const sumOf = (text: string) => `${crc32(text).toString(36)}-${text.length.toString(36)}`

/** What may change without an event, such as stock whose hold has lapsed, is so old at most. */
const KEPT = seconds(30)
const STALE = seconds(20)

/** The operation's answer as JSON text. Its shape knows no one caller, for its access is `anyone`. */
export async function readKept(operation: Operation, input: unknown, ctx: Ctx, call: Call): Promise<string> {
  const kept = operation.kept!
  const { key, until } = await kept.alike(ctx)
  const { storeId, channelId, marketId, locale, currency, closed } = ctx.scope
  // Whoever is let in while the store is closed keeps nothing for those who are not.
  const whose = closed ? 'let in' : 'all'
  const whole = JSON.stringify([
    operation.id,
    storeId,
    channelId,
    marketId,
    locale,
    currency,
    whose,
    key,
    input,
  ])
  call.keptAs = whole
  const any = kept.untilAny.map(({ name }) => tagOf(storeId, name))
  const named = (text: string) =>
    kept.untilNamed?.ids(JSON.parse(text) as never, input as never).map((id) => tagOf(storeId, id)) ?? []
  const left = until === null ? Infinity : until.getTime() - ctx.now().getTime()
  const ttlMs = Math.min(KEPT, left)
  const staleMs = Math.min(STALE, left - ttlMs)
  const load = async (): Promise<KeptAnswer> => {
    const text = await operation.json!(input as never, ctx)
    return { text, sum: sumOf(text), tags: [...any, ...named(text)] }
  }
  // Those that only the answer names are known once it is there.
  const tags = kept.untilNamed ? (answer: KeptAnswer) => answer.tags : any
  const answer = await ctx.app.cache.read(whole, tags, load, { ttlMs, staleMs })
  if (call.madeOf) addKept(call.madeOf, answer.tags, until)
  return answer.text
}

export interface Fallout {
  /** Called after each commit, before its answer. */
  committed(storeId: string, events: readonly Happened[]): Promise<void>
}

export interface Happened {
  id: string
  name: string
  payload: unknown
}

/** So many events of this process are known again when the tail brings them. */
const KNOWN_AGAIN = 10_000

/** Lets answers fall: by what this process commits, and by what the tail tells of the others. */
export function keepTrue(app: Pick<App, 'operations' | 'cache' | 'tail'>): Fallout {
  const ending = endingsOf(app.operations.values())
  const own = new Set<string>()
  app.tail.subscribe(
    (event) => {
      if (!own.delete(event.id)) void app.cache.raise(tagsOfEvent(ending, event.storeId, event))
    },
    { names: [...ending.any.union(ending.named)], background: true },
  )
  return {
    async committed(storeId, events) {
      const touching = events.filter(({ name }) => ending.any.has(name) || ending.named.has(name))
      if (touching.length === 0) return
      if (own.size >= KNOWN_AGAIN) own.clear()
      for (const { id } of touching) own.add(id)
      await app.cache.raise(touching.flatMap((event) => tagsOfEvent(ending, storeId, event)))
    },
  }
}
