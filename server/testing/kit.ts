/**
 * A small app for the kit's own tests: notes on boards, no shop words.
 *
 * Each call makes an app of its own over the given database; several of them, also in
 * other processes, share one. The pool and what was started belong to the caller.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { createApp, type App } from '#kit/app.ts'
import { createCache } from '#kit/cache.ts'
import { systemClock, type Clock } from '#kit/clock.ts'
import type { Config } from '#kit/config.ts'
import type { Scope } from '#kit/context.ts'
import { openPool, type Db, type Pool } from '#kit/db.ts'
import { event, on, Ids } from '#kit/event.ts'
import { failure } from '#kit/failure.ts'
import { job, type Job } from '#kit/jobs.ts'
import { createLimits, type LimitClass } from '#kit/limits.ts'
import { silentLog, type Log } from '#kit/log.ts'
import { createMetrics } from '#kit/metrics.ts'
import { defineModule, type Module } from '#kit/module.ts'
import { command, Nothing, query } from '#kit/operation.ts'
import { anyone, permission, policy, visitor, type Actor, type Policy } from '#kit/policy.ts'
import { fill } from '#kit/port.ts'
import { scopes } from '#kit/scope.ts'
import { snapshot } from '#kit/snapshot.ts'
import { diskStorage } from '#kit/disk-storage.ts'
import { createTail } from '#kit/tail.ts'
import { Count, Id, Int, List, shape, Text, Type } from '#kit/types.ts'
import { testDatabase, type TestDatabase } from './database.ts'

export const STORE = '01900000-0000-7000-8000-000000000001'
interface KitStore {
  id: string
  timeZone: string
}
export const TWO_STORES: [KitStore, KitStore] = [
  { id: STORE, timeZone: 'Europe/Berlin' },
  { id: '01900000-0000-7000-8000-000000000002', timeZone: 'America/New_York' },
]
export const ALICE: Actor = {
  kind: 'person',
  sessionId: 's1',
  personId: '01900000-0000-7000-8000-00000000a11c',
  permissions: new Set(['notes.tidy']),
}
export const BOB: Actor = {
  kind: 'person',
  sessionId: 's2',
  personId: '01900000-0000-7000-8000-000000000b0b',
  permissions: new Set(),
}
export const ROBOT: Actor = { kind: 'system', name: 'test' }

const NOTES_SQL = `
  create schema if not exists notes;
  create table notes.note (id uuid primary key, store_id uuid not null, text text not null, at timestamptz(3) not null);
  create table notes.counter (name text primary key, value int not null default 0);
  create table notes.seen (note_id uuid not null, reaction text not null, process int not null);`

/** A database with kit's tables and the notes; `drop` when done. */
export async function kitDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  await makeNotes(database.url)
  return database
}

export async function makeNotes(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(NOTES_SQL)
  await client.end()
}

export const Note = shape('Note', { id: Id, text: Text(20_000) })
export const Counter = shape('Counter', { name: Text(50), value: Count })

export const notesChanged = event('notes.changed', Ids)
export const FullBoard = failure(
  'notes.full_board',
  409,
  shape('FullBoardDetails', { limit: Count }),
  ({ limit }) => `The board holds ${limit} notes.`,
)

export const add = command({
  id: 'notes.add',
  summary: 'Pin a note',
  rest: 'POST /notes',
  audience: 'shop',
  access: visitor,
  input: shape('AddNote', {
    text: Text(20_000),
    waitMs: Type.Optional(Int(0, 5_000)),
    fail: Type.Optional(Int(0, 1)),
  }),
  output: Note,
  failures: [FullBoard],
  async run({ text, waitMs, fail }, ctx) {
    const id = ctx.id()
    await sql`insert into notes.note (id, store_id, text, at) values (${id}, ${ctx.storeId}, ${text}, ${ctx.now()})`.execute(
      ctx.db,
    )
    if (waitMs) await sql`select pg_sleep(${waitMs / 1000})`.execute(ctx.db)
    if (fail) throw FullBoard({ limit: 0 }, { keep: (after) => bump('refused', after) })
    ctx.emit(notesChanged, { ids: [id] })
    return { id, text }
  },
})

export const list = query({
  id: 'notes.list',
  summary: 'Read the board',
  rest: 'GET /notes',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: shape('Board', { notes: List(Note, 1000) }),
  async run(_, ctx) {
    const { rows } = await sql<{
      id: string
      text: string
    }>`select id, text from notes.note where store_id = ${ctx.storeId} order by id limit 1000`.execute(ctx.db)
    return { notes: rows }
  },
})

/** Raises two counters in the order given: two callers with opposite orders deadlock. */
export const raiseBoth = command({
  id: 'notes.raiseBoth',
  summary: 'Raise two counters',
  rest: 'POST /notes/counters',
  audience: 'shop',
  access: visitor,
  input: shape('RaiseBoth', { first: Text(50), second: Text(50) }),
  output: Nothing,
  async run({ first, second }, ctx) {
    await bump(first, ctx)
    await sql`select pg_sleep(0.05)`.execute(ctx.db)
    await bump(second, ctx)
    return {}
  },
})

