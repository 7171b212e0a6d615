/**
 * Finds a page of products in the read model, in one statement.
 *
 * The read model decides which and in which order; the cards are read from the source, as it is now, and what is no
 * longer for sale is left out. Without words a page is walked along the index of its order; with words all that
 * match are looked at, as they must be ranked.
 */
import type { Ctx } from '#kit/context.ts'
import { EXACT_TOTAL, encodeCursor, type PageTotal } from '#kit/page.ts'
import { baseListId } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import type { Asked } from './asked.ts'
import { cards, cardsFrom, offers } from './cards.ts'
import { dictionaryOf } from './dictionaries.ts'
import { conditions, shelfOf, type Filter } from './narrow.ts'

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
  /** Each word with its other ways to say it; null: everything. */
  words: string[][] | null
}

export interface Found {
  /** Cards as JSON text. */
  items: string
  next: string | null
  total: PageTotal | null
}

const NOTHING: Found = { items: '[]', next: null, total: { count: 0, atLeast: false } }

interface Row {
  items: string
  found: number
  last_key: string | null
  last_id: string | null
  total: number | null
}

/** The parameters that all statements on the read model begin with: $1 to $5. */
export async function groundOf(ctx: Ctx): Promise<unknown[]> {
  const { locale, currency } = ctx.scope
  const chain = localeChain(await currentSettings(ctx), locale)
  return [ctx.storeId, currency, chain, await baseListId(ctx), locale]
}

export async function find(wish: Wish, ctx: Ctx): Promise<Found> {
  if (wish.words?.length === 0) return NOTHING // signs alone
  const { order, limit, offset } = wish
  const values = [...(await groundOf(ctx)), limit, offset]
  const [row] = await ctx.app.pool.query<Row>(statement(wish, ctx.scope.locale, values), values)
  const { items, found, last_key, last_id, total } = row!
  return {
    items,
    next: found > limit ? encodeCursor({ sort: order, value: last_key!, id: last_id! }) : null,
    total: total === null ? null : { count: Math.min(total, EXACT_TOTAL), atLeast: total > EXACT_TOTAL },
  }
}

function statement(wish: Wish, locale: string, values: unknown[]): string {
  const add = (value: unknown) => `$${values.push(value)}`
  const { key, cast, direction } = ORDERS[wish.order]
  const past = direction === 'asc' ? '>' : '<'
  const byPrice = key === 'pr.lowest'
  const id = byPrice ? 'pr.product_id' : 'e.product_id'
  const from = `browse.entry e
    ${byPrice ? `join browse.price pr on pr.product_id = e.product_id and pr.store_id = $1 and pr.currency = $2` : ''}
    ${wish.words ? wanted(add, locale, wish.words) : ''}
    where e.store_id = $1 and e.locale = $5 and array_position(e.currencies, $2::text) is not null
    ${wish.words ? 'and e.words @@ w.query' : ''}
    ${conditions(wish, add)
      .map(({ holds }) => `and ${holds}`)
      .join(' ')}`
  return `
  with ${shelfOf(wish, add)} page as (
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
    ${wish.withTotal ? `(select count(*)::int from (select from ${from} limit ${EXACT_TOTAL + 1}) c)` : 'null::int'} as total
  from ${cardsFrom(`(select h.id, h.place, o.* from shown h
    join catalog.product p on p.id = h.id and p.store_id = $1 and p.state = 'published' and p.archived_at is null
    cross join lateral (${offers('p.id')}) o where o.lowest is not null)`)}`
}

/** The query `w`, once, and how well each entry answers it. */
function wanted(add: (value: unknown) => string, locale: string, words: string[][]): string {
  return `cross join (select browse.wanted(${add(dictionaryOf(locale))}::regconfig, ${add(JSON.stringify(words))}::jsonb) as query offset 0) w
    cross join lateral (select ${Object.values(SCORE).join(' + ')} as score) m`
}
