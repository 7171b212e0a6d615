/** PostgreSQL goes and comes back: nobody ends because of it, callers are told when to come again, and all goes on by itself. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openCluster, type Cluster } from '../../adapters/embedded-postgres/cluster.ts'
import { ask, get, mailsTo, soon } from './shopper.ts'
import { endAll, freePort, newFolder, startStore } from './store-process.ts'

/** G5: the first good answer after a loss. */
const BACK_WITHIN_MS = 5_000

const dataDir = newFolder()
const open = () => openCluster({ dataDir: join(dataDir, 'theirs'), durable: false })
let cluster: Cluster = await open()
const { url } = cluster
await cluster.stop()
after(async () => {
  await cluster.stop()
  await endAll()
})

const store = startStore({ DATABASE_URL: url, DATA_DIR: join(dataDir, 'data'), PORT: await freePort() })

test('a store that starts before its database waits for it', async () => {
  await store.says(/Waiting for PostgreSQL at /)
  assert.equal(store.hasExited(), false)
  cluster = await open()
  assert.equal(cluster.url, url)
  await store.ready()
})

test('while PostgreSQL is gone every request is told so, and when to come again', async () => {
  const { token } = await get<{ token: string }>(store.url, 'POST', '/v1/guests')
  await cluster.stop()
  for (const [method, path] of [
    ['GET', '/v1/products?limit=3'],
    ['POST', '/v1/guests'],
    ['GET', '/v1/me'],
  ] as const) {
    const { status, headers, json } = await ask(store.url, method, path, { token })
    assert.equal(status, 503, path)
    assert.match(headers.get('content-type')!, /^application\/problem\+json/)
    assert.match(headers.get('retry-after')!, /^[1-9]\d*$/)
    assert.equal(json['code'], 'unavailable')
    assert.doesNotMatch(JSON.stringify(json), /ECONNREFUSED|ENOENT|postgres|select/i)
  }
  const page = await fetch(`${store.url}/`, { headers: { accept: 'text/html' } })
  assert.equal(page.status, 503)
  assert.match(page.headers.get('retry-after')!, /^[1-9]\d*$/)
  assert.match(await page.text(), /<html/)

  const ready = await ask(store.url, 'GET', '/readyz')
  assert.equal(ready.status, 503)
  assert.equal((ready.json['checks'] as Record<string, boolean>)['database'], false)
  assert.equal((await ask(store.url, 'GET', '/livez')).status, 200)
  assert.equal((await fetch(`${store.url}/metrics`)).status, 200, 'what cannot be read is left out')
})

test('when it is back all goes on by itself: requests, reactions, jobs', async (t) => {
  await sleep(2_000) // long enough for everyone to have noticed
  cluster = await open()
  const began = Date.now()
  await soon('a good answer', async () => (await ask(store.url, 'GET', '/v1/categories')).status === 200)
  const took = Date.now() - began
  t.diagnostic(`the first good answer came ${took} ms after PostgreSQL was back`)
  assert.ok(took < BACK_WITHIN_MS, `it took ${took} ms`)

  const person = { email: 'pia@example.com', password: 'a password of Pia', name: 'Pia' }
  await get(store.url, 'POST', '/v1/people', { body: person })
  await soon('the welcome mail', async () => (await mailsTo(store.url, person.email)).length === 1)
  await store.ready()
  assert.equal(store.hasExited(), false)
})

test('asked to end while PostgreSQL is gone, it ends', async () => {
  await cluster.stop()
  await sleep(500)
  const { code, ms } = await store.end()
  assert.equal(code, 0, store.said())
  assert.ok(ms < 15_000, `it took ${ms} ms`)
})
