/** The readers of the log go by its index, also with plans and statistics from when it was short. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { TestDatabase } from '#testing/database.ts'
import { kitApp, kitDatabase, STORE, until } from '#testing/kit.ts'
import { createDispatcher } from './dispatcher.ts'

const SHORT = 600
const LONG = 20_000
/** PostgreSQL plans anew five times before it keeps a plan for whatever comes. */
const LOOKS_UNTIL_PLANNED = 12

let database: TestDatabase
let app: ReturnType<typeof kitApp>
let watcher: pg.Client
before(async () => {
  database = await kitDatabase()
  app = kitApp({ url: database.url, poolSize: 1 })
  watcher = new pg.Client({ connectionString: database.url })
  await watcher.connect()
  await watcher.query('alter table kit.event set (autovacuum_enabled = off)')
})
after(async () => {
  await watcher.end()
  await app.close()
  await database.drop()
})

const write = (count: number) =>
  watcher.query(
    `insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
     select gen_random_uuid(), $1, 'nobody.listens', '{"ids": []}', 'test', 'trace', now() from generate_series(1, $2::int)`,
    [STORE, count],
  )
const allDispatched = () =>
  until(async () => {
    const { rows } = await watcher.query(
      'select 1 from kit.cursor c, kit.events_after(c.tx, c.event_id, 1) e',
    )
    return rows.length === 0
  }, 20_000)

/** Each connection tells its counters once a second; what was read before must not be told after a reset. */
async function flushCounters(): Promise<void> {
  await app.pool.query('select pg_stat_force_next_flush()', [])
  await watcher.query('select pg_stat_force_next_flush()')
}

/** Rows that scans of the whole log have read so far. */
async function readInFull(): Promise<number> {
  await flushCounters()
  const { rows } = await watcher.query<{ n: number }>(
    `select seq_tup_read as n from pg_stat_user_tables where relid = 'kit.event'::regclass`,
  )
  return rows[0]!.n
}

test('a log that has grown is read by its index, by dispatcher, tail and metrics alike', async (t) => {
  const dispatcher = createDispatcher(app)
  const heard: string[] = []
  app.tail.subscribe((event) => heard.push(event.id))
  dispatcher.start()
  app.tail.start()
  t.after(() => dispatcher.stop())
  const look = async () => {
    await write(1)
    dispatcher.poke()
    app.tail.poke()
    await allDispatched()
    await app.metrics.text()
  }
  await write(SHORT)
  await watcher.query('analyze kit.event')
  for (let n = 0; n < LOOKS_UNTIL_PLANNED; n++) await look()
  await write(LONG)
  await allDispatched()
  await until(() => heard.length >= LONG, 20_000)
  await flushCounters()
  await watcher.query('select pg_stat_reset_single_table_counters($1::regclass)', ['kit.event'])
  const readBefore = await readInFull()
  for (let n = 0; n < LOOKS_UNTIL_PLANNED; n++) await look()
  // The test itself looks for what is not dispatched; that goes by the index too, or it would show here.
  assert.equal((await readInFull()) - readBefore, 0)
})
