/** Who hangs up leaves no work behind: reads end in PostgreSQL too, and nobody else is hit. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { TestDatabase } from '#testing/database.ts'
import { bump, kitApp, kitDatabase, notes, until } from '#testing/kit.ts'
import { createHttp } from '../surfaces/http.ts'
import { defineModule } from './module.ts'
import { Nothing, command, query } from './operation.ts'
import { anyone } from './policy.ts'
import { snapshot } from './snapshot.ts'
import { Int, Type } from './types.ts'

const SLOW = 'select pg_sleep(20)'
const ponder = query({
  id: 'notes.ponder',
  summary: 'Think for long',
  rest: 'GET /ponder',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ way: Type.Optional(Int(0, 3)) }),
  output: Nothing,
  async run({ way = 0 }, ctx) {
    if (way === 0) await sql`select pg_sleep(20)`.execute(ctx.db)
    else if (way === 1) await ctx.app.pool.query(SLOW, [])
    else if (way === 3) await ctx.app.pool.query('select pg_sleep(0.004)', [])
    else await ctx.app.snapshots.read(slowRule, ctx)
    return {}
  },
})
const hasty = query({
  id: 'notes.ponderInShort',
  summary: 'Think, but not for ever',
  rest: 'GET /ponder-in-short',
  audience: 'shop',
  access: anyone,
  deadlineMs: 9_000,
  input: Nothing,
  output: Nothing,
  async run(_, ctx) {
    await sql`select pg_sleep(20)`.execute(ctx.db)
    return {}
  },
})
const carryOn = command({
  id: 'notes.carryOn',
  summary: 'Work to the end',
  rest: 'POST /carry-on',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: Nothing,
  async run(_, ctx) {
    await sql`select pg_sleep(0.3)`.execute(ctx.db)
    await bump('carried on', ctx)
    return {}
  },
})
const slowRule = snapshot('notes.slowRule', async (db) => {
  await sql`select pg_sleep(0.4)`.execute(db)
  return 'loaded'
})

let database: TestDatabase
let app: ReturnType<typeof kitApp>
let onlooker: pg.Client
before(async () => {
  database = await kitDatabase()
  const modules = [notes, defineModule({ name: 'extra', operations: [ponder, hasty, carryOn] })]
  app = kitApp({ url: database.url, modules, poolSize: 2 })
  onlooker = new pg.Client({ connectionString: database.url })
  await onlooker.connect()
})
after(async () => {
  await onlooker.end()
  await app.close()
  await database.drop()
})

async function sleeping(): Promise<number> {
  const { rows } = await onlooker.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'active' and query like '%pg_sleep%'
       and pid <> pg_backend_pid()`,
  )
  return rows[0]!.n
}
const asleep = () => until(async () => (await sleeping()) > 0)
const awake = () => until(async () => (await sleeping()) === 0, 3_000)

for (const [what, begin] of [
  ['read', (signal: AbortSignal) => app.invoke(ponder, {}, { signal })],
  ['hot read', (signal: AbortSignal) => app.invoke(ponder, { way: 1 }, { signal })],
  ['read with a deadline of its own', (signal: AbortSignal) => app.invoke(hasty, {}, { signal })],
] as const)
  test(`a ${what} whose caller leaves ends in PostgreSQL, and its connection serves the next one`, async () => {
    const leaving = new AbortController()
    const read = begin(leaving.signal)
    const refused = assert.rejects(read, { code: 'unavailable' })
    await asleep()
    leaving.abort()
    await refused
    await awake()
    for (let times = 0; times < 4; times++) await app.pool.query('select 1', [])
  })

test('a caller who has left already costs no statement', async () => {
  const statements = { count: 0, texts: [] as string[] }
  const signal = AbortSignal.abort()
  await assert.rejects(app.invoke(ponder, {}, { signal, statements }), { code: 'unavailable' })
  assert.equal(await sleeping(), 0)
})

test('those who leave at any moment hit nobody who comes after them on the same connection', async () => {
  const one = kitApp({ url: database.url, modules: app.modules, poolSize: 1 })
  try {
    for (let round = 0; round < 60; round++) {
      const leaving = new AbortController()
      const read = one
        .invoke(ponder, { way: round % 3 === 0 ? 0 : 3 }, { signal: leaving.signal })
        .catch(() => {})
      await sleep(Math.random() * 8)
      leaving.abort()
      const next = one.pool.query<{ n: number }>('select 7 as n from pg_sleep(0.03)', [])
      assert.deepEqual(await next, [{ n: 7 }])
      await read
    }
  } finally {
    await one.close()
  }
})

test('who waits in the queue for a connection is cancelled for itself, not for who gave it back', async () => {
  const one = kitApp({ url: database.url, modules: app.modules, poolSize: 1 })
  try {
    const [first, second] = [new AbortController(), new AbortController()]
    const gone = one.invoke(ponder, {}, { signal: first.signal }).catch(() => 'gone')
    await asleep()
    const waiting = one.invoke(ponder, { way: 1 }, { signal: second.signal }).catch(() => 'gone')
    first.abort()
    assert.equal(await gone, 'gone')
    await asleep()
    await sleep(50)
    assert.equal(await sleeping(), 1, 'the second is at work, on the connection of the first')
    second.abort()
    assert.equal(await waiting, 'gone')
    await awake()
  } finally {
    await one.close()
  }
})

test('a command goes on to its end, whoever listens', async () => {
  const leaving = new AbortController()
  const work = app.invoke(carryOn, {}, { signal: leaving.signal })
  await asleep()
  leaving.abort()
  await work
  const { rows } = await onlooker.query("select value from notes.counter where name = 'carried on'")
  assert.deepEqual(rows, [{ value: 1 }])
})

test('what is loaded for all is loaded to its end', async () => {
  const leaving = new AbortController()
  const first = app.invoke(ponder, { way: 2 }, { signal: leaving.signal })
  await asleep()
  const second = app.invoke(ponder, { way: 2 }, {})
  leaving.abort()
  await Promise.all([first, second])
})

test('a browser that hangs up ends its statement in PostgreSQL', async () => {
  const http = await createHttp(app)
  const url = await http.listen({ host: '127.0.0.1', port: 0 })
  try {
    const leaving = new AbortController()
    const request = fetch(`${url}/v1/ponder`, { signal: leaving.signal })
    const hungUp = assert.rejects(request, { name: 'AbortError' })
    await asleep()
    leaving.abort()
    await hungUp
    await awake()
    const metrics = await (await fetch(`${url}/metrics`)).text()
    assert.match(metrics, /operation="notes\.ponder"[^\n]*outcome="gone"/)
  } finally {
    await http.close()
  }
})
