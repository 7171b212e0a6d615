/** The store's database: its own PostgreSQL beside the data, or the one that DATABASE_URL names; then the migrations. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from '#kit/config.ts'
import { checkDeclared } from '#kit/custom.ts'
import { isUnavailable, sqlState } from '#kit/db.ts'
import { isFailure } from '#kit/failure.ts'
import { migrate } from '#kit/migrate.ts'
import { migrateQueue } from '#kit/queue.ts'
import { openCluster } from './adapters/embedded-postgres/cluster.ts'
import { migrationSets, modules } from './modules.ts'

export interface OpenDatabase {
  config: Config
  close(): Promise<void>
}

/** A database that starts beside us, or that is restarted meanwhile, takes some seconds. */
const WAIT_MS = 30_000
const LOOK_AGAIN_MS = 250
const OLDEST = 18

export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const cluster =
    config.databaseUrl === null
      ? await openCluster({ dataDir: join(config.dataDir, 'postgres'), log: say })
      : null
  const databaseUrl = config.databaseUrl ?? cluster!.url
  const direct = config.databaseDirectUrl ?? databaseUrl
  try {
    checkDeclared(
      config.custom,
      modules.flatMap((module) => module.custom),
    )
    if (!cluster) await reach(direct, say)
    if (config.roles.has('migrate')) {
      await patiently(async () => {
        await migrate(direct, migrationSets, { log: say, custom: config.custom })
        await migrateQueue(direct)
      })
    }
  } catch (error) {
    await cluster?.stop()
    throw error
  }
  return { config: { ...config, databaseUrl }, close: async () => cluster?.stop() }
}

/** Does work that may be done twice, again and again while the database is away. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + WAIT_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const reason = isFailure(error) ? error.cause : error
      if (!isUnavailable(reason) || performance.now() > until) throw error
    }
    await sleep(LOOK_AGAIN_MS)
  }
}

/** Waits until it answers; what waiting cannot mend is said at once. */
async function reach(url: string, say: (line: string) => void): Promise<void> {
  const place = placeOf(url)
  const until = performance.now() + WAIT_MS
  for (let told = false; ; told = true) {
    const answer = await askVersion(url)
    if (typeof answer === 'number' && answer >= OLDEST) return
    const advice = adviceFor(answer, place)
    if (advice) throw new Error(advice, { cause: answer })
    const { code, message } = answer as NodeJS.ErrnoException
    if (performance.now() > until)
      throw new Error(
        `PostgreSQL at ${place} does not answer (${code ?? message}). Start it, or correct DATABASE_URL.`,
        { cause: answer },
      )
    if (!told) say(`Waiting for PostgreSQL at ${place} …`)
    await sleep(LOOK_AGAIN_MS)
  }
}

/** The major version that answered, or why none did. */
async function askVersion(url: string): Promise<number | Error> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {}) // the question fails as well
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    )
    return rows[0]!.version
  } catch (error) {
    return error as Error
  } finally {
    await client.end().catch(() => {})
  }
}

/** Null: it may come by itself. */
function adviceFor(answer: number | Error, place: string): string | null {
  if (typeof answer === 'number')
    return `${place} runs PostgreSQL ${answer}; Quayside needs ${OLDEST} or newer. Move the data there, or leave DATABASE_URL out: the store then runs its own.`
  const state = sqlState(answer)
  if (state?.startsWith('28'))
    return `PostgreSQL at ${place} refuses the user of DATABASE_URL: ${answer.message}.`
  if (state === '3D000')
    return `PostgreSQL at ${place} says: ${answer.message}. Make it (createdb), or correct DATABASE_URL.`
  return state && !isUnavailable(answer) ? `PostgreSQL at ${place} says: ${answer.message}.` : null
}

/** Never the whole address: it holds a password. */
function placeOf(url: string): string {
  const { host, searchParams } = new URL(url)
  return searchParams.get('host') ?? host
}