export const tidyUp = command({
  id: 'notes.tidyUp',
  summary: 'Take every note down',
  rest: 'DELETE /notes',
  audience: 'staff',
  access: permission('notes.tidy'),
  input: Nothing,
  output: shape('Tidied', { removed: Count }),
  async run(_, ctx) {
    const { rows } = await sql<{
      id: string
      text: string
    }>`delete from notes.note where store_id = ${ctx.storeId} returning id, text`.execute(ctx.db)
    for (const note of rows)
      ctx.audit({ subject: 'notes.note', subjectId: note.id, before: { text: note.text }, after: null })
    return { removed: rows.length }
  },
})

/** The greatest length of a note: a rule kept in memory. */
export const ruleSnapshot = snapshot('notes.rule', async (db) => {
  const { rows } = await sql<{ value: number }>`select value from notes.counter where name = 'rule'`.execute(
    db,
  )
  return rows[0]?.value ?? 0
})

export async function bump(name: string, { db }: { db: Db }): Promise<void> {
  await sql`insert into notes.counter as c (name, value) values (${name}, 1)
    on conflict (name) do update set value = c.value + 1`.execute(db)
}

export const countNotes = on(notesChanged, 'notes.count', async ({ ids }, ctx) => {
  for (const id of ids) {
    await sql`insert into notes.seen (note_id, reaction, process) values (${id}, 'notes.count', ${process.pid})`.execute(
      ctx.db,
    )
  }
})

/** Notes which store it ran for, and in which process. */
export const everySecond = job({
  name: 'notes.everySecond',
  payload: Nothing,
  everyMs: 1_000,
  run: async (_, ctx) => {
    await sql`insert into notes.seen (note_id, reaction, process) values (${ctx.storeId}, 'notes.everySecond', ${process.pid})`.execute(
      ctx.db,
    )
  },
})

export const mark = job({ name: 'notes.mark', payload: Nothing, run: (_, ctx) => bump('marked', ctx) })

export const notes = defineModule({
  name: 'notes',
  operations: [add, list, raiseBoth, tidyUp],
  events: [notesChanged],
  reactions: [countNotes],
  jobs: [mark],
  permissions: { 'notes.tidy': 'Take notes down' },
})

const SCOPE: Scope = {
  storeId: STORE,
  channelId: STORE,
  marketId: STORE,
  locale: 'en',
  currency: 'EUR',
  timeZone: 'UTC',
}

export interface KitAppOptions {
  url: string
  modules?: Module[]
  jobs?: Job[]
  policy?: Policy
  clock?: Clock
  stores?: KitStore[]
  log?: Log
  poolSize?: number
  limitScale?: number
  limitClasses?: Record<string, LimitClass>
}

export function kitApp(options: KitAppOptions): App & { close(): Promise<void> } {
  const log = options.log ?? silentLog
  const pool: Pool = openPool({ url: options.url, size: options.poolSize ?? 8, log })
  const tail = createTail(pool, log)
  const app = createApp({
    modules: options.modules ?? [notes],
    fills: [
      fill(scopes, 'test', {
        resolve: (hint) => ({ ...SCOPE, storeId: hint.storeId ?? STORE }),
        stores: async () => options.stores ?? [{ id: STORE, timeZone: 'UTC' }],
      }),
      fill(policy, 'test', options.policy ?? { identify: async () => BOB }),
    ],
    config: CONFIG,
    log,
    clock: options.clock ?? systemClock,
    pool,
    cache: createCache({ maxBytes: 1_000_000 }),
    limits: createLimits({
      scale: options.limitScale ?? 0,
      ...(options.limitClasses ? { classes: options.limitClasses } : {}),
    }),
    metrics: createMetrics(),
    storage: diskStorage(mkdtempSync(join(tmpdir(), 'quayside-kit-'))),
    tail,
  })
  return Object.assign(app, {
    async close() {
      await tail.stop()
      await pool.close()
    },
  })
}

const CONFIG: Config = {
  mode: 'demo',
  roles: new Set(['serve', 'work']),
  host: '127.0.0.1',
  port: 0,
  tls: null,
  httpPort: null,
  healthPort: null,
  grpcPort: 0,
  dataDir: tmpdir(),
  databaseUrl: null,
  databaseDirectUrl: null,
  databasePoolSize: 8,
  redisUrl: null,
  cacheBytes: 1024 * 1024,
  publicUrl: 'http://localhost',
  fetchFrom: [],
  webhooksTo: [],
  trustedProxies: [],
  secret: 'a secret for tests, 32 bytes long',
  smtpUrl: null,
  mailFrom: 'shop@example.com',
  logLevel: 'silent',
  limitScale: 0,
  custom: {},
  adapters: {},
}

/** Waits until `look` answers something true; tests of what happens by itself. */
export async function until<T>(look: () => Promise<T> | T, withinMs = 5_000): Promise<NonNullable<T>> {
  const end = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found) return found as NonNullable<T>
    if (performance.now() > end)
      throw new Error(`This did not come true within ${withinMs} ms: ${look.toString().slice(0, 200)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
