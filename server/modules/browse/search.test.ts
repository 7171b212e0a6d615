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
