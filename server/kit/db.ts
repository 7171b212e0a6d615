/**
 * The database handle: a pool of `pg`, Kysely on top, statements counted and named.
 *
 * A statement's text is its name, so PostgreSQL plans it once per connection. The
 * number of names is bounded: text that varies without end stays unnamed.
 * NOTE: a checked-out client emits `error` when PostgreSQL dies; unheard, it ends the process.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { Unavailable, isFailure } from './failure.ts'
import { sendWanted } from './leaving.ts'
import type { Log } from './log.ts'

/** Every module's tables; filled by `server/database.ts`, which is drawn from a migrated database. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Database {}
export type Db = Kysely<Database> | Transaction<Database>

const MAX_NAMED = 600
/** How long a statement may take unless its operation declares another deadline. */
export const STATEMENT_TIMEOUT_MS = 10_000

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`An integer beyond 2^53-1 came from the database`)
  return value
})
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Statements of one request, begin and commit included; and whose they are, once that is known. */
export interface Statements {
  count: number
  texts?: string[]
  about?: About
}
export interface About {
  trace: string
  actor: string
  store: string
}
const counting = new AsyncLocalStorage<Statements>()

export function countStatements<T>(statements: Statements, run: () => T): T {
  return counting.run(statements, run)
}

/** What is being worked for at this moment. */
export const aboutNow = () => counting.getStore()?.about

export interface Pool {
  db: Kysely<Database>
  pg: pg.Pool
  /** One named statement outside Kysely. */
  query<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]>
  /**
   * The same for the hottest reads: planned once for all executions, whatever the values, on connections of their own. To plan
   * such a statement takes four times as long as to run it. For statements of which one plan is right; a `limit` stands in the
   * text, for PostgreSQL takes an unknown one for a tenth of all rows.
   */
  read<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]>
  /** Is told how long each one waited for a connection, in milliseconds. */
  onWait(tell: (ms: number) => void): void
  close(): Promise<void>
}

export interface PoolOptions {
  url: string
  size: number
  log: Log
  /** The address is that of a pooler in transaction mode: nothing may stick to a connection. */
  pooler?: boolean
  statementTimeoutMs?: number
}

export function openPool(options: PoolOptions): Pool {
  let waited = (_ms: number) => {}
  const open = (settings: string[]) => openConnections(options, settings, (ms) => waited(ms))
  const pool = open([])
  // Behind a pooler statements have no names, and are planned each time anyway.
  const readers = options.pooler ? pool : open(['-c plan_cache_mode=force_generic_plan'])
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pg: pool,
    query: (text, values) => ask(pool, text, values),
    read: (text, values) => ask(readers, text, values),
    onWait: (tell) => void (waited = tell),
    async close() {
      if (readers !== pool) await readers.end()
      await db.destroy()
    },
  }
}

function openConnections(options: PoolOptions, settings: string[], waited: (ms: number) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    // A pooler refuses these; there they belong to its `connect_query`, as in deploy/pgbouncer.
    ...(options.pooler ? {} : { options: [...limits(options.statementTimeoutMs), ...settings].join(' ') }),
  })
  pool.on('error', (error) => options.log.warn({ err: error.message }, 'a database connection was lost'))
  const names = new Map<string, string>()
  pool.on('connect', (client) => {
    client.on('error', () => {})
    watch(client, names, !options.pooler)
  })
  timeWaits(pool, waited)
  return pool
}

async function ask<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  try {
    // NOTE: not `pool.query`: what waits there for a connection goes on as if it were the one who gave it back.
    const client = await pool.connect()
    try {
      return (await client.query<Row>(text, values)).rows
    } finally {
      client.release()
    }
  } catch (error) {
    throw mapDatabaseError(error)
  }
}

const limits = (statementTimeoutMs = STATEMENT_TIMEOUT_MS) => [
  `-c statement_timeout=${statementTimeoutMs}`,
  '-c lock_timeout=5000',
  '-c transaction_timeout=20000',
  '-c idle_in_transaction_session_timeout=15000',
  '-c timezone=UTC',
]

/** From asking for a connection to having one, also when none came. */
function timeWaits(pool: pg.Pool, tell: (ms: number) => void): void {
  const plain = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  const timed = async () => {
    const began = performance.now()
    try {
      return await plain()
    } finally {
      tell(performance.now() - began)
    }
  }
  /** With a callback it is asked by the pool itself. */
  const connect = (...args: [] | [() => void]) =>
    args.length === 0 ? timed() : (plain as (...args: unknown[]) => unknown)(...args)
  pool.connect = connect as typeof pool.connect
}

function watch(client: pg.PoolClient, names: Map<string, string>, named: boolean): void {
  const plain = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryResult>
  const wrapped = (first: unknown, ...rest: unknown[]) => {
    const text = typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '')
    const statements = counting.getStore()
    if (statements) {
      statements.count++
      statements.texts?.push(text)
    }
    const values = Array.isArray(rest[0]) ? rest[0] : undefined
    const name = named && typeof first === 'string' && values?.length ? nameOf(text, names) : undefined
    const args = name ? [{ name, text, values }, ...rest.slice(1)] : [first, ...rest]
    if (typeof args.at(-1) === 'function') return plain(...args)
    return sendWanted(client, text, () => plain(...args))
  }
  client.query = wrapped as typeof client.query
}

function nameOf(text: string, names: Map<string, string>): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MAX_NAMED) return known
  const name = `q${createHash('sha1').update(text).digest('hex').slice(0, 20)}`
  names.set(text, name)
  return name
}

/** SQLSTATE classes that mean "try the whole command again". */
export function isRetryable(error: unknown): boolean {
  const code = sqlState(error)
  return code === '40001' || code === '40P01'
}

/** NOTE: `EPIPE` has the form of an SQLSTATE. */
const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EACCES'])

export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !GONE.has(code) ? code : undefined
}

/** The database cannot be reached, is starting, is full, or took too long: 503, and the caller may come again. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error)
  if (state)
    return (
      state.startsWith('08') ||
      state.startsWith('53') ||
      state.startsWith('57') ||
      state === '55P03' ||
      state === '25P04' ||
      state === '25P03'
    )
  const code = (error as { code?: string } | null)?.code
  if (code && GONE.has(code)) return true
  const message = error instanceof Error ? error.message : ''
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|connection is closed|not queryable/i.test(
    message,
  )
}

export function mapDatabaseError(error: unknown): unknown {
  if (isFailure(error)) return error
  return isUnavailable(error) ? Unavailable({ retryAfterSeconds: 1 }, { cause: error }) : error
}
