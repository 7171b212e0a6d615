import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestDatabase } from '#testing/database.ts'
import { kitApp, kitDatabase, ROBOT, STORE } from '#testing/kit.ts'
import { contextFor } from './invoke.ts'
import { purge } from './retention.ts'

let database: TestDatabase
let app: ReturnType<typeof kitApp>
before(async () => {
  database = await kitDatabase()
  app = kitApp({ url: database.url, clock: () => new Date('2026-03-31T12:00:00Z') })
})
after(async () => {
  await app.close()
  await database.drop()
})

test('what is old goes, in pieces; what is young or not yet dispatched stays', async () => {
  const event = (at: string, count: number) =>
    app.pool.query(
      `insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
       select uuidv7(), $1, 'notes.changed', '{}', 'test', $2::text, $2::text::timestamptz from generate_series(1, $3::int)`,
      [STORE, at, count],
    )
  await event('2026-02-01', 7_000)
  await event('2026-03-02', 1)
  await app.pool.query(
    `insert into kit.cursor select 'dispatcher', tx, id, now() from kit.event order by tx desc, id desc limit 1`,
    [],
  )
  await event('2026-02-02', 1)
  await app.pool.query(
    `insert into kit.handled select uuidv7(), 'r', at from unnest('{2026-02-28, 2026-03-02}'::timestamptz[]) at`,
    [],
  )
  await app.pool.query(
    `insert into kit.idempotency (store_id, caller, operation, key, body_hash, state, created_at)
     select $1, 'c', 'o', at::text, '', 'done', at from unnest('{2026-03-29 11:00Z, 2026-03-29 13:00Z}'::timestamptz[]) at`,
    [STORE],
  )
  await app.pool.query(
    `insert into kit.bucket select at::text, 1, at from unnest('{2026-03-30 11:00Z, 2026-03-30 13:00Z}'::timestamptz[]) at`,
    [],
  )

  await app.pool.query(
    `insert into kit.job_run (id, store_id, job, due_at, began_at, ended_at, attempt, outcome, trace_id)
     select uuidv7(), $1::uuid, 'often', at, at, at, 1, 'done', '' from generate_series('2026-03-31T11:00Z'::timestamptz, '2026-03-31T11:04:09Z', '1 second') at
     union all select uuidv7(), null, 'seldom', at, at, at, 1, 'done', '' from unnest('{2025-12-30, 2026-02-01}'::timestamptz[]) at`,
    [STORE],
  )

  await app.pool.query(
    `insert into kit.audit (id, store_id, at, actor, operation, address, trace_id)
     select uuidv7(), $1, at, 'bob', 'notes.change', '', '' from unnest('{2024-03-30, 2024-04-02}'::timestamptz[]) at`,
    [STORE],
  )
  await purge.run({} as never, await contextFor(app, { actor: ROBOT }))
  const left = await app.pool.query<{ trace_id: string }>('select trace_id from kit.event order by id', [])
  assert.deepEqual(
    left.map(({ trace_id }) => trace_id),
    ['2026-03-02', '2026-02-02'],
  )
  const days = async (table: string, column: string) =>
    (await app.pool.query<{ at: Date }>(`select ${column} as at from kit.${table}`, [])).map(({ at }) =>
      at.toISOString().slice(0, 13),
    )
  assert.deepEqual(await days('handled', 'at'), ['2026-03-02T00'])
  assert.deepEqual(await days('idempotency', 'created_at'), ['2026-03-29T13'])
  assert.deepEqual(await days('bucket', 'at'), ['2026-03-30T13'])
  assert.deepEqual(await days('audit', 'at'), ['2024-04-02T00'])
  const runs = await app.pool.query<{ job: string; runs: number; first: Date }>(
    'select job, count(*)::int as runs, min(began_at) as first from kit.job_run group by job order by job',
    [],
  )
  assert.deepEqual(
    runs.map(({ job, runs: count, first }) => [job, count, first.toISOString().slice(0, 19)]),
    [
      ['often', 200, '2026-03-31T11:00:50'],
      ['seldom', 1, '2026-02-01T00:00:00'],
    ],
  )
})
