/** The first start, as a stranger does it: on an empty folder, twice at once, cut off in the middle; then the command line. */
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { testDatabase } from '#testing/database.ts'
import { isRunning } from '../../adapters/embedded-postgres/process.ts'
import { products } from '../../demo/catalogue/index.ts'
import { ask, get, soon } from './shopper.ts'
import {
  endAll,
  freePort,
  newFolder,
  postmasterOf,
  runToEnd,
  startStore,
  type StoreProcess,
} from './store-process.ts'

after(endAll)

interface Listed {
  items: { slug: string; picture: { url: string } | null }[]
  total: { count: number }
}
const list = (store: StoreProcess) => get<Listed>(store.url, 'GET', '/v1/products?limit=100&withTotal=true')

async function logInAsOwner(store: StoreProcess, dataDir: string): Promise<void> {
  await store.says(/Quayside is open[^]*Demo mode/)
  const file = join(dataDir, 'owner-password')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const password = readFileSync(file, 'utf8').trim()
  assert.ok(password.length >= 16)
  assert.match(store.said(), new RegExp(`Owner +owner@quayside\\.example +${password}`))
  const answer = await ask(store.url, 'POST', '/v1/sessions', {
    body: { email: 'owner@quayside.example', password },
  })
  assert.equal(answer.status, 201)
}

test('two starts at once on one empty folder make one shop, and the last to leave stops PostgreSQL', async (t) => {
  const dataDir = newFolder()
  const began = performance.now()
  const [one, other] = [
    startStore({ DATA_DIR: dataDir, PORT: await freePort() }),
    startStore({ DATA_DIR: dataDir, PORT: await freePort() }),
  ]
  await Promise.all([one, other].map((store) => store.says(/Quayside is open[^]*Demo mode/)))
  t.diagnostic(`both open ${Math.round(performance.now() - began)} ms after an empty folder`)
  for (const store of [one, other]) {
    assert.equal((await list(store)).total.count, products.length)
    await logInAsOwner(store, dataDir)
  }
  assert.equal(statSync(join(dataDir, 'secret')).mode & 0o777, 0o600)
  const { token } = await get<{ token: string }>(one.url, 'POST', '/v1/guests')
  await get(other.url, 'POST', '/v1/carts', { token, body: {} })

  const postmaster = postmasterOf(dataDir)!
  assert.equal((await one.end('SIGINT')).code, 0)
  assert.ok(isRunning(postmaster), 'the other still needs it')
  assert.equal((await list(other)).total.count, products.length)

  await t.test(
    'the command line works beside a running store, and says by its exit code how it went',
    async () => {
      const proof = await runToEnd({ DATA_DIR: dataDir }, ['cli.ts', 'system.invariants'])
      assert.equal(proof.code, 0, proof.said)
      assert.equal((JSON.parse(proof.said) as { holds: boolean }).holds, true)
      const refused = await runToEnd({ DATA_DIR: dataDir }, ['cli.ts', 'system.invariant'])
      assert.equal(refused.code, 1)
      assert.match(refused.said, /Near it: .*system\.invariants/)
      assert.ok(isRunning(postmaster), 'and it leaves the store its database')
    },
  )

  const { code } = await other.end('SIGTERM')
  assert.equal(code, 0)
  assert.match(other.said(), /Closed cleanly\./)
  assert.equal(isRunning(postmaster), false, 'no process is left')
  assert.equal(postmasterOf(dataDir), null)

  await t.test('and without a running store, leaving nothing behind', async () => {
    const shop = await runToEnd({ DATA_DIR: dataDir }, [
      'cli.ts',
      'browse.products',
      '{"limit":1,"withTotal":true}',
    ])
    assert.equal(shop.code, 0, shop.said)
    assert.equal((JSON.parse(shop.said) as Listed).total.count, products.length)
    assert.equal(postmasterOf(dataDir), null)
  })

  await t.test('a prepared store is back at once', () => prepared(dataDir, t))
})

/** Guards against a leap, right after the shop was stocked; started again it takes 200 MB, which is the aim. */
const IDLE_BYTES = 270_000_000

/** Seen about 0.8 s on a quiet machine; tests share theirs. */
const BACK_WITHIN_MS = 10_000

async function prepared(dataDir: string, t: { diagnostic(line: string): void }): Promise<void> {
  const store = startStore({ DATA_DIR: dataDir, PORT: await freePort() }, [...startFlags(), 'main.ts'])
  const began = performance.now()
  await store.ready()
  const took = performance.now() - began
  t.diagnostic(`a prepared store is ready after ${Math.round(took)} ms`)
  assert.ok(took < BACK_WITHIN_MS, `it took ${took} ms`)
  await logInAsOwner(store, dataDir)
  assert.equal((await store.end()).code, 0)
}

/** The flags that `npm start` gives to Node. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
  ) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

/** Resident bytes once the pictures are made and nothing more is to do. */
async function idleMemory(store: StoreProcess): Promise<number> {
  const figure = async (name: string) => {
    const text = await (await fetch(`${store.url}/metrics`)).text()
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])
  }
  await soon('the work of the first start is done', async () => {
    const waiting = (await figure('quayside_jobs_waiting')) + (await figure('quayside_event_lag_seconds'))
    return waiting === 0
  })
  await sleep(3_000)
  return figure('process_resident_memory_bytes')
}

test('killed while it stocks the shop, a start leaves no half shop, and the next one finishes it', async (t) => {
  const database = await testDatabase()
  const settings = { DATABASE_URL: database.url, DATA_DIR: newFolder(), PORT: await freePort() }
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  t.after(async () => {
    await endAll()
    await client.end()
    await database.drop()
  })
  const count = async (table: string) =>
    (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n
  let cutOff = 0
  for (const delay of [0, 200]) {
    const store = startStore(settings)
    await store.says(/Stocking the demo shop/)
    await sleep(delay)
    await store.end('SIGKILL')
    await soon('its transaction is over', async () => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
      )
      return rows[0]!.n === 0
    })
    const made = await count('catalog.product')
    assert.ok(made === 0 || made === products.length, `${made} products after a kill`)
    if (made > 0) break // it was quicker than the kill
    assert.deepEqual(
      [await count('tax.category'), await count('delivery.method'), await count('inventory.location')],
      [0, 0, 0],
    )
    cutOff++
  }
  assert.ok(cutOff > 0, 'at least one start was cut off')

  const store = startStore(settings, [...startFlags(), 'main.ts'])
  await store.says(/Quayside is open[^]*Demo mode/)
  const shop = await list(store)
  assert.equal(shop.total.count, products.length)
  assert.deepEqual([await count('settings.store'), await count('identity.person')], [1, 1])
  await logInAsOwner(store, settings.DATA_DIR)
  const picture = shop.items.find((item) => item.picture)!.picture!
  assert.equal((await fetch(new URL(picture.url, store.url))).status, 200)
  const proof = await runToEnd(settings, ['cli.ts', 'system.invariants'])
  assert.equal((JSON.parse(proof.said) as { holds: boolean }).holds, true, proof.said)
  const bytes = await idleMemory(store)
  t.diagnostic(`idle memory after a first start: ${Math.round(bytes / 1_000_000)} MB`)
  assert.ok(bytes < IDLE_BYTES, `${bytes} bytes when idle`)
  assert.equal((await store.end()).code, 0)
})
