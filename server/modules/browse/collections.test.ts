/** Shoppers walk through what Bob has put together across his shelves. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { create } from '../catalog/collections/create.ts'
import { archive } from '../catalog/collections/archive.ts'
import { update } from '../catalog/collections/update.ts'
import { unpublish } from '../catalog/products/unpublish.ts'
import { collection } from './collection.ts'
import { collections } from './collections.ts'
import { products } from './products.ts'
import { search } from './search.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const said = (name: string) => [{ locale: 'en', name }]

test('a collection is found by its slug and by its old one, in the language one reads, until it is put away', async () => {
  const { productId } = await shop.goods()
  const blue = await bob.call(create, {
    texts: [...said('Blue hour'), { locale: 'de', name: 'Blaue Stunde' }],
    productIds: [productId],
  })
  await bob.call(update, { collectionId: blue.id, texts: [{ locale: 'en', slug: 'dusk' }] })
  for (const slug of ['blue-hour', 'dusk', 'Dusk'])
    assert.equal((await guest.call(collection, { slug })).slug, 'dusk')
  assert.equal((await guest.call(collection, { slug: 'dusk' })).name, 'Blue hour')
  await bob.call(archive, { collectionId: blue.id })
  await assert.rejects(guest.call(collection, { slug: 'dusk' }), { code: 'not_found' })
})

test('only collections with something to buy are listed', async () => {
  const { productId } = await shop.goods()
  await bob.call(create, { texts: said('Nothing yet') })
  await bob.call(create, { texts: said('Gifts'), productIds: [productId] })
  await shop.settle()
  const names = async () => (await guest.call(collections, {})).items.map(({ name }) => name)
  assert.deepEqual(await names(), ['Gifts'])
  await bob.call(unpublish, { productId })
  await shop.settle()
  assert.deepEqual(await names(), [])
})

test('a search stays inside a collection, and its facets with it', async () => {
  const [inside, outside] = [await shop.goods({ name: 'Oak tray' }), await shop.goods({ name: 'Oak stool' })]
  await bob.call(create, { texts: said('For tea'), productIds: [inside.productId] })
  await shop.settle()
  const found = await guest.call(search, {
    q: 'oak',
    facets: true,
    filter: { collection: { eq: 'for-tea' } },
  })
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [inside.productId],
  )
  assert.equal(found.facets!.total, 1)
  assert.ok((await guest.call(search, { q: 'oak' })).items.some(({ id }) => id === outside.productId))
  const listed = await guest.call(products, { collection: 'for-tea' })
  assert.equal(listed.items.length, 1)
})
