/**
 * The list of products, 24 cards from one statement; the row beyond the page only tells that there is more. The limit stands in
 * the text: PostgreSQL plans a statement anew each time when it cannot see how few rows are wanted.
 *
 * Walking the offers with the page ends it early and needs no second look for what has a price; columns
 * made into JSON here cost a little less, all in all, than JSON written by PostgreSQL.
 */
import { focusOf, freeOf, rowsOf, type Shop, type Statement } from './shop.ts'

/** What product `product` costs and how many there are; $2 is the base list. */
export const offersOf = (product: string) => `
      select min(pr.amount)::int as lowest, max(pr.amount)::int as highest, sum(${freeOf('l')})::int as pieces,
        (array_agg(pr.compare_at_amount order by pr.amount, v.position))[1] as compare_at,
        (array_agg(pr.id order by pr.amount, v.position))[1] as price_id,
        case when count(distinct v.id) = 1 then (array_agg(v.id))[1] end as variant_id
      from catalog.variant v
      join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2 and pr.currency = 'EUR' and pr.min_quantity = 1
      left join inventory.variant_item vi on vi.variant_id = v.id
      left join inventory.level l on l.item_id = vi.item_id
      where v.product_id = ${product} and v.archived_at is null`

/** Cards of the products of a page, which has their ids, their place and what `offersOf` tells. */
export const cardsOf = (page: string, order: string) => `
  select p.id, p.position, t.slug, t.name, t.subtitle, p.lowest, p.highest, p.compare_at, p.pieces,
    case when p.compare_at is not null then pricing.lowest_before(p.price_id) end as lowest_before, f.storage_key, f.width, f.height, a.alt,
    ${focusOf('f')} as focus, f.sources,
    (select json_agg(ov.swatch order by ov.position) from catalog.option_value ov where ov.swatch is not null and ov.id in (
      select vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id
      where v.product_id = p.id and v.archived_at is null)) as swatches,
    r.ratings, r.average_hundredths, p.variant_id
  from (${page}) p
  join catalog.product_text t on t.product_id = p.id and t.locale = 'en'
  left join lateral (select m.id, m.file_id from catalog.product_media m where m.product_id = p.id order by m.position, m.id limit 1) m on true
  left join media.file f on f.id = m.file_id
  left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en'
  left join browse.rating r on r.product_id = p.id
  order by ${order}`

const list = (limit: number, past: string): Statement => ({
  name: `list ${limit} ${past ? 'after' : 'first'}`,
  text: cardsOf(
    `select p.id, p.position, o.* from catalog.product p
    cross join lateral (${offersOf('p.id')}) o
    where p.store_id = $1 and p.state = 'published' and p.archived_at is null and o.lowest is not null ${past}
    order by p.position, p.id limit ${limit + 1}`,
    'p.position, p.id',
  ),
})
const AFTER = 'and (p.position, p.id) > ($3::int, $4::uuid)'

export interface Row {
  id: string
  position: number
  slug: string
  name: string
  subtitle: string | null
  lowest: number
  highest: number
  compare_at: number | null
  lowest_before: number | null
  pieces: number
  storage_key: string | null
  width: number
  height: number
  alt: string | null
  focus: unknown
  sources: unknown[] | null
  swatches: string[] | null
  variant_id: string | null
  ratings: number | null
  average_hundredths: number | null
}

export async function productList(
  { pool, storeId, listId }: Shop,
  asked: { limit?: string; after?: string },
): Promise<string> {
  const limit = Number(asked.limit ?? 20)
  const past = asked.after
    ? (JSON.parse(Buffer.from(asked.after, 'base64url').toString()) as unknown[]).slice(1)
    : []
  const rows = await rowsOf<Row>(pool, list(limit, asked.after ? AFTER : ''), [storeId, listId, ...past])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const cursor = last && JSON.stringify(['position', String(last.position), last.id])
  const next = cursor ? Buffer.from(cursor).toString('base64url') : null
  return JSON.stringify({ items: shown.map(card), next, total: null })
}

const euros = (amount: number) => ({ amount, currency: 'EUR' })

export function card(row: Row) {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    subtitle: row.subtitle,
    picture: row.storage_key && {
      url: `/files/${row.storage_key}`,
      width: row.width,
      height: row.height,
      alt: row.alt ?? '',
      focus: row.focus,
      sources: row.sources,
    },
    price: euros(row.lowest),
    priceVaries: row.lowest !== row.highest,
    compareAt: row.compare_at === null ? null : euros(row.compare_at),
    lowestIn30Days: row.lowest_before === null ? null : euros(row.lowest_before),
    measurePrice: null,
    availability: row.pieces > 5 ? 'in_stock' : row.pieces > 0 ? 'low_stock' : 'out_of_stock',
    rating: row.ratings ? { count: row.ratings, averageHundredths: row.average_hundredths } : null,
    swatches: (row.swatches ?? []).slice(0, 12),
    variantId: row.variant_id,
  }
}
