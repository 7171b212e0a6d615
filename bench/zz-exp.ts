import { timeAll } from './zz-lib.ts'
import { euro, euroOrNull, freeOf, inWords, pictureJson } from './bare/shop.ts'
export default async function (c: any) {
  const s = (
    await c.query(
      'select s.id as store, l.id as list from settings.store s join pricing.list l on l.store_id = s.id',
    )
  ).rows[0]
  const pid = (await c.query('select pg_backend_pid() as p')).rows[0].p
  const page = `(select id, position from catalog.product p
      where store_id = $1 and state = 'published' and archived_at is null
        and exists (select from catalog.variant v join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2
          and pr.currency = 'EUR' and pr.min_quantity = 1 where v.product_id = p.id and v.archived_at is null)
      order by position, id limit $3::int + 1) p`
  const page0 = `(select id, position from catalog.product p
      where store_id = $1 and state = 'published' and archived_at is null and $2::uuid is not null
      order by position, id limit $3::int + 1) p`
  const text = `join catalog.product_text t on t.product_id = p.id and t.locale = 'en'`
  const offer = `cross join lateral (
      select min(pr.amount) as lowest, max(pr.amount) as highest, sum(${freeOf('l')}) as pieces,
        (array_agg(pr.compare_at_amount order by pr.amount, v.position))[1] as compare_at
      from catalog.variant v
      join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2 and pr.currency = 'EUR' and pr.min_quantity = 1
      left join inventory.variant_item vi on vi.variant_id = v.id
      left join inventory.level l on l.item_id = vi.item_id
      where v.product_id = p.id and v.archived_at is null) o`
  const pic = `(select ${pictureJson('f', 'a')} from catalog.product_media m join media.file f on f.id = m.file_id
      left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en'
      where m.product_id = p.id order by m.position, m.id limit 1)`
  const sw = `coalesce((select json_agg(s.swatch order by s.position) from (
      select distinct ov.swatch, ov.position from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id join catalog.option_value ov on ov.id = vv.value_id
      where v.product_id = p.id and v.archived_at is null and ov.swatch is not null order by ov.position limit 12) s), '[]'::json)`
  const V: Record<string, string> = {
    page0: `select p.id, p.position from ${page0}`,
    page: `select p.id, p.position from ${page}`,
    text: `select p.id, p.position, t.slug, t.name, t.subtitle from ${page} ${text}`,
    offer: `select p.id, p.position, o.* from ${page} ${offer}`,
    pic: `select p.id, ${pic} from ${page}`,
    sw: `select p.id, ${sw} from ${page}`,
    all: `select json_build_object('id', p.id, 'slug', t.slug, 'name', t.name, 'subtitle', t.subtitle, 'picture', ${pic}, 'price', ${euro('o.lowest')}, 'priceVaries', o.lowest <> o.highest, 'compareAt', ${euroOrNull('o.compare_at')}, 'availability', ${inWords('o.pieces')}, 'swatches', ${sw})::text as card, p.position, p.id from ${page} ${text} ${offer} order by p.position, p.id`,
    cols: `select p.id, p.position, t.slug, t.name, t.subtitle, o.*, (select json_agg(json_build_array(f.storage_key, f.width, f.height, a.alt)) from (select * from catalog.product_media m where m.product_id = p.id order by m.position, m.id limit 1) m join media.file f on f.id = m.file_id left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en') as pic from ${page} ${text} ${offer} order by p.position, p.id`,
    offerpage: `select p.id, p.position, o.* from catalog.product p ${offer} where p.store_id = $1 and p.state = 'published' and p.archived_at is null and o.lowest is not null order by p.position, p.id limit $3::int + 1`,
    plainoffer: `select p.id, p.position, o.* from ${page0} ${offer}`,
    plainpic: `select p.id, ${pic} from ${page0}`,
    picnorend: `select p.id, (select json_build_object('url', f.storage_key, 'alt', a.alt) from catalog.product_media m join media.file f on f.id = m.file_id
      left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en'
      where m.product_id = p.id order by m.position, m.id limit 1) from ${page0}`,
    plainsw: `select p.id, ${sw} from ${page0}`,
    // set based, flat rows: one row per variant, value, rendition, assembled in JS
    flat: `with p as materialized (select id, position from ${page}),
      v as (select v.id, v.product_id, v.position, pr.amount, pr.compare_at_amount, ${freeOf('l')} as free from p join catalog.variant v on v.product_id = p.id and v.archived_at is null
        join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2 and pr.currency = 'EUR' and pr.min_quantity = 1
        left join inventory.variant_item vi on vi.variant_id = v.id left join inventory.level l on l.item_id = vi.item_id)
      select v.product_id, v.amount, v.compare_at_amount, v.free, v.position, ov.swatch, ov.position as place from v left join catalog.variant_value vv on vv.variant_id = v.id left join catalog.option_value ov on ov.id = vv.value_id and ov.swatch is not null`,
    rend: `with p as materialized (select id, position from ${page}) select p.id, f.storage_key, f.width, f.height, a.alt, r.storage_key as k, r.width as w, r.type from p join lateral (select m.id, m.file_id from catalog.product_media m where m.product_id = p.id order by m.position, m.id limit 1) m on true join media.file f on f.id = m.file_id left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en' left join media.rendition r on r.file_id = f.id`,
  }
  await timeAll(c, V, [s.store, s.list, 24], process.env.EXPLAIN)
}
