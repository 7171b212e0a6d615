/** Bob asks how the store is; a machine beside it may too, a stranger may not. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startWorker } from '#kit/worker.ts'
import { examine } from '#kit/health.ts'
import { fill } from '#kit/port.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../../assemble.ts'
import { paymentProvider, type PaymentProvider } from '../../payments/index.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { health } from '../health.ts'
import { systemChecks } from './checks.ts'

const shop = await openShop()
after(() => shop.close())
const look = async (name: string) => systemChecks.find((check) => check.name === name)!.look(shop.app)

test('with workers at work all is well: database, queue, disk, files, mails, payment providers', async () => {
  const worker = await startWorker(shop.app)
  try {
    const { ok, checks } = await shop.bob.call(health, {})
    assert.deepEqual(
      checks.map((check) => `${check.name} ${check.ok}`),
      ['database true', 'queue true', 'disk true', 'files true', 'mail true', 'payments true'],
      JSON.stringify(checks),
    )
    assert.equal(ok, true)
  } finally {
    await worker.stop()
  }
})

test('nobody at work, or work that stands still, is no good health', async () => {
  assert.equal((await look('queue')).ok, false)
  await shop.app.pool.pg.query(`insert into kit.worker (id, seen_at) values ('somebody', now())`)
  await shop.app.pool.pg.query('truncate graphile_worker._private_jobs, kit.event cascade')
  assert.equal((await look('queue')).ok, true)
  await shop.app.pool.pg.query(
    `select graphile_worker.add_job('job', '{"job": "cart.expire"}', run_at := now() - interval '2 minutes', flags := array['x', 'cart.expire@x'])`,
  )
  const behind = await look('queue')
  assert.equal(behind.ok, false)
  assert.match(behind.says, /1 workers, 1 jobs due, 0 dead, 1[12]\d s behind/)
  await shop.app.pool.pg.query(
    `insert into kit.pause (store_id, task, paused_by, paused_at) values (null, 'cart.expire', 'bob', now())`,
  )
  assert.equal((await look('queue')).ok, false, 'another pause')
  await shop.app.pool.pg.query('truncate graphile_worker._private_jobs, kit.pause')
  await shop.app.pool.pg.query(
    `select graphile_worker.add_job('job', '{"job": "cart.expire"}', run_at := now() - interval '2 minutes', flags := array[$1::text, 'cart.expire@' || $1])`,
    [shop.storeId],
  )
  await shop.app.pool.pg.query(
    `insert into kit.pause (store_id, task, paused_by, paused_at) values ($1, 'cart.expire', 'bob', now())`,
    [shop.storeId],
  )
  assert.equal((await look('queue')).ok, true, 'what is paused does not count')
})

test('a payment company that is gone, a folder that is gone: said by name', async () => {
  const gone = async () => {
    throw new Error('connect ECONNREFUSED')
  }
  const provider = { name: 'faraway', methods: [], find: gone } as unknown as PaymentProvider
  const app = await openApp({ ...shop.app.config }, { fills: [fill(paymentProvider, 'faraway', provider)] })
  try {
    app.config.dataDir = '/nowhere/at/all'
    const found = new Map((await examine(app)).map((each) => [each.name, each]))
    assert.deepEqual(
      [found.get('disk')!.ok, found.get('payments')!.ok, found.get('mail')!.ok],
      [false, false, false],
    )
    assert.match(found.get('disk')!.says, /ENOENT/)
    assert.equal(found.get('payments')!.says, 'No answer from faraway.')
  } finally {
    await closeApp(app)
  }
})

test('/readyz?deep is for machines beside the store', async () => {
  const http = await createHttp(shop.app)
  try {
    const near = await http.inject({ url: '/readyz?deep', remoteAddress: '10.0.0.8' })
    const { ready, checks } = near.json<{ ready: boolean; checks: Record<string, { ok: boolean }> }>()
    assert.equal(near.statusCode, ready ? 200 : 503)
    assert.deepEqual(Object.keys(checks), ['database', 'queue', 'disk', 'files', 'mail', 'payments'])
    for (const given of [
      { remoteAddress: '203.0.113.9' },
      { remoteAddress: '10.0.0.8', headers: { 'x-forwarded-for': '203.0.113.9' } },
    ])
      assert.equal((await http.inject({ url: '/readyz?deep', ...given })).statusCode, 404)
    assert.equal((await http.inject({ url: '/readyz', remoteAddress: '203.0.113.9' })).statusCode, 200)
  } finally {
    await http.close()
  }
})

test('staff who operate the store, and nobody else', async () => {
  await assert.rejects(shop.alice.call(health, {}), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(health, {}), { code: 'unauthenticated' })
})
