import { timeAll } from './zz-lib.ts'
export default async function (c: any) {
  const s = (
    await c.query(
      'select s.id as store, l.id as list from settings.store s join pricing.list l on l.store_id = s.id',
    )
  ).rows[0]
  const page0 = `(select id, position from catalog.product p
      where store_id = $1 and state = 'published' and archived_at is null and $2::uuid is not null
      order by position, id limit $3::int + 1) p`
  const m = `join lateral (select m.id, m.file_id from catalog.product_media m where m.product_id = p.id order by m.position, m.id limit 1) m on true join media.file f on f.id = m.file_id left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en'`
  const pre = `set enable_bitmapscan = off`
  const V: Record<string, string> = {
    nothing: `select 1`,
    page0: `select p.id, p.position from ${page0}`,
    media: `select p.id, f.storage_key, f.width, f.height, a.alt from ${page0} ${m}`,
    r_obj: `select p.id, f.storage_key, (select json_agg(json_build_object('url', '/files/' || r.storage_key, 'width', r.width, 'type', r.type) order by r.width, r.type) from media.rendition r where r.file_id = f.id) from ${page0} ${m}`,
    r_arr: `select p.id, f.storage_key, (select json_agg(json_build_array(r.storage_key, r.width, r.type)) from media.rendition r where r.file_id = f.id) from ${page0} ${m}`,
    r_str: `select p.id, f.storage_key, (select string_agg(r.storage_key || ' ' || r.width || ' ' || r.type, ',') from media.rendition r where r.file_id = f.id) from ${page0} ${m}`,
    r_join: `select p.id, f.storage_key, r.storage_key, r.width, r.type from ${page0} ${m} left join media.rendition r on r.file_id = f.id`,
    r_count: `select p.id, f.storage_key, (select count(*) from media.rendition r where r.file_id = f.id) from ${page0} ${m}`,
    sw1: `select p.id, (select json_agg(s.swatch order by s.position) from (
      select distinct ov.swatch, ov.position from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id join catalog.option_value ov on ov.id = vv.value_id
      where v.product_id = p.id and v.archived_at is null and ov.swatch is not null order by ov.position limit 12) s) from ${page0}`,
    sw2: `select p.id, (select json_agg(ov.swatch order by ov.position) from catalog.option_value ov where ov.swatch is not null and ov.id in (select vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id where v.product_id = p.id and v.archived_at is null)) from ${page0}`,
    sw3: `select p.id, (select array_agg(vv.value_id) from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id where v.product_id = p.id and v.archived_at is null) from ${page0}`,
    sw4: `with p as materialized (select * from ${page0}), w as (select distinct v.product_id, ov.swatch, ov.position from p join catalog.variant v on v.product_id = p.id and v.archived_at is null join catalog.variant_value vv on vv.variant_id = v.id join catalog.option_value ov on ov.id = vv.value_id and ov.swatch is not null)
      select product_id, json_agg(swatch order by position) from w group by product_id`,
    sw5: `select p.id, (select json_agg(distinct jsonb_build_array(ov.position, ov.swatch)) from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id join catalog.option_value ov on ov.id = vv.value_id and ov.swatch is not null where v.product_id = p.id and v.archived_at is null) from ${page0}`,
    sw6: `select v.product_id, vv.value_id from ${page0} join catalog.variant v on v.product_id = p.id and v.archived_at is null join catalog.variant_value vv on vv.variant_id = v.id`,
  }
  await timeAll(c, V, [s.store, s.list, 24], process.env.EXPLAIN)
}
