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
