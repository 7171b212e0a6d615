import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { atWork } from '#testing/kit-at-work.ts'
import { bump, mark, notes, TWO_STORES, until } from '#testing/kit.ts'
import { hours, minutes } from './clock.ts'
import { job } from './jobs.ts'
import { Nothing } from './operation.ts'

const { open, work, counter, query, child } = atWork()
const [berlin, newYork] = TWO_STORES

/** Counts its runs under the store’s id. */
const atNight = job({
  name: 'notes.atNight',
  payload: Nothing,
  cron: '30 2 * * *',
  run: (_, ctx) => bump(ctx.storeId, ctx),
})
const runsOf = ({ id }: { id: string }) => counter(id)

test('a scheduled job runs once for all workers, each time it is due', async () => {
  let now = Date.parse('2026-03-29T00:59:59Z') // the clocks change in Europe
  const hourly = { ...mark, everyMs: hours(1) }
  const options = { modules: [{ ...notes, jobs: [hourly] }], clock: () => new Date(now) }
  const [here, there] = [open(options), open(options)]
  await Promise.all([work(here), work(there)])
  await until(async () => (await counter('marked')) === 1)
  for (let round = 2; round <= 3; round++) {
    await sleep(1_100)
    assert.equal(await counter('marked'), round - 1)
    now += hours(1)
    await until(async () => (await counter('marked')) === round)
  }
})

test('two processes: every store has its turn, and no turn is taken twice', async () => {
  const processes = await Promise.all([child('clock'), child('clock')])
  await Promise.all(processes.map((each) => each.said('ready')))
  const turns = () =>
    query<{ store_id: string; runs: number; ms: number }>(
      `select store_id, count(*)::int as runs, extract(epoch from max(began_at) - min(began_at))::float8 * 1000 as ms
       from kit.job_run where job = 'notes.everySecond' group by store_id order by store_id`,
    )
  await until(async () => (await turns()).filter(({ runs }) => runs >= 6).length === 2, 15_000)
  for (const { store_id: store, runs, ms } of await turns())
    assert.ok(ms > (runs - 1) * 1_000 - 500, `${runs} runs in ${Math.round(ms)} ms for ${store}`)
  const seen = await query<{ note_id: string }>(
    `select distinct note_id from notes.seen where reaction = 'notes.everySecond' order by note_id`,
  )
  assert.deepEqual(
    seen.map((row) => row.note_id),
    [berlin.id, newYork.id],
  )
})

test('a time of day is each store’s own, also on the day the clocks change', async () => {
  let now = Date.parse('2026-03-28T23:00:00Z')
  const app = open({
    modules: [{ ...notes, jobs: [atNight] }],
    clock: () => new Date(now),
    stores: TWO_STORES,
  })
  await work(app)
  await until(async () => (await query("select from kit.schedule where name = 'notes.atNight'")).length === 2)
  await sleep(1_100)
  assert.deepEqual([await runsOf(berlin), await runsOf(newYork)], [0, 0], 'not at once: at its time')
  now = Date.parse('2026-03-29T01:30:00Z') // half past three in Berlin: half past two is left out there
  await until(async () => (await runsOf(berlin)) === 1)
  now = Date.parse('2026-03-29T06:30:00Z') // half past two in New York
  await until(async () => (await runsOf(newYork)) === 1)
  await sleep(1_100)
  assert.deepEqual([await runsOf(berlin), await runsOf(newYork)], [1, 1])
})

test('what was missed while nobody worked is made up for once', async () => {
  await query(
    `insert into kit.schedule (name, store_id, last_at) values ('notes.atNight', '${berlin.id}', '2026-01-01T03:00:00Z')`,
  )
  const clock = () => new Date('2026-01-09T12:00:00Z')
  const app = open({ modules: [{ ...notes, jobs: [atNight] }], clock, stores: TWO_STORES })
  await work(app)
  await until(async () => (await runsOf(berlin)) === 1)
  await sleep(1_200)
  assert.deepEqual([await runsOf(berlin), await runsOf(newYork)], [1, 0])
})

test('a run that is still going on is not overtaken, and a new store has its turns soon', async () => {
  let now = Date.parse('2026-01-01T12:00:00Z')
  const held = Promise.withResolvers<void>()
  const slow = job({
    name: 'notes.slow',
    payload: Nothing,
    everyMs: minutes(1),
    transaction: 'free',
    run: async (_, ctx) => {
      await ctx.app.inTransaction({ actor: ctx.actor, hint: { storeId: ctx.storeId } }, (each) =>
        bump(each.storeId, each),
      )
      await held.promise
    },
  })
  const stores = [TWO_STORES[0]!]
  const app = open({ modules: [{ ...notes, jobs: [slow] }], clock: () => new Date(now), stores })
  await work(app)
  await until(async () => (await runsOf(berlin)) === 1)
  now += minutes(5)
  stores.push(TWO_STORES[1]!)
  await until(async () => (await runsOf(newYork)) === 1)
  await sleep(1_100)
  assert.equal(await runsOf(berlin), 1)
  held.resolve()
  await until(async () => (await runsOf(berlin)) === 2)
})

test('how a run ended is kept: when, at which try, why, and under which trace', async () => {
  const failing = job({
    name: 'notes.failing',
    payload: Nothing,
    everyMs: hours(1),
    per: 'installation',
    run: async () => {
      throw new Error('the printer is out of paper')
    },
  })
  const app = open({ modules: [{ ...notes, jobs: [failing, { ...mark, everyMs: hours(1) }] }] })
  await work(app)
  const runs = await until(async () => {
    const rows = await query(
      `select job, store_id, attempt, outcome, error, asked_by, length(trace_id) as trace from kit.job_run where job like 'notes.%' order by job`,
    )
    return rows.length === 2 ? rows : null
  })
  assert.deepEqual(runs, [
    {
      job: 'notes.failing',
      store_id: null,
      attempt: 1,
      outcome: 'failed',
      error: 'the printer is out of paper',
      asked_by: null,
      trace: 32,
    },
    {
      job: 'notes.mark',
      store_id: berlin.id,
      attempt: 1,
      outcome: 'done',
      error: null,
      asked_by: null,
      trace: 32,
    },
  ])
})
