/** The product page, written as JSON by one statement. */
import {
  Refused,
  euro,
  euroOrNull,
  freeOf,
  inWords,
  pictureJson,
  rowsOf,
  type Shop,
  type Statement,
} from './shop.ts'

const DETAIL: Statement = {
  name: 'detail',
  text: `
  with offer as (
    select v.id, v.sku, v.position, pr.amount, pr.compare_at_amount, coalesce(${freeOf('l')}, 0) as pieces
    from catalog.product_text t
    join catalog.variant v on v.product_id = t.product_id and v.archived_at is null
    join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2 and pr.currency = 'EUR' and pr.min_quantity = 1
    left join inventory.variant_item vi on vi.variant_id = v.id
    left join inventory.level l on l.item_id = vi.item_id
    where t.store_id = $1 and t.locale = 'en' and t.slug = $3 and t.live
  ), whole as (
    select min(amount) as lowest, max(amount) as highest, sum(pieces) as pieces,
      (array_agg(compare_at_amount order by amount, position))[1] as compare_at from offer
  ), choice as (
    select vv.variant_id, o.id as option_id, o.key, ot.name, ov.id as value_id, ov.key as value, vt.name as value_name, ov.swatch,
      po.position, ov.position as place
    from offer
    join catalog.variant_value vv on vv.variant_id = offer.id
    join catalog.product_option po on po.product_id = vv.product_id and po.option_id = vv.option_id
    join catalog.option o on o.id = vv.option_id
    join catalog.option_text ot on ot.option_id = o.id and ot.locale = 'en'
    join catalog.option_value ov on ov.id = vv.value_id
    join catalog.option_value_text vt on vt.value_id = ov.id and vt.locale = 'en'
  )
  select json_build_object('id', p.id, 'slug', t.slug, 'name', t.name, 'subtitle', t.subtitle, 'description', t.description, 'facts', t.facts,
    'categories', coalesce((select json_agg(json_build_object('slug', ct.slug, 'name', ct.name) order by pc.position, ct.name)
      from catalog.product_category pc join catalog.category c on c.id = pc.category_id and c.archived_at is null
      join catalog.category_text ct on ct.category_id = c.id and ct.locale = 'en' where pc.product_id = p.id), '[]'::json),
    'pictures', coalesce((select json_agg(${pictureJson('f', 'a')} order by m.position, m.id)
      from catalog.product_media m join media.file f on f.id = m.file_id
      left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en' where m.product_id = p.id), '[]'::json),
    'options', coalesce((select json_agg(json_build_object('key', key, 'name', name, 'values', choices) order by position) from (
      select key, name, position, json_agg(json_build_object('key', value, 'name', value_name, 'swatch', swatch) order by place, value) as choices
      from (select distinct key, name, position, value, value_name, swatch, place from choice) c group by key, name, position) o), '[]'::json),
    'variants', (select json_agg(json_build_object('id', v.id, 'sku', v.sku,
        'choices', coalesce((select json_agg(json_build_object('option', c.key, 'optionName', c.name, 'value', c.value,
          'valueName', c.value_name, 'swatch', c.swatch) order by c.position) from choice c where c.variant_id = v.id), '[]'::json),
        'price', ${euro('v.amount')}, 'compareAt', ${euroOrNull('v.compare_at_amount')}, 'availability', ${inWords('v.pieces')},
        'available', least(v.pieces, 99),
        'pictureUrl', (select '/files/' || f.storage_key from catalog.product_media m join media.file f on f.id = m.file_id
          where m.product_id = p.id and m.variant_id = v.id order by m.position, m.id limit 1)) order by v.position, v.id) from offer v),
    'price', ${euro('whole.lowest')}, 'priceVaries', whole.lowest <> whole.highest, 'compareAt', ${euroOrNull('whole.compare_at')},
    'availability', ${inWords('whole.pieces')}, 'version', p.version)::text as product
  from catalog.product_text t
  join catalog.product p on p.id = t.product_id and p.state = 'published' and p.archived_at is null
  cross join whole
  where t.store_id = $1 and t.locale = 'en' and t.slug = $3 and t.live and whole.lowest is not null`,
}

export async function productDetail({ pool, storeId, listId }: Shop, slug: string): Promise<string> {
  const [row] = await rowsOf<{ product: string }>(pool, DETAIL, [storeId, listId, slug])
  if (!row) throw new Refused(404, 'There is no such product.')
  return row.product
}
