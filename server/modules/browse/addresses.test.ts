/** Where old addresses lead, and that none leads in a circle. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { archive } from '../catalog/categories/archive.ts'
import { create } from '../catalog/categories/create.ts'
import { update as updateCategory } from '../catalog/categories/update.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { category } from './category.ts'
import { product } from './product.ts'
import { products } from './products.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const add = (name: string, parentId: string | null = null) =>
  bob.call(create, { parentId, texts: [{ locale: 'en', name }] })
const moveProduct = (productId: string, ...slugs: string[]) =>
  slugs.reduce<Promise<unknown>>(
    (before, slug) =>
      before.then(() => bob.call(updateProduct, { productId, texts: [{ locale: 'en', slug }] })),
    Promise.resolve(),
  )
const moveCategory = (categoryId: string, ...slugs: string[]) =>
  slugs.reduce<Promise<unknown>>(
    (before, slug) =>
      before.then(() => bob.call(updateCategory, { categoryId, texts: [{ locale: 'en', slug }] })),
    Promise.resolve(),
  )

test('every address a product ever had leads to the present one in one step, and coming back makes no circle', async () => {
  const lamp = await shop.goods({ name: 'Lamp' })
  await moveProduct(lamp.productId, 'lamp-a', 'lamp-b', 'lamp-c')
  for (const slug of [lamp.slug, 'lamp-a', 'lamp-b', 'lamp-c'])
    assert.equal((await guest.call(product, { slug })).slug, 'lamp-c')
  await moveProduct(lamp.productId, 'lamp-a')
  for (const slug of [lamp.slug, 'lamp-a', 'lamp-b', 'lamp-c'])
    assert.equal((await guest.call(product, { slug })).slug, 'lamp-a')
  const { rows } = await sql<{ slug: string }>`
    select slug from catalog.slug_history where product_id = ${lamp.productId} and slug = 'lamp-a'`.execute(
    shop.app.pool.db,
  )
  assert.deepEqual(rows, [], 'the present address is not an old one too')
})

test('two products that change places: each address shows what it belongs to now', async () => {
  const [one, other] = [await shop.goods({ name: 'One' }), await shop.goods({ name: 'Other' })]
  await moveProduct(one.productId, 'first')
  await moveProduct(other.productId, 'second')
  await moveProduct(one.productId, 'third')
  await moveProduct(other.productId, 'first')
  await moveProduct(one.productId, 'second')
  assert.equal((await guest.call(product, { slug: 'first' })).id, other.productId)
  assert.equal((await guest.call(product, { slug: 'second' })).id, one.productId)
  assert.equal((await guest.call(product, { slug: 'third' })).slug, 'second')
})

test('categories lead on as products do, and their lists are found by the old address too', async () => {
  const cups = await add('Cups')
  const tea = await shop.goods()
  await bob.call(updateProduct, { productId: tea.productId, categoryIds: [cups.id] })
  await moveCategory(cups.id, 'mugs', 'beakers', 'mugs', 'drinking')
  for (const slug of ['cups', 'mugs', 'beakers', 'drinking']) {
    assert.equal((await guest.call(category, { slug })).slug, 'drinking')
    const { items } = await guest.call(products, { category: slug })
    assert.deepEqual(
      items.map(({ id }) => id),
      [tea.productId],
    )
  }
  // A name that is taken over belongs to the new one, with its goods and no others.
  const taken = await add('Plates')
  await moveCategory(taken.id, 'cups')
  assert.equal((await guest.call(category, { slug: 'cups' })).id, taken.id)
  assert.deepEqual((await guest.call(products, { category: 'cups' })).items, [])
})

test('an address is found in whatever case and Unicode form it was typed', async () => {
  const { productId } = await shop.goods()
  await moveProduct(productId, 'grüner-tee-茶')
  for (const slug of ['Grüner-Tee-茶', 'gru\u0308ner-tee-茶'])
    assert.equal((await guest.call(product, { slug })).slug, 'grüner-tee-茶')
  const long = await add(`a${'𠮷'.repeat(90)}`)
  assert.ok(long.texts[0]!.slug.isWellFormed() && long.texts[0]!.slug.length <= 100)
  assert.equal((await guest.call(category, { slug: long.texts[0]!.slug })).id, long.id)
})

test('the same slug in two languages means the thing in the language one reads', async () => {
  const [gift, poison] = [await shop.goods({ name: 'Gift' }), await shop.goods({ name: 'Poison' })]
  await moveProduct(gift.productId, 'gift')
  await bob.call(updateProduct, {
    productId: poison.productId,
    texts: [{ locale: 'de', name: 'Gift', slug: 'gift' }],
  })
  assert.equal((await guest.call(product, { slug: 'gift' })).id, gift.productId)
})

test('a category shows the way to it and the way on, and counts what is below it', async () => {
  const house = await add('House')
  const kitchen = await add('Kitchen', house.id)
  const pots = await add('Pots', kitchen.id)
  const pans = await add('Pans', kitchen.id)
  const both = await shop.goods({ name: 'Set of pots and pans' })
  await bob.call(updateProduct, { productId: both.productId, categoryIds: [pots.id, pans.id, house.id] })
  const found = await guest.call(category, { slug: 'kitchen' })
  assert.deepEqual(found.above, [{ slug: 'house', name: 'House' }])
  assert.deepEqual(
    found.below.map(({ name, productCount }) => [name, productCount]),
    [
      ['Pots', 1],
      ['Pans', 1],
    ],
  )
  assert.equal(found.productCount, 1, 'in two shelves, and yet one product')
  assert.deepEqual(
    (await guest.call(category, { slug: 'pots' })).above.map(({ slug }) => slug),
    ['house', 'kitchen'],
  )
})

test('what is put away is not found, by no address it had', async () => {
  const away = await add('Away')
  await moveCategory(away.id, 'far-away')
  await bob.call(archive, { categoryId: away.id })
  for (const slug of ['away', 'far-away', 'never-there'])
    await assert.rejects(guest.call(category, { slug }), { code: 'not_found' })
})
