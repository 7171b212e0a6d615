/** The picture of a variant as SQL: its own first, else the product's first. Needs `v` and `p` around it. */
import { sql, type RawBuilder } from 'kysely'
import { pictureJson } from '../media/index.ts'

export function pictureOfVariant(locales: string[]): RawBuilder<unknown> {
  const alt = sql`(select x.alt from catalog.product_media_text x where x.product_media_id = m.id
    order by array_position(${locales}::text[], x.locale) nulls last limit 1)`
  return sql`(
    select ${pictureJson(sql`f`, alt)}
    from catalog.product_media m
    join media.file f on f.id = m.file_id and f.state = 'ready' and f.archived_at is null and f.width is not null
    where m.product_id = p.id and (m.variant_id = v.id or m.variant_id is null)
    order by (m.variant_id is null), m.position, m.id limit 1)`
}
