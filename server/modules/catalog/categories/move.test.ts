/** Bob puts his shelves in order. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { category } from '../../browse/category.ts'
import { categories } from '../../browse/categories.ts'
import { products } from '../../browse/products.ts'
import { update as updateProduct } from '../products/update.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { move } from './move.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const add = (name: string, parentId: string | null = null) =>
  bob.call(create, { parentId, texts: [{ locale: 'en', name }] })
/** The names inside a category, in their order, with their positions. */
const inside = async (parentId: string | null) =>
  (await bob.call(list, {})).items
    .filter((each) => each.parentId === parentId)
    .map((each) => `${each.position} ${each.texts[0]!.name}`)

const [tea, cups, lamps] = [await add('Tea'), await add('Cups'), await add('Lamps')]

test('a category goes before, after or into another, and there is room between any two', async () => {
  await bob.call(move, { categoryId: lamps.id, beforeId: tea.id })
  assert.deepEqual(await inside(null), ['0 Lamps', '1 Tea', '2 Cups'])
  await bob.call(move, { categoryId: lamps.id, afterId: tea.id })
  assert.deepEqual(await inside(null), ['0 Tea', '1 Lamps', '2 Cups'])
  const green = await add('Green tea', tea.id)
  const moved = await bob.call(move, { categoryId: lamps.id, parentId: tea.id })
  assert.deepEqual([moved.parentId, moved.position, moved.texts], [tea.id, 1, lamps.texts])
  assert.deepEqual(await inside(tea.id), ['0 Green tea', '1 Lamps'])
  await bob.call(move, { categoryId: lamps.id, beforeId: green.id })
  assert.deepEqual(await inside(tea.id), ['0 Lamps', '1 Green tea'])
  await bob.call(move, { categoryId: lamps.id, parentId: null })
  assert.deepEqual(await inside(null), ['0 Tea', '1 Cups', '2 Lamps'])
  assert.deepEqual(
    (await guest.call(categories, {})).items
      .filter(({ parentId }) => parentId === null)
      .map(({ name }) => name),
    ['Tea', 'Cups', 'Lamps'],
  )
})

test('a branch keeps its addresses wherever it goes, and all that is on its shelves', async () => {
  const mugs = await add('Mugs', cups.id)
  const { productId } = await shop.goods({ name: 'Mug' })
  await bob.call(updateProduct, { productId, categoryIds: [mugs.id, lamps.id] })
  const path = async (slug: string) => (await guest.call(category, { slug })).above.map((each) => each.slug)
  assert.deepEqual(await path('mugs'), ['cups'])
  await bob.call(move, { categoryId: cups.id, parentId: tea.id })
  assert.deepEqual(await path('mugs'), ['tea', 'cups'])
  for (const shelf of ['mugs', 'cups', 'tea', 'lamps'])
    assert.deepEqual(
      (await guest.call(products, { category: shelf })).items.map(({ id }) => id),
      [productId],
      shelf,
    )
  assert.equal((await guest.call(category, { slug: 'tea' })).productCount, 1)
})

test('no category comes into itself or beside what is inside it', async () => {
  const circle = { code: 'catalog.category_circle', status: 409 }
  const { id: mugs } = (await bob.call(list, {})).items.find(({ texts }) => texts[0]!.name === 'Mugs')!
  await assert.rejects(bob.call(move, { categoryId: cups.id, parentId: cups.id }), circle)
  await assert.rejects(bob.call(move, { categoryId: cups.id, parentId: mugs }), circle)
  await assert.rejects(bob.call(move, { categoryId: cups.id, afterId: mugs }), circle)
  for (const [wrong, path] of [
    [{ afterId: cups.id }, 'afterId'],
    [{ beforeId: shop.storeId }, 'beforeId'],
    [{ parentId: shop.storeId }, 'parentId'],
    [{}, 'parentId'],
    [{ parentId: null, beforeId: tea.id }, 'parentId'],
  ] as const)
    await assert.rejects(bob.call(move, { categoryId: cups.id, ...wrong }), (error: any) => {
      assert.equal(error.errors[0].path, path)
      return true
    })
})

test('of many moves at once each finds its place, and none makes a circle', async () => {
  const made: { id: string }[] = []
  for (let n = 0; n < 6; n++) made.push(await add(`Box ${n}`))
  await Promise.allSettled(
    made.flatMap(({ id }, n) => [
      bob.call(move, { categoryId: id, beforeId: made[(n + 3) % 6]!.id }),
      bob.call(move, { categoryId: id, parentId: made[(n + 1) % 6]!.id }),
    ]),
  )
  for (const parentId of [null, ...made.map(({ id }) => id)]) {
    const positions = (await inside(parentId)).map((each) => Number.parseInt(each))
    assert.equal(new Set(positions).size, positions.length, 'no two on one place')
  }
  await shop.invariants()
})

test('a stale version and people without the right are refused', async () => {
  const made = await add('Stale')
  await bob.call(move, { categoryId: made.id, beforeId: tea.id, expectedVersion: made.version })
  const again = { categoryId: made.id, parentId: null, expectedVersion: made.version }
  await assert.rejects(bob.call(move, again), { code: 'stale_version', status: 412 })
  await assert.rejects(shop.staff('catalog.read').call(move, again), { code: 'forbidden' })
})
