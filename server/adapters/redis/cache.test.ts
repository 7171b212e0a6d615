/** What several processes keep together, in a real Redis. */
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, test, type TestOptions } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cache } from '#kit/cache.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../assemble.ts'
import { product } from '../../modules/browse/product.ts'
import { set as setPrices } from '../../modules/pricing/prices/set.ts'
import { redisCache } from './cache.ts'

const absent = spawnSync('redis-server', ['--version']).status !== 0
const withRedis: TestOptions = { skip: absent && 'redis-server is not installed' }

const folder = mkdtempSync(join(tmpdir(), 'quayside-redis-'))
const port = await freePort()
const url = `redis://127.0.0.1:${port}`
let server: ChildProcess | undefined
if (!absent) await start()
let time = 0
const open: Cache[] = []
const joined = (): Cache => {
  const cache = redisCache({ url, log: silentLog, now: () => time })
  open.push(cache)
  return cache
}
afterEach(async () => {
  for (const cache of open.splice(0)) await cache.close()
})
after(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  server = spawn(
    'redis-server',
    ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder],
    {
      stdio: 'ignore',
    },
  )
  for (let left = 100; left > 0; left--) {
    if (
      spawnSync('redis-cli', ['-p', String(port), 'ping'])
        .stdout.toString()
        .startsWith('PONG')
    )
      return
    await sleep(50)
  }
  throw new Error('redis-server does not answer')
}

async function stop(): Promise<void> {
  if (!server || server.exitCode !== null) return
  const gone = new Promise((resolve) => server!.once('exit', resolve))
  server.kill('SIGKILL')
  await gone
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port: found } = probe.address() as AddressInfo
  await new Promise<void>((done) => probe.close(() => done()))
  return found
}

/** Connected: before that everything is loaded. */
async function ready(...caches: Cache[]): Promise<void> {
  for (const cache of caches)
    for (let n = 0; ; n++) {
      assert.ok(n < 200, 'Redis answers')
      const key = `ready ${crypto.randomUUID()}`
      await cache.read(key, [], async () => 1)
      if ((await cache.read(key, [], async () => 2)) === 1) break
      await sleep(10)
    }
}

test(
  'what one process loaded, the other reads; what one raised, neither gives again',
  withRedis,
  async () => {
    const [one, other] = [joined(), joined()]
    await ready(one, other)
    let price = 450
    const read = (cache: Cache) =>
      cache.read(
        'tea',
        (value: number) => [`price ${value > 0}`],
        async () => price,
      )
    assert.deepEqual([await read(one), await read(other)], [450, 450])
    price = 500
    assert.equal(await read(other), 450)
    await one.raise(['price true'])
    assert.deepEqual([await read(other), await read(one)], [500, 500])
  },
)

test(
  'a slow reader of another process cannot put back an old value, nor hand it to who comes after the change',
  withRedis,
  async () => {
    const [one, other] = [joined(), joined()]
    await ready(one, other)
    const slow = Promise.withResolvers<number>()
    const first = other.read('cup', ['cup'], () => slow.promise)
    await sleep(50)
    await one.raise(['cup'])
    assert.equal(await other.read('cup', ['cup'], async () => 500), 500)
    slow.resolve(450)
    assert.equal(await first, 450)
    assert.equal(await one.read('cup', ['cup'], async () => 7), 500)
  },
)

test(
  'an entry grows old, is given once more while it is loaded anew, and then is gone',
  withRedis,
  async () => {
    const cache = joined()
    await ready(cache)
    let loads = 0
    const read = () => cache.read('slow', [], async () => ++loads, { ttlMs: 60_000, staleMs: 60_000 })
    assert.deepEqual([await read(), await read()], [1, 1])
    time += 60_000
    assert.equal(await read(), 1)
    await sleep(50)
    assert.equal(await read(), 2)
  },
)

test(
  'without Redis everything is loaded; a Redis that was emptied believes no load begun before',
  withRedis,
  async () => {
    const cache = joined()
    await ready(cache)
    for (let n = 0; n < 5; n++) await cache.raise(['pot'])
    const slow = Promise.withResolvers<number>()
    const first = cache.read('pot', ['pot'], () => slow.promise)
    await sleep(50)
    await stop()
    await cache.raise(['pot'])
    assert.equal(await cache.read('pot', ['pot'], async () => 500), 500)
    await start()
    await ready(cache)
    slow.resolve(450)
    assert.equal(await first, 450)
    assert.equal(await cache.read('pot', ['pot'], async () => 600), 600)
  },
)

test(
  'two processes of a shop never show a price that was changed before they were asked',
  withRedis,
  async () => {
    const shop = await openShop()
    const config = { ...shop.app.config, redisUrl: url }
    const apps = [await openApp(config, { log: silentLog }), await openApp(config, { log: silentLog })]
    try {
      await ready(...apps.map((app) => app.cache))
      const tea = await shop.goods({ price: 450 })
      const hint = { storeId: shop.storeId }
      for (let n = 0; n < 15; n++) {
        const amount = 500 + n
        const prices = [{ variantId: tea.variantId, price: { amount, currency: 'EUR' } }]
        await apps[n % 2]!.invoke(setPrices, { prices }, { actor: shop.bob.actor, hint })
        const pages = await Promise.all(
          [...apps, ...apps].map((app) => app.invoke(product, { slug: tea.slug }, { hint })),
        )
        assert.deepEqual(
          pages.map(({ price }) => price.amount),
          [amount, amount, amount, amount],
        )
      }
    } finally {
      for (const app of apps) await closeApp(app)
      await shop.close()
    }
  },
)
