/**
 * Finds a page of products in the read model, in one statement.
 *
 * The read model decides which and in which order; the cards are read from the source, as it is now, and what is no
 * longer for sale is left out. Without words a page is walked along the index of its order; with words all that
 * match are looked at, as they must be ranked.
 */
import type { Ctx } from '#kit/context.ts'
import { EXACT_TOTAL, encodeCursor, type PageTotal } from '#kit/page.ts'
import { soldIn } from '../catalog/index.ts'
import { baseListId, listsOfAsker } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import type { Asked } from './asked.ts'
import { cards, cardsFrom, offers } from './cards.ts'
import { stockChannelOf } from './channel.ts'
import { dictionaryOf } from './dictionaries.ts'
import type { EngineHits } from './engine/engine.ts'
import { highlightsText, joined, markedByEngine, type SearchHighlight } from './highlights.ts'
import { conditions, isThere, lookups, type Filter } from './narrow.ts'
import { entryPrice, pricesToWalk, type BuyersLists, type EntryPrice } from './price-sql.ts'
import type { Query } from './steering.ts'
import { widened } from './terms.ts'

/** What the read model can be ordered by; a price is `COST`, whatever it is for the one who asks. */
const COST = 'cost'
export const ORDERS = {
  relevance: { key: 'm.score', cast: 'int', direction: 'desc' },
  position: { key: 'e.position', cast: 'int', direction: 'asc' },
  newest: { key: 'e.published_at', cast: 'timestamptz', direction: 'desc' },
  name: { key: 'e.sort_name', cast: 'text', direction: 'asc' },
  price: { key: COST, cast: 'bigint', direction: 'asc' },
  '-price': { key: COST, cast: 'bigint', direction: 'desc' },
} as const
export type Order = keyof typeof ORDERS

/**
 * How well an entry answers: what its name says comes first, then whether it can be had and how well it sells.
 * A match in the name is worth about 600, shared with the name's other words; one only in the description nothing.
 */
const NAME = '(1000 * ts_rank(e.name_words, w.query, 1))::int'
const AVAILABLE = 150
const SOLD = '(20 * ln(1 + e.sold))::int'

export interface Wish extends Filter, Asked<Order> {
  /** Null: everything. */
  query: Query | null
  /** Whether words near those typed are tried when these find little. Default: yes. */
  guess?: boolean
  /** Whether it is told where the words stand. Default: no. */
  highlights?: boolean
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
  /** In the order of the items; none when not asked for, or when nothing was sought. */
  highlights: SearchHighlight[]
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
  highlights: SearchHighlight[]
}

/** What all statements on the read model begin with. */
export interface Ground {
  /** $1 store, $2 currency, $3 languages, $4 the first of them. */
  values: unknown[]
  locale: string
  lists: BuyersLists
  /** Whose places count for what is there; null: all. */
  stockChannelId: string | null
}

/** Without `lists` those of the one who asks. */
export async function groundOf(ctx: Ctx, lists?: BuyersLists): Promise<Ground> {
  const { locale, currency } = ctx.scope
  return {
    values: [ctx.storeId, currency, localeChain(await currentSettings(ctx), locale), locale],
    locale,
    lists: lists ?? (await listsOf(ctx)),
    stockChannelId: await stockChannelOf(ctx),
  }
}

async function listsOf(ctx: Ctx): Promise<BuyersLists> {
  const ids = (await listsOfAsker(ctx)).map(({ id }) => id)
  const base = await baseListId(ctx)
  return { ids, extra: ids.filter((id) => id !== base).length }
}

/**
 * One statement; two when the words as typed find little and others are near them. Planned once: no plan
 * for these very words or bounds would be another, and to plan takes as long as to find few.
 */
export async function find(wish: Wish, ctx: Ctx): Promise<Found> {
  const { order, limit, query } = wish
  if (query?.words.length === 0)
    return { items: '[]', next: null, total: wish.withTotal ? NONE : null, query, highlights: [] }
  const ground = await groundOf(ctx)
  const values = [...ground.values, ground.lists.ids]
  const [row] = await ctx.app.pool.read<Row>(statement(wish, ground, values), values)
  const { items, found, last_key, last_id, total, nearest, highlights } = row!
  const wider = query && nearest ? widened(query.words, nearest) : null
  if (wider) return find({ ...wish, query: { ...query!, words: wider }, guess: false }, ctx)
  return {
    items,
    next: found > limit ? encodeCursor({ sort: order, value: last_key!, id: last_id! }) : null,
    total: total === null ? null : { count: Math.min(total, EXACT_TOTAL), atLeast: total > EXACT_TOTAL },
    query,
    highlights: await markedByEngine(query, highlights.map(joined), ctx),
  }
}

const NONE: PageTotal = { count: 0, atLeast: false }

