/** Bob sees what runs by the clock, runs it himself, and reads how it went: in his store and no other. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { startWorker } from '#kit/worker.ts'
import { until } from '#testing/kit.ts'
import { writeStore } from '../../settings/index.ts'
import { list } from './list.ts'
import { run } from './run.ts'
import { runs } from './runs.ts'

const shop = await openShop()
after(() => shop.close())
const query = (text: string, values: unknown[] = []) => shop.app.pool.pg.query(text, values)

test('run now, and how it went', async () => {
  await shop.bob.call(run, { job: 'cart.expire' })
  await shop.bob.call(run, { job: 'cart.expire' }) // twice asked for waits once
  await shop.bob.call(run, { job: 'kit.purge' })
  assert.equal((await query('select from graphile_worker.jobs')).rowCount, 2)
  const worker = await startWorker(shop.app)
  try {
    const asked = async () => (await shop.bob.call(runs, { limit: 100 })).items.filter((item) => item.askedBy)
    await until(async () => (await asked()).length === 2)
    assert.deepEqual(
      (await asked()).map(({ job, outcome, askedBy }) => ({ job, outcome, askedBy })).sort(byJob),
      [
        { job: 'cart.expire', outcome: 'done', askedBy: shop.bob.id },
        { job: 'kit.purge', outcome: 'done', askedBy: shop.bob.id },
      ],
    )
    assert.equal((await shop.bob.call(runs, { outcome: 'failed' })).items.length, 0)
  } finally {
    await worker.stop()
  }
  const { items } = await shop.bob.call(list, {})
  const purge = items.find(({ job }) => job === 'kit.purge')!
  assert.equal(purge.per, 'installation')
  assert.equal(purge.lastRun!.outcome, 'done')
  assert.equal(Date.parse(purge.nextStartAt!) - Date.parse(purge.lastStartAt!), purge.everyMs)
  assert.equal(items.find(({ job }) => job === 'cart.expire')!.timeZone, 'Europe/Berlin')
})
const byJob = (a: { job: string }, b: { job: string }) => a.job.localeCompare(b.job)

test('what runs at this moment is not begun a second time', async () => {
  await shop.bob.call(run, { job: 'orders.expire' })
  await query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'`)
  assert.equal(
    (await shop.bob.call(list, {})).items.find(({ job }) => job === 'orders.expire')!.isRunning,
    true,
  )
  await assert.rejects(shop.bob.call(run, { job: 'orders.expire' }), {
    code: 'system.already_running',
    details: { job: 'orders.expire' },
  })
  await query('truncate graphile_worker._private_jobs')
})

test('another store’s runs are its own', async () => {
  await query(
    `insert into kit.job_run (id, store_id, job, due_at, began_at, ended_at, attempt, outcome, error, trace_id)
     values ($1, $2, 'cart.expire', now(), now(), now(), 1, 'failed', 'theirs', 't')`,
    [newId(), newId()],
  )
  const { items } = await shop.bob.call(runs, { job: 'cart.expire' })
  assert.ok(items.every(({ error }) => error !== 'theirs'))
})

test('every store has its turn, not only the first', async () => {
  const second = newId()
  await shop.app.pool.db.transaction().execute((db) =>
    writeStore(
      {
        id: second,
        code: 'second',
        name: 'Second shop',
        email: 'second@example.com',
        currency: 'EUR',
        locale: 'en',
        country: 'DE',
        timeZone: 'Asia/Tokyo',
        market: { name: 'EU', countries: ['DE'], pricesIncludeTax: true, taxRounding: 'line' },
      },
      db,
      shop.clock.now,
    ),
  )
  await query('truncate kit.job_run, kit.schedule')
  const worker = await startWorker(shop.app)
  try {
    const perStore = [...shop.app.jobs.values()].filter((job) => job.per === 'store' && job.everyMs !== null)
    assert.ok(perStore.length > 5)
    const served = async (storeId: string) =>
      (await query('select distinct job from kit.job_run where store_id = $1', [storeId])).rowCount
    await until(async () => (await served(second)) === perStore.length, 20_000)
    assert.equal(await served(shop.storeId), perStore.length)
  } finally {
    await worker.stop()
  }
})

test('only who may work on jobs, and only what is there', async () => {
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(run, { job: 'cart.expire' }), { code: 'unauthenticated' })
  await assert.rejects(shop.bob.call(run, { job: 'nobody.knows' }), { code: 'not_found' })
  await shop.staff('system.jobs').call(runs, {})
})
