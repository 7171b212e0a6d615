/** The list of products, 24 cards in one statement. Rows beyond the page only tell that there is more. */
import { euro, euroOrNull, freeOf, inWords, pictureJson, rowsOf, type Shop, type Statement } from './shop.ts'

const card = `json_build_object('id', p.id, 'slug', t.slug, 'name', t.name, 'subtitle', t.subtitle,
    'picture', (select ${pictureJson('f', 'a')} from catalog.product_media m join media.file f on f.id = m.file_id
      left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en'
      where m.product_id = p.id order by m.position, m.id limit 1),
    'price', ${euro('o.lowest')}, 'priceVaries', o.lowest <> o.highest, 'compareAt', ${euroOrNull('o.compare_at')},
    'availability', ${inWords('o.pieces')},
    'swatches', coalesce((select json_agg(s.swatch order by s.position) from (
      select ov.swatch, ov.position from catalog.variant_value vv join catalog.option_value ov on ov.id = vv.value_id
      where vv.product_id = p.id and ov.swatch is not null group by ov.id order by ov.position limit 12) s), '[]'::json))::text`

const list = (name: string, past: string): Statement => ({
  name,
  text: `select ${card} as card, p.position, p.id
    from (select id, position from catalog.product p
      where store_id = $1 and state = 'published' and archived_at is null ${past}
        and exists (select from catalog.variant v join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2
          and pr.currency = 'EUR' and pr.min_quantity = 1 where v.product_id = p.id and v.archived_at is null)
      order by position, id limit $3::int + 1) p
    join catalog.product_text t on t.product_id = p.id and t.locale = 'en'
    cross join lateral (
      select min(pr.amount) as lowest, max(pr.amount) as highest, sum(${freeOf('l')}) as pieces,
        (array_agg(pr.compare_at_amount order by pr.amount, v.position))[1] as compare_at
      from catalog.variant v
      join pricing.price pr on pr.variant_id = v.id and pr.list_id = $2 and pr.currency = 'EUR' and pr.min_quantity = 1
      left join inventory.variant_item vi on vi.variant_id = v.id
      left join inventory.level l on l.item_id = vi.item_id
      where v.product_id = p.id and v.archived_at is null) o
    order by p.position, p.id`,
})
const FIRST = list('list', '')
const AFTER = list('list after', 'and (position, id) > ($4::int, $5::uuid)')

interface Row {
  card: string
  position: number
  id: string
}

export async function productList(
  { pool, storeId, listId }: Shop,
  asked: { limit?: string; after?: string },
): Promise<string> {
  const limit = Number(asked.limit ?? 20)
  const past = asked.after
    ? (JSON.parse(Buffer.from(asked.after, 'base64url').toString()) as unknown[]).slice(1)
    : []
  const rows = await rowsOf<Row>(pool, asked.after ? AFTER : FIRST, [storeId, listId, limit, ...past])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const next = last
    ? `"${Buffer.from(JSON.stringify(['position', String(last.position), last.id])).toString('base64url')}"`
    : 'null'
  return `{"items":[${shown.map((row) => row.card).join(',')}],"next":${next},"total":null}`
}
