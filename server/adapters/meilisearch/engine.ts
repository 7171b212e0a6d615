/**
 * Meilisearch finds products by words, through the vendor's own client.
 *
 * Its tasks are done one after the other; each is waited for. Answers are bounded in time and size, and no redirect is followed.
 */
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  type EnqueuedTaskPromise,
  type Settings,
} from 'meilisearch'
import { seconds } from '#kit/clock.ts'
import { MOST_HITS, type EngineDocument, type SearchEngine } from '../../modules/browse/index.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { END, START, piecesOf } from './pieces.ts'

const ASKS_EVERY = 50 // milliseconds, whether a task is done
const DONE_WITHIN = seconds(55)

/** Languages whose words it takes apart in their own way; of others it guesses by the letters. */
const SPOKEN = new Set([
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'he',
  'it',
  'ja',
  'ko',
  'nl',
  'pt',
  'ru',
  'sv',
  'th',
  'tr',
  'zh',
])

type Hit = Pick<EngineDocument, 'id' | 'name' | 'subtitle' | 'stamp'>

export function meilisearchEngine({ url, key }: { url: string; key: string }): SearchEngine {
  /** The client takes a signal for some of its calls only, so each has one of its own. */
  const within = (signal: AbortSignal) =>
    new Meilisearch({ host: url, apiKey: key, httpClient: boundedFetch(signal) })

  return {
    name: `meilisearch at ${new URL(url).host}`,

    async prepare(index, { locale, synonyms }, signal) {
      const client = within(signal)
      await done(client.createIndex(index, { primaryKey: 'id' }), ['index_already_exists'])
      await done(client.index(index).updateSettings(settingsOf(locale, synonyms)))
    },

    async has(index, signal) {
      return within(signal)
        .getRawIndex(index)
        .then(
          () => true,
          (failed: unknown) => {
            if (codeOf(failed) === 'index_not_found') return false
            throw failed
          },
        )
    },

    async write(index, { put, remove }, signal) {
      const there = within(signal).index<EngineDocument>(index)
      if (put.length > 0) await done(there.addDocuments(put, { primaryKey: 'id' }))
      if (remove.length > 0) await done(there.deleteDocuments(remove))
    },

    async drop(index, signal) {
      await done(within(signal).deleteIndex(index), ['index_not_found'])
    },

    async find(index, { words, channelId }, signal) {
      const { hits } = await within(signal)
        .index<Hit>(index)
        .search(words.join(' '), {
          limit: MOST_HITS,
          matchingStrategy: 'all',
          attributesToRetrieve: ['id'],
          showRankingScore: true,
          ...(channelId && { filter: [['channelIds IS EMPTY', `channelIds = "${channelId}"`]] }),
        })
      return {
        hits: hits.map(({ id, _rankingScore }) => ({ id, score: _rankingScore ?? 0 })),
        all: hits.length < MOST_HITS,
      }
    },

    async mark(index, words, ids, signal) {
      const { hits } = await within(signal)
        .index<Hit>(index)
        .search(words.join(' '), {
          limit: ids.length,
          matchingStrategy: 'all',
          filter: among(ids),
          attributesToRetrieve: ['id'],
          attributesToHighlight: ['name', 'subtitle'],
          highlightPreTag: START,
          highlightPostTag: END,
        })
      return new Map(
        hits.map(({ id, _formatted: shown }) => [
          id,
          { name: piecesOf(shown?.name), subtitle: piecesOf(shown?.subtitle) },
        ]),
      )
    },

    async stamps(index, which, signal) {
      const wanted = 'ids' in which ? { filter: among(which.ids), limit: which.ids.length } : which
      const { results } = await within(signal)
        .index<Hit>(index)
        .getDocuments({ ...wanted, fields: ['id', 'stamp'] })
      return new Map(results.map(({ id, stamp }) => [id, stamp]))
    },
  }
}

const among = (ids: string[]) => `id IN [${ids.map((id) => `"${id}"`).join(', ')}]`

function settingsOf(locale: string, synonyms: string[][]): Settings {
  const language = locale.split('-')[0]!
  return {
    searchableAttributes: ['name', 'subtitle', 'places', 'rest'],
    filterableAttributes: ['id', 'channelIds'],
    synonyms: synonymsOf(synonyms),
    typoTolerance: { disableOnNumbers: true },
    pagination: { maxTotalHits: MOST_HITS },
    localizedAttributes: SPOKEN.has(language)
      ? [{ attributePatterns: ['*'], locales: [language] as never }]
      : [],
  }
}

/** Each with the others of all its groups. */
function synonymsOf(groups: string[][]): Record<string, string[]> {
  const others = new Map<string, Set<string>>()
  for (const group of groups.map((words) => words.map((word) => word.toLowerCase())))
    for (const word of group) {
      const same = others.get(word) ?? new Set()
      for (const other of group) if (other !== word) same.add(other)
      others.set(word, same)
    }
  return Object.fromEntries([...others].map(([word, same]) => [word, [...same]]))
}

/** Of a task that failed the reason is thrown, unless it is one of those expected. */
async function done(task: EnqueuedTaskPromise, expected: string[] = []): Promise<void> {
  const { error } = await task
    .waitTask({ timeout: DONE_WITHIN, interval: ASKS_EVERY })
    .catch((failed: unknown) => {
      if (expected.includes(codeOf(failed) ?? '')) return { error: null }
      throw failed
    })
  if (error && !expected.includes(error.code)) throw new Error(`${error.code}: ${error.message}`)
}

/** Of a refusal, which the client wraps as it comes through a fetch of ours. */
function codeOf(failed: unknown): string | undefined {
  const answer = failed instanceof MeilisearchRequestError ? failed.cause : failed
  return answer instanceof MeilisearchApiError ? answer.cause?.code : undefined
}
