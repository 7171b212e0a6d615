/**
 * Finds a page of products in the read model, in one statement.
 *
 * The read model decides which and in which order; the cards are read from the source, as it is now, and what is no
 * longer for sale is left out. Without words a page is walked along the index of its order; with words all that
 * match are looked at, as they must be ranked.
 */
import type { Ctx } from '#kit/context.ts'
import { EXACT_TOTAL, encodeCursor, type PageTotal } from '#kit/page.ts'
import { listsOfAsker } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import type { Asked } from './asked.ts'
import { cards, cardsFrom, offers } from './cards.ts'
import { dictionaryOf } from './dictionaries.ts'
import { PRICED, conditions, lookups, type Filter } from './narrow.ts'
import type { Query } from './steering.ts'
import { widened } from './terms.ts'

/** What the read model can be ordered by; prices are walked along a table of their own. */
export const ORDERS = {
  relevance: { key: 'm.score', cast: 'int', direction: 'desc' },
  position: { key: 'e.position', cast: 'int', direction: 'asc' },
  newest: { key: 'e.published_at', cast: 'timestamptz', direction: 'desc' },
  name: { key: 'e.sort_name', cast: 'text', direction: 'asc' },
  price: { key: 'pr.lowest', cast: 'bigint', direction: 'asc' },
  '-price': { key: 'pr.lowest', cast: 'bigint', direction: 'desc' },
} as const
export type Order = keyof typeof ORDERS

/**
 * How well an entry answers: what its name says comes first, then whether it can be had and how well it sells.
 * A match in the name is worth about 600, shared with the name's other words; one only in the description nothing.
 */
export const SCORE = {
  name: '(1000 * ts_rank(e.name_words, w.query, 1))::int',
  available: 'case when e.available then 150 else 0 end',
  sold: '(20 * ln(1 + e.sold))::int',
}

export interface Wish extends Filter, Asked<Order> {
  /** Null: everything. */
  query: Query | null
  /** Whether words near those typed are tried when these find little. Default: yes. */
  guess?: boolean
}

/** With fewer than this many products a search also takes the words that are nearest to those typed. */
const FEW = 3

export interface Found {
  /** Cards as JSON text. */
  items: string
  next: string | null
  total: PageTotal | null
  /** As it was sought in the end. */
  query: Query | null
}

type Add = (value: unknown) => string

interface Row {
  items: string
  found: number
  last_key: string | null
  last_id: string | null
  total: number | null
  /** When there are few: of each word those nearest to it. */
  nearest: string[][] | null
}

/** The parameters that all statements on the read model begin with: $1 store, $2 currency, $3 languages, $4 the first of them. */
export async function groundOf(ctx: Ctx): Promise<unknown[]> {
  const { locale, currency } = ctx.scope
  return [ctx.storeId, currency, localeChain(await currentSettings(ctx), locale), locale]
}

/** One statement; two when the words as typed find little and others are near them. */
export async function find(wish: Wish, ctx: Ctx): Promise<Found> {
  const { order, limit, offset, query } = wish
  if (query?.words.length === 0)
    return { items: '[]', next: null, total: wish.withTotal ? NONE : null, query }
  const lists = (await listsOfAsker(ctx)).map(({ id }) => id)
  const values = [...(await groundOf(ctx)), lists, limit, offset]
  const [row] = await ctx.app.pool.query<Row>(statement(wish, ctx.scope.locale, values), values)
  const { items, found, last_key, last_id, total, nearest } = row!
  const wider = query && nearest ? widened(query.words, nearest) : null
  if (wider) return find({ ...wish, query: { ...query!, words: wider }, guess: false }, ctx)
  return {
    items,
    next: found > limit ? encodeCursor({ sort: order, value: last_key!, id: last_id! }) : null,
    total: total === null ? null : { count: Math.min(total, EXACT_TOTAL), atLeast: total > EXACT_TOTAL },
    query,
  }
}

const NONE: PageTotal = { count: 0, atLeast: false }

