/**
 * What a product costs the one who asks, as parts of statements on the read model.
 *
 * An entry knows the base list's prices itself; `browse.list_price` knows those of each other list over the base. The first
 * list in rank that has the product decides. Only where it leaves variants out that a list behind it prices, too, are the
 * prices themselves asked. $1 is the store, $2 the currency.
 */
import { variantPrices } from './cards.ts'

/** Whose prices: `ids` are their price lists as they rank, the first `extra` of them beside the base list. */
export interface BuyersLists {
  ids: string[]
  extra: number
}

/** Those who have no other list. */
export const BASE_ALONE: BuyersLists = { ids: [], extra: 0 }

type Add = (value: unknown) => string

/** Where the shopper's currency stands among those of an entry: most often first, and a search asks it of thousands. */
const PRICED = 'case when e.currencies[1] = $2::text then 1 else array_position(e.currencies, $2::text) end'

export interface EntryPrice {
  /** To stand behind the entry `e`. */
  joins: string
  /** Minor units; null: it is not for sale to the one who asks. */
  lowest: string
  highest: string
}

export function entryPrice({ ids, extra }: BuyersLists, add: Add): EntryPrice {
  if (extra === 0) return { joins: '', lowest: `e.lowest[${PRICED}]`, highest: `e.highest[${PRICED}]` }
  const lists = `${add(ids)}::uuid[]`
  const of = (end: 'lowest' | 'highest', least: 'min' | 'max') =>
    `case when l.shared then (select ${least}(pr.amount) from catalog.variant v ${variantPrices(lists, true)}
        where v.product_id = e.product_id and v.archived_at is null) else coalesce(l.${end}, e.${end}[${PRICED}]) end`
  return {
    joins: `cross join lateral (
      select (array_agg(p.lowest order by p.place))[1] as lowest, (array_agg(p.highest order by p.place))[1] as highest,
        not (array_agg(p.whole order by p.place))[1] and count(*) > 1 as shared
      from (select b.*, array_position(${lists}, b.list_id) as place from browse.list_price b
        where b.product_id = e.product_id and b.currency = $2::bpchar and b.list_id = any(${lists})) p) l`,
    lowest: of('lowest', 'min'),
    highest: of('highest', 'max'),
  }
}

/** Whether a list that ranks behind (`>`) or before (`<`) that of `p` has its product, too. */
const alsoIn = (lists: string, how: '>' | '<') => `exists (
        select from browse.list_price o where o.product_id = p.product_id and o.currency = $2::bpchar and o.list_id = any(${lists})
          and array_position(${lists}, o.list_id) ${how} array_position(${lists}, p.list_id))`

/**
 * Tables of product_id and lowest, each to be walked from the cheapest on; every product that is for sale to the one who asks
 * is in one of them, once: by the base list alone, by one of the others, and where several share it.
 */
export function pricesToWalk({ ids, extra }: BuyersLists, add: Add): string[] {
  const base =
    'select p.product_id, p.lowest from browse.price p where p.store_id = $1 and p.currency = $2::bpchar'
  if (extra === 0) return [`(${base})`]
  const lists = `${add(ids)}::uuid[]`
  const theirs = `p.store_id = $1 and p.currency = $2::bpchar and p.list_id = any(${lists}) and not ${alsoIn(lists, '<')}`
  return [
    `(${base} and not exists (
        select from browse.list_price o where o.product_id = p.product_id and o.currency = $2::bpchar and o.list_id = any(${lists})))`,
    `(select p.product_id, p.lowest from browse.list_price p where ${theirs} and (p.whole or not ${alsoIn(lists, '>')}))`,
    `(select p.product_id, live.lowest from browse.list_price p
      cross join lateral (select min(pr.amount) as lowest from catalog.variant v ${variantPrices(lists, true)}
        where v.product_id = p.product_id and v.archived_at is null) live
      where ${theirs} and not p.whole and ${alsoIn(lists, '>')})`,
  ]
}
