/**
 * Of a public video: a copy that every browser plays, and its poster at the widths of pictures; made by a job, one video
 * after the other. Until they are there the video is served as it came.
 *
 * The copy tells nothing but what it shows. The original, with all it tells, is then for staff alone.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import type { Call } from '#kit/invoke.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { mediaChanged } from './events.ts'
import { startPictureProcess } from './picture-process.ts'
import { TRIES, widthsFor } from './renditions.ts'
import { PRIVATE } from './store.ts'
import { transcode } from './transcode.ts'
import { measureVideo } from './video.ts'

export const VIDEO = 'video/mp4'
const POSTER = 'image/webp'

interface Source {
  id: string
  storage_key: string
  duration_ms: number
}
interface Made {
  width: number
  height: number
  type: string
  key: string
  bytes: number
}

export const copyVideos = job({
  name: 'media.videos',
  payload: Nothing,
  everyMs: seconds(20),
  maxAttempts: 100, // it works for minutes, so every restart meets it
  transaction: 'free',
  run: (_, ctx) => copyOne(ctx.app, { actor: ctx.actor, hint: { storeId: ctx.storeId } }, ctx.signal),
})

async function copyOne(app: App, call: Call, signal: AbortSignal): Promise<void> {
  const source = await app.inTransaction(call, waiting)
  if (!source) return
  const folder = await mkdtemp(join(tmpdir(), 'quayside-video-'))
  try {
    const failed = await copied(app, call, source, folder, signal)
    if (failed === null || signal.aborted) return
    app.log.error({ file: source.id, why: failed }, 'a video has no copy')
    await app.inTransaction(call, (ctx) =>
      sql`update media.file set tries = tries + 1 where store_id = ${ctx.storeId} and id = ${source.id}`.execute(
        ctx.db,
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function waiting(ctx: Ctx): Promise<Source | undefined> {
  const { rows } = await sql<Source>`
    select id, storage_key, duration_ms from media.file
    where store_id = ${ctx.storeId} and awaits <> '{}' and ${VIDEO} = any(awaits) and tries < ${TRIES} and archived_at is null
    order by id desc limit 1`.execute(ctx.db)
  return rows[0]
}

/** What went wrong; null: nothing, or there is no ffmpeg here, and it may wait. */
async function copied(
  app: App,
  call: Call,
  source: Source,
  folder: string,
  signal: AbortSignal,
): Promise<string | null> {
  const stored = await app.storage.open(source.storage_key)
  if (!stored) return 'it is not in storage'
  const original = join(folder, 'original.mp4')
  await pipeline(stored.stream, createWriteStream(original))
  const answer = await transcode(original, folder, { durationMs: source.duration_ms, signal })
  if (answer.kind === 'unable') return null
  if (answer.kind === 'failed') return answer.reason
  const keyOf = (width: number, ending: string) =>
    source.storage_key.replace(/\.[a-z0-9]+$/, `-${width}.${ending}`)
  const { width, height } = await measureVideo({
    bytes: (await stat(answer.video)).size,
    open: (range) => createReadStream(answer.video, range),
  })
  const made: Made[] = await posters(app, answer.frame, width, (each) => keyOf(each, 'webp'))
  const key = keyOf(width, 'mp4')
  const { bytes } = await app.storage.put(key, createReadStream(answer.video), { type: VIDEO })
  made.push({ width, height, type: VIDEO, key, bytes })
  await app.storage.put(PRIVATE + source.storage_key, createReadStream(original), { type: VIDEO })
  await app.inTransaction(call, (ctx) => keep(ctx, source, made))
  // What is left of a crash here is an object without a row, and goes with the others.
  await app.storage.remove(source.storage_key)
  return null
}

async function posters(
  app: App,
  frame: string,
  width: number,
  keyOf: (width: number) => string,
): Promise<Made[]> {
  const pictures = startPictureProcess()
  try {
    const answer = await pictures.copies(await readFile(frame), POSTER, widthsFor(width))
    if (answer.kind !== 'copies') throw new Error('The poster of a video cannot be opened.')
    return await Promise.all(
      answer.copies.map(async ({ body, ...size }) => {
        const key = keyOf(size.width)
        const { bytes } = await app.storage.put(key, Buffer.from(body), { type: POSTER })
        return { ...size, type: POSTER, key, bytes }
      }),
    )
  } finally {
    await pictures.end()
  }
}

async function keep(ctx: Ctx, { id, storage_key: key }: Source, made: Made[]): Promise<void> {
  await sql`
    with done as (
      update media.file set awaits = array_remove(awaits, ${VIDEO}), storage_key = ${PRIVATE + key}, version = version + 1,
        updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${id}
    )
    insert into media.rendition (store_id, file_id, width, height, type, storage_key, bytes, created_at)
    select ${ctx.storeId}, ${id}, r.width, r.height, r.type, r.key, r.bytes, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(made)}) as r(width int, height int, type text, key text, bytes bigint)`.execute(
    ctx.db,
  )
  ctx.emit(mediaChanged, { ids: [id] })
}
