/**
 * Smaller copies of pictures at fixed widths, made by a job; pages show the original until they are there.
 *
 * WebP first and for all pictures, in a tenth of the time that AVIF takes; the newest first, since
 * somebody waits for it. A picture that cannot be opened is tried a few times and then left alone.
 */
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import type { Call } from '#kit/invoke.ts'
import { COPY_TYPES, startPictureProcess, type CopyType, type PictureProcess } from './picture-process.ts'
import { endingOf } from './types.ts'

const WIDTHS = [320, 640, 960, 1440]
/** A copy that is hardly smaller than the next one is not worth its bytes. */
const STEP = 1.2
export const TRIES = 3
const BATCH = 20
/** Then the job ends and is due again soon, so that a store that stops need not wait for it. */
const WORK_FOR_MS = seconds(4)

/** Of the copies of a picture this wide: its own width or the largest, and the fixed ones below. */
export function widthsFor(width: number): number[] {
  const widest = Math.min(width, WIDTHS.at(-1)!)
  return [...WIDTHS.filter((each) => each * STEP < widest), widest]
}

interface Source {
  id: string
  storage_key: string
  width: number
}

/** Works until nothing is left or its time is over. */
export async function makeRenditions(app: App, call: Call, forMs: number = WORK_FOR_MS): Promise<void> {
  const until = performance.now() + forMs
  for (const type of COPY_TYPES) if (!(await makeAll(app, call, type, until))) return
}

/** Whether none is left. */
async function makeAll(app: App, call: Call, type: CopyType, until: number): Promise<boolean> {
  let before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  let pictures: PictureProcess | undefined
  try {
    for (;;) {
      const sources = await waiting(app, call, type, before)
      if (sources.length === 0) return true
      for (const source of sources) {
        if (performance.now() > until) return false
        pictures ??= startPictureProcess()
        before = source.id
        if (await render(app, call, source, type, pictures)) continue
        await pictures.end()
        pictures = undefined
      }
    }
  } finally {
    await pictures?.end()
  }
}

function waiting(app: App, call: Call, type: CopyType, before: string): Promise<Source[]> {
  return app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<Source>`
      select id, storage_key, width from media.file
      where store_id = ${ctx.storeId} and id < ${before} and awaits <> '{}' and ${type} = any(awaits) and tries < ${TRIES}
        and archived_at is null
      order by id desc limit ${BATCH}`.execute(ctx.db)
    return rows
  })
}

async function render(
  app: App,
  call: Call,
  source: Source,
  type: CopyType,
  pictures: PictureProcess,
): Promise<boolean> {
  const stored = await app.storage.open(source.storage_key)
  const failed = async (why: string) => {
    app.log.error({ file: source.id, type, why }, 'a picture has no smaller copies')
    await app.inTransaction(call, (ctx) =>
      sql`update media.file set tries = tries + 1 where store_id = ${ctx.storeId} and id = ${source.id}`.execute(
        ctx.db,
      ),
    )
    return false
  }
  if (!stored) return failed('it is not in storage')
  const answer = await pictures.copies(await buffer(stored.stream), type, widthsFor(source.width))
  if (answer.kind !== 'copies') return failed(answer.kind === 'unreadable' ? answer.reason : answer.kind)
  const made: { width: number; height: number; key: string; bytes: number }[] = []
  for (const { width, height, body } of answer.copies) {
    const key = source.storage_key.replace(/\.[a-z0-9]+$/, `-${width}.${endingOf(type)}`)
    const { bytes } = await app.storage.put(key, Buffer.from(body), { type })
    made.push({ width, height, key, bytes })
  }
  await app.inTransaction(call, async (ctx) => {
    await sql`
      with done as (
        update media.file set awaits = array_remove(awaits, ${type}) where store_id = ${ctx.storeId} and id = ${source.id}
      )
      insert into media.rendition (store_id, file_id, width, height, type, storage_key, bytes, created_at)
      select ${ctx.storeId}, ${source.id}, r.width, r.height, ${type}, r.key, r.bytes, ${ctx.now()}
      from json_to_recordset(${JSON.stringify(made)}) as r(width int, height int, key text, bytes bigint)
      on conflict do nothing`.execute(ctx.db)
  })
  return true
}
