import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { randomFrom, seed } from '#testing/random.ts'
import { createCache } from './cache.ts'

const cache = () => createCache({ maxBytes: 100_000 })

function held<T>(): { promise: Promise<T>; give: (value: T) => void; fail: (error: Error) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  return { promise, give: resolve, fail: reject }
}

test('a second reader gets what the first loaded', async () => {
  const store = cache()
  let loads = 0
  const read = () => store.read('tea', ['product:tea'], async () => ++loads)
  assert.deepEqual([await read(), await read()], [1, 1])
})

test('raising a tag makes the next reader load again', async () => {
  const store = cache()
  let price = 450
  const read = () => store.read('tea', ['product:tea', 'prices'], async () => price)
  await read()
  price = 500
  void store.raise(['product:coffee'])
  assert.equal(await read(), 450)
  void store.raise(['prices'])
  assert.equal(await read(), 500)
})

test('a slow reader cannot put back an old value', async () => {
  const store = cache()
  const slow = held<number>()
  const first = store.read('tea', ['product:tea'], () => slow.promise)
  void store.raise(['product:tea'])
  assert.equal(await store.read('tea', ['product:tea'], async () => 500), 500)
  slow.give(450)
  assert.equal(await first, 450, 'the slow reader itself began before the change')
  assert.equal(await store.read('tea', ['product:tea'], async () => 500), 500)
})

test('a reader after the change does not join a load begun before it', async () => {
  const store = cache()
  const slow = held<number>()
  const first = store.read('tea', ['product:tea'], () => slow.promise)
  void store.raise(['product:tea'])
  const second = store.read('tea', ['product:tea'], async () => 500)
  slow.give(450)
  assert.deepEqual([await first, await second], [450, 500])
})

test('what is raised while nothing is kept is not remembered', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const store = cache()
  collect()
  const before = process.memoryUsage().heapUsed
  for (let n = 0; n < 90_000; n++) void store.raise([`store product:${n}`])
  collect()
  const grownMb = (process.memoryUsage().heapUsed - before) / 1024 / 1024
  assert.ok(grownMb < 2, `${grownMb.toFixed(1)} MB more`)
  assert.equal(await store.read('tea', ['store product:1'], async () => 450), 450)
  void store.raise(['store product:1'])
  assert.equal(await store.read('tea', ['store product:1'], async () => 500), 500)
})

test('readers at the same moment share one load; its failure is theirs and is not kept', async () => {
  const store = cache()
  const first = held<number>()
  let loads = 0
  const load = () => (loads++, first.promise)
  const readers = [store.read('tea', [], load), store.read('tea', [], load)]
  first.fail(new Error('gone'))
  for (const reader of readers) await assert.rejects(reader, /gone/)
  assert.equal(loads, 1)
  assert.equal(await store.read('tea', [], async () => 450), 450)
})

test('an entry ends at its time', async () => {
  const store = cache()
  let loads = 0
  const read = () => store.read('tea', [], async () => ++loads, { ttlMs: 20 })
  assert.deepEqual([await read(), await read()], [1, 1])
  await sleep(30)
  assert.equal(await read(), 2)
})

test('an old entry is given once more while it is loaded anew, and nobody fails with that load', async () => {
  let time = 0
  const store = createCache({ maxBytes: 100_000, now: () => time })
  let price = 450
  let fails = false
  const load = async () => {
    if (fails) throw new Error('gone')
    return price
  }
  const read = () => store.read('tea', ['tea'], load, { ttlMs: 10, staleMs: 10 })
  await read()
  price = 500
  time = 10
  fails = true
  assert.equal(await read(), 450)
  fails = false
  await sleep(1)
  assert.equal(await read(), 450)
  await sleep(1)
  assert.equal(await read(), 500)
  time = 20
  void store.raise(['tea'])
  price = 550
  assert.equal(await read(), 550, 'what was raised is not given once more')
  time = 40
  price = 600
  assert.equal(await read(), 600, 'nor what is too old')
})

test('a value may name its own tags; who comes after a change does not join a load begun before', async () => {
  const store = cache()
  const tagsOf = (value: { tag: string }) => [value.tag]
  const slow = held<{ tag: string; price: number }>()
  const first = store.read('page', tagsOf, () => slow.promise)
  void store.raise(['tea'])
  const second = store.read('page', tagsOf, async () => ({ tag: 'tea', price: 500 }))
  slow.give({ tag: 'tea', price: 450 })
  assert.deepEqual([(await first).price, (await second).price], [450, 500])
  const read = () => store.read('page', tagsOf, async () => ({ tag: 'tea', price: 550 }))
  assert.equal((await read()).price, 500)
  void store.raise(['cup'])
  assert.equal((await read()).price, 500)
  void store.raise(['tea'])
  assert.equal((await read()).price, 550)
})

test('it stays inside its bytes, and what was read last stays longest', async () => {
  const store = cache()
  const page = 'x'.repeat(4_000)
  for (let i = 0; i < 200; i++) {
    await store.read(`page ${i}`, [], async () => page)
    await store.read('page 0', [], async () => 'loaded again')
    assert.ok(store.size() <= 100_000)
  }
  assert.equal(await store.read('page 0', [], async () => 'loaded again'), page)
  assert.equal(await store.read('page 1', [], async () => 'loaded again'), 'loaded again')
})

test('a value too large for the cache is answered and not kept', async () => {
  const store = cache()
  await store.read('huge', [], async () => 'x'.repeat(60_000))
  assert.equal(store.size(), 0)
})

test('no reader that starts after an acknowledged write sees an older value', async () => {
  console.log(`SEED=${seed}`)
  const random = randomFrom(seed)
  const store = cache()
  let written = 0
  const pause = () => sleep(random() * 3)
  const writer = async () => {
    for (let i = 0; i < 60; i++) {
      await pause()
      written++
      void store.raise(['tea'])
    }
  }
  const reader = async () => {
    for (let i = 0; i < 60; i++) {
      const atLeast = written
      const seen = await store.read('tea', ['tea'], async () => {
        const value = written
        await pause()
        return value
      })
      assert.ok(seen >= atLeast, `saw ${seen} after ${atLeast} was acknowledged`)
      await pause()
    }
  }
  await Promise.all([writer(), ...Array.from({ length: 8 }, reader)])
})