function statement(wish: Wish, ground: Ground, values: unknown[]): string {
  const add: Add = (value) => `$${values.push(value)}`
  const cost = entryPrice(ground.lists, add)
  const narrowed = conditions(wish, ground, cost, add)
    .map(({ holds }) => `and ${holds}`)
    .join(' ')
  const from = `${matching(wish.query, ground, cost, add)} ${narrowed}`
  const { direction } = ORDERS[wish.order]
  const guesses = wish.query !== null && wish.query.found === null && wish.guess !== false
  // A later page may be the last one of many.
  const counted = wish.after || wish.offset > 0 ? `(select from ${from} limit ${FEW})` : 'page'
  const few = `(select count(*) from ${counted} c) < least(${FEW}, ${wish.limit + 1})`
  return `
  with ${lookups(wish, add)} page as (
    ${pageOf(wish, ground, cost, from, narrowed, add)}
  ), shown as (
    select id, key, row_number() over (order by key ${direction}, id ${direction}) as place from page
  )
  select ${cards(`${wish.limit}`)} as items,
    (select count(*)::int from shown) as found,
    (select key::text from shown where place = ${wish.limit}) as last_key,
    (select id::text from shown where place = ${wish.limit}) as last_id,
    ${wish.withTotal ? `(select count(*)::int from (select from ${from} limit ${EXACT_TOTAL + 1}) c)` : 'null::int'} as total,
    ${guesses ? `case when ${few} then ${nearest(wish.query!.words, add)} end` : 'null::jsonb'} as nearest,
    ${wish.query && wish.highlights ? highlightsText(wish.query, ground.locale, `${wish.limit}`, add) : "'[]'::json"} as highlights
  from ${cardsFrom(
    `(select h.id, h.place, o.* from shown h
    join catalog.product p on p.id = h.id and p.store_id = $1 and p.state = 'published' and p.archived_at is null${wish.channelId ? ` and ${soldIn('p', `${add(wish.channelId)}::uuid`)}` : ''}
    cross join lateral (${offers('p.id', '$5', ground.lists.ids.length > 1)}) o where o.lowest is not null)`,
    ground.stockChannelId === null ? undefined : `${add(ground.stockChannelId)}::uuid`,
  )}`
}

/**
 * Ids and keys of a page and one more. With words all that match are looked at before they are put in order; without them an
 * index is walked in the order, or for prices those of the lists.
 */
function pageOf(
  { query, order, after, limit, offset }: Wish,
  { lists }: Ground,
  cost: EntryPrice,
  from: string,
  narrowed: string,
  add: Add,
): string {
  const { key, cast, direction } = ORDERS[order]
  const walked = key === COST && query === null
  const [id, by] = walked
    ? ['pr.product_id', 'pr.lowest']
    : ['e.product_id', key === COST ? cost.lowest : key]
  const past = after
    ? `and (${by}, ${id}) ${direction === 'asc' ? '>' : '<'} (${add(after.value)}::${cast}, ${add(after.id)}::uuid)`
    : ''
  const ordered = `order by key ${direction}, id ${direction}`
  const end = `limit ${limit + 1}${offset > 0 ? ` offset ${add(offset)}::int` : ''}`
  const found = `select ${id} as id, ${by} as key from ${from} ${past}`
  if (query) return `select id, key from (${found} offset 0) f ${ordered} ${end}`
  if (!walked) return `${found} ${ordered} ${end}`
  const pages = pricesToWalk(lists, add).map(
    (prices) => `select ${id} as id, ${by} as key from ${prices} pr
      join browse.entry e on e.store_id = $1 and e.locale = $4 and e.product_id = pr.product_id ${cost.joins}
      where true ${narrowed} ${past} ${ordered}`,
  )
  if (pages.length === 1) return `${pages[0]} ${end}`
  const all = pages
    .map((page) => `(${page} limit ${limit + 1}${offset > 0 ? ` + ${add(offset)}::int` : ''})`)
    .join(' union all ')
  return `select id, key from (${all}) a ${ordered} ${end}`
}

/** Of each word as it was typed the nearest ones, as JSON. */
const nearest = (words: string[][], add: Add) => `(
      select jsonb_agg(browse.nearest($1, $4, t.word, t.place = ${words.length}) order by t.place)
      from unnest(${add(words.map(([typed]) => typed))}::text[]) with ordinality as t(word, place))`

/** Entries `e` of the language that cost something and have all of the words, with their score `m`; to be followed by `and`. */
export function matching(query: Query | null, ground: Ground, cost: EntryPrice, add: Add): string {
  return `browse.entry e ${cost.joins}
    ${query ? ranked(query, ground, add) : ''}
    where e.store_id = $1 and e.locale = $4 and ${cost.lowest} is not null ${query ? `and ${answers(query, add)}` : ''}`
}

/** Whether an entry has the words. The engine says it alone where it names all that do; the others are found by their words here. */
function answers({ pinned, found }: Query, add: Add): string {
  const named = [...pinned, ...(found?.hits ?? []).map(({ id }) => id)]
  if (named.length === 0 && !found?.all) return 'e.words @@ w.query'
  const among = `e.product_id = any(${add(named)}::uuid[])`
  return found?.all ? among : `(e.words @@ w.query or ${among})`
}

/** The query `w`, once, and how well each entry answers it. */
function ranked(query: Query, ground: Ground, add: Add): string {
  return `
    ${sought(query, ground.locale, add)}
    cross join lateral (select ${Object.values(scoreOf(query, ground, add)).join(' + ')} as score) m`
}

/** What scores are made of: all of the words as the tsquery `w`, and what the engine gave the entry, `f`. */
export const sought = ({ words, found }: Query, locale: string, add: Add) => `
    cross join (select ${wanted(words, locale, add)} as query offset 0) w${found ? ` left join ${scored(found, add)} on f.id = e.product_id` : ''}`

const scored = ({ hits }: EngineHits, add: Add) =>
  `unnest(${add(hits.map(({ id }) => id))}::uuid[], ${add(hits.map(({ score }) => ENGINE + Math.round(ENGINE * score)))}::int[]) as f(id, score)`

/** All of the words, as a tsquery. */
export const wanted = (words: string[][], locale: string, add: Add) =>
  `browse.wanted(${add(dictionaryOf(locale))}::regconfig, ${add(JSON.stringify(words))}::jsonb)`

/** What the engine ranks stands before what only PostgreSQL finds; among themselves its ranks count as a name's words do. */
const ENGINE = 1_000

/** Beyond what words, stock and sales can reach. */
const FAR = 1_000_000

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
