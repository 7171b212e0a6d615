/**
 * Brings a database up to the code: plain numbered SQL, forward only, in the order of the given sets.
 *
 * Each file is one transaction with its line in the ledger. A file whose first line is `-- no transaction`
 * holds one statement that cannot run in one (`create index concurrently if not exists …`), and must bear
 * being run twice: a kill can fall between it and its line in the ledger.
 *
 * Steps are small enough to go back by the code alone: first a migration adds (a column, a table, an index) and
 * code uses it, and only when no older code runs any more, another takes away. Taking away is written
 * `-- contract` in the first line. Code that meets migrations it does not know goes on if all of them only add;
 * what has been taken away it cannot do without, and it says so.
 *
 * The url must be a direct connection: the lock is held by the session.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { CustomFields } from './custom.ts'
import { indexCustom } from './custom-indexes.ts'

export type MigrationSet = { module: string; folder: string }
type Migration = { module: string; name: string; sql: string; checksum: string; contract: boolean }
type Log = (line: string) => void

const LOCK = 7_315_021 // any number, as long as every process draws the same
const LOOK_AGAIN_MS = 100
const LOCK_TIMEOUT = '5s' // rather fail than make a shop in service queue behind a migration

/** Returns what was applied, as `module/file`. With `only`, no others are: a backup is loaded into tables of its time. `custom` are fields that want indexes. */
export async function migrate(
  url: string,
  sets: MigrationSet[],
  options: { log?: Log; only?: ReadonlySet<string>; custom?: CustomFields } = {},
): Promise<string[]> {
  const log = options.log ?? (() => {})
  const files = sets.flatMap(readSet)
  const client = new pg.Client({ connectionString: url, application_name: 'quayside migrate' })
  client.on('error', () => {}) // the statement in progress fails as well
  await client.connect()
  try {
    await lock(client, log)
    const { only } = options
    const pending = (await pendingOf(client, files, log)).filter((file) => !only || only.has(nameOf(file)))
    const started = performance.now()
    for (const migration of pending) await apply(client, migration)
    if (pending.length)
      log(`Applied ${pending.length} migrations in ${Math.round(performance.now() - started)} ms.`)
    if (options.custom) await indexCustom(client, options.custom, log)
    return pending.map(nameOf)
  } finally {
    await client.end() // gives the lock back
  }
}

export function readSet({ module, folder }: MigrationSet): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) {
      throw new Error(`The migration ${module}/${name} needs a name like 0001-what-it-does.sql.`)
    }
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const checksum = createHash('sha256').update(sql).digest('hex')
    return { module, name, sql, checksum, contract: /^-- contract\b/.test(sql) }
  })
}

/**
 * NOTE: asks again and again instead of waiting in `pg_advisory_lock`: a waiting statement holds a snapshot,
 * and `create index concurrently` waits for every snapshot, so the two would wait for each other.
 */
async function lock(client: pg.Client, log: Log): Promise<void> {
  for (let told = false; ; told = true) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK])
    if (rows[0]?.held) return
    if (!told) log('Another process is migrating this database; waiting for it.')
    await sleep(LOOK_AGAIN_MS)
  }
}

async function pendingOf(client: pg.Client, files: Migration[], log: Log): Promise<Migration[]> {
  await client.query(`
    create schema if not exists kit;
    create table if not exists kit.migration (
      module text not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz(3) not null,
      primary key (module, name)
    );
    alter table kit.migration add column if not exists contract boolean not null default false`)
  const { rows } = await client.query<{ module: string; name: string; checksum: string; contract: boolean }>(
    'select module, name, checksum, contract from kit.migration order by applied_at, module, name',
  )
  const newer = rows.filter(
    (row) => !row.module.startsWith('plugin') && !files.some((file) => nameOf(file) === nameOf(row)),
  )
  const byName = new Map(files.map((file) => [nameOf(file), file]))
  for (const row of rows) {
    const file = byName.get(nameOf(row))
    if (file && file.checksum !== row.checksum) {
      throw new Error(
        `The migration ${nameOf(row)} was changed after it had been applied to this database. ` +
          'Put it back as it was, and write the change as a new migration.',
      )
    }
  }
  // The tables of a plugin that was taken out stay, and are no sign of newer code.
  const gone = newer.find(({ contract }) => contract)
  if (gone) {
    throw new Error(
      `This database is newer than this Quayside: its migration ${nameOf(gone)} took away what this version needs. ` +
        'Start the newer version, or restore a backup from before it.',
    )
  }
  if (newer.length > 0)
    log(`This database is ${newer.length} migrations ahead of this Quayside; they only add, so it goes on.`)
  const applied = new Set(rows.map(nameOf))
  return files.filter((file) => !applied.has(nameOf(file)))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { module, name, sql, checksum } = migration
  const inTransaction = !/^-- no transaction\s*$/m.test(sql.split('\n', 1)[0] ?? '')
  try {
    if (inTransaction) await client.query(`begin; set local lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query(sql)
    await client.query(
      'insert into kit.migration (module, name, checksum, applied_at, contract) values ($1, $2, $3, now(), $4)',
      [module, name, checksum, migration.contract],
    )
    if (inTransaction) await client.query('commit')
  } catch (error) {
    if (inTransaction) await client.query('rollback').catch(() => {}) // a lost connection has rolled back itself
    throw new Error(
      `The migration ${nameOf(migration)} failed${lineOf(error, sql)}: ${(error as Error).message}`,
      {
        cause: error,
      },
    )
  }
}

function lineOf(error: unknown, sql: string): string {
  const position = Number((error as pg.DatabaseError).position)
  return position ? ` at line ${sql.slice(0, position).split('\n').length}` : ''
}

function nameOf({ module, name }: { module: string; name: string }): string {
  return `${module}/${name}`
}
