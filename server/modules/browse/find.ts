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
import { FACETS, NO_FACETS, countsOf, hitsOf, passing, type SearchFacets } from './facets.ts'
import { highlightsText, joined, markedByEngine, type SearchHighlight } from './highlights.ts'
import { matching, soughtIn } from './matching.ts'
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

export interface Sought extends Filter {
  /** Null: everything. */
  query: Query | null
}

export interface Wish extends Sought, Asked<Order> {
  /** Whether words near those typed are tried when these find little. Default: yes. */
  guess?: boolean
  /** Whether it is told where the words stand. Default: no. */
  highlights?: boolean
  /** Whether facets are counted with the page. Default: no. */
  counted?: boolean
}

/** With fewer than this many products a search also takes the words that are nearest to those typed. */
const FEW = 3

export interface Found {
  /** Cards as JSON text. */
  items: string
  next: string | null
  total: PageTotal | null
  /** In the order of the items; none when not asked for, or when nothing was sought. */
  highlights: SearchHighlight[]
  /** Of all that is found; null: they were not asked for. */
  facets: SearchFacets | null
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
  facets: SearchFacets | null
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
  if (query?.words.length === 0) return nothing(wish)
  const ground = await groundOf(ctx)
  const values = [...ground.values, ground.lists.ids]
  const [row] = await ctx.app.pool.read<Row>(statement(wish, ground, values), values)
  const { items, found, last_key, last_id, total, nearest, highlights, facets } = row!
  const wider = query && nearest ? widened(query.words, nearest) : null
  if (wider) return find({ ...wish, query: { ...query!, words: wider }, guess: false }, ctx)
  return {
    items,
    next: found > limit ? encodeCursor({ sort: order, value: last_key!, id: last_id! }) : null,
    total: total === null ? null : { count: Math.min(total, EXACT_TOTAL), atLeast: total > EXACT_TOTAL },
    highlights: await markedByEngine(query, highlights.map(joined), ctx),
    facets,
  }
}

const nothing = ({ withTotal, counted }: Wish): Found => ({
  items: '[]',
  next: null,
  total: withTotal ? { count: 0, atLeast: false } : null,
  highlights: [],
  facets: counted ? NO_FACETS : null,
})

function statement(wish: Wish, ground: Ground, values: unknown[]): string {
  const add: Add = (value) => `$${values.push(value)}`
  const cost = entryPrice(ground.lists, add)
  const all = conditions(wish, ground, cost, add)
  const narrowed = all.map(({ holds }) => `and ${holds}`).join(' ')
  const matched = matching(wish.query, ground, cost, add)
  // What is looked at whole anyway is looked at once.
  const once = wish.counted === true && wish.query !== null
  const key = once ? keyOf(wish.order, cost) : null
  const from = once ? passing(all) : `${matched} ${narrowed}`
  const { direction } = ORDERS[wish.order]
  const guesses = wish.query !== null && wish.query.found === null && wish.guess !== false
  // A later page may be the last one of many, and a short one holds few.
  const whole = wish.after === null && wish.offset === 0 && wish.limit >= FEW
  const few = `(select count(*) from ${whole ? 'page' : `(select from ${from} limit ${FEW})`} c) < ${FEW}`
  return `
  with ${wish.query ? `${soughtIn(wish.query, ground, add)}, ` : ''}${lookups(wish, add)} ${wish.counted ? `${hitsOf(matched, all, { cost, there: isThere(ground, add), key })}, ${countsOf(all)}, ` : ''}page as (
    ${pageOf(wish, ground, cost, { from, narrowed, once }, add)}
  ), shown as (
    select id, key, row_number() over (order by key ${direction}, id ${direction}) as place from page
  )
  select ${cards(`${wish.limit}`)} as items,
    (select count(*)::int from shown) as found,
    (select key::text from shown where place = ${wish.limit}) as last_key,
    (select id::text from shown where place = ${wish.limit}) as last_id,
    ${wish.withTotal ? `(select count(*)::int from (select from ${from} limit ${EXACT_TOTAL + 1}) c)` : 'null::int'} as total,
    ${guesses ? `case when ${few} then ${nearest(wish.query!.words, add)} end` : 'null::jsonb'} as nearest,
    ${wish.query && wish.highlights ? highlightsText(wish.query, ground.locale, `${wish.limit}`, add) : "'[]'::json"} as highlights,
    ${wish.counted ? FACETS : 'null::json'} as facets
  from ${cardsFrom(
    `(select h.id, h.place, o.* from shown h
    join catalog.product p on p.id = h.id and p.store_id = $1 and p.state = 'published' and p.archived_at is null${wish.channelId ? ` and ${soldIn('p', `${add(wish.channelId)}::uuid`)}` : ''}
    cross join lateral (${offers('p.id', '$5', ground.lists.ids.length > 1)}) o where o.lowest is not null)`,
    ground.stockChannelId === null ? undefined : `${add(ground.stockChannelId)}::uuid`,
  )}`
}

const keyOf = (order: Order, { lowest }: EntryPrice) => {
  const { key } = ORDERS[order]
  return key === COST ? lowest : key
}

/**
 * Ids and keys of a page and one more. With words all that match are looked at before they are put in order; without them an
 * index is walked in the order, or for prices those of the lists.
 */
function pageOf(
  { query, order, after, limit, offset }: Wish,
  { lists }: Ground,
  cost: EntryPrice,
  { from, narrowed, once }: { from: string; narrowed: string; once: boolean },
  add: Add,
): string {
  const { key, cast, direction } = ORDERS[order]
  const walked = key === COST && query === null
  const [id, by] = once
    ? ['id', 'key']
    : walked
      ? ['pr.product_id', 'pr.lowest']
      : ['e.product_id', keyOf(order, cost)]
  const past = after
    ? `and (${by}, ${id}) ${direction === 'asc' ? '>' : '<'} (${add(after.value)}::${cast}, ${add(after.id)}::uuid)`
    : ''
  const ordered = `order by key ${direction}, id ${direction}`
  const end = `limit ${limit + 1}${offset > 0 ? ` offset ${add(offset)}::int` : ''}`
  const found = `select ${id} as id, ${by} as key from ${from} ${past}`
  if (query && !once) return `select id, key from (${found} offset 0) f ${ordered} ${end}`
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
