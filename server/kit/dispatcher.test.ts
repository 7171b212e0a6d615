import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { TestDatabase } from '#testing/database.ts'
import { add, BOB, countNotes, kitApp, kitDatabase, notes, notesChanged, STORE, until } from '#testing/kit.ts'
import { randomFrom, seed } from '#testing/random.ts'
import { createDispatcher, type Dispatcher } from './dispatcher.ts'
import { on } from './event.ts'
import { newId } from './id.ts'
import { createWakeup } from './wakeup.ts'

/** No worker runs here: what is dispatched stays in the queue and can be counted. */
const modules = [{ ...notes, reactions: [countNotes, on(notesChanged, 'notes.second', async () => {})] }]

let database: TestDatabase
let here: ReturnType<typeof kitApp>
let there: ReturnType<typeof kitApp>
const running: Dispatcher[] = []
before(async () => {
  database = await kitDatabase()
  here = kitApp({ url: database.url, modules })
  there = kitApp({ url: database.url, modules })
})
after(async () => {
  await Promise.all([here.close(), there.close()])
  await database.drop()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((dispatcher) => dispatcher.stop()))
  await here.pool.query('truncate kit.event, kit.cursor, graphile_worker._private_jobs', [])
})

function start(app: typeof here): Dispatcher {
  const dispatcher = createDispatcher(app)
  running.push(dispatcher)
  dispatcher.start()
  return dispatcher
}
const pin = (app = here) => app.invoke(add, { text: 'milk' }, { actor: BOB })

interface Order {
  eventId: string
  reaction: string
  name: string
  payload: unknown
  storeId: string
}
async function orders(): Promise<Order[]> {
  const rows = await here.pool.query<{ payload: Order }>(
    'select payload from graphile_worker._private_jobs order by id',
    [],
  )
  return rows.map(({ payload }) => payload)
}
const count = async () => (await orders()).length

async function write(client: pg.Client, name = 'notes.changed'): Promise<string> {
  const id = newId()
  await client.query(
    `insert into kit.event (id, store_id, name, payload, actor, trace_id, at) values ($1, $2, $3, '{"ids": []}', 'test', 'trace', now())`,
    [id, STORE, name],
  )
  return id
}
async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

test('each reaction to an event becomes a job with what it needs; other events only move the cursor', async () => {
  start(here)
  await withClient((client) => write(client, 'nobody.listens'))
  const { id } = await pin()
  const found = await until(async () => ((await count()) === 2 ? orders() : null))
  assert.deepEqual(found.map(({ reaction }) => reaction).sort(), ['notes.count', 'notes.second'])
  const { eventId: _, ...order } = found[0]!
  assert.deepEqual(
    { ...order, reaction: '', traceId: '' },
    { name: 'notes.changed', payload: { ids: [id] }, storeId: STORE, reaction: '', traceId: '' },
  )
  const [left] = await here.pool.query<{ n: number }>(
    `select count(*) as n from kit.event e, kit.cursor c where (e.tx, e.id) > (c.tx, c.event_id)`,
    [],
  )
  assert.equal(left!.n, 0)
})

test('a commit wakes the dispatcher only when a reaction waits for its event', async () => {
  const mine = kitApp({ url: database.url, modules })
  const asked = { count: 0 }
  const { query } = mine.pool
  mine.pool.query = (text, values) => {
    if (text.includes('graphile_worker.add_jobs')) asked.count++
    return query(text, values)
  }
  start(mine)
  await until(() => asked.count > 0)
  await sleep(100)
  const before = asked.count
  for (let n = 0; n < 5; n++) mine.wake(new Set(['nobody.listens']))
  await sleep(50)
  assert.equal(asked.count, before)
  mine.wake(new Set(['nobody.listens', 'notes.changed']))
  await until(() => asked.count === before + 1)
  for (const dispatcher of running.splice(0)) await dispatcher.stop()
  await mine.close()
})

