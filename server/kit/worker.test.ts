import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { atWork, pin, reacting } from '#testing/kit-at-work.ts'
import { bump, countNotes, notes, notesChanged, STORE, until } from '#testing/kit.ts'
import { on } from './event.ts'
import { Unavailable } from './failure.ts'
import { newId } from './id.ts'
import { job } from './jobs.ts'
import { Nothing } from './operation.ts'

const { open, work, query, seen, counter, jobs } = atWork()
const dueNow = () => query('update graphile_worker._private_jobs set run_at = now()')

test('a reaction happens once for each event, soon after the commit', async () => {
  const starts: number[] = []
  const app = open({
    modules: reacting(async (payload, ctx) => (starts.push(performance.now()), countNotes.run(payload, ctx))),
  })
  await work(app)
  const waits: number[] = []
  for (let i = 0; i < 30; i++) {
    await pin(app)
    const committed = performance.now()
    await until(() => starts.length === i + 1)
    waits.push(starts[i]! - committed)
  }
  const median = waits.toSorted((a, b) => a - b)[15]!
  console.log(
    `commit to reaction: median ${median.toFixed(1)} ms, slowest ${Math.max(...waits).toFixed(1)} ms`,
  )
  assert.ok(median < 30, `${median} ms`)
  await until(async () => (await jobs()).length === 0)
  assert.equal((await seen()).length, 30)
})

test('a reaction’s statements: begin, mark, its own, events, commit', async () => {
  const chained = on(notesChanged, 'notes.chained', async ({ ids }, ctx) => {
    if (ids.length > 1) return
    await bump('chained', ctx)
    ctx.emit(notesChanged, { ids: [...ids, ...ids] })
  })
  const app = open({ modules: [{ ...notes, reactions: [chained] }] })
  await work(app)
  await pin(app)
  await until(async () => (await query('select from kit.handled')).length === 2)
  await sleep(20)
  assert.match(
    await app.metrics.text(),
    /quayside_statements_total\{operation="reaction:notes.chained"\} 8\n/,
    '5 for the first, 3 for the one that does nothing',
  )
})

test('an event dispatched twice is reacted to once', async () => {
  const app = open()
  await work(app)
  for (let i = 0; i < 10; i++) await pin(app)
  await until(async () => (await seen()).length === 10 && (await jobs()).length === 0)
  await query(`update kit.cursor set tx = '0'`)
  await pin(app)
  await until(async () => (await seen()).length === 11 && (await jobs()).length === 0)
  await sleep(50)
  assert.equal((await seen()).length, 11)
})

test('twice at the same moment, in two processes: once', async () => {
  const slow = reacting(async (payload, ctx) => {
    await countNotes.run(payload, ctx)
    await sql`select pg_sleep(0.05)`.execute(ctx.db)
  })
  const [here, there] = [open({ modules: slow }), open({ modules: slow })]
  for (let i = 0; i < 8; i++) await pin(here)
  const events = await query<{ id: string; payload: object }>('select id, payload from kit.event')
  const twice = [...events, ...events].map(({ id, payload }) => ({
    eventId: id,
    storeId: STORE,
    name: 'notes.changed',
    payload,
    traceId: 'x',
    reaction: 'notes.count',
  }))
  await here.pool.query(
    `select count(*) from json_array_elements($1) e, graphile_worker.add_job('reaction', e)`,
    [JSON.stringify(twice)],
  )
  await Promise.all([work(here), work(there)])
  await until(async () => (await jobs()).length === 0)
  assert.equal((await seen()).length, 8)
})

test('a reaction that fails leaves nothing, says why, and is tried again', async () => {
  let fails = true
  const app = open({
    modules: reacting(async (payload, ctx) => {
      await countNotes.run(payload, ctx)
      if (fails) throw new Error('the printer is out of paper')
    }),
  })
  await work(app)
  await pin(app)
  const [waiting] = await until(async () => ((await jobs())[0]?.last_error ? jobs() : null))
  assert.match(waiting!.last_error!, /out of paper/)
  assert.deepEqual([waiting!.attempts, await seen()], [1, []])
  fails = false
  await dueNow()
  await until(async () => (await seen()).length === 1)
})

test('a job nobody knows ends in the list of the dead, with the reason', async () => {
  const app = open()
  await query(`select graphile_worker.add_job('job', '{"job": "nobody.knows"}', max_attempts := 1)`)
  await work(app)
  const [dead] = await until(async () => ((await jobs())[0]?.last_error ? jobs() : null))
  assert.match(dead!.last_error!, /no job called nobody\.knows/)
  assert.equal((await query('select from graphile_worker.jobs where attempts >= max_attempts')).length, 1)
})

test('a job with its own transactions, and one in each store', async () => {
  const seenStores: string[] = []
  const free = job({
    name: 'notes.free',
    payload: Nothing,
    transaction: 'free',
    run: async (_, ctx) => ctx.app.inTransaction({ actor: ctx.actor }, (inner) => bump('free', inner)),
  })
  const each = job({
    name: 'notes.each',
    payload: Nothing,
    run: async (_, ctx) => void seenStores.push(ctx.storeId),
  })
  const app = open({ modules: [{ ...notes, jobs: [free, each] }] })
  await work(app)
  const other = newId()
  await query(
    `select graphile_worker.add_job('job', '{"job": "notes.free", "payload": {}}'), graphile_worker.add_job('job', '{"job": "notes.each", "storeId": "${other}", "payload": {}}')`,
  )
  await until(async () => (await counter('free')) === 1 && seenStores.length === 1)
  assert.deepEqual(seenStores, [other])
})

test('a database that is away for a moment does not cost a try', async () => {
  let away = 2
  const app = open({
    modules: reacting(async (payload, ctx) => {
      if (away-- > 0)
        throw Unavailable(
          { retryAfterSeconds: 1 },
          { cause: Object.assign(new Error('gone'), { code: '57P01' }) },
        )
      await countNotes.run(payload, ctx)
    }),
  })
  await work(app)
  const began = performance.now()
  await pin(app)
  await until(async () => (await seen()).length === 1)
  assert.ok(performance.now() - began < 2_000)
})
