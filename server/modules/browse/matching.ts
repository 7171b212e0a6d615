/** Which entries have the words of a search, and how well they answer it, as parts of statements on the read model. */
import { dictionaryOf } from './dictionaries.ts'
import type { EngineHits } from './engine/engine.ts'
import type { Ground } from './find.ts'
import { isThere } from './narrow.ts'
import type { EntryPrice } from './price-sql.ts'
import type { Query } from './steering.ts'

type Add = (value: unknown) => string

/**
 * How well an entry answers: what its name says comes first, then whether it can be had and how well it sells.
 * A match in the name is worth about 600, shared with the name's other words; one only in the description nothing.
 */
const NAME = '(1000 * ts_rank(e.name_words, (select query from sought), 1))::int'
const AVAILABLE = 150
const SOLD = '(20 * ln(1 + e.sold))::int'

/** What the engine ranks stands before what only PostgreSQL finds; among themselves its ranks count as a name's words do. */
const ENGINE = 1_000

/** Beyond what words, stock and sales can reach. */
const FAR = 1_000_000

/**
 * All of the words, once, as the part `sought` that statements with `matching` begin with: as a tsquery that ranks, and as one that
 * the index knows.
 */
export const soughtIn = ({ words }: Query, { locale }: Ground, add: Add) => `sought as materialized (
    select query, browse.scoped(browse.scope($1, $4), query) as scoped
    from (select browse.wanted(${add(dictionaryOf(locale))}::regconfig, ${add(JSON.stringify(words))}::jsonb) as query offset 0) q)`

/** Entries `e` of the language that cost something and have all of the words, with their score `m`; to be followed by `and`. */
export function matching(query: Query | null, ground: Ground, cost: EntryPrice, add: Add): string {
  return `browse.entry e ${cost.joins}
    ${query ? ranked(query, ground, add) : ''}
    where ${query ? OF_ITS_WORDS : 'e.store_id = $1 and e.locale = $4'} and ${cost.lowest} is not null ${query ? `and ${answers(query, add)}` : ''}`
}

/** Not as an equation, which indexes of shelves and values know too: of all that the shop sells in a language, a list to pass through. */
const OF_ITS_WORDS = 'e.store_id is not distinct from $1 and e.locale is not distinct from $4'

/** As the index has them: whose words they are stands before each. */
const HAS_WORDS = 'browse.scoped(browse.scope(e.store_id, e.locale), e.words) @@ (select scoped from sought)'

/** Whether an entry has the words. The engine says it alone where it names all that do; the others are found by their words here. */
function answers({ pinned, found }: Query, add: Add): string {
  const named = [...pinned, ...(found?.hits ?? []).map(({ id }) => id)]
  if (named.length === 0 && !found?.all) return HAS_WORDS
  const among = `e.product_id = any(${add(named)}::uuid[])`
  return found?.all ? among : `(${HAS_WORDS} or ${among})`
}

/** How well each entry answers. */
function ranked(query: Query, ground: Ground, add: Add): string {
  return `
    ${judgedBy(query, add)}
    cross join lateral (select ${Object.values(scoreOf(query, ground, add)).join(' + ')} as score) m`
}

/** What scores are made of beside the words: what the engine gave the entry, `f`. */
export const judgedBy = ({ found }: Query, add: Add) =>
  found ? `left join ${scored(found, add)} on f.id = e.product_id` : ''

const scored = ({ hits }: EngineHits, add: Add) =>
  `unnest(${add(hits.map(({ id }) => id))}::uuid[], ${add(hits.map(({ score }) => ENGINE + Math.round(ENGINE * score)))}::int[]) as f(id, score)`

/** What the score of an entry `e` for the query `w` is the sum of. */
export function scoreOf({ pinned, buried, found }: Query, ground: Ground, add: Add): Record<string, string> {
  const place = (ids: string[]) => `array_position(${add(ids)}::uuid[], e.product_id)`
  return {
    name: found ? `case when f.id is null then ${NAME} else 0 end` : NAME,
    available: `case when ${isThere(ground, add)} then ${AVAILABLE} else 0 end`,
    sold: SOLD,
    ...(found && { engine: 'coalesce(f.score, 0)' }),
    ...(pinned.length > 0 && { pinned: `coalesce(${FAR} * (100 - ${place(pinned)}), 0)` }),
    ...(buried.length > 0 && { buried: `case when ${place(buried)} > 0 then -${FAR} else 0 end` }),
  }
}
