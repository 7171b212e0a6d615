import { readFileSync } from 'node:fs'
import { euro, euroOrNull, freeOf, inWords, pictureJson } from './bare/shop.ts'
export default async function (c: any) {
  const s = (
    await c.query(
      'select s.id as store, l.id as list from settings.store s join pricing.list l on l.store_id = s.id',
    )
  ).rows[0]
  const pid = (await c.query('select pg_backend_pid() as p')).rows[0].p
  const cpu = () => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  const offer = `cross join lateral (
      select min(pr.amount) as lowest, max(pr.amount) as highest, sum(${freeOf('l')}) as pieces,
        (array_agg(pr.compare_at_amount order by pr.amount, v.position))[1] as compare_at
      from catalog.variant v
      join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2 and pr.currency = 'EUR' and pr.min_quantity = 1
      left join inventory.variant_item vi on vi.variant_id = v.id
      left join inventory.level l on l.item_id = vi.item_id
      where v.product_id = p.id and v.archived_at is null) o`
  const where = `where p.store_id = $1 and p.state = 'published' and p.archived_at is null and o.lowest is not null order by p.position, p.id limit $3::int + 1`
  const swj = `coalesce((select json_agg(ov.swatch order by ov.position) from catalog.option_value ov where ov.swatch is not null and ov.id in (
        select vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id where v.product_id = p.id and v.archived_at is null)), '[]')`
  const card = `json_build_object('id', p.id, 'slug', t.slug, 'name', t.name, 'subtitle', t.subtitle,
    'picture', (select ${pictureJson('f', 'a')} from catalog.product_media m join media.file f on f.id = m.file_id
      left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en'
      where m.product_id = p.id order by m.position, m.id limit 1),
    'price', ${euro('p.lowest')}, 'priceVaries', p.lowest <> p.highest, 'compareAt', ${euroOrNull('p.compare_at')},
    'availability', ${inWords('p.pieces')}, 'swatches', ${swj})::text`
  const A = `select ${card} as card, p.position, p.id from (select p.id, p.position, o.* from catalog.product p ${offer} ${where}) p join catalog.product_text t on t.product_id = p.id and t.locale = 'en' order by p.position, p.id`
  const B = `select p.id, p.position, t.slug, t.name, t.subtitle, p.lowest, p.highest, p.compare_at, p.pieces, f.storage_key, f.width, f.height, a.alt,
     (select json_agg(json_build_array(r.storage_key, r.width, r.type)) from media.rendition r where r.file_id = f.id) as sources, ${swj} as swatches
    from (select p.id, p.position, o.* from catalog.product p ${offer} ${where}) p join catalog.product_text t on t.product_id = p.id and t.locale = 'en'
    left join lateral (select m.id, m.file_id from catalog.product_media m where m.product_id = p.id order by m.position, m.id limit 1) m on true
    left join media.file f on f.id = m.file_id left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en' order by p.position, p.id`
  const C = B.replace(
    'json_agg(json_build_array(r.storage_key, r.width, r.type))',
    `string_agg(r.storage_key || ' ' || r.width || ' ' || r.type, ',')`,
  )
    .replace(
      /coalesce\(\(select json_agg\(ov.swatch order by ov.position\)/,
      `coalesce((select string_agg(ov.swatch, ',' order by ov.position)`,
    )
    .replace(`)), '[]') as swatches`, `)), '') as swatches`)
  const eur = (amount: number) => ({ amount, currency: 'EUR' })
  const forms: Record<string, [string, (rows: any[]) => string]> = {
    A: [A, (rows) => `{"items":[${rows.map((r) => r.card).join(',')}]}`],
    B: [
      B,
      (rows) =>
        JSON.stringify({
          items: rows.map((r) => ({
            id: r.id,
            slug: r.slug,
            name: r.name,
            subtitle: r.subtitle,
            picture: r.storage_key && {
              url: `/files/${r.storage_key}`,
              width: r.width,
              height: r.height,
              alt: r.alt ?? '',
              sources: (r.sources ?? []).map(([k, width, type]: any) => ({
                url: `/files/${k}`,
                width,
                type,
              })),
            },
            price: eur(Number(r.lowest)),
            priceVaries: r.lowest !== r.highest,
            compareAt: r.compare_at && eur(Number(r.compare_at)),
            availability: r.pieces > 5 ? 'in_stock' : 'low',
            swatches: r.swatches,
          })),
        }),
    ],
    C: [
      C,
      (rows) =>
        JSON.stringify({
          items: rows.map((r) => ({
            id: r.id,
            slug: r.slug,
            name: r.name,
            subtitle: r.subtitle,
            picture: r.storage_key && {
              url: `/files/${r.storage_key}`,
              width: r.width,
              height: r.height,
              alt: r.alt ?? '',
              sources: r.sources
                ? r.sources.split(',').map((x: string) => {
                    const [k, width, type] = x.split(' ')
                    return { url: `/files/${k}`, width: Number(width), type }
                  })
                : [],
            },
            price: eur(Number(r.lowest)),
            priceVaries: r.lowest !== r.highest,
            compareAt: r.compare_at && eur(Number(r.compare_at)),
            availability: r.pieces > 5 ? 'in_stock' : 'low',
            swatches: r.swatches ? r.swatches.split(',') : [],
          })),
        }),
    ],
  }
  for (const round of [1, 2, 3])
    for (const [name, [text, build]] of Object.entries(forms)) {
      const run = async () => build((await c.query({ name, text, values: [s.store, s.list, 24] })).rows)
      for (let i = 0; i < 60; i++) await run()
      const pgs: number[] = [],
        mine: number[] = []
      for (let r = 0; r < 15; r++) {
        const a = cpu()
        const me = process.cpuUsage()
        for (let i = 0; i < 30; i++) await run()
        const m = process.cpuUsage(me)
        pgs.push((cpu() - a) / 30)
        mine.push((m.user + m.system) / 30000)
      }
      pgs.sort((x, y) => x - y)
      mine.sort((x, y) => x - y)
      console.log(
        name,
        'pg',
        pgs[7]!.toFixed(3),
        'js',
        mine[7]!.toFixed(3),
        'sum',
        (pgs[7]! + mine[7]!).toFixed(3),
        (await run()).length,
      )
    }
}
