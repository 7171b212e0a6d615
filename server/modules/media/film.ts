/** A film as pages show it: the copy that every browser plays, once it is made, and a picture until somebody plays it. */
import { Instant, Int, Link, Nullable, Text, shape, type Static } from '#kit/types.ts'
import { Picture, pictureText } from './picture.ts'

const side = Int(1, 100_000)

export const Film = shape('Film', {
  url: Link,
  type: Text(60),
  width: side,
  height: side,
  durationMs: Int(1, 2_147_483_647),
  title: Text(300, { min: 0 }),
  /** Null: there is none yet. */
  poster: Nullable(Picture),
  uploadedAt: Instant,
})
export type Film = Static<typeof Film>

/** What was made of the film: its frames as pictures, the widest as the picture itself. */
const posterOf = (file: string) => `(
    select json_build_object('url', '/files/' || (array_agg(r.storage_key order by r.width desc))[1], 'width', max(r.width), 'height', max(r.height), 'focus', null, 'alt', '',
      'sources', json_agg(json_build_object('url', '/files/' || r.storage_key, 'width', r.width, 'type', r.type) order by r.width))
    from media.rendition r where r.file_id = ${file}.id and r.type = 'image/webp' having count(*) > 0)`

/** JSON of a Film; `file` and `poster` are aliases of joined media.file, `title` an expression for its text. */
export const filmText = (file: string, poster: string, title: string) => `(
    select json_build_object('url', '/files/' || coalesce(c.storage_key, ${file}.storage_key), 'type', ${file}.type,
      'width', coalesce(c.width, ${file}.width), 'height', coalesce(c.height, ${file}.height), 'durationMs', ${file}.duration_ms, 'title', coalesce(${title}, ''),
      'poster', case when ${poster}.id is not null then ${pictureText(poster, "''")} else ${posterOf(file)} end, 'uploadedAt', kit.utc(${file}.created_at))
    from (select) one left join media.rendition c on c.file_id = ${file}.id and c.type = 'video/mp4')`
