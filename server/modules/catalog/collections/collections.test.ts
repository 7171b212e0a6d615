/** Bob puts goods together: some by hand, some by what holds of them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { products as shopProducts } from '../../browse/products.ts'
import { create as createAttribute } from '../attributes/create.ts'
import { create as createCategory } from '../categories/create.ts'
import { move } from '../categories/move.ts'
import { create as createOption } from '../options/create.ts'
import { archive as archiveProduct } from '../products/archive.ts'
import { create as createProduct } from '../products/create.ts'
import { list as products } from '../products/list.ts'
import { restore } from '../products/restore.ts'
import { unpublish } from '../products/unpublish.ts'
import { update as updateProduct } from '../products/update.ts'
import { create as createType } from '../types/create.ts'
import { writeCollections, writeProducts } from '../index.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { setProducts } from './set-products.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const taxCategoryId = rows[0]!.id
const said = (name: string) => [{ locale: 'en', name }]
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

const volume = await bob.call(createAttribute, { key: 'volume', kind: 'number', texts: said('Volume') })
const safe = await bob.call(createAttribute, { key: 'safe', kind: 'flag', texts: said('Safe') })
const wood = await bob.call(createAttribute, {
  key: 'wood',
  kind: 'choice',
  texts: said('Wood'),
  choices: [{ key: 'oak', texts: said('Oak') }],
})
const type = await bob.call(createType, {
  key: 'cups',
  name: 'Cups',
  attributes: [volume, safe, wood].map(({ id }) => ({ attributeId: id, required: false })),
})
const colour = await bob.call(createOption, {
  key: 'colour',
  texts: said('Colour'),
  values: [{ key: 'red', texts: said('Red') }],
})
const kitchen = await bob.call(createCategory, { texts: said('Kitchen') })
const cups = await bob.call(createCategory, { texts: said('Cups'), parentId: kitchen.id })
const garden = await bob.call(createCategory, { texts: said('Garden') })

type Given = Partial<NonNullable<(typeof createProduct)['types']>['input']>
const product = (name: string, given: Given = {}) =>
  bob.call(createProduct, { taxCategoryId, texts: said(name), ...given })
const fill = async () => {
  await shop.settle()
  await shop.job('catalog.fillCollections')
  await shop.settle()
}
const namesIn = async (collectionId: string) =>
  (await bob.call(products, { collectionId, limit: 100 })).items.map(({ name }) => name).sort()
type Conditions = NonNullable<Parameters<typeof makeRule>[1]>
async function makeRule(
  matching: 'all' | 'any',
  conditions: {
    kind: 'every' | 'featured' | 'category' | 'type' | 'choice' | 'option_value' | 'number' | 'flag'
    categoryId?: string
    typeId?: string
    attributeId?: string
    choiceId?: string
    valueId?: string
    lowest?: string
    highest?: string
    flag?: boolean
  }[],
) {
  return bob.call(create, { texts: said('By rule'), rule: { matching, conditions } })
}
const told = async () => {
  const { rows: events } = await sql<{ ids: string[] }>`
    select payload->'ids' as ids from kit.event where name = 'catalog.collectionsChanged' order by tx, id`.execute(
    shop.app.pool.db,
  )
  return events.map(({ ids }) => ids)
}

test('by hand there are just those that were put in, in their order, and no rule', async () => {
  const [a, b, c] = [await product('Ant'), await product('Bee'), await product('Cat')]
  const made = await bob.call(create, { texts: said('Animals'), productIds: [c.id, a.id] })
  assert.deepEqual([made.kind, made.rule, made.texts[0]!.slug], ['manual', null, 'animals'])
  assert.deepEqual(await namesIn(made.id), ['Ant', 'Cat'])
  const put = (...productIds: string[]) => bob.call(setProducts, { collectionId: made.id, productIds })
  await put(b.id, a.id)
  assert.deepEqual(await namesIn(made.id), ['Ant', 'Bee'])
  assert.deepEqual(await faults(put(a.id, a.id)), ['productIds.1 duplicate'])
  assert.deepEqual(await faults(put(a.id, newId())), ['productIds.1 unknown'])
  const rule = { matching: 'all' as const, conditions: [{ kind: 'every' as const }] }
  assert.deepEqual(await faults(bob.call(update, { collectionId: made.id, rule })), ['rule not_allowed'])
  await bob.call(update, { collectionId: made.id, texts: [{ locale: 'en', name: 'Pets', slug: 'pets' }] })
  const again = await bob.call(create, { texts: said('Animals') })
  assert.equal(again.texts[0]!.slug, 'animals-2', 'the old address still leads to the first')
  await bob.call(archive, { collectionId: again.id })
  await assert.rejects(bob.call(archive, { collectionId: again.id }), { code: 'not_found' })
})

test('what a shop opens with stands in several languages, its goods in their order', async () => {
  const [hat, cap] = [await product('Hat'), await product('Cap')]
  const id = newId()
  const texts = [
    { locale: 'en', name: 'For heads', slug: 'for-heads', description: 'Warm ones' },
    { locale: 'de', name: 'Für Köpfe', slug: 'fuer-koepfe', description: 'Warme' },
  ]
  await shop.inside((ctx) =>
    writeCollections([{ id, position: 3, texts, productIds: [hat.id, cap.id] }], ctx),
  )
  const made = (await bob.call(list, {})).items.find((each) => each.id === id)!
  assert.deepEqual(
    [made.kind, made.position, made.texts.map(({ slug }) => slug).sort()],
    ['manual', 3, ['for-heads', 'fuer-koepfe']],
  )
  const { rows: inside } = await sql<{ product_id: string }>`
    select product_id from catalog.collection_product where collection_id = ${id} order by position`.execute(
    shop.app.pool.db,
  )
  assert.deepEqual(
    inside.map((row) => row.product_id),
    [hat.id, cap.id],
  )
  assert.ok((await told()).some((ids) => ids.includes(id)))
})

test('a rule finds all that fulfil it, each condition by its own kind', async () => {
  const option = { optionId: colour.id, valueId: colour.values[0]!.id }
  await product('Cup', {
    typeId: type.id,
    categoryIds: [cups.id],
    featured: true,
    attributes: [
      { attributeId: volume.id, number: '0.35' },
      { attributeId: safe.id, flag: true },
      { attributeId: wood.id, choiceIds: [wood.choices[0]!.id] },
    ],
    optionIds: [colour.id],
    variants: [{ sku: 'cup-red', choices: [option] }],
  })
  await product('Mug', { typeId: type.id, attributes: [{ attributeId: volume.id, number: '0.5' }] })
  const finds = async (matching: 'all' | 'any', conditions: Conditions) => {
    const made = await makeRule(matching, conditions)
    assert.equal(made.filling, true)
    await fill()
    return (await namesIn(made.id)).join(' ')
  }
  assert.equal(await finds('all', [{ kind: 'category', categoryId: kitchen.id }]), 'Cup')
  assert.equal(await finds('all', [{ kind: 'type', typeId: type.id }]), 'Cup Mug')
  assert.equal(await finds('all', [{ kind: 'featured' }]), 'Cup')
  assert.equal(await finds('all', [{ kind: 'choice', choiceId: wood.choices[0]!.id }]), 'Cup')
  assert.equal(await finds('all', [{ kind: 'option_value', valueId: colour.values[0]!.id }]), 'Cup')
  const from = (lowest: string, highest: string) => ({
    kind: 'number' as const,
    attributeId: volume.id,
    lowest,
    highest,
  })
  assert.equal(await finds('all', [from('0.35', '0.35')]), 'Cup')
  assert.equal(await finds('all', [from('0.351', '9')]), 'Mug')
  assert.equal(await finds('all', [{ kind: 'flag', attributeId: safe.id, flag: false }]), '')
  assert.equal(await finds('all', [{ kind: 'type', typeId: type.id }, { kind: 'featured' }]), 'Cup')
  assert.equal(await finds('any', [from('0.5', '1'), { kind: 'featured' }]), 'Cup Mug')
})

test('a product that changes enters and leaves, and only the collections concerned are touched', async () => {
  const inGarden = await makeRule('all', [{ kind: 'category', categoryId: garden.id }])
  const featured = await makeRule('all', [{ kind: 'featured' }, { kind: 'category', categoryId: garden.id }])
  await fill()
  const before = (await told()).length
  const chair = await product('Chair', { categoryIds: [garden.id] })
  await shop.settle()
  assert.deepEqual(await namesIn(inGarden.id), ['Chair'])
  assert.deepEqual((await told()).slice(before), [[inGarden.id]], 'nothing is told of others')

  await bob.call(updateProduct, { productId: chair.id, texts: [{ locale: 'en', name: 'Armchair' }] })
  await shop.settle()
  assert.equal((await told()).length, before + 1, 'a new name concerns no rule')

  await bob.call(updateProduct, { productId: chair.id, featured: true })
  await shop.settle()
  assert.deepEqual(await namesIn(featured.id), ['Armchair'])
  await bob.call(archiveProduct, { productId: chair.id })
  await shop.settle()
  assert.deepEqual([await namesIn(inGarden.id), await namesIn(featured.id)], [[], []])
  await bob.call(restore, { productId: chair.id })
  await shop.settle()
  assert.deepEqual(await namesIn(featured.id), ['Armchair'])
})

test('a branch that moves takes its products along', async () => {
  const inKitchen = await makeRule('all', [{ kind: 'category', categoryId: kitchen.id }])
  await fill()
  assert.deepEqual(await namesIn(inKitchen.id), ['Cup'])
  await bob.call(move, { categoryId: cups.id, parentId: garden.id })
  await fill()
  assert.deepEqual(await namesIn(inKitchen.id), [])
  await bob.call(move, { categoryId: cups.id, parentId: kitchen.id })
  await fill()
  assert.deepEqual(await namesIn(inKitchen.id), ['Cup'])
})

test('shoppers list what is in a collection and in the shop, in any order', async () => {
  const [shown, hidden, elsewhere] = [await shop.goods(), await shop.goods(), await shop.goods()]
  await bob.call(unpublish, { productId: hidden.productId })
  const made = await bob.call(create, {
    texts: said('For winter'),
    productIds: [hidden.productId, shown.productId],
  })
  await shop.settle()
  const guest = shop.guest()
  const idsIn = async (collection: string, more: object = {}) =>
    (await guest.call(shopProducts, { collection, ...more })).items.map(({ id }) => id)
  assert.deepEqual(await idsIn('for-winter'), [shown.productId])
  assert.deepEqual(await idsIn('for-winter', { sort: { by: 'name' } }), [shown.productId])
  assert.deepEqual(await idsIn('for-summer'), [])
  await bob.call(setProducts, { collectionId: made.id, productIds: [elsewhere.productId] })
  assert.deepEqual(await idsIn('for-winter'), [elsewhere.productId])
})

test('a condition lacks nothing, has nothing too much and speaks of what is there', async () => {
  const refused = (condition: object) => faults(makeRule('all', [condition as never]))
  const at = 'rule.conditions.0'
  assert.deepEqual(await refused({ kind: 'category' }), [`${at}.categoryId required`])
  assert.deepEqual(await refused({ kind: 'every', flag: true }), [`${at}.flag not_allowed`])
  assert.deepEqual(await refused({ kind: 'type', typeId: shop.storeId }), [`${at}.typeId unknown`])
  assert.deepEqual(await refused({ kind: 'number', attributeId: volume.id }), [`${at}.lowest required`])
  const number = { kind: 'number', attributeId: volume.id, lowest: '2', highest: '1' }
  assert.deepEqual(await refused(number), [`${at}.highest too_small`])
  assert.deepEqual(await refused({ kind: 'flag', attributeId: volume.id, flag: true }), [
    `${at}.attributeId unknown`,
  ])
  const both = {
    rule: { matching: 'all' as const, conditions: [{ kind: 'every' as const }] },
    productIds: [],
  }
  assert.deepEqual(await faults(bob.call(create, { texts: said('Both'), ...both })), [
    'productIds not_allowed',
  ])
  const ruled = (await bob.call(list, {})).items.find(({ kind }) => kind === 'rule')!
  await assert.rejects(bob.call(setProducts, { collectionId: ruled.id, productIds: [] }), {
    code: 'catalog.found_by_rule',
  })
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
})

test('a rule that makes every product a member is asked in chunks, goes on where it was cut off, and stays quick', async () => {
  const MANY = 3_000
  for (let start = 0; start < MANY; start += 1_000)
    await shop.inside((ctx) =>
      writeProducts(
        Array.from({ length: 1_000 }, (_, n) => ({
          id: newId(),
          taxCategoryId,
          state: 'draft' as const,
          position: n,
          featured: false,
          categoryIds: [garden.id],
          optionIds: [],
          media: [],
          texts: [
            {
              locale: 'en',
              name: `P ${start + n}`,
              slug: `p-${start + n}`,
              subtitle: null,
              description: '',
              facts: [],
            },
          ],
          variants: [],
        })),
        ctx,
      ),
    )
  const everything = await makeRule('any', [{ kind: 'every' }, { kind: 'category', categoryId: garden.id }])
  await shop.settle()
  const began = performance.now()
  await shop.job('catalog.fillCollections')
  const took = performance.now() - began
  console.log('took', took)
  await shop.settle()
  const { rows: counted } = await sql<{ members: number; live: number }>`
    select (select count(*) from catalog.collection_product where collection_id = ${everything.id}) as members,
      (select count(*) from catalog.product where archived_at is null) as live`.execute(shop.app.pool.db)
  assert.deepEqual(counted[0]!.members, counted[0]!.live)
  assert.ok(took < 5_000, `${Math.round(took)} ms`)
  const before = (await told()).length
  await bob.call(update, { collectionId: everything.id, position: 4 })
  await sql`update catalog.collection set fill_after = '00000000-0000-0000-0000-000000000000' where id = ${everything.id}`.execute(
    shop.app.pool.db,
  )
  await fill()
  assert.equal((await told()).length, before + 1, 'what is right already is left alone')
  await shop.invariants()
})
