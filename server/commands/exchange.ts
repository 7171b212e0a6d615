/** Files in and out by hand: what is asked for is done at once, here or by a store that runs beside. */
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '#kit/app.ts'
import { doRun, exportedFile, fileTypeOf } from '../modules/exchange/index.ts'
import { storeFile } from '../modules/media/index.ts'
import { Misused, asStore, call, type Command } from './command.ts'

interface Run {
  id: string
  state: string
  rowsFaulty: number
  [name: string]: unknown
}

/** Shown at once; all of them are in the file that the run keeps. */
const SHOWN = 20
const LOOK_AGAIN_MS = 500

export const importFile: Command = {
  name: 'import',
  usage: '<resource> <file> [--write] [--map FROM=TO …]',
  says: 'Check a file of products, prices, stock, customers or orders, and with --write bring it in',
  help: 'The ending says what it is: .csv, .json, .jsonl or .xlsx. --map NAME=name.en takes a column of another name, --map Notes= leaves one out.',
  flags: { write: { type: 'boolean' }, map: { type: 'string', multiple: true } },
  async run({ words, flags, open, say }) {
    const { resource, path, format } = asked(words)
    const mapping = ((flags['map'] as unknown as string[] | undefined) ?? []).map(mapped)
    const { size: bytes } = await stat(path).catch(() => {
      throw new Misused(`There is no file ${path}.`)
    })
    const app = await open()
    const { id: fileId } = await app.inTransaction(asStore, (ctx) =>
      storeFile(ctx, {
        name: basename(path).slice(0, 200),
        type: fileTypeOf(format),
        visibility: 'private',
        body: { bytes, open: (range) => createReadStream(path, range) },
      }),
    )
    const input = { resource, fileId, format, mapping, dryRun: flags['write'] !== true }
    const run = await ended(app, await call<Run>(app, 'exchange.imports.create', input), say)
    const { items } = await call<{ items: object[] }>(app, 'exchange.runs.faults', {
      runId: run.id,
      limit: SHOWN,
    })
    return { ok: run.state === 'done' && run.rowsFaulty === 0, ...run, faults: items }
  },
}

export const exportFile: Command = {
  name: 'export',
  usage: '<resource> <file> [--narrow NAME=VALUE …]',
  says: 'Write products, prices, stock, customers or orders into a file',
  help: 'The ending says how: .csv, .json, .jsonl or .xlsx. --narrow state=draft takes a part of it.',
  flags: { narrow: { type: 'string', multiple: true } },
  async run({ words, flags, open, say }) {
    const { resource, path, format } = asked(words)
    const pairs = ((flags['narrow'] as unknown as string[] | undefined) ?? []).map(pair)
    const app = await open()
    const input = { resource, format, narrow: Object.fromEntries(pairs) }
    const run = await ended(app, await call<Run>(app, 'exchange.exports.create', input), say)
    const file = await app.inTransaction(asStore, (ctx) => exportedFile(ctx, run.id))
    if (file) await pipeline(file.content.open(), createWriteStream(path))
    return { ok: run.state === 'done', ...run, file: path }
  },
}

function asked(words: string[]) {
  const [resource, path] = words
  if (!resource || !path || words.length > 2) throw new Misused('Name a resource and a file.')
  const format = extname(path).slice(1)
  if (format !== 'csv' && format !== 'json' && format !== 'jsonl' && format !== 'xlsx')
    throw new Misused('The file ends in .csv, .json, .jsonl or .xlsx.')
  return { resource, path, format } as const
}

function pair(text: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new Misused(`${text} is no pair: write NAME=VALUE.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

function mapped(text: string) {
  const [from, to] = pair(text)
  return { from, to: to || null }
}

/** A worker of a store that runs beside may be at it already; then it is watched. */
async function ended(app: App, { id }: Run, say: (line: string) => void): Promise<Run> {
  const { storeId } = await app.inTransaction(asStore, async (ctx) => ({ storeId: ctx.storeId }))
  const { signal } = new AbortController()
  for (;;) {
    await doRun(app, storeId, id, signal)
    const run = await call<Run>(app, 'exchange.runs.get', { runId: id })
    if (run.state !== 'waiting' && run.state !== 'running') return run
    say(`${String(run['rowsDone'])} rows`)
    await sleep(LOOK_AGAIN_MS)
  }
}
