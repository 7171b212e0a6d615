/** The tree of categories: growing, moving, renaming, putting away. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { writeCategories } from '../index.ts'
import { update as updateProduct } from '../products/update.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const add = (name: string, parentId: string | null = null, slug?: string) =>
  bob.call(create, { parentId, texts: [{ locale: 'en', name, ...(slug ? { slug } : {}) }] })
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

const kitchen = await add('Kitchen')
const cups = await add('Cups', kitchen.id)
const mugs = await add('Mugs', cups.id)

test('categories stand in a tree, each after its siblings', async () => {
  const bowls = await add('Bowls', kitchen.id)
  assert.deepEqual([cups.position, bowls.position, bowls.parentId], [0, 1, kitchen.id])
  const { items } = await bob.call(list, {})
  assert.deepEqual(
    items.map((item) => item.texts[0]!.name),
    ['Kitchen', 'Cups', 'Bowls', 'Mugs'],
  )
  assert.deepEqual(await faults(add('Lost', shop.storeId)), ['parentId unknown'])
})

test('a branch moves with all below it, but never into itself', async () => {
  const garden = await add('Garden')
  const moved = await bob.call(update, { categoryId: cups.id, parentId: garden.id, position: 3 })
  assert.deepEqual([moved.parentId, moved.position, moved.texts], [garden.id, 3, cups.texts])
  for (const parentId of [mugs.id, cups.id])
    await assert.rejects(bob.call(update, { categoryId: cups.id, parentId }), {
      code: 'catalog.category_circle',
      status: 409,
    })
  await assert.rejects(bob.call(update, { categoryId: garden.id, parentId: mugs.id }), {
    code: 'catalog.category_circle',
  })
  assert.equal((await bob.call(update, { categoryId: cups.id, parentId: null })).parentId, null)
})

test('two moves at once make no circle', async () => {
  const branch = async (name: string) => {
    const top = await add(name)
    return { top, below: await add(`${name} below`, top.id) }
  }
  const pairs = await Promise.all(
    Array.from({ length: 5 }, async (_, n) => [await branch(`A${n}`), await branch(`B${n}`)] as const),
  )
  // Each alone is fine, and they touch no common row.
  const moves = pairs.flatMap(([a, b]) => [
    bob.call(update, { categoryId: a.top.id, parentId: b.below.id }),
    bob.call(update, { categoryId: b.top.id, parentId: a.below.id }),
  ])
  const results = (await Promise.allSettled(moves)).map(({ status }) => status)
  assert.equal(results.filter((status) => status === 'fulfilled').length, pairs.length)
  await shop.invariants()
})

test('a planted circle is found by the proof', async () => {
  const { rows } = await sql<{ parent_id: string }>`
    update catalog.category set parent_id = ${mugs.id} where id = ${cups.id} returning parent_id`.execute(
    shop.app.pool.db,
  )
  assert.equal(rows.length, 1)
  await assert.rejects(shop.invariants(), /catalog\.tree/)
  await sql`update catalog.category set parent_id = null where id = ${cups.id}`.execute(shop.app.pool.db)
})

test('addresses are told apart by a number, stay on renaming, and old ones are remembered', async () => {
  const second = await add('Cups')
  assert.equal(second.texts[0]!.slug, 'cups-2')
  assert.deepEqual(await faults(add('Other', null, 'cups')), ['texts.0.slug taken'])
  const renamed = await bob.call(update, {
    categoryId: cups.id,
    texts: [
      { locale: 'en', name: 'Beakers', description: 'To drink from' },
      { locale: 'de', name: 'Becher' },
    ],
  })
  assert.deepEqual(
    renamed.texts.map(({ locale, name, slug }) => [locale, name, slug]),
    [
      ['de', 'Becher', 'becher'],
      ['en', 'Beakers', 'cups'],
    ],
  )
  await bob.call(update, { categoryId: cups.id, texts: [{ locale: 'en', slug: 'beakers' }] })
  const { rows } = await sql<{ slug: string; category_id: string }>`
    select slug, category_id from catalog.category_slug_history`.execute(shop.app.pool.db)
  assert.deepEqual(rows, [{ slug: 'cups', category_id: cups.id }])
  assert.equal((await add('Cups')).texts[0]!.slug, 'cups-3')
  assert.deepEqual(
    await faults(bob.call(update, { categoryId: cups.id, texts: [{ locale: 'fr', slug: 'tasses' }] })),
    ['texts.0.name required'],
  )
})

test('a branch with subcategories stays; an archived one frees its address', async () => {
  await assert.rejects(bob.call(archive, { categoryId: cups.id }), {
    code: 'catalog.category_not_empty',
    status: 409,
    details: { subcategories: 1 },
  })
  const { productId } = await shop.goods()
  await bob.call(updateProduct, { productId, categoryIds: [mugs.id] })
  const { items } = await bob.call(list, {})
  assert.equal(items.find(({ id }) => id === mugs.id)!.productCount, 1)
  await bob.call(archive, { categoryId: mugs.id })
  await assert.rejects(bob.call(archive, { categoryId: mugs.id }), { code: 'not_found' })
  assert.equal((await add('Mugs')).texts[0]!.slug, 'mugs')
  await shop.invariants()
})

test('a stale version and people without the right are refused', async () => {
  const made = await add('Stale')
  await bob.call(update, { categoryId: made.id, position: 9, expectedVersion: made.version })
  const stale = { code: 'stale_version', status: 412, details: { currentVersion: made.version + 1 } }
  const input = { categoryId: made.id, expectedVersion: made.version }
  await assert.rejects(bob.call(update, input), stale)
  await assert.rejects(bob.call(archive, input), stale)
  await assert.rejects(shop.staff('catalog.read').call(update, input), { code: 'forbidden' })
  await assert.rejects(shop.staff('catalog.read').call(archive, input), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
  await assert.rejects(shop.staff('catalog.read').call(create, { texts: [{ locale: 'en', name: 'x' }] }), {
    code: 'forbidden',
  })
})

test('there are at most 500, and their list is one statement', async () => {
  const statements = { count: 0 }
  const { items } = await bob.call(list, {}, { statements })
  assert.equal(statements.count, 1)
  await shop.inside((ctx) =>
    writeCategories(
      Array.from({ length: 500 - items.length }, (_, n) => ({
        id: newId(),
        parentId: null,
        position: n,
        texts: [{ locale: 'en', name: `Box ${n}`, slug: `box-${n}`, description: '' }],
      })),
      ctx,
    ),
  )
  await assert.rejects(add('One more'), { code: 'catalog.full', status: 409, details: { limit: 500 } })
})
