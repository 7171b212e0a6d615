/** Bob keeps the queue in order: tries again, gives up, pauses and resumes. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { enqueue, job, type JobDefinition } from '#kit/jobs.ts'
import { newId } from '#kit/id.ts'
import { Nothing } from '#kit/operation.ts'
import { startWorker, type Worker } from '#kit/worker.ts'
import { openShop } from '#testing/shop.ts'
import { until } from '#testing/kit.ts'
import { dead } from './dead.ts'
import { discard } from './discard.ts'
import { list } from './list.ts'
import { overview } from './overview.ts'
import { pause } from './pause.ts'
import { resume } from './resume.ts'
import { retry } from './retry.ts'

const shop = await openShop()
after(() => shop.close())
const query = (text: string, values: unknown[] = []) => shop.app.pool.pg.query(text, values)

let fails = false
const done: string[] = []
const given = (name: string, rest: Partial<JobDefinition<typeof Nothing>> = {}) =>
  job({
    name,
    payload: Nothing,
    maxAttempts: 1,
    run: async () => {
      if (fails) throw new Error(`${name} cannot`)
      done.push(name)
    },
    ...rest,
  })
const [letter, report] = [given('test.letter'), given('test.report')]
for (const each of [letter, report]) shop.app.jobs.set(each.name, each)

beforeEach(async () => {
  fails = false
  done.length = 0
  await query('truncate graphile_worker._private_jobs, kit.pause')
  // Nothing by the clock: its turns were all taken a moment ago.
  await query('delete from kit.schedule')
})

async function atWork(work: () => Promise<void>): Promise<void> {
  const scheduled = [...shop.app.jobs].filter(([name]) => !name.startsWith('test.'))
  for (const [name] of scheduled) shop.app.jobs.delete(name)
  const worker: Worker = await startWorker(shop.app, { concurrency: 1 })
  try {
    await work()
  } finally {
    await worker.stop()
    for (const [name, each] of scheduled) shop.app.jobs.set(name, each)
  }
}

test('a job that failed for good is listed with its error, tried again, or given up', async () => {
  fails = true
  await shop.inside(async (ctx) => void (await enqueue(ctx, letter, {}), await enqueue(ctx, report, {})))
  await atWork(async () => {
    await until(async () => (await shop.bob.call(dead, {})).items.length === 2)
    const items = (await shop.bob.call(list, { state: 'dead' })).items
    assert.deepEqual(items.map(({ name, lastError }) => [name, lastError]).sort(), [
      ['test.letter', 'test.letter cannot'],
      ['test.report', 'test.report cannot'],
    ])
    const idOf = (name: string) => items.find((item) => item.name === name)!.id
    fails = false
    await shop.bob.call(retry, { jobId: idOf('test.letter') })
    await until(() => done.includes('test.letter'))
    await shop.bob.call(discard, { jobId: idOf('test.report') })
    await assert.rejects(shop.bob.call(retry, { jobId: idOf('test.report') }), { code: 'not_found' })
    await assert.rejects(shop.bob.call(discard, { jobId: idOf('test.report') }), { code: 'not_found' })
  })
  assert.deepEqual(done, ['test.letter'])
  assert.deepEqual((await shop.bob.call(list, {})).items, [])
})

test('of one key there is one job, and the urgent goes first', async () => {
  await shop.inside(async (ctx) => {
    for (let i = 0; i < 5; i++) await enqueue(ctx, letter, {}, { key: 'one', priority: 'low' })
    await enqueue(ctx, report, {}, { priority: 'high' })
  })
  assert.equal((await shop.bob.call(list, {})).items.length, 2)
  await atWork(async () => void (await until(() => done.length === 2)))
  assert.deepEqual(done, ['test.report', 'test.letter'])
})

test('a failing job comes again after a growing pause', async () => {
  const patient = given('test.patient', { maxAttempts: 5 })
  shop.app.jobs.set(patient.name, patient)
  fails = true
  await shop.inside(async (ctx) => void (await enqueue(ctx, patient, {})))
  await atWork(async () => {
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 3; attempt++) {
      const [item] = await until(async () => {
        const { items } = await shop.bob.call(list, { state: 'failing' })
        return items[0]?.attempts === attempt ? items : null
      })
      pauses.push(Date.parse(item!.runAt) - Date.parse(item!.updatedAt))
      await query('update graphile_worker._private_jobs set run_at = now()')
    }
    for (const [index, ms] of pauses.entries())
      assert.ok(ms > 900 * Math.E ** (index + 1), `${ms} ms after try ${index + 1}`)
  })
  shop.app.jobs.delete(patient.name)
})

test('a paused task waits until it is resumed, the others go on', async () => {
  await shop.bob.call(pause, { name: 'test.letter', reason: 'The words are wrong' })
  await shop.inside(async (ctx) => void (await enqueue(ctx, letter, {}), await enqueue(ctx, report, {})))
  await atWork(async () => {
    await until(() => done.includes('test.report'))
    await sleep(1_200)
    assert.deepEqual(done, ['test.report'])
    const { tasks, pauses } = await shop.bob.call(overview, {})
    assert.deepEqual(
      tasks.filter(({ isPaused }) => isPaused).map(({ name, waiting }) => [name, waiting]),
      [['test.letter', 1]],
    )
    assert.deepEqual([pauses[0]!.reason, pauses[0]!.pausedBy], ['The words are wrong', shop.bob.id])
    await shop.bob.call(resume, { name: 'test.letter' })
    await until(() => done.includes('test.letter'))
  })
})

test('workers with nothing to do learn of a pause too', async () => {
  await atWork(async () => {
    await sleep(200)
    await shop.bob.call(pause, { name: 'test.letter' })
    await sleep(1_500)
    await shop.inside(async (ctx) => {
      for (let i = 0; i < 30; i++) await enqueue(ctx, letter, {})
      await enqueue(ctx, report, {})
    })
    await until(() => done.length > 0)
    await sleep(300)
    assert.deepEqual(done, ['test.report'], 'and what is paused stands in nobody’s way')
    await shop.bob.call(resume, { name: 'test.letter' })
    await until(() => done.length === 31)
  })
})

test('paused while at work, also what was claimed ahead stops, and all of it is done once in the end', async () => {
  const slow = given('test.slow', {
    transaction: 'free',
    run: async () => {
      done.push('test.slow')
      await sleep(100)
    },
  })
  shop.app.jobs.set(slow.name, slow)
  await shop.inside(async (ctx) => {
    for (let i = 0; i < 40; i++) await enqueue(ctx, slow, {})
  })
  await atWork(async () => {
    await until(() => done.length >= 3)
    await shop.bob.call(pause, {})
    await sleep(1_500)
    const stopped = done.length
    assert.ok(stopped < 30, `${stopped} were done`)
    await sleep(3_000)
    assert.equal(done.length, stopped)
    await shop.bob.call(resume, {})
    await until(() => done.length === 40, 15_000)
    await sleep(300)
    assert.equal(done.length, 40)
  })
  shop.app.jobs.delete(slow.name)
})

test('another store goes on, and its jobs are neither seen nor touched', async () => {
  const theirs = newId()
  const { rows } = await query(
    `select id from graphile_worker.add_job('job', json_build_object('job', 'test.letter', 'storeId', $1::text, 'payload', '{}'::json), max_attempts := 1)`,
    [theirs],
  )
  await query('update graphile_worker._private_jobs set attempts = max_attempts')
  assert.deepEqual((await shop.bob.call(list, {})).items, [])
  for (const touch of [retry, discard])
    await assert.rejects(shop.bob.call(touch, { jobId: Number(rows[0].id) }), { code: 'not_found' })
})

test('what is not paused cannot be resumed, and nobody pauses what is not there', async () => {
  await assert.rejects(shop.bob.call(resume, {}), { code: 'not_found' })
  await assert.rejects(shop.bob.call(pause, { name: 'nobody.knows' }), { code: 'not_found' })
  await assert.rejects(shop.charlie.call(pause, {}), { code: 'forbidden' })
  await shop.bob.call(pause, { name: 'messages.deliver' }) // a reaction
  await shop.bob.call(resume, { name: 'messages.deliver' })
})
