/**
 * Writes a backup while the store goes on: all rows as they were at one moment, and the files they speak of.
 *
 * The moment is a REPEATABLE READ transaction. Files are read after it began; as bytes are kept before the row
 * that names them, none is missing. Each table's rows are hashed, so that a restore can prove itself.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { copyOut } from '#kit/copy.ts'
import type { Storage } from '#kit/storage.ts'
import { writeContainer, type Piece } from './container.ts'
import {
  SESSION,
  appliedMigrations,
  readRows,
  sequencesOf,
  tablesOf,
  type Sequence,
  type Table,
} from './tables.ts'

export const FORM = 1
/** Rows are written in pieces of about this many bytes: memory does not grow with a table. */
const PIECE_BYTES = 4_000_000

export interface Head {
  form: number
  at: string
  migrations: string[]
  tables: Table[]
  sequences: Sequence[]
}

export interface End {
  tables: Record<string, { rows: number; sha256: string }>
  files: number
}

export interface Written {
  path: string
  bytes: number
  tables: number
  rows: number
  files: number
}

export async function writeBackup(
  path: string,
  given: { url: string; storage: Storage; now: Date },
): Promise<Written> {
  const client = new pg.Client({ connectionString: given.url, application_name: 'quayside backup' })
  client.on('error', () => {}) // the statement in progress fails as well
  await client.connect()
  const end: End = { tables: {}, files: 0 }
  try {
    await client.query(SESSION)
    await client.query('begin isolation level repeatable read read only')
    const bytes = await writeContainer(path, entries(client, given.storage, given.now, end))
    const counts = Object.values(end.tables)
    const rows = counts.reduce((sum, table) => sum + table.rows, 0)
    return { path, bytes, tables: counts.length, rows, files: end.files }
  } finally {
    await client.end()
  }
}

async function* entries(client: pg.Client, storage: Storage, now: Date, end: End): AsyncGenerator<Piece> {
  const head: Head = {
    form: FORM,
    at: now.toISOString(),
    migrations: await appliedMigrations(client),
    tables: await tablesOf(client),
    sequences: await sequencesOf(client),
  }
  yield { name: 'head', body: Buffer.from(JSON.stringify(head)) }
  for (const table of head.tables) yield* rowsOf(client, table, end)
  for await (const key of storage.list('')) {
    const file = await storage.open(key)
    if (!file) continue // swept meanwhile: no row needs it
    end.files++
    yield { name: `file ${key}`, body: file.stream, bytes: file.bytes, about: { type: file.type } }
  }
  yield { name: 'end', body: Buffer.from(JSON.stringify(end)) }
}

async function* rowsOf(client: pg.Client, table: Table, end: End): AsyncGenerator<Piece> {
  const hash = createHash('sha256')
  let [rows, held, bytes]: [number, Buffer[], number] = [0, [], 0]
  for await (const chunk of copyOut(client, readRows(table)) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    rows += linesIn(chunk)
    held.push(chunk)
    bytes += chunk.length
    if (bytes < PIECE_BYTES) continue
    yield { name: `rows ${table.name}`, body: Buffer.concat(held) }
    ;[held, bytes] = [[], 0]
  }
  if (bytes > 0) yield { name: `rows ${table.name}`, body: Buffer.concat(held) }
  end.tables[table.name] = { rows, sha256: hash.digest('hex') }
}

/** In COPY's text form a line feed ends a row; inside a value it is written as `\n`. */
function linesIn(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}
