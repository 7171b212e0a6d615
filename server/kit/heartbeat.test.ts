import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { atWork, pin } from '#testing/kit-at-work.ts'
import { until } from '#testing/kit.ts'
import { BEAT } from './heartbeat.ts'

const { open, work, query, seen, counter, jobs, child } = atWork()

test('a worker killed in mid reaction: another does it, once, from the beginning', async () => {
  const stalled = await child('stall')
  await stalled.said('ready')
  const app = open()
  const { id } = await pin(app)
  await stalled.said('in reaction')
  const [held] = await jobs()
  assert.ok(held!.locked_by)
  stalled.kill('SIGKILL')
  await once(stalled, 'exit')
  await work(app)
  await until(async () => (await jobs()).length === 0, 8_000)
  assert.deepEqual(await seen(), [{ note_id: id, process: process.pid }])
})

test('a worker that went silent elsewhere loses its jobs in time; one that beats keeps them', async (t) => {
  const far = { everyMs: 100, deadAfterMs: 600, neighbours: false }
  const app = open()
  await work(app, { beat: far })
  await query(
    `select graphile_worker.add_job('job', '{"job": "notes.mark", "payload": {}}') from generate_series(1, 2)`,
  )
  await until(async () => (await counter('marked')) === 2)
  await query(
    `select graphile_worker.add_job('job', '{"job": "notes.mark", "payload": {}}', run_at := now() + interval '1 hour') from generate_series(1, 2)`,
  )
  await query(
    `update graphile_worker._private_jobs set run_at = now(), locked_at = now(), locked_by = case when id = (select min(id) from graphile_worker.jobs where run_at > now()) then 'pool-silent@far/1/1' else 'pool-beating@far/1/2' end where run_at > now()`,
  )
  const beating = setInterval(
    () =>
      void app.pool.query(
        `insert into kit.worker values ('pool-beating@far/1/2', now()) on conflict (id) do update set seen_at = now()`,
        [],
      ),
    100,
  )
  t.after(() => clearInterval(beating))
  await until(async () => (await counter('marked')) === 3)
  await sleep(500)
  assert.deepEqual(
    (await jobs()).map(({ locked_by }) => locked_by),
    ['pool-beating@far/1/2'],
  )
})

test('a job claimed in an answer that got lost is freed again', async () => {
  const app = open()
  await work(app, { beat: { ...BEAT, everyMs: 100 } })
  const [self] = await until(async () =>
    (await query('select id from kit.worker')).length
      ? query<{ id: string }>('select id from kit.worker')
      : null,
  )
  await query(
    `select graphile_worker.add_job('job', '{"job": "notes.mark", "payload": {}}', run_at := now() + interval '1 hour')`,
  )
  await query(
    `update graphile_worker._private_jobs set run_at = now(), locked_at = now(), locked_by = '${self!.id}'`,
  )
  await until(async () => (await counter('marked')) === 1)
})
