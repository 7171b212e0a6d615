/** The cards of a list as PostgreSQL writes them: from the catalogue, prices and stock as they are now. */
import { measurePriceText } from '../catalog/index.ts'
import { cardRating } from './rating.ts'
import { altOf, availability, available, money, picture, textOf } from './sql.ts'

/**
 * What a product is offered for, as SQL to join: nothing of what has no price. `product` is its id, `lists` are the price lists
 * of who asks as they rank, `many` whether there is more than the base list; $2 the currency.
 */
export const offers = (product: string, lists: string, many: boolean) => `
      select min(pr.amount) as lowest, min(pr.amount) <> max(pr.amount) as varies, array_agg(v.id) as variants, bool_or(v.content_size is not null) as measured,
        (array_agg(pr.compare_at_amount order by pr.amount, v.position))[1] as compare_at,
        (array_agg(pr.id order by pr.amount, v.position))[1] as price_id
      from catalog.variant v ${variantPrices(`${lists}::uuid[]`, many)}
      where v.product_id = ${product} and v.archived_at is null`

/**
 * Joins to the variant `v` the price `pr` of one piece for who asks; nothing where it has none.
 *
 * The currency is compared in the type of its column. As text, which it is elsewhere in these statements, nothing is known
 * of it: the planner then takes few prices for one, and a shop of a hundred products was read variant by variant.
 */
export const variantPrices = (lists: string, many: boolean) => (many ? fromMany(lists) : fromBase(lists))

const fromBase = (lists: string) =>
  `join pricing.price pr on pr.variant_id = v.id and pr.currency = $2::bpchar and pr.list_id = (${lists})[1] and pr.min_quantity = 1`

/** The base list is the last. */
const fromMany = (lists: string) => `cross join lateral (
        select o.id, o.amount, coalesce(o.compare_at_amount, case when b.amount > o.amount then b.amount end) as compare_at_amount
        from pricing.price o left join pricing.price b on b.variant_id = o.variant_id and b.currency = o.currency and b.min_quantity = 1
          and b.list_id = (${lists})[cardinality(${lists})]
        where o.variant_id = v.id and o.currency = $2::bpchar and o.list_id = any(${lists}) and o.min_quantity = 1
        order by array_position(${lists}, o.list_id) limit 1) pr`

/**
 * Rows `s` of a page have id, place, and what `offers` tells; $3 are the languages. With `channel`, an expression, only what lies
 * where it sells from is there.
 */
export const cardsFrom = (rows: string, channel?: string) => `${rows} s
  cross join lateral ${textOf('catalog.product_text', 'product_id', 's.id', '$3')} x
  cross join lateral (select sum(${available('v.id', { channel })}) as pieces from unnest(s.variants) as v(id)) stock
  left join lateral (select m.* from catalog.product_media m where m.product_id = s.id order by m.position, m.id limit 1) pm on true
  left join media.file f on f.id = pm.file_id
  left join browse.rating rt on rt.product_id = s.id`

const CARD = `json_build_object('id', s.id, 'slug', x.slug, 'name', x.name, 'subtitle', x.subtitle,
    'picture', case when f.id is null then null else ${picture('f', altOf('pm', '$3'))} end,
    'price', ${money('s.lowest', '$2::text')}, 'priceVaries', s.varies,
    'compareAt', case when s.compare_at is null then null else ${money('s.compare_at', '$2::text')} end,
    'lowestIn30Days', case when s.compare_at is not null then (select ${money('l.amount', '$2::text')}
      from (select pricing.lowest_before(s.price_id) as amount) l where l.amount is not null) end,
    'measurePrice', case when s.measured then (select ${measurePriceText('v', 's.lowest', '$2::text')}
      from pricing.price pr join catalog.variant v on v.id = pr.variant_id where pr.id = s.price_id and v.content_size is not null) end,
    'availability', ${availability('stock.pieces')}, 'rating', ${cardRating('rt')},
    'swatches', coalesce((select json_agg(w.swatch) from (
      select ov.swatch from catalog.option_value ov
      where ov.swatch is not null and ov.id in (
        select vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id
        where v.product_id = s.id and v.archived_at is null)
      order by ov.position limit 12) w), '[]'::json),
    'variantId', case when cardinality(s.variants) = 1
      and not exists (select from catalog.bundle_group g where g.variant_id = s.variants[1]) then s.variants[1] end)`

/** The cards of the first `limit` rows, in their order, as text. */
export const cards = (limit: string) =>
  `coalesce(json_agg(${CARD} order by s.place) filter (where s.place <= ${limit}), '[]')::text`
