/** An export at work: page by page into a file beside the database, and then into the store's private files. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { PageOfRows } from '#kit/resource.ts'
import { uploadedFile, type NewFile, type UploadedFile } from '../media/index.ts'
import { FORMATS } from './formats/formats.ts'
import { readRun } from './run.ts'
import { Overtaken, type Work } from './work-at.ts'

/** Answers with the file, which is there as long as `use` runs. */
export async function runExport<T>(work: Work, use: (file: NewFile) => Promise<T>): Promise<T> {
  const { app, call, resource, run } = work
  const format = FORMATS[run.format]
  const columns = await app.inTransaction(call, (ctx) => resource.columns(ctx))
  const folder = await mkdtemp(join(tmpdir(), 'quayside-export-'))
  try {
    const path = join(folder, 'rows')
    const names = columns.map(({ name }) => name)
    await pipeline(format.write(names, rowsOf(work, columns)), createWriteStream(path))
    const { size } = await stat(path)
    return await use({
      name: `${resource.name}.${run.format}`,
      type: format.type,
      visibility: 'private',
      body: { bytes: size, open: (range) => createReadStream(path, range) },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Columns = Awaited<ReturnType<Work['resource']['columns']>>

/** What is a group's is told by its first row. */
async function* rowsOf(work: Work, columns: Columns): AsyncIterable<unknown[]> {
  const { resource, run, app, call, signal } = work
  let done = 0
  let group: unknown
  for (let after: string | null = null; ;) {
    if (signal.aborted) throw new Overtaken()
    const past: string | null = after
    const page: PageOfRows = await app.inTransaction(call, (ctx) =>
      resource.page(ctx, past, run.asked.narrow ?? {}),
    )
    for (const row of page.rows) {
      const isFirst = resource.group === undefined || row[resource.group] !== group
      group = resource.group === undefined ? undefined : row[resource.group]
      yield columns.map(({ name, ofGroup }) => (ofGroup && !isFirst ? null : (row[name] ?? null)))
    }
    done += page.rows.length
    await tell(work, done)
    if (page.next === null) return
    after = page.next
  }
}

async function tell({ app, call, run }: Work, rowsDone: number): Promise<void> {
  await app.inTransaction(call, async (ctx) => {
    const { rows } = await sql`
      update exchange.run set rows_done = ${rowsDone}, updated_at = ${ctx.now()}, version = version + 1
      where store_id = ${ctx.storeId} and id = ${run.id} and state = 'running' returning id`.execute(ctx.db)
    if (rows.length === 0) throw new Overtaken()
  })
}

/** What an export wrote; null while it has not ended. */
export async function exportedFile(ctx: Ctx, runId: string): Promise<UploadedFile | null> {
  const { kind, state, fileId } = await readRun(ctx, runId)
  return kind === 'export' && state === 'done' && fileId ? uploadedFile(ctx, fileId) : null
}
