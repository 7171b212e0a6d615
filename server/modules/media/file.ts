/** A file of the store as staff see it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import {
  Count,
  Id,
  Instant,
  Int,
  Link,
  List,
  Nullable,
  OneOf,
  Text,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { Focus, focusText } from './picture.ts'

export const Visibility = OneOf('public', 'private')

export const MediaFile = shape('MediaFile', {
  id: Id,
  name: Text(200),
  type: Text(60),
  bytes: Count,
  visibility: Visibility,
  /** Null for private files: their bytes have no public address. Of a video it is the copy that every browser plays, once that is made. */
  url: Nullable(Link),
  width: Nullable(Int(1, 100_000)),
  height: Nullable(Int(1, 100_000)),
  /** Of a video. */
  durationMs: Nullable(Int(1, 2_147_483_647)),
  /** A picture of a public video, once it is made. */
  poster: Nullable(Link),
  focus: Nullable(Focus),
  sources: List(shape('MediaFileSource', { url: Link, width: Int(1, 100_000), type: Text(60) }), 12),
  createdAt: Instant,
  version: Version,
})
export type MediaFile = Static<typeof MediaFile>

export async function readFile(ctx: Ctx, id: string): Promise<MediaFile> {
  const { rows } = await sql<MediaFile>`
    select f.id, f.name, f.type, f.bytes, f.visibility, f.width, f.height, f.duration_ms as "durationMs", kit.utc(f.created_at) as "createdAt",
      case when f.visibility = 'public' then '/files/' || coalesce(v.storage_key, f.storage_key) end as url,
      case when v.file_id is not null then (select '/files/' || p.storage_key from media.rendition p
        where p.file_id = f.id and p.type = 'image/webp' order by p.width desc limit 1) end as poster, f.sources, f.version, ${sql.raw(focusText('f'))} as focus
    from media.file f left join media.rendition v on v.file_id = f.id and v.type = 'video/mp4'
    where f.store_id = ${ctx.storeId} and f.id = ${id} and f.state = 'ready' and f.archived_at is null`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  return found
}
