/**
 * Smaller copies of pictures at fixed widths, made by a job; pages show the original until they are there.
 *
 * A picture that cannot be opened is logged and left alone until the store starts again.
 */
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import type { Call } from '#kit/invoke.ts'
import { startPictureProcess, type PictureProcess } from './picture-process.ts'

export const WIDTHS = [320, 640, 960] as const
const TYPE = 'image/webp'
const BATCH = 20
/** Then the job ends and is due again soon, so that a store that stops need not wait for it. */
const WORK_FOR_MS = seconds(4)

const unreadable = new WeakMap<App, Set<string>>()

function leftAlone(app: App): Set<string> {
  const known = unreadable.get(app) ?? new Set<string>()
  unreadable.set(app, known)
  return known
}

interface Source {
  id: string
  storage_key: string
}

/** Works until nothing is left or its time is over; answers how many pictures got their copies. */
export async function makeRenditions(app: App, call: Call, forMs: number = WORK_FOR_MS): Promise<number> {
  const began = performance.now()
  let after = '00000000-0000-0000-0000-000000000000'
  let made = 0
  let pictures: PictureProcess | undefined
  try {
    for (;;) {
      const sources = await waiting(app, call, after)
      if (sources.length === 0) return made
      for (const source of sources) {
        pictures ??= startPictureProcess()
        after = source.id
        if (await render(app, call, source, pictures)) {
          made++
        } else {
          leftAlone(app).add(source.id)
          await pictures.end()
          pictures = undefined
        }
        if (performance.now() - began > forMs) return made
      }
    }
  } finally {
    await pictures?.end()
  }
}

function waiting(app: App, call: Call, after: string): Promise<Source[]> {
  return app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<Source>`
      select f.id, f.storage_key from media.file f
      where f.store_id = ${ctx.storeId} and f.id > ${after} and f.state = 'ready' and f.archived_at is null and f.visibility = 'public'
        and f.width > ${WIDTHS[0]} and f.type like 'image/%'
        and f.id <> all(${[...leftAlone(app)]}::uuid[]) and not exists (select from media.rendition r where r.file_id = f.id)
      order by f.id limit ${BATCH}`.execute(ctx.db)
    return rows
  })
}

async function render(app: App, call: Call, source: Source, pictures: PictureProcess): Promise<boolean> {
  const stored = await app.storage.open(source.storage_key)
  const failed = (why: string) => {
    app.log.error({ file: source.id, why }, 'a picture has no smaller copies')
    return false
  }
  if (!stored) return failed('it is not in storage')
  const answer = await pictures.open(await buffer(stored.stream), WIDTHS)
  if (answer.kind !== 'opened') return failed(answer.kind === 'unreadable' ? answer.reason : answer.kind)
  const made: { width: number; height: number; key: string; bytes: number }[] = []
  for (const copy of answer.copies) {
    const key = source.storage_key.replace(/\.[a-z0-9]+$/, `-${copy.width}.webp`)
    const { bytes } = await app.storage.put(key, Buffer.from(copy.body), { type: TYPE })
    made.push({ width: copy.width, height: copy.height, key, bytes })
  }
  await app.inTransaction(call, async (ctx) => {
    await sql`
      insert into media.rendition (store_id, file_id, width, height, type, storage_key, bytes, created_at)
      select ${ctx.storeId}, ${source.id}, r.width, r.height, ${TYPE}, r.key, r.bytes, ${ctx.now()}
      from json_to_recordset(${JSON.stringify(made)}) as r(width int, height int, key text, bytes bigint)
      on conflict do nothing`.execute(ctx.db)
  })
  return true
}
