/** Bob steers what Alice finds: other words for a thing, products first and last; and he reads why. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { paid } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { reindex } from './admin/reindex.ts'
import { why } from './admin/why.ts'
import { list as placements } from './placements/list.ts'
import { set } from './placements/set.ts'
import { search } from './search.ts'
import { suggest } from './suggest.ts'
import { create } from './synonyms/create.ts'
import { list } from './synonyms/list.ts'
import { remove } from './synonyms/remove.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const find = async (q: string) => (await guest.call(search, { q })).items.map(({ name }) => name)

const sofa = await shop.goods({ name: 'Grey sofa' })
const big = await shop.goods({ name: 'Sofa bed for guests', stock: 0 })
const lamp = await shop.goods({ name: 'Standing lamp' })
await shop.settle()

test('who looks for a synonym finds the thing, until it is taken back', async () => {
  assert.deepEqual(await find('settee'), [])
  const made = await bob.call(create, { locale: 'en', words: ['Sofa', 'settee', 'day couch'] })
  assert.deepEqual((await bob.call(list, {})).items, [made])
  for (const q of ['settee', 'SETTEE grey']) assert.equal((await find(q))[0], 'Grey sofa', q)
  await bob.call(remove, { synonymId: made.id })
  assert.deepEqual(await find('settee'), [])
  await assert.rejects(bob.call(remove, { synonymId: made.id }), { code: 'not_found' })
})

test('words that are none, or the same twice, are refused by their place', async () => {
  const faults = async (words: string[]) =>
    bob.call(create, { locale: 'en', words }).then(
      () => [],
      ({ errors }: { errors: { path: string; code: string }[] }) =>
        errors.map(({ path, code }) => [path, code]),
    )
  assert.deepEqual(await faults(['sofa', '!!']), [['words.1', 'no_word']])
  assert.deepEqual(await faults(['sofa', 'Sófa']), [['words.1', 'duplicate']])
})

test('what is pinned stands first, found by the words or not; what is buried stands last; and why says so', async () => {
  assert.deepEqual(await find('sofa'), ['Grey sofa', 'Sofa bed for guests'])
  await bob.call(set, { q: ' SOFA! ', pinned: [lamp.productId, big.productId], buried: [sofa.productId] })
  assert.deepEqual(await find('sofa'), ['Standing lamp', 'Sofa bed for guests', 'Grey sofa'])
  const { items } = await bob.call(placements, {})
  assert.deepEqual(items, [
    { phrase: 'sofa', productId: lamp.productId, place: 0 },
    { phrase: 'sofa', productId: big.productId, place: 1 },
    { phrase: 'sofa', productId: sofa.productId, place: null },
  ])
  const pinned = await bob.call(why, { q: 'sofa', productId: lamp.productId })
  assert.deepEqual([pinned.found, pinned.place, pinned.words[0]!.found], [true, 1, false])
  const buried = await bob.call(why, { q: 'sofa', productId: sofa.productId })
  assert.deepEqual([buried.place, buried.words], [3, [{ typed: 'sofa', ways: ['sofa'], found: true }]])
  assert.equal(
    buried.parts.reduce((sum, { points }) => sum + points, 0),
    buried.score,
  )
  assert.ok(buried.parts.some(({ rule, points }) => rule === 'buried' && points < 0))
  await bob.call(set, { q: 'sofa', pinned: [], buried: [] })
  assert.deepEqual(await find('sofa'), ['Grey sofa', 'Sofa bed for guests'])
  assert.deepEqual((await bob.call(placements, {})).items, [])
})

test('why tells of what is not found, and what is not there is not found', async () => {
  const lost = await bob.call(why, { q: 'grey lamp', productId: lamp.productId })
  assert.deepEqual([lost.found, lost.place, lost.score, lost.forSale], [false, null, null, true])
  assert.deepEqual(
    lost.words.map(({ typed, found }) => [typed, found]),
    [
      ['grey', false],
      ['lamp', true],
    ],
  )
  await assert.rejects(bob.call(why, { q: 'lamp', productId: newId() }), { code: 'not_found' })
  await assert.rejects(bob.call(set, { q: 'lamp', pinned: [newId()], buried: [] }), { code: 'invalid_input' })
  await assert.rejects(bob.call(set, { q: 'lamp', pinned: [lamp.productId], buried: [lamp.productId] }), {
    code: 'invalid_input',
  })
  await assert.rejects(bob.call(set, { q: '?!', pinned: [], buried: [] }), { code: 'invalid_input' })
})

test('what sells well stands before what is found as well; what nobody bought lately no longer does', async () => {
  const [one, other] = [await shop.goods({ name: 'Oak stool' }), await shop.goods({ name: 'Oak stool' })]
  await shop.settle()
  const first = async () => (await guest.call(search, { q: 'oak stool' })).items[0]!.id
  const behind = (await first()) === one.productId ? other : one
  await paid(shop, shop.alice, { of: behind, quantity: 3 })
  await shop.job('browse.countSold')
  assert.equal(await first(), behind.productId)
  const { parts } = await bob.call(why, { q: 'oak stool', productId: behind.productId })
  assert.deepEqual(
    parts.find(({ rule }) => rule === 'sold'),
    { rule: 'sold', points: 28 },
  )
  shop.clock.forward(days(91))
  await shop.job('browse.countSold')
  assert.notEqual(await first(), behind.productId)
})

test('while one types, products and words to go on with are shown', async () => {
  const { products, queries } = await guest.call(suggest, { q: 'grey so' })
  assert.deepEqual(
    products.map(({ name }) => name),
    ['Grey sofa'],
  )
  assert.deepEqual(queries, ['grey sofa'])
  assert.deepEqual(await guest.call(suggest, { q: '...' }), { products: [], categories: [], queries: [] })
})

test('written anew, everything is found as before', async () => {
  await shop.app.pool.pg.query('delete from browse.entry where store_id = $1', [shop.storeId])
  assert.deepEqual(await find('sofa'), [])
  await bob.call(reindex, {})
  await shop.job('browse.keepUp')
  assert.deepEqual(await find('sofa'), ['Grey sofa', 'Sofa bed for guests'])
})
