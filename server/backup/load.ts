/**
 * Loads a backup into an empty database, in one transaction, and proves it: every table is read again and must
 * have the same hash. Foreign keys and constraints are checked as ever; only the triggers of the modules are off,
 * as what they would add is in the backup itself.
 *
 * A backup of an older Quayside is loaded into the tables of its own time; the migrations since then follow.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import pg from 'pg'
import { copyIn, copyOut } from '#kit/copy.ts'
import { migrate, readSet, type MigrationSet } from '#kit/migrate.ts'
import { migrateQueue } from '#kit/queue.ts'
import type { Storage } from '#kit/storage.ts'
import { ContainerReader, NotABackup } from './container.ts'
import {
  SESSION,
  appliedMigrations,
  place,
  readRows,
  tablesOf,
  writeRows,
  type Sequence,
  type Table,
} from './tables.ts'
import { FORM, type End, type Head } from './write.ts'

export interface Loaded {
  at: string
  tables: number
  rows: number
  files: number
  /** Migrations that came after the backup. */
  migrated: string[]
}

export async function loadBackup(
  path: string,
  given: { url: string; storage: Storage; sets: MigrationSet[] },
): Promise<Loaded> {
  const { url, storage, sets } = given
  const reader = new ContainerReader(path)
  const head = await readJson<Head>(reader, 'head')
  if (head.form !== FORM)
    throw new NotABackup(`This backup has the form ${head.form}; this Quayside reads ${FORM}.`)
  mustKnow(head, sets)
  const client = new pg.Client({ connectionString: url, application_name: 'quayside restore' })
  client.on('error', () => {}) // the statement in progress fails as well
  await client.connect()
  try {
    await mustBeEmpty(client, head)
    await migrate(url, sets, { only: new Set(head.migrations) })
    await migrateQueue(url)
    await client.query(SESSION)
    await client.query('begin')
    const end = await loadAll(client, reader, head, storage)
    await client.query('commit')
    const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0)
    await client.query('analyze')
    const migrated = await migrate(url, sets)
    return { at: head.at, tables: head.tables.length, rows, files: end.files, migrated }
  } finally {
    await client.end()
  }
}

async function readJson<T>(reader: ContainerReader, name: string): Promise<T> {
  const entry = await reader.next()
  if (entry?.name !== name) throw new NotABackup(`This backup has no ${name} where it should be.`)
  const chunks: Buffer[] = []
  for await (const chunk of reader.body()) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString()) as T
}

function mustKnow(head: Head, sets: MigrationSet[]): void {
  const known = new Set(sets.flatMap((set) => readSet(set).map(({ module, name }) => `${module}/${name}`)))
  const unknown = head.migrations.filter((name) => !known.has(name) && !name.startsWith('plugin'))
  if (unknown.length > 0)
    throw new NotABackup(`This backup is of a newer Quayside: it has ${unknown[0]}, which is not here.`)
}

async function mustBeEmpty(client: pg.Client, head: Head): Promise<void> {
  const applied = await appliedMigrations(client)
  if (applied.length === 0) return
  const full: string[] = []
  for (const { name } of await tablesOf(client)) {
    if (['kit', 'graphile_worker'].includes(name.split('.')[0]!)) continue // a start without a store leaves some
    const { rowCount } = await client.query(`select from ${place(name)} limit 1`)
    if (rowCount) full.push(name)
  }
  if (full.length > 0)
    throw new NotABackup(
      `There is a store here already (${full.length} tables have rows). Restore into a fresh DATA_DIR or database.`,
    )
  if (applied.some((name) => !head.migrations.includes(name)))
    throw new NotABackup(
      'This database has newer tables than the backup. Restore into a fresh one; it is brought up to date afterwards.',
    )
}

async function loadAll(
  client: pg.Client,
  reader: ContainerReader,
  head: Head,
  storage: Storage,
): Promise<End> {
  const present = new Map((await tablesOf(client)).map((table) => [table.name, table]))
  for (const table of head.tables.toReversed()) {
    if (!present.has(table.name)) throw new NotABackup(`There is no table ${table.name} here.`)
    await client.query(`alter table ${place(table.name)} disable trigger user`)
    await client.query(`delete from ${place(table.name)}`) // what migrations have put there
  }
  for (const table of head.tables) {
    await copyIn(client, writeRows(table), bodiesOf(reader, `rows ${table.name}`))
  }
  let files = 0
  for (let entry = await reader.peek(); entry?.name.startsWith('file '); entry = await reader.peek()) {
    const { name, type } = (await reader.next())!
    await storage.put(name.slice('file '.length), Readable.from(reader.body()), { type: String(type) })
    files++
  }
  const end = await readJson<End>(reader, 'end')
  if (end.files !== files) throw new NotABackup(`Of ${end.files} files there are ${files}.`)
  for (const table of head.tables) await mustBeSame(client, table, end)
  await client.query('set constraints all immediate') // those that waited for the other table
  for (const table of head.tables) await client.query(`alter table ${place(table.name)} enable trigger user`)
  await setSequences(client, head.sequences)
  await client.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null`,
  )
  await client.query(
    `update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`,
  )
  return end
}

/** All pieces of one table, as one stream. */
async function* bodiesOf(reader: ContainerReader, name: string): AsyncGenerator<Buffer> {
  while ((await reader.peek())?.name === name) {
    await reader.next()
    yield* reader.body()
  }
}

async function mustBeSame(client: pg.Client, table: Table, end: End): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of copyOut(client, readRows(table)) as AsyncIterable<Buffer>) hash.update(chunk)
  if (hash.digest('hex') !== end.tables[table.name]?.sha256)
    throw new NotABackup(`The rows of ${table.name} are not those of the backup.`)
}

async function setSequences(client: pg.Client, sequences: Sequence[]): Promise<void> {
  for (const { name, value, called } of sequences)
    await client.query(
      'select setval(to_regclass($1::text), $2::bigint, $3) where to_regclass($1::text) is not null',
      [name, value, called],
    )
}
