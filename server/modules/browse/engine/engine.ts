/**
 * A search engine outside: it is told what is for sale in each language, and asked which products answer some words, and how well.
 *
 * It decides nothing else. Prices, stock, what a shopper may see, filters, counts and pages are PostgreSQL's, so that nothing old is ever
 * shown; without the engine its own search answers.
 */
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'

export interface EngineDocument {
  /** Of the product. */
  id: string
  name: string
  subtitle: string
  /** Names of its categories and options. */
  places: string
  /** SKUs, attributes and the description. */
  rest: string
  /** Where it is sold; none: everywhere. */
  channelIds: string[]
  /** Alike as long as all of the above is. */
  stamp: string
}

export interface IndexSettings {
  /** Such as `de-AT`. */
  locale: string
  /** Groups of words, or of several words, that mean the same. */
  synonyms: string[][]
}

export interface EngineQuestion {
  /** As they were typed: letters and digits alone. All must be found, the last one may be only begun. */
  words: string[]
  /** Null: the store has one channel. */
  channelId: string | null
}

export interface EngineHits {
  /** The best ones, at most `MOST_HITS`. `score` is from 0 to 1 and depends on the product and the words alone. */
  hits: { id: string; score: number }[]
  /** Whether there are no others. */
  all: boolean
}

/** A text in pieces that make the whole of it. */
export type Marked = { text: string; hit: boolean }[]

/** So many products of a search are put in order by the engine; those behind them are found and ordered by PostgreSQL. */
export const MOST_HITS = 1_000

/**
 * An index has a name of letters, digits, `-` and `_`. What fails, or is not done when the signal falls, throws. Changes are done in the order of
 * the calls, and are done when a call returns; each may be repeated.
 */
export interface SearchEngine {
  /** Tells it from others: the vendor and where it runs, without secrets. */
  name: string
  /** Makes the index if it is not there. */
  prepare(index: string, settings: IndexSettings, signal: AbortSignal): Promise<void>
  /** Whether the index is there. */
  has(index: string, signal: AbortSignal): Promise<boolean>
  /** At most 1,000 of both together. */
  write(
    index: string,
    change: { put: EngineDocument[]; remove: string[] },
    signal: AbortSignal,
  ): Promise<void>
  /** Also when it is not there. */
  drop(index: string, signal: AbortSignal): Promise<void>
  find(index: string, question: EngineQuestion, signal: AbortSignal): Promise<EngineHits>
  /** Where the words stand in name and subtitle of these products. */
  mark(
    index: string,
    words: string[],
    ids: string[],
    signal: AbortSignal,
  ): Promise<Map<string, { name: Marked; subtitle: Marked }>>
  /** What it has of these products, or a page of all in a lasting order. */
  stamps(
    index: string,
    which: { ids: string[] } | { offset: number; limit: number },
    signal: AbortSignal,
  ): Promise<Map<string, string>>
}

export const searchEngine = port<SearchEngine>('browse.searchEngine', { many: true })

/** Undefined: the store has none. */
export const engineOf = (ctx: Pick<Ctx, 'ports'>): SearchEngine | undefined => ctx.ports(searchEngine)[0]

/** Each time all is filled anew it goes to indexes of the next generation, and searches move there when they are whole. */
export const indexOf = (storeId: string, locale: string, generation: number) =>
  `quayside_${storeId}_${locale}_${generation}`
