/** A picture as pages show it: the file with its smaller copies, widths and heights known, so nothing jumps. */
import { sql, type RawBuilder } from 'kysely'
import { Int, Link, List, Text, shape, type Static } from '#kit/types.ts'

export const Picture = shape('Picture', {
  url: Link,
  width: Int(1, 100_000),
  height: Int(1, 100_000),
  alt: Text(500, { min: 0 }),
  sources: List(shape('PictureSource', { url: Link, width: Int(1, 100_000), type: Text(60) }), 12),
})
export type Picture = Static<typeof Picture>

/** JSON of a Picture, as SQL; `file` is the alias of a joined media.file, `alt` an expression for its text. */
export function pictureJson(file: RawBuilder<unknown>, alt: RawBuilder<unknown>): RawBuilder<Picture> {
  return sql<Picture>`json_build_object('url', '/files/' || ${file}.storage_key, 'width', ${file}.width, 'height', ${file}.height, 'alt', coalesce(${alt}, ''),
    'sources', coalesce((select json_agg(json_build_object('url', '/files/' || r.storage_key, 'width', r.width, 'type', r.type) order by r.width, r.type)
      from media.rendition r where r.file_id = ${file}.id), '[]'::json))`
}
