import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { search } from './search.ts'

const shop = await openShop()
after(() => shop.close())
const guest = shop.guest()
const namesFor = async (q: string) => {
  const { items } = await guest.call(search, { q })
  return items.map(({ name }) => name)
}

test('a shopper finds by words in any order, in another form, and the last one only begun', async () => {
  await shop.goods({ name: 'Blue ceramic cup' })
  await shop.goods({ name: 'Café bowl' })
  await shop.settle()
  for (const q of ['cup blue', 'CERAMICS', 'blue cups', 'cerami', 'ceramic blue c'])
    assert.deepEqual(await namesFor(q), ['Blue ceramic cup'], q)
  for (const q of ['cafe', 'CAFÉ', 'caf']) assert.deepEqual(await namesFor(q), ['Café bowl'], q)
  assert.deepEqual(await namesFor('cup bowl'), [])
})

test('a mistyped word finds what it is nearest to, also when it is only begun or a part of a longer one', async () => {
  await shop.goods({ name: 'Linen throw' })
  await shop.goods({ name: 'Teapot' })
  await shop.settle()
  for (const q of ['lnien', 'linnen', 'lnien thorw', 'linenn thr', 'lim'])
    assert.deepEqual(await namesFor(q), ['Linen throw'], q)
  for (const q of ['pot', 'taepot', 'teepo']) assert.deepEqual(await namesFor(q), ['Teapot'], q)
  for (const q of ['zeppelin', 'xyz', 'linen zeppelin']) assert.deepEqual(await namesFor(q), [], q)
})

test('goods that arrive while one turns the pages neither repeat nor hide others, in whichever order', async () => {
  const lamps: string[] = []
  for (let n = 0; n < 7; n++)
    lamps.push((await shop.goods({ name: `Lantern ${n}`, price: 2000 + n * 100 })).productId)
  await shop.settle()
  for (const sort of [
    { by: 'relevance' },
    { by: 'position' },
    { by: 'newest' },
    { by: 'name' },
    { by: 'price' },
    { by: 'price', desc: true },
  ] as const) {
    const seen: string[] = []
    let after: string | undefined
    let arrived = 0
    do {
      const page = await guest.call(search, { q: 'lantern', sort, limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.items.map(({ id }) => id))
      after = page.next ?? undefined
      if (arrived++ >= 3) continue
      await shop.goods({ name: 'Lantern 3', price: 1900 + arrived * 200 })
      await shop.settle()
    } while (after)
    assert.equal(new Set(seen).size, seen.length, `${sort.by}: each once`)
    assert.deepEqual(
      lamps.filter((id) => !seen.includes(id)),
      [],
      `${sort.by}: none left out`,
    )
  }
})

test('pages are as long as is asked for, up to a hundred, and counted only when asked', async () => {
  await assert.rejects(guest.call(search, { q: 'lantern', limit: 101 }), { code: 'invalid_input' })
  const [one, two] = [
    await guest.call(search, { q: 'lantern', sort: { by: 'name' }, limit: 3 }),
    await guest.call(search, { q: 'lantern', sort: { by: 'name' }, limit: 3, page: 2, withTotal: true }),
  ]
  assert.equal(one.total, null)
  assert.ok(two.total!.count > 7 && !two.total!.atLeast)
  const next = await guest.call(search, { q: 'lantern', sort: { by: 'name' }, limit: 3, after: one.next! })
  assert.deepEqual(
    two.items.map(({ id }) => id),
    next.items.map(({ id }) => id),
  )
  await assert.rejects(guest.call(search, { after: one.next!, page: 2 }), { code: 'invalid_input' })
})
