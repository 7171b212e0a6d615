import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openCluster, type Cluster } from '../adapters/embedded-postgres/cluster.ts'
import { add, BOB, kitApp, list, makeNotes, until } from '#testing/kit.ts'
import { countStatements, isRetryable, isUnavailable, mapDatabaseError, openPool, type Pool } from './db.ts'
import { isFailure } from './failure.ts'
import { silentLog } from './log.ts'
import { migrate } from './migrate.ts'

/** A cluster of its own, because it is killed. */
const folder = mkdtempSync(join(tmpdir(), 'quayside-db-test-'))
chmodSync(folder, 0o755) // started as root, the database runs as another account and must reach it
let cluster: Cluster
let app: ReturnType<typeof kitApp>
before(async () => {
  cluster = await openCluster({ dataDir: join(folder, 'data') })
  await migrate(cluster.url, [{ module: 'kit', folder: join(import.meta.dirname, 'migrations') }])
  await makeNotes(cluster.url)
  app = kitApp({ url: cluster.url })
})
after(async () => {
  await app.close()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function withPool<T>(
  options: Partial<Parameters<typeof openPool>[0]>,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = openPool({ url: cluster.url, size: 2, log: silentLog, ...options })
  try {
    return await work(pool)
  } finally {
    await pool.close()
  }
}

const unavailable = { code: 'unavailable', status: 503, details: { retryAfterSeconds: 1 } }

test('a dead database is answered with 503, and everything works again when it is back', async () => {
  await app.invoke(add, { text: 'before' }, { actor: BOB })
  const sleeping = app.invoke(add, { text: 'in the middle', waitMs: 5_000 }, { actor: BOB })
  const cut = assert.rejects(sleeping, unavailable)
  await sleep(100)
  process.kill(cluster.pid, 'SIGKILL')
  await cut
  let refused = 0
  const answer = await until(
    () =>
      app.invoke(list, {}, {}).catch((error: unknown) => {
        if (!isFailure(error) || error.code !== 'unavailable') throw error
        refused++
        return sleep(5).then(() => null)
      }),
    8_000,
  )
  assert.ok(refused > 0, 'it was away for a while')
  assert.deepEqual(
    answer.notes.map(({ text }) => text),
    ['before'],
    'nothing of the broken command is left',
  )
  await app.invoke(add, { text: 'after' }, { actor: BOB })
})

test('a connection that is cut in mid command: 503, and the pool recovers', async () => {
  const sleeping = app.invoke(add, { text: 'cut', waitMs: 5_000 }, { actor: BOB })
  const cut = assert.rejects(sleeping, unavailable)
  await until(async () => {
    const rows = await app.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()`,
      [],
    )
    return rows.length > 0
  })
  await cut
  assert.ok(!(await app.invoke(list, {}, {})).notes.some(({ text }) => text === 'cut'))
})

test('a statement that takes too long, and a row locked for too long, are 503', async () => {
  await withPool({ statementTimeoutMs: 50 }, async (pool) => {
    await assert.rejects(pool.query('select pg_sleep(1)', []), unavailable)
    await assert.rejects(sql`select pg_sleep(1)`.execute(pool.db), (error) => isUnavailable(error))
  })
  await withPool({}, async (pool) => {
    await pool.query(`insert into notes.counter values ('locked', 1)`, [])
    await pool.db.transaction().execute(async (trx) => {
      await sql`update notes.counter set value = 2 where name = 'locked'`.execute(trx)
      await assert.rejects(
        pool
          .query(`set lock_timeout = 50`, [])
          .then(() => pool.query(`update notes.counter set value = 3 where name = 'locked'`, [])),
        unavailable,
      )
    })
  })
})

test('which errors mean “come again” and which mean a fault of ours', () => {
  const of = (code: string) => Object.assign(new Error('x'), { code })
  for (const code of [
    '08006',
    '53300',
    '57P01',
    '57P03',
    '57014',
    '55P03',
    '25P03',
    'ECONNREFUSED',
    'EPIPE',
    'ENOENT',
    'ECONNRESET',
  ])
    assert.ok(isUnavailable(of(code)), code)
  for (const message of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])
    assert.ok(isUnavailable(new Error(message)), message)
  for (const code of ['23505', '42P01', '22003', 'ERR_X']) assert.ok(!isUnavailable(of(code)), code)
  assert.ok(isRetryable(of('40001')) && isRetryable(of('40P01')) && !isRetryable(of('23505')))
  const bug = of('42P01')
  assert.equal(mapDatabaseError(bug), bug)
})

test('a count belongs to its own request, also when requests run side by side', async () => {
  const one = { count: 0 }
  const two = { count: 0, texts: [] as string[] }
  await Promise.all([
    countStatements(one, async () => {
      await sleep(5)
      for (let i = 0; i < 3; i++) await sql`select ${i}::int`.execute(app.pool.db)
    }),
    countStatements(two, () => app.pool.db.transaction().execute((trx) => sql`select 1`.execute(trx))),
  ])
  await app.pool.query('select 1', [])
  assert.equal(one.count, 3)
  assert.deepEqual([two.count, two.texts.length], [3, 3])
})

test('a statement is prepared once per connection; without values or behind a pooler it has no name', async () => {
  const prepared = (pool: Pool) =>
    pool.query<{ n: number }>('select count(*) as n from pg_prepared_statements', []).then(([row]) => row!.n)
  await withPool({ size: 1 }, async (pool) => {
    for (let i = 0; i < 5; i++) await pool.query('select $1::int as a', [i])
    for (let i = 0; i < 5; i++) await sql`select ${i}::int as b`.execute(pool.db)
    assert.equal(await prepared(pool), 2)
  })
  await withPool({ size: 1, pooler: true }, async (pool) => {
    await pool.query('select $1::int as a', [1])
    assert.equal(await prepared(pool), 0)
  })
})

test('text that varies without end does not fill the connections', async () => {
  await withPool({ size: 1 }, async (pool) => {
    for (let i = 0; i < 700; i++) await pool.query(`select $1::int as column_${i}`, [i])
    const [row] = await pool.query<{ n: number }>('select count(*) as n from pg_prepared_statements', [])
    assert.equal(row!.n, 600)
  })
})

test('large integers come as numbers or not at all; days stay text', async () => {
  const [row] = await app.pool.query("select 9007199254740991::int8 as most, date '2026-02-28' as day", [])
  assert.deepEqual(row, { most: Number.MAX_SAFE_INTEGER, day: '2026-02-28' })
  await assert.rejects(app.pool.query('select 9007199254740992::int8', []), /beyond 2\^53-1/)
})
