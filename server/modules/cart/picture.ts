/**
 * The picture of a variant as SQL. Needs `v` and `p` around it.
 *
 * Its own; else that of the variant most like it, as the large red one looks like the small red one; else the
 * product's first.
 */
import { sql, type RawBuilder } from 'kysely'
import { pictureJson } from '../media/index.ts'

export function pictureOfVariant(locales: string[]): RawBuilder<unknown> {
  const alt = sql`(select x.alt from catalog.product_media_text x where x.product_media_id = m.id
    order by array_position(${locales}::text[], x.locale) nulls last limit 1)`
  return sql`(
    select ${pictureJson('f', alt)}
    from catalog.product_media m
    join media.file f on f.id = m.file_id and f.state = 'ready' and f.archived_at is null and f.width is not null
    where m.product_id = p.id
    order by (m.variant_id = v.id) is true desc,
      (select count(*) from catalog.variant_value mine join catalog.variant_value its using (option_id, value_id)
        where mine.variant_id = v.id and its.variant_id = m.variant_id) desc,
      m.position, m.id limit 1)`
}
