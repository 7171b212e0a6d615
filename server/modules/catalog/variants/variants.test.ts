/** A product in two colours and two sizes: which variants it may have. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { writeProducts } from '../index.ts'
import { create as createOption } from '../options/create.ts'
import { create as createProduct } from '../products/create.ts'
import { get } from '../products/get.ts'
import { publish } from '../products/publish.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const taxCategoryId = rows[0]!.id
const option = (key: string, ...values: string[]) =>
  bob.call(createOption, {
    key,
    texts: [{ locale: 'en', name: key }],
    values: values.map((value) => ({ key: value, texts: [{ locale: 'en', name: value }] })),
  })
const colour = await option('colour', 'red', 'sea')
const size = await option('size', 's', 'l')
const shirt = await bob.call(createProduct, {
  taxCategoryId,
  texts: [{ locale: 'en', name: 'Shirt' }],
  optionIds: [colour.id, size.id],
})
const choice = (of: typeof colour, key: string) => ({
  optionId: of.id,
  valueId: of.values.find((value) => value.key === key)!.id,
})
const choices = (a: string, b: string) => [choice(colour, a), choice(size, b)]
const add = (sku: string, given: ReturnType<typeof choices>) =>
  bob.call(create, { productId: shirt.id, sku, choices: given })
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('a variant chooses once among each option of its product', async () => {
  const made = await add('shirt-red-s', choices('red', 's'))
  assert.deepEqual(
    made.choices.map(({ optionName, valueName }) => `${optionName}: ${valueName}`),
    ['colour: red', 'size: s'],
  )
  assert.deepEqual([made.position, made.version], [0, shirt.version + 1])
  assert.equal((await add('shirt-sea-s', choices('sea', 's'))).position, 1)
  assert.deepEqual(await faults(add('x', [choice(colour, 'red')] as never)), ['choices required'])
  assert.deepEqual(
    await faults(add('x', [choice(colour, 'red'), { ...choice(size, 's'), optionId: shop.storeId }])),
    ['choices.1.optionId unknown'],
  )
  assert.deepEqual(
    await faults(add('x', [choice(colour, 'red'), { ...choice(colour, 'sea'), optionId: size.id }])),
    ['choices.1.valueId unknown'],
  )
  assert.deepEqual(await faults(add('x', [choice(colour, 'red'), choice(colour, 'sea')])), [
    'choices.1.optionId duplicate',
  ])
})

test('no two variants choose the same', async () => {
  const taken = { code: 'catalog.combination_taken', status: 409, details: { sku: 'shirt-red-s' } }
  await assert.rejects(add('x', choices('red', 's')), taken)
  await assert.rejects(add('x', choices('red', 's').toReversed()), taken)
  const other = await add('shirt-red-l', choices('red', 'l'))
  await assert.rejects(
    bob.call(update, { productId: shirt.id, variantId: other.id, choices: choices('red', 's') }),
    taken,
  )
  const moved = await bob.call(update, {
    productId: shirt.id,
    variantId: other.id,
    choices: choices('sea', 'l'),
    weightGrams: 210,
  })
  assert.deepEqual([moved.choices[0]!.valueName, moved.weightGrams, moved.sku], ['sea', 210, 'shirt-red-l'])
  // Without options there is one way to choose.
  const plain = await bob.call(createProduct, {
    taxCategoryId,
    texts: [{ locale: 'en', name: 'Plain' }],
    variants: [{ sku: 'plain' }],
  })
  await assert.rejects(bob.call(create, { productId: plain.id, sku: 'plain-2' }), {
    code: 'catalog.combination_taken',
  })
  const twice = bob.call(createProduct, {
    taxCategoryId,
    texts: [{ locale: 'en', name: 'Twice' }],
    variants: [{ sku: 'twice' }, { sku: 'twice-2' }],
  })
  await assert.rejects(twice, { code: 'catalog.combination_taken', details: { sku: 'twice' } })
  await shop.invariants()
})

test('an article number stands for one variant of the store', async () => {
  assert.deepEqual(await faults(add('shirt-red-s', choices('red', 'l'))), ['sku taken'])
  assert.deepEqual(await faults(add('   ', choices('red', 'l'))), ['sku format'])
  const elsewhere = bob.call(createProduct, {
    taxCategoryId,
    texts: [{ locale: 'en', name: 'Thief' }],
    variants: [{ sku: 'shirt-red-s' }],
  })
  assert.deepEqual(await faults(elsewhere), ['variants.0.sku taken'])
})

test('two who take the same article number at once: one gets it, the other is told', async () => {
  const results = await Promise.all(
    Array.from({ length: 4 }, (_, n) =>
      faults(
        bob.call(createProduct, {
          taxCategoryId,
          texts: [{ locale: 'en', name: `Race ${n}` }],
          variants: [{ sku: 'race' }],
        }),
      ),
    ),
  )
  assert.deepEqual(results.map((each) => each.join()).sort(), ['', ...Array(3).fill('variants.0.sku taken')])
})

test('an archived variant frees its number and its choices; the last one of a shown product stays', async () => {
  const { variants } = await bob.call(get, { productId: shirt.id })
  const [first, ...others] = variants
  await bob.call(archive, { productId: shirt.id, variantId: first!.id })
  await assert.rejects(bob.call(archive, { productId: shirt.id, variantId: first!.id }), {
    code: 'not_found',
  })
  const again = await add(first!.sku, choices('red', 's'))
  await bob.call(publish, { productId: shirt.id })
  for (const other of others) await bob.call(archive, { productId: shirt.id, variantId: other.id })
  await assert.rejects(bob.call(archive, { productId: shirt.id, variantId: again.id }), {
    code: 'catalog.last_variant',
    status: 409,
  })
  await shop.invariants()
})

test('a stale version, a foreign product and people without the right are refused', async () => {
  const { variants, version } = await bob.call(get, { productId: shirt.id })
  const [variant] = variants
  const input = { productId: shirt.id, variantId: variant!.id }
  const stale = { code: 'stale_version', details: { currentVersion: version } }
  await assert.rejects(bob.call(update, { ...input, sku: 'y', expectedVersion: version - 1 }), stale)
  await assert.rejects(bob.call(archive, { ...input, expectedVersion: version - 1 }), stale)
  await assert.rejects(
    bob.call(create, { productId: shirt.id, sku: 'y', expectedVersion: version - 1 }),
    stale,
  )
  const { productId } = await shop.goods()
  await assert.rejects(bob.call(update, { productId, variantId: variant!.id }), { code: 'not_found' })
  const reader = shop.staff('catalog.read')
  await assert.rejects(reader.call(update, input), { code: 'forbidden' })
  await assert.rejects(reader.call(archive, input), { code: 'forbidden' })
  await assert.rejects(reader.call(create, { productId, sku: 'z' }), { code: 'forbidden' })
})

test('a product has at most 2,000 variants', async () => {
  const id = newId()
  await shop.inside((ctx) =>
    writeProducts(
      [
        {
          id,
          taxCategoryId,
          position: 0,
          featured: false,
          categoryIds: [],
          optionIds: [],
          media: [],
          texts: [{ locale: 'en', name: 'Many', slug: 'many', subtitle: null, description: '', facts: [] }],
          variants: Array.from({ length: 2000 }, (_, n) => ({
            id: newId(),
            sku: `many-${n}`,
            position: n,
            weightGrams: 0,
            values: [],
          })),
        },
      ],
      ctx,
    ),
  )
  await assert.rejects(bob.call(create, { productId: id, sku: 'many-2000' }), {
    code: 'catalog.full',
    status: 409,
    details: { limit: 2000 },
  })
})
