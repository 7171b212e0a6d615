/** Bob cleans up: what he put away comes back for a year and more, then it is emptied. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { days } from '#kit/clock.ts'
import { paid } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { get as readOrder } from '../orders/admin/get.ts'
import { create as createCategory } from './categories/create.ts'
import { archive as archiveCollection } from './collections/archive.ts'
import { create as createCollection } from './collections/create.ts'
import { archive } from './products/archive.ts'
import { get } from './products/get.ts'
import { restore } from './products/restore.ts'
import { update } from './products/update.ts'
import { KEEP_ARCHIVED } from './purge.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const said = (name: string) => [{ locale: 'en', name }]

test('what was put away comes back for a year and more; then it is emptied, and orders keep what they tell', async () => {
  const shelf = await bob.call(createCategory, { texts: said('Shelf') })
  const dressed = async (name: string) => {
    const goods = await shop.goods({ name })
    const { productId } = goods
    await bob.call(update, {
      productId,
      categoryIds: [shelf.id],
      texts: [{ locale: 'en', description: 'Glazed by hand', facts: [{ name: 'Made in', value: 'Kiel' }] }],
    })
    return goods
  }
  const goods = await dressed('Old')
  const old = goods.productId
  const [recent, kept] = [(await dressed('Recent')).productId, (await dressed('Kept')).productId]
  const order = await paid(shop, shop.alice, { of: goods })
  await bob.call(archive, { productId: old })
  shop.clock.forward(days(2))
  await bob.call(archive, { productId: recent })
  shop.clock.forward(KEEP_ARCHIVED - days(1))
  await shop.job('catalog.purge')
  await shop.settle()

  const emptied = await bob.call(get, { productId: old })
  assert.equal(emptied.purgedAt, shop.clock.now.toISOString())
  assert.deepEqual([emptied.state, emptied.categories], ['archived', []])
  const { name, description, facts } = emptied.texts[0]!
  assert.deepEqual({ name, description, facts }, { name: 'Old', description: '', facts: [] })
  await assert.rejects(bob.call(restore, { productId: old }), { code: 'catalog.purged', status: 409 })

  const { lines } = await bob.call(readOrder, { orderId: order.id })
  assert.deepEqual(lines, order.lines)
  const back = await bob.call(restore, { productId: recent })
  assert.deepEqual([back.state, back.texts[0]!.description], ['draft', 'Glazed by hand'])
  assert.equal((await bob.call(get, { productId: kept })).texts[0]!.description, 'Glazed by hand')
  await shop.job('catalog.purge')
  assert.equal((await bob.call(get, { productId: old })).version, emptied.version, 'once is enough')
  await shop.invariants()
})

test('an archived collection goes whole', async () => {
  const made = await bob.call(createCollection, {
    texts: said('Gifts'),
    rule: { matching: 'all', conditions: [{ kind: 'featured' }] },
  })
  await bob.call(archiveCollection, { collectionId: made.id })
  const left = async () => {
    const { rows } = await sql`select from catalog.collection where id = ${made.id}`.execute(shop.app.pool.db)
    return rows.length
  }
  shop.clock.forward(KEEP_ARCHIVED - days(1))
  await shop.job('catalog.purge')
  assert.equal(await left(), 1)
  shop.clock.forward(days(2))
  await shop.job('catalog.purge')
  assert.equal(await left(), 0)
})
