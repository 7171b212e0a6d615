/**
 * Smaller copies of pictures at fixed widths, made by a job; pages show the original until they are there.
 *
 * sharp is loaded with the first picture: the store starts without it.
 */
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Call } from '#kit/invoke.ts'

export const WIDTHS = [320, 640, 960] as const
const TYPE = 'image/webp'
/** A picture of more pixels is not opened: it would fill the memory. */
const MOST_PIXELS = 60_000_000

interface Source {
  id: string
  storage_key: string
  width: number
}

/** Answers how many pictures it worked on; none means that all is done. */
export async function makeRenditions(app: App, call: Call, most = 20): Promise<number> {
  const sources = await app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<Source>`
      select f.id, f.storage_key, f.width from media.file f
      where f.store_id = ${ctx.storeId} and f.state = 'ready' and f.archived_at is null and f.width > ${WIDTHS[0]} and f.type like 'image/%'
        and not exists (select from media.rendition r where r.file_id = f.id)
      order by f.id limit ${most} for update skip locked`.execute(ctx.db)
    return rows
  })
  for (const source of sources) await render(app, call, source)
  return sources.length
}

async function render(app: App, call: Call, source: Source): Promise<void> {
  const stored = await app.storage.open(source.storage_key)
  if (!stored) return app.log.error({ file: source.id }, 'a file is not in storage')
  const body = await buffer(stored.stream)
  const { default: sharp } = await import('sharp')
  const made: { width: number; height: number; key: string; bytes: number }[] = []
  for (const width of WIDTHS.filter((each) => each < source.width)) {
    const { data, info } = await sharp(body, { limitInputPixels: MOST_PIXELS })
      .resize({ width })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
    const key = source.storage_key.replace(/\.[a-z0-9]+$/, `-${width}.webp`)
    const { bytes } = await app.storage.put(key, data, { type: TYPE })
    made.push({ width, height: info.height, key, bytes })
  }
  await app.inTransaction(call, (ctx) =>
    sql`
    insert into media.rendition (store_id, file_id, width, height, type, storage_key, bytes, created_at)
    select ${ctx.storeId}, ${source.id}, r.width, r.height, ${TYPE}, r.key, r.bytes, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(made)}) as r(width int, height int, key text, bytes bigint)
    on conflict do nothing`
      .execute(ctx.db)
      .then(() => {}),
  )
}
