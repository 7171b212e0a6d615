/** What staff said about searches, held in memory: words that mean the same, and products to be first or last. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import { askEngine, type Outcome } from './engine/ask.ts'
import type { EngineHits } from './engine/engine.ts'
import { engineSteered } from './engine/state.ts'
import { entriesTag } from './entries.ts'
import { folded, wordsOf } from './terms.ts'

export const MOST_SYNONYMS = 1_000
export const MOST_PLACEMENTS = 5_000

export interface Steering {
  synonyms: { locale: string; words: string[] }[]
  placements: { phrase: string; productId: string; place: number | null }[]
}

export const steeringSnapshot = snapshot<Steering>('browse.steering', async (db, storeId) => {
  const { rows } = await sql<Steering>`
    select coalesce((select json_agg(json_build_object('locale', s.locale, 'words', s.words))
        from browse.synonym s where s.store_id = ${storeId}), '[]') as synonyms,
      coalesce((select json_agg(json_build_object('phrase', p.phrase, 'productId', p.product_id, 'place', p.place) order by p.phrase, p.place)
        from browse.placement p where p.store_id = ${storeId}), '[]') as placements`.execute(db)
  return rows[0]!
})

/** Called by who changes it: what was found by it is forgotten. */
export async function steeringChanged(ctx: Ctx): Promise<void> {
  await ctx.app.snapshots.changed(steeringSnapshot, ctx)
  await engineSteered(ctx)
  ctx.afterCommit(() => ctx.app.cache.raise([entriesTag(ctx.storeId)]))
}

/** What somebody looks for, as it is understood here. */
export interface Query {
  /** Each word with its other ways to say it, the one that was typed first. Empty: signs alone, nothing to find. */
  words: string[][]
  /** Ids of products, the first one first. */
  pinned: string[]
  buried: string[]
  /** What a search engine outside found; null where none was asked, or none answered. */
  found: EngineHits | null
  outcome: Outcome
}

/** The words of a search as placements know them. */
export const phraseOf = (typed: string) => wordsOf(typed).map(folded).join(' ')

export async function understand(typed: string, ctx: Ctx): Promise<Query> {
  const { synonyms, placements } = await ctx.app.snapshots.read(steeringSnapshot, ctx)
  const here = synonyms.filter(({ locale }) => locale === ctx.scope.locale)
  const words = wordsOf(typed).map((word) => {
    const same = here.filter((group) => group.words.some((each) => folded(each) === folded(word)))
    return [...new Set([word, ...same.flatMap((group) => group.words)])]
  })
  const phrase = phraseOf(typed)
  const placed = pinnedAndBuried(placements.filter((each) => each.phrase === phrase))
  if (words.length === 0) return { words, ...placed, found: null, outcome: 'none' }
  const { hits, outcome } = await askEngine(wordsOf(typed), ctx)
  return { words, ...placed, found: hits, outcome }
}

export const pinnedAndBuried = (placed: Steering['placements']): Pick<Query, 'pinned' | 'buried'> => ({
  pinned: placed.filter(({ place }) => place !== null).map(({ productId }) => productId),
  buried: placed.filter(({ place }) => place === null).map(({ productId }) => productId),
})
