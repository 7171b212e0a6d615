/** Bob builds up his catalogue: drafts, addresses, publishing, putting away and bringing back. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { list as audit } from '../../system/audit/list.ts'
import { create as createCategory } from '../categories/create.ts'
import { create as createOption } from '../options/create.ts'
import { create as createVariant } from '../variants/create.ts'
import { update as updateVariant } from '../variants/update.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { publish } from './publish.ts'
import { restore } from './restore.ts'
import { unpublish } from './unpublish.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const taxCategoryId = rows[0]!.id
let count = 0
const draft = (name: string, more: { slug?: string } = {}) =>
  bob.call(create, { taxCategoryId, texts: [{ locale: 'en', name, ...more }] })
const sellable = (name: string) =>
  bob.call(create, {
    taxCategoryId,
    texts: [{ locale: 'en', name }],
    variants: [{ sku: `SKU-${++count}`, weightGrams: 120 }],
  })
const slugOf = (made: { texts: { slug: string }[] }) => made.texts[0]!.slug
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )
const audited = async (operation: string) => (await bob.call(audit, { operation })).items

test('a new product is a draft with all that was said of it', async () => {
  const category = await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Cups' }] })
  const option = await bob.call(createOption, {
    key: 'colour',
    texts: [{ locale: 'en', name: 'Colour' }],
    values: [
      { key: 'red', swatch: '#ff0000', texts: [{ locale: 'en', name: 'Red' }] },
      { key: 'sea', texts: [{ locale: 'en', name: 'Sea' }] },
    ],
  })
  const made = await bob.call(create, {
    taxCategoryId,
    texts: [
      {
        locale: 'en',
        name: '  Blue   cup ',
        subtitle: 'For tea',
        facts: [{ name: 'Made in', value: 'Kiel' }],
      },
      { locale: 'de', name: 'Blaue Tasse' },
    ],
    categoryIds: [category.id],
    optionIds: [option.id],
    variants: option.values.map(({ id, key }) => ({
      sku: `cup-${key}`,
      weightGrams: 300,
      choices: [{ optionId: option.id, valueId: id }],
    })),
  })
  assert.equal(made.state, 'draft')
  assert.deepEqual(
    made.texts.map(({ locale, name, slug, subtitle }) => ({ locale, name, slug, subtitle })),
    [
      { locale: 'en', name: 'Blue cup', slug: 'blue-cup', subtitle: 'For tea' },
      { locale: 'de', name: 'Blaue Tasse', slug: 'blaue-tasse', subtitle: null },
    ],
  )
  assert.deepEqual(made.categories, [{ id: category.id, name: 'Cups' }])
  assert.deepEqual(
    made.variants.map(({ sku, position, choices }) => [
      sku,
      position,
      choices[0]!.valueName,
      choices[0]!.swatch,
    ]),
    [
      ['cup-red', 0, 'Red', '#ff0000'],
      ['cup-sea', 1, 'Sea', null],
    ],
  )
  assert.deepEqual(await bob.call(get, { productId: made.id }), made)
  await assert.rejects(guest.call(product, { slug: 'blue-cup' }), { code: 'not_found' })
  const [entry] = await audited('catalog.products.create')
  assert.deepEqual([entry!.before, JSON.parse(entry!.after!).id], [null, made.id])

  await bob.call(publish, { productId: made.id })
  await bob.call(updateVariant, { productId: made.id, variantId: made.variants[0]!.id, weightGrams: 310 })
  await assert.rejects(bob.call(update, { productId: made.id, optionIds: [] }), {
    code: 'catalog.options_in_use',
    status: 409,
  })
  assert.deepEqual(await faults(bob.call(update, { productId: made.id, categoryIds: [shop.storeId] })), [
    'categoryIds.0 unknown',
  ])
  await shop.invariants()
})

test('who makes the ids can speak of a product at once; no id is given twice', async () => {
  const [id, variantId] = [newId(), newId()]
  const given = (more: object = {}) => ({
    id,
    taxCategoryId,
    texts: [{ locale: 'en', name: 'Own cup' }],
    variants: [{ id: variantId, sku: `SKU-${++count}` }],
    ...more,
  })
  const made = await bob.call(create, given())
  assert.deepEqual([made.id, made.variants.map((variant) => variant.id)], [id, [variantId]])
  assert.deepEqual(await faults(bob.call(create, given())), ['id taken'])
  assert.deepEqual(await faults(bob.call(create, given({ id: newId() }))), ['variants.0.id taken'])
  const twice = [
    { id: newId(), sku: `SKU-${++count}` },
    { id: newId(), sku: `SKU-${++count}` },
  ]
  twice[1]!.id = twice[0]!.id
  assert.deepEqual(await faults(bob.call(create, given({ id: newId(), variants: twice }))), [
    'variants.1.id taken',
  ])
  const other = await draft('Another cup')
  assert.deepEqual(
    await faults(bob.call(createVariant, { productId: other.id, id: variantId, sku: `SKU-${++count}` })),
    ['id taken'],
  )
  const own = newId()
  const added = await bob.call(createVariant, { productId: other.id, id: own, sku: `SKU-${++count}` })
  assert.equal(added.id, own)
  // Of two at once with the same id one is told as well.
  const racing = newId()
  const race = await Promise.all(
    ['en', 'de'].map((locale) =>
      faults(
        bob.call(create, given({ id: racing, variants: [], texts: [{ locale, name: `Cup ${locale}` }] })),
      ),
    ),
  )
  assert.deepEqual(
    race.toSorted((a, b) => a.length - b.length),
    [[], ['id taken']],
  )
})

test('addresses are made from names in any script, and a number keeps them apart', async () => {
  assert.equal(slugOf(await draft('Grüner Tee & Söhne')), 'grüner-tee-söhne')
  assert.equal(slugOf(await draft('Чай 茶')), 'чай-茶')
  assert.equal(slugOf(await draft('茶')), '茶')
  assert.deepEqual(
    [slugOf(await draft('Mug')), slugOf(await draft('Mug')), slugOf(await draft('mug!'))],
    ['mug', 'mug-2', 'mug-3'],
  )
  const together = await Promise.all(Array.from({ length: 8 }, () => draft('Bowl')))
  assert.equal(new Set(together.map(slugOf)).size, 8)
})

test('an address that somebody asks for must be free', async () => {
  await draft('Jug')
  assert.deepEqual(await faults(draft('Other', { slug: 'jug' })), ['texts.0.slug taken'])
  const other = await draft('Other')
  assert.deepEqual(
    await faults(bob.call(update, { productId: other.id, texts: [{ locale: 'en', slug: 'jug' }] })),
    ['texts.0.slug taken'],
  )
})

test('a renamed product keeps its address until a new one is asked for, and the old one goes on leading to it', async () => {
  const lamp = await shop.goods({ name: 'Lamp' })
  const renamed = await bob.call(update, {
    productId: lamp.productId,
    texts: [{ locale: 'en', name: 'Light' }],
  })
  assert.deepEqual([renamed.texts[0]!.name, slugOf(renamed)], ['Light', lamp.slug])
  await bob.call(update, { productId: lamp.productId, texts: [{ locale: 'en', slug: 'light' }] })
  for (const slug of [lamp.slug, 'light']) {
    const found = await guest.call(product, { slug })
    assert.deepEqual([found.id, found.slug], [lamp.productId, 'light'])
  }
  // A slug made from a name leaves the old link alone; asking for it takes it over.
  const name = lamp.slug.replaceAll('-', ' ')
  assert.equal(slugOf(await draft(name)), `${lamp.slug}-2`)
  assert.equal(slugOf(await draft(name, { slug: lamp.slug })), lamp.slug)
  await assert.rejects(guest.call(product, { slug: lamp.slug }), { code: 'not_found' })
  await bob.call(update, { productId: lamp.productId, texts: [{ locale: 'en', slug: 'light-2' }] })
  await bob.call(update, { productId: lamp.productId, texts: [{ locale: 'en', slug: 'light' }] })
  assert.equal((await guest.call(product, { slug: 'light-2' })).slug, 'light')
})

test('each change raises the version, and a stale one is refused', async () => {
  const made = await sellable('Bell')
  const next = await bob.call(update, { productId: made.id, featured: true, expectedVersion: made.version })
  assert.deepEqual([next.version, next.featured, next.texts], [made.version + 1, true, made.texts])
  for (const operation of [update, publish, unpublish, archive, restore])
    await assert.rejects(bob.call(operation, { productId: made.id, expectedVersion: made.version }), {
      code: 'stale_version',
      status: 412,
      details: { currentVersion: next.version },
    })
  assert.equal((await bob.call(get, { productId: made.id })).version, next.version)
})

test('a product is shown, taken out and shown again', async () => {
  const empty = await bob.call(create, { taxCategoryId, texts: [{ locale: 'de', name: 'Glocke' }] })
  await assert.rejects(bob.call(publish, { productId: empty.id }), {
    code: 'catalog.not_ready',
    details: { missing: ['text', 'variant'], attributes: [] },
  })
  const { productId, slug } = await shop.goods()
  assert.equal((await bob.call(unpublish, { productId })).state, 'draft')
  await assert.rejects(guest.call(product, { slug }), { code: 'not_found' })
  const again = await bob.call(publish, { productId })
  assert.equal((await guest.call(product, { slug })).version, again.version)
  assert.deepEqual(await bob.call(publish, { productId }), again)
})

test('what is archived frees its address and its article number, and comes back as a draft', async () => {
  const first = await sellable('Vase')
  await bob.call(publish, { productId: first.id })
  const away = await bob.call(archive, { productId: first.id })
  assert.deepEqual([away.state, away.variants], ['archived', []])
  for (const change of [
    () => bob.call(update, { productId: first.id, featured: true }),
    () => bob.call(publish, { productId: first.id }),
    () => bob.call(unpublish, { productId: first.id }),
    () => bob.call(createVariant, { productId: first.id, sku: 'x' }),
  ])
    await assert.rejects(change(), { code: 'catalog.archived', status: 409 })

  const second = await sellable('Vase')
  assert.equal(slugOf(second), 'vase')
  const sku = first.variants[0]!.sku
  await bob.call(updateVariant, { productId: second.id, variantId: second.variants[0]!.id, sku })
  await assert.rejects(bob.call(restore, { productId: first.id }), {
    code: 'catalog.sku_taken',
    details: { skus: [sku] },
  })
  await bob.call(updateVariant, {
    productId: second.id,
    variantId: second.variants[0]!.id,
    sku: 'vase-second',
  })
  const back = await bob.call(restore, { productId: first.id })
  assert.deepEqual(
    [back.state, slugOf(back), back.variants.map((each) => each.sku)],
    ['draft', 'vase-2', [sku]],
  )
  await shop.invariants()
})

test('staff find products by name, article number, state and category, in any order', async () => {
  const found = async (input: Record<string, unknown>) =>
    (await bob.call(list, input as never)).items.map((card) => card.name)
  assert.deepEqual(await found({ q: 'blue C' }), ['Blue cup'])
  assert.deepEqual(await found({ q: 'CUP-re' }), ['Blue cup'])
  assert.deepEqual(await found({ q: '%' }), [])
  const [cup] = (await bob.call(list, { q: 'blue' })).items
  assert.deepEqual([cup!.state, cup!.sku, cup!.variantCount], ['published', 'cup-red', 2])
  const { categories } = await bob.call(get, { productId: cup!.id })
  assert.deepEqual(await found({ categoryId: categories[0]!.id }), ['Blue cup'])
  const jug = (await bob.call(list, { q: 'jug' })).items[0]!
  await bob.call(archive, { productId: jug.id })
  assert.deepEqual(await found({ state: 'archived' }), ['Jug'])
  assert.ok(!(await found({ limit: 100 })).includes('Jug'))

  for (const by of ['updated', 'created', 'name'] as const) {
    for (const desc of [false, true]) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await bob.call(list, {
          sort: { by, desc },
          limit: 3,
          withTotal: true,
          ...(after ? { after } : {}),
        })
        seen.push(...page.items.map((card) => card.id))
        assert.equal(page.total!.count, (await bob.call(list, { limit: 100 })).items.length)
        after = page.next ?? undefined
      } while (after)
      const whole = await bob.call(list, { sort: { by, desc }, limit: 100 })
      assert.deepEqual(
        seen,
        whole.items.map((card) => card.id),
      )
    }
  }
})

test('who may not, may not', async () => {
  const { productId } = await shop.goods()
  const reader = shop.staff('catalog.read')
  await reader.call(get, { productId })
  await reader.call(list, {})
  for (const operation of [update, publish, unpublish, archive, restore])
    await assert.rejects(reader.call(operation, { productId }), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
  await assert.rejects(guest.call(get, { productId }), { code: 'unauthenticated' })
  await assert.rejects(bob.call(get, { productId: shop.storeId }), { code: 'not_found' })
})

test('lists and details take few statements', async () => {
  const { productId } = await shop.goods()
  const counted = async (work: (statements: { count: number }) => Promise<unknown>) => {
    const statements = { count: 0 }
    await work(statements)
    return statements.count
  }
  assert.equal(await counted((statements) => bob.call(list, {}, { statements })), 1)
  assert.equal(await counted((statements) => bob.call(list, { withTotal: true }, { statements })), 2)
  assert.equal(await counted((statements) => bob.call(get, { productId }, { statements })), 1)
  const changed = await counted((statements) =>
    bob.call(update, { productId, featured: true }, { statements }),
  )
  assert.ok(changed <= 8, `${changed} statements for a change`)
})