function statement(wish: Wish, locale: string, values: unknown[]): string {
  const add: Add = (value) => `$${values.push(value)}`
  const many = (values[4] as string[]).length > 1
  const { key, cast, direction } = ORDERS[wish.order]
  const past = direction === 'asc' ? '>' : '<'
  const byPrice = key === 'pr.lowest'
  const id = byPrice ? 'pr.product_id' : 'e.product_id'
  const from = `${matching(wish.query, locale, add, byPrice)}
    ${conditions(wish, add)
      .map(({ holds }) => `and ${holds}`)
      .join(' ')}`
  const guesses = wish.query !== null && wish.guess !== false
  // A later page may be the last one of many.
  const counted = wish.after || wish.offset > 0 ? `(select from ${from} limit ${FEW})` : 'page'
  const few = `(select count(*) from ${counted} c) < least(${FEW}, $6::int + 1)`
  return `
  with ${lookups(wish, add)} page as (
    select ${id} as id, ${key} as key from ${from}
    ${wish.after ? `and (${key}, ${id}) ${past} (${add(wish.after.value)}::${cast}, ${add(wish.after.id)}::uuid)` : ''}
    order by ${key} ${direction}, ${id} ${direction} limit $6::int + 1 offset $7::int
  ), shown as (
    select id, key, row_number() over (order by key ${direction}, id ${direction}) as place from page
  )
  select ${cards('$6::int')} as items,
    (select count(*)::int from shown) as found,
    (select key::text from shown where place = $6::int) as last_key,
    (select id::text from shown where place = $6::int) as last_id,
    ${wish.withTotal ? `(select count(*)::int from (select from ${from} limit ${EXACT_TOTAL + 1}) c)` : 'null::int'} as total,
    ${guesses ? `case when ${few} then ${nearest(wish.query!.words, add)} end` : 'null::jsonb'} as nearest
  from ${cardsFrom(`(select h.id, h.place, o.* from shown h
    join catalog.product p on p.id = h.id and p.store_id = $1 and p.state = 'published' and p.archived_at is null
    cross join lateral (${offers('p.id', '$5', many)}) o where o.lowest is not null)`)}`
}

/** Of each word as it was typed the nearest ones, as JSON. */
const nearest = (words: string[][], add: Add) => `(
      select jsonb_agg(browse.nearest($1, $4, t.word, t.place = ${words.length}) order by t.place)
      from unnest(${add(words.map(([typed]) => typed))}::text[]) with ordinality as t(word, place))`

/** Entries `e` of the language that have a price and all of the words, with their score `m`; to be followed by `and`. */
export function matching(query: Query | null, locale: string, add: Add, byPrice = false): string {
  const found = query?.pinned.length
    ? `(e.words @@ w.query or e.product_id = any(${add(query.pinned)}::uuid[]))`
    : 'e.words @@ w.query'
  return `browse.entry e
    ${byPrice ? 'join browse.price pr on pr.product_id = e.product_id and pr.store_id = $1 and pr.currency = $2' : ''}
    ${query ? ranked(query, locale, add) : ''}
    where e.store_id = $1 and e.locale = $4 and ${PRICED} is not null ${query ? `and ${found}` : ''}`
}

/** The query `w`, once, and how well each entry answers it. */
function ranked(query: Query, locale: string, add: Add): string {
  return `
    cross join (select ${wanted(query.words, locale, add)} as query offset 0) w
    cross join lateral (select ${Object.values(scoreOf(query, add)).join(' + ')} as score) m`
}

/** All of the words, as a tsquery. */
export const wanted = (words: string[][], locale: string, add: Add) =>
  `browse.wanted(${add(dictionaryOf(locale))}::regconfig, ${add(JSON.stringify(words))}::jsonb)`

/** Beyond what words, stock and sales can reach. */
const FAR = 1_000_000

/** What the score of an entry `e` for the query `w` is the sum of. */
export function scoreOf({ pinned, buried }: Query, add: Add): Record<string, string> {
  const place = (ids: string[]) => `array_position(${add(ids)}::uuid[], e.product_id)`
  return {
    ...SCORE,
    ...(pinned.length > 0 && { pinned: `coalesce(${FAR} * (100 - ${place(pinned)}), 0)` }),
    ...(buried.length > 0 && { buried: `case when ${place(buried)} > 0 then -${FAR} else 0 end` }),
  }
}