test('the metrics tell how old the oldest waiting event is', async () => {
  const lag = async () => /^quayside_event_lag_seconds (\S+)$/m.exec(await here.metrics.text())?.[1]
  start(here)
  await pin()
  await until(async () => (await count()) === 2)
  assert.equal(await lag(), '0')
  await Promise.all(running.splice(0).map((dispatcher) => dispatcher.stop()))
  await pin()
  await here.pool.query(`update kit.event set at = now() - interval '90 s'`, [])
  assert.ok(Number(await lag()) > 89)
})

test('two dispatchers side by side: each event is dispatched once', async () => {
  console.log(`SEED=${seed}`)
  const random = randomFrom(seed)
  start(here)
  start(there)
  const writer = async (app: typeof here) => {
    for (let i = 0; i < 40; i++) {
      await pin(app)
      await sleep(random() * 4)
    }
  }
  await Promise.all([writer(here), writer(there), writer(here)])
  await until(async () => (await count()) >= 240)
  await sleep(100)
  const pairs = (await orders()).map(({ eventId, reaction }) => `${eventId} ${reaction}`)
  assert.equal(pairs.length, 240)
  assert.equal(new Set(pairs).size, 240)
})

test('a transaction that commits late is not skipped, and holds back those after it', async () => {
  const dispatcher = start(here)
  await withClient((early) =>
    withClient(async (late) => {
      await early.query('begin')
      const first = await write(early)
      const second = await write(late)
      dispatcher.poke()
      await sleep(150)
      assert.equal(await count(), 0)
      await early.query('commit')
      const ids = await until(async () =>
        (await count()) === 4 ? (await orders()).map(({ eventId }) => eventId) : null,
      )
      assert.deepEqual(new Set(ids), new Set([first, second]))
    }),
  )
})

test('a process is woken by another one’s commit, before it looks by itself', async () => {
  start(there)
  const speaker = createWakeup(here, () => {})
  speaker.start()
  const waits: number[] = []
  for (let i = 1; i <= 7; i++) {
    await pin(here)
    const began = performance.now()
    await until(async () => (await count()) === i * 2)
    waits.push(performance.now() - began)
  }
  await speaker.stop()
  const median = waits.toSorted((a, b) => a - b)[3]!
  assert.ok(median < 200, `waited ${waits.map(Math.round).join(', ')} ms`)
})

test('after its connections were cut it goes on by itself', async () => {
  start(here)
  await pin()
  await until(async () => (await count()) === 2)
  await withClient(async (client) => {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await write(client)
  })
  await until(async () => (await count()) === 4)
})

test('rows restored into a younger cluster: what was dispatched stays so, the rest and the new flow', async () => {
  const first = start(here)
  const done = await pin()
  await until(async () => (await count()) === 2)
  await first.stop()
  const waiting = await pin()
  await here.pool.query(`update kit.event set tx = (tx::text::bigint + 1000000)::text::xid8`, [])
  await here.pool.query(`update kit.cursor set tx = (tx::text::bigint + 1000000)::text::xid8`, [])
  await here.pool.query('truncate graphile_worker._private_jobs', [])
  start(there)
  await until(async () => (await count()) === 2)
  const fresh = await pin(there)
  const ids = await until(async () =>
    (await count()) === 4
      ? (await orders()).map(({ payload }) => (payload as { ids: string[] }).ids[0])
      : null,
  )
  assert.deepEqual(new Set(ids), new Set([waiting.id, fresh.id]))
  assert.ok(!ids.includes(done.id))
})

test('a long backlog is dispatched in pieces, all of it', async () => {
  await here.pool.query(
    `insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
     select gen_random_uuid(), $1, 'notes.changed', '{"ids": []}', 'test', 'trace', now() from generate_series(1, 1234)`,
    [STORE],
  )
  start(here)
  await until(async () => (await count()) === 2468)
})
