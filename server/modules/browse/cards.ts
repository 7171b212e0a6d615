/** The cards of a list as PostgreSQL writes them: from the catalogue, prices and stock as they are now. */
import { altOf, availability, available, money, picture, textOf } from './sql.ts'

/**
 * What a product is offered for, as SQL to join: nothing of what has no price. `product` is its id, `list` the price list,
 * $2 the currency.
 */
export const offers = (product: string, list: string) => `
      select min(pr.amount) as lowest, min(pr.amount) <> max(pr.amount) as varies, array_agg(v.id) as variants,
        (array_agg(pr.compare_at_amount order by pr.amount, v.position))[1] as compare_at
      from catalog.variant v join pricing.price pr on pr.variant_id = v.id and pr.currency = $2 and pr.list_id = ${list} and pr.min_quantity = 1
      where v.product_id = ${product} and v.archived_at is null`

/** Rows `s` of a page have id, place, and what `offers` tells; $3 are the languages. */
export const cardsFrom = (rows: string) => `${rows} s
  cross join lateral ${textOf('catalog.product_text', 'product_id', 's.id', '$3')} x
  cross join lateral (select sum(${available('v.id')}) as pieces from unnest(s.variants) as v(id)) stock
  left join lateral (select m.* from catalog.product_media m where m.product_id = s.id order by m.position, m.id limit 1) pm on true
  left join media.file f on f.id = pm.file_id`

const CARD = `json_build_object('id', s.id, 'slug', x.slug, 'name', x.name, 'subtitle', x.subtitle,
    'picture', case when f.id is null then null else ${picture('f', altOf('pm', '$3'))} end,
    'price', ${money('s.lowest', '$2::text')}, 'priceVaries', s.varies,
    'compareAt', case when s.compare_at is null then null else ${money('s.compare_at', '$2::text')} end,
    'availability', ${availability('stock.pieces')},
    'swatches', coalesce((select json_agg(w.swatch) from (
      select ov.swatch from catalog.option_value ov
      where ov.swatch is not null and ov.id in (
        select vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id
        where v.product_id = s.id and v.archived_at is null)
      order by ov.position limit 12) w), '[]'::json))`

/** The cards of the first `limit` rows, in their order, as text. */
export const cards = (limit: string) =>
  `coalesce(json_agg(${CARD} order by s.place) filter (where s.place <= ${limit}), '[]')::text`
