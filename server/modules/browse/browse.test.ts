import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { archive } from '../catalog/products/archive.ts'
import { categories } from './categories.ts'
import { product } from './product.ts'
import { products } from './products.ts'

const shop = await openShop()
after(() => shop.close())
const guest = shop.guest()

test('a shopper walks through all products, page by page, each once', async () => {
  for (let n = 0; n < 5; n++) await shop.goods({ name: `Cup ${n}`, price: 1000 + n * 100, stock: n })
  await shop.settle()
  for (const sort of [
    { by: 'position' },
    { by: 'newest' },
    { by: 'name' },
    { by: 'price' },
    { by: 'price', desc: true },
  ] as const) {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await guest.call(products, { sort, limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.items.map((card) => card.id))
      after = page.next ?? undefined
    } while (after)
    assert.equal(seen.length, 5, sort.by)
    assert.equal(new Set(seen).size, 5, sort.by)
  }
})

test('prices rise when sorted by price, and stock is told in words', async () => {
  const { items } = await guest.call(products, { sort: { by: 'price' } })
  assert.deepEqual(
    items.map((card) => card.price.amount),
    [1000, 1100, 1200, 1300, 1400],
  )
  assert.equal(items[0]!.availability, 'out_of_stock')
  assert.equal(items[4]!.availability, 'low_stock')
})

test('a search finds by name, and signs of the query language are plain letters', async () => {
  assert.equal((await guest.call(products, { q: 'cup 3' })).items.length, 1)
  assert.equal((await guest.call(products, { q: '%' })).items.length, 0)
})

test('the product page shows what can be bought', async () => {
  const tea = await shop.goods({ name: 'Green tea', price: 850, stock: 40 })
  const found = await guest.call(product, { slug: tea.slug })
  assert.equal(found.name, 'Green tea')
  assert.deepEqual(found.price, { amount: 850, currency: 'EUR' })
  assert.deepEqual(
    found.variants.map(({ sku, available, availability }) => ({ sku, available, availability })),
    [{ sku: tea.sku, available: 40, availability: 'in_stock' }],
  )
})

test('what is not there is not found', async () => {
  await assert.rejects(guest.call(product, { slug: 'nothing' }), { code: 'not_found' })
  assert.deepEqual(await guest.call(categories, {}), { items: [] })
  await assert.rejects(guest.call(products, { after: 'bm90LWEtY3Vyc29y' }), { code: 'invalid_input' })
  await assert.rejects(guest.call(products, { sort: { by: 'name', desc: true } }), { code: 'invalid_input' })
})

test('what was sold once and is archived is gone; what nobody ever saw in the shop is not there', async () => {
  const [sold, draft] = [await shop.goods({ name: 'Old lamp' }), await shop.goods({ name: 'Plan of a lamp' })]
  await shop.app.pool.pg.query('update catalog.product set published_at = null where id = $1', [
    draft.productId,
  ])
  for (const { productId } of [sold, draft]) await shop.bob.call(archive, { productId })
  await shop.settle()
  await assert.rejects(guest.call(product, { slug: sold.slug }), { code: 'browse.product_gone', status: 410 })
  await assert.rejects(guest.call(product, { slug: draft.slug }), { code: 'not_found' })
})

test('list and page take one statement each', async () => {
  const { slug } = await shop.goods()
  for (const run of [
    () => guest.call(products, {}, { statements }),
    () => guest.call(product, { slug }, { statements }),
  ]) {
    statements.count = 0
    await run()
    assert.equal(statements.count, 1)
  }
})
const statements = { count: 0 }
