/**
 * A database of its own for a test file, as fast as a copy.
 *
 * One cluster per user and checkout, without durability, adopted by all test processes; `TEST_DATABASE_URL`
 * names another server. One template per state of the migrations; every test database is a clone of it.
 * The cluster stays for the next run, until `tools/ci.ts` removes it.
 */
import { createHash } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { type MigrationSet, migrate, readSet } from '#kit/migrate.ts'
import { openCluster, removeCluster } from '../adapters/embedded-postgres/cluster.ts'
import { isRunning } from '../adapters/embedded-postgres/process.ts'

export type TestDatabase = { url: string; drop: () => Promise<void> }

const LOCK = 7_315_022
const MEMORY = '/dev/shm'
const ROOM = 2_000_000_000 // bytes; containers often have only 64 MB there
const KEPT_TEMPLATES = 5 // tests of migrations have their own, which must not push the usual one out at once
const PREFIX = 'quayside_test'
const host = hash(hostname()).slice(0, 6) // several machines may share TEST_DATABASE_URL
const silent = new Logger(() => () => {})
let made = 0
let server: Promise<string> | undefined

export async function testDatabase(sets?: MigrationSet[]): Promise<TestDatabase> {
  const url = await (server ??= serverUrl())
  const files = sets ?? (await import('../modules.ts')).migrationSets
  const name = `${PREFIX}_${host}_${process.pid}_${++made}`
  await asAdmin(url, async (admin) => {
    for (let attempt = 1; ; attempt++) {
      const template = await templateOf(url, admin, files)
      try {
        // Copying files beats writing through the log, and a copy-on-write file system shares the blocks.
        return await admin.query(`create database ${name} template ${template} strategy file_copy`)
      } catch (error) {
        const replaced = (error as pg.DatabaseError).code === '3D000' // by a run with newer migrations
        if (!replaced || attempt === 3) throw error
      }
    }
  })
  return {
    url: databaseAt(url, name),
    drop: () => asAdmin(url, (admin) => dropDatabase(admin, name)),
  }
}

/** Says whether the shared cluster is gone now: it is left alone while another process uses it. */
export async function removeTestCluster(): Promise<boolean> {
  return removeCluster({ dataDir: testFolder() })
}

async function serverUrl(): Promise<string> {
  const url =
    process.env['TEST_DATABASE_URL'] ?? (await openCluster({ dataDir: testFolder(), durable: false })).url
  await asAdmin(url, dropLeftOvers)
  return url
}

/**
 * In memory where there is room: a clone takes 15 ms there, and 25 to 600 ms on a disk that others write to.
 */
function testFolder(): string {
  const checkout = join(import.meta.dirname, '../..')
  const user = process.geteuid?.() ?? userInfo().username
  const base = hasRoom(MEMORY) ? MEMORY : tmpdir()
  return join(base, `quayside-test-${user}-${hash(checkout).slice(0, 8)}`, 'data')
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ROOM
  } catch {
    return false // macOS and Windows have none
  }
}

/** The finished template's name. The first to need it makes it, under another name until it is whole. */
async function templateOf(url: string, admin: pg.Client, sets: MigrationSet[]): Promise<string> {
  const state = hash(
    sets
      .flatMap(readSet)
      .map(({ module, name, checksum }) => `${module}/${name} ${checksum}`)
      .join('\n'),
  )
  const template = `${PREFIX}_template_${state.slice(0, 16)}`
  if (await exists(admin, template)) return template
  await admin.query('select pg_advisory_lock($1)', [LOCK])
  try {
    if (await exists(admin, template)) return template
    const unfinished = `${PREFIX}_unfinished`
    await dropDatabase(admin, unfinished)
    const others = await namesLike(admin, `${PREFIX}\\_template\\_%`)
    for (const old of others.slice(0, -KEPT_TEMPLATES)) {
      await admin.query(`alter database ${old} is_template false`)
      await dropDatabase(admin, old)
    }
    await admin.query(`create database ${unfinished} template template0`)
    await migrate(databaseAt(url, unfinished), sets)
    await runMigrations({ connectionString: databaseAt(url, unfinished), logger: silent })
    await asAdmin(databaseAt(url, unfinished), (client) => client.query('vacuum analyze'))
    await admin.query(`alter database ${unfinished} rename to ${template}`)
    await admin.query(`alter database ${template} is_template true allow_connections false`)
    return template
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

/** Databases of test processes of this machine that died before they could drop them. */
async function dropLeftOvers(admin: pg.Client): Promise<void> {
  for (const name of await namesLike(admin, `${PREFIX}\\_${host}\\_%`)) {
    const pid = Number(name.split('_').at(-2))
    if (!isRunning(pid)) await dropDatabase(admin, name)
  }
}

async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`)
}

/** Oldest first. */
async function namesLike(admin: pg.Client, pattern: string): Promise<string[]> {
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where datname like $1 order by oid',
    [pattern],
  )
  return rows.map(({ datname }) => datname)
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query('select from pg_database where datname = $1', [name])).rowCount === 1
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url })
  admin.on('error', () => {}) // the statement in progress fails as well
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

function databaseAt(url: string, name: string): string {
  const at = new URL(url)
  at.pathname = `/${name}`
  return at.href
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
