/**
 * Asks the engine which products answer some words. Whatever goes wrong, PostgreSQL's own search answers: after a few failures in a row
 * the engine is left alone for a while, so that searches do not wait for it again and again.
 */
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { within } from '#kit/deadline.ts'
import { counter } from '#kit/measure.ts'
import { channelOf } from '../channel.ts'
import { engineOf, indexOf, type EngineHits, type Marked, type SearchEngine } from './engine.ts'
import { engineReady } from './state.ts'

/** As long as a shopper may wait before the store's own search begins. */
const ANSWERS_WITHIN = 400 // milliseconds
const FAILURES = 3
const RESTS = seconds(10)

export const asked = counter(
  'quayside_search_engine_total',
  'Searches by what became of the search engine outside: found, failed, resting after failures, or not ready yet.',
  'outcome',
)

/** `none`: the store has no engine; `unready`: it does not have all of this language yet. */
export type Outcome = 'found' | 'failed' | 'resting' | 'unready' | 'none'

interface Breaker {
  failures: number
  /** By `performance.now()`. */
  restsUntil: number
}
const breakers = new WeakMap<App, Breaker>()

function breakerOf(app: App): Breaker {
  const held = breakers.get(app) ?? { failures: 0, restsUntil: 0 }
  breakers.set(app, held)
  return held
}

async function tried<T>(ctx: Ctx, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const breaker = breakerOf(ctx.app)
  try {
    const answer = await within(ANSWERS_WITHIN, work)
    Object.assign(breaker, { failures: 0, restsUntil: 0 })
    return answer
  } catch (error) {
    if (++breaker.failures >= FAILURES) breaker.restsUntil = performance.now() + RESTS
    ctx.log.warn(
      { err: (error as Error).message },
      'The search engine did not answer; the store searches itself',
    )
    return null
  }
}

const rests = (app: App) => performance.now() < breakerOf(app).restsUntil

/** `hits` are null unless it was found. */
export async function askEngine(
  words: string[],
  ctx: Ctx,
): Promise<{ outcome: Outcome; hits: EngineHits | null }> {
  const engine = engineOf(ctx)
  if (!engine) return { outcome: 'none', hits: null }
  const [outcome, hits] = await ask(engine, words, ctx)
  ctx.app.metrics.count(asked.name, { outcome })
  return { outcome, hits }
}

async function ask(engine: SearchEngine, words: string[], ctx: Ctx): Promise<[Outcome, EngineHits | null]> {
  const { locale } = ctx.scope
  const ready = await ctx.app.snapshots.read(engineReady, ctx)
  if (ready.engine !== engine.name || !ready.locales.includes(locale)) return ['unready', null]
  if (rests(ctx.app)) return ['resting', null]
  const question = { words, channelId: await channelOf(ctx) }
  const hits = await tried(ctx, (signal) =>
    engine.find(indexOf(ctx.storeId, locale, ready.generation), question, signal),
  )
  return hits ? ['found', sound(hits)] : ['failed', null]
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What can be products of ours, each once; others may write in the engine, too. */
function sound({ hits, all }: EngineHits): EngineHits {
  const ours = hits.filter(({ id, score }) => ID.test(id) && score >= 0 && score <= 1)
  return { hits: [...new Map(ours.map((hit) => [hit.id, hit])).values()], all }
}

/** Where the engine found the words; empty when it does not say. */
export async function askForMarks(
  words: string[],
  ids: string[],
  ctx: Ctx,
): Promise<Map<string, { name: Marked; subtitle: Marked }>> {
  const engine = engineOf(ctx)
  if (!engine || ids.length === 0 || rests(ctx.app)) return new Map()
  const { generation } = await ctx.app.snapshots.read(engineReady, ctx)
  const index = indexOf(ctx.storeId, ctx.scope.locale, generation)
  return (await tried(ctx, (signal) => engine.mark(index, words, ids, signal))) ?? new Map()
}
