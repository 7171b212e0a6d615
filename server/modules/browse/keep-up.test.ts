/** The read model follows what happens in the shop, and is written anew when it must be. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { placed } from '#testing/orders.ts'
import { create as createCategory } from '../catalog/categories/create.ts'
import { update as updateCategory } from '../catalog/categories/update.ts'
import { unpublish } from '../catalog/products/unpublish.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { set as setPrices } from '../pricing/prices/set.ts'
import { reindex } from './admin/reindex.ts'
import { products } from './products.ts'
import { search } from './search.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const names = async (given: { q: string }) => (await guest.call(search, given)).items.map(({ name }) => name)

test('a new name, price or shelf is found once the reaction came by; what is taken off at once no longer', async () => {
  const { productId, variantId } = await shop.goods({ name: 'Iron kettle', price: 2000 })
  await shop.settle()
  const shelf = await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Hearth' }] })
  await bob.call(updateProduct, {
    productId,
    categoryIds: [shelf.id],
    texts: [{ locale: 'en', name: 'Copper kettle', description: 'Copper.' }],
  })
  await bob.call(setPrices, { prices: [{ variantId, price: { amount: 4500, currency: 'EUR' } }] })
  await shop.settle()
  assert.deepEqual(await names({ q: 'iron kettle' }), [])
  assert.deepEqual(await names({ q: 'copper' }), ['Copper kettle'])
  assert.deepEqual(await names({ q: 'hearth' }), ['Copper kettle'])
  assert.deepEqual((await guest.call(search, { filter: { price: { gte: 4500 } } })).items.length, 1)
  await bob.call(updateCategory, { categoryId: shelf.id, texts: [{ locale: 'en', name: 'Fireside' }] })
  await shop.settle()
  assert.deepEqual([await names({ q: 'hearth' }), await names({ q: 'fireside' })], [[], ['Copper kettle']])
  await bob.call(unpublish, { productId })
  assert.deepEqual(await names({ q: 'copper' }), [], 'cards are the source’s, before any reaction')
  await shop.settle()
  assert.deepEqual(await names({ q: 'copper' }), [])
})

test('what is held for an order is no longer to be had, once the job has looked', async () => {
  const last = await shop.goods({ name: 'Last lantern', stock: 1 })
  await shop.settle()
  await shop.job('browse.keepUp')
  const open = { q: 'lantern', filter: { available: { eq: true } } }
  assert.equal((await guest.call(search, open)).items.length, 1)
  await placed(shop, shop.alice, { of: last })
  await shop.job('browse.keepUp')
  const { items, facets } = await guest.call(search, { ...open, facets: true })
  assert.deepEqual([items.length, facets!.total, facets!.available], [0, 0, 0])
  assert.equal((await guest.call(search, { q: 'lantern' })).items[0]!.availability, 'out_of_stock')
})

test('a writing anew that was cut off goes on where it stopped', async () => {
  const all = async () => {
    const { rows } = await shop.app.pool.pg.query<{ n: number }>(
      'select count(*)::int as n from browse.entry',
    )
    return rows[0]!.n
  }
  const before = await all()
  const { rows } = await shop.app.pool.pg.query<{ id: string }>('select id from catalog.product order by id')
  await bob.call(reindex, {})
  await shop.app.pool.pg.query('delete from browse.entry')
  // As a process leaves it that died after the first product.
  await shop.app.pool.pg.query('update browse.progress set after_id = $1', [rows[0]!.id])
  await shop.job('browse.keepUp')
  const first = await shop.app.pool.pg.query('select from browse.entry where product_id = $1', [rows[0]!.id])
  assert.equal(first.rowCount, 0, 'what was written before is not written again')
  await bob.call(reindex, {})
  await shop.job('browse.keepUp')
  assert.equal(await all(), before)
})

test('a store without a read model gets a whole one by itself', async () => {
  const { total } = await guest.call(products, { sort: { by: 'name' }, withTotal: true })
  await shop.app.pool.pg.query('delete from browse.entry')
  await shop.app.pool.pg.query('delete from browse.progress')
  await shop.job('browse.keepUp')
  assert.deepEqual((await guest.call(products, { sort: { by: 'name' }, withTotal: true })).total, total)
})
