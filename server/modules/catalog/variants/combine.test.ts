/** Bob sells a shirt in many colours and sizes, and types none of them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { product as page } from '../../browse/product.ts'
import { set as setPrices } from '../../pricing/prices/set.ts'
import { addValue } from '../options/add-value.ts'
import { create as createOption } from '../options/create.ts'
import { archive as archiveProduct } from '../products/archive.ts'
import { create as createProduct } from '../products/create.ts'
import { get } from '../products/get.ts'
import { publish } from '../products/publish.ts'
import { archive } from './archive.ts'
import { combine } from './combine.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const said = (name: string) => [{ locale: 'en', name }]
const option = (key: string, values: string[]) =>
  bob.call(createOption, {
    key,
    texts: said(key),
    values: values.map((value) => ({ key: value, texts: said(value) })),
  })
const ids = ({ values }: { values: { id: string }[] }) => values.map(({ id }) => id)
const many = (start: string, count: number) => Array.from({ length: count }, (_, n) => `${start}${n}`)

const [colour, size] = [await option('colour', ['red', 'blue']), await option('size', ['s', 'm', 'l'])]
const shirt = async (name: string, optionIds = [colour.id, size.id]) =>
  (await bob.call(createProduct, { taxCategoryId: rows[0]!.id, texts: said(name), optionIds })).id
const all = [
  { optionId: colour.id, valueIds: ids(colour) },
  { optionId: size.id, valueIds: ids(size) },
]
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: any) => error.errors.map(({ path, code }: any) => `${path} ${code}`).join(),
  )

test('every combination becomes a variant, with a number of its own, and one value more asks only for the rest', async () => {
  const productId = await shirt('Shirt')
  const wish = { productId, axes: all, skuStart: 'SHIRT', weightGrams: 180 }
  const seen = await bob.call(combine, { ...wish, preview: true })
  assert.deepEqual(
    seen.made.map(({ id, sku }) => [id, sku]),
    ['red-s', 'red-m', 'red-l', 'blue-s', 'blue-m', 'blue-l'].map((keys) => [null, `SHIRT-${keys}`]),
  )
  assert.deepEqual((await bob.call(list, { productId })).items, [], 'a preview writes nothing')

  const { made, there, version } = await bob.call(combine, wish)
  assert.deepEqual([made.length, there], [6, 0])
  const product = await bob.call(get, { productId })
  assert.equal(product.version, version)
  assert.deepEqual(
    product.variants.map(({ id, sku, weightGrams }) => [id, sku, weightGrams]),
    made.map(({ id, sku }) => [id, sku, 180]),
  )
  assert.deepEqual(
    product.variants[5]!.choices.map(({ valueName }) => valueName),
    ['blue', 'l'],
  )

  const { values } = await bob.call(addValue, { optionId: size.id, key: 'xl', texts: said('xl') })
  const axes = [all[0]!, { optionId: size.id, valueIds: values.map(({ id }) => id) }]
  const more = await bob.call(combine, { ...wish, axes, expectedVersion: version })
  assert.deepEqual([more.there, more.made.map(({ sku }) => sku)], [6, ['SHIRT-red-xl', 'SHIRT-blue-xl']])
  const again = await bob.call(combine, { ...wish, axes })
  assert.deepEqual([again.there, again.made, again.version], [8, [], more.version])
  await bob.call(archive, { productId, variantId: made[0]!.id! })
  assert.deepEqual(
    (await bob.call(combine, { ...wish, axes })).made.map(({ sku }) => sku),
    ['SHIRT-red-s'],
  )
  await shop.invariants()
})

test('two thousand are made by as many statements as six, are read page by page and seen by shoppers', async () => {
  const [wood, grain] = [await option('wood', many('w', 50)), await option('grain', many('g', 40))]
  const [few, lots] = [await shirt('Bead'), await shirt('Board', [wood.id, grain.id])]
  const axes = [wood, grain].map((each) => ({ optionId: each.id, valueIds: ids(each) }))
  const counted = async (wish: { productId: string; axes: typeof axes; skuStart: string }) => {
    const statements = { count: 0 }
    await bob.call(combine, wish, { statements })
    return statements.count
  }
  const six = await counted({ productId: few, axes: all, skuStart: 'BEAD' })
  assert.equal(await counted({ productId: lots, axes, skuStart: 'BOARD' }), six)

  const skus: string[] = []
  let after: string | undefined
  do {
    const { items, next, total } = await bob.call(list, {
      productId: lots,
      limit: 100,
      withTotal: true,
      ...(after && { after }),
    })
    assert.deepEqual(total, { count: 2000, atLeast: false })
    skus.push(...items.map(({ sku }) => sku))
    after = next ?? undefined
  } while (after)
  assert.deepEqual([new Set(skus).size, skus[0], skus.at(-1)], [2000, 'BOARD-w0-g0', 'BOARD-w49-g39'])

  const { variants } = await bob.call(get, { productId: lots })
  const price = { amount: 4900, currency: 'EUR' }
  for (let start = 0; start < variants.length; start += 100)
    await bob.call(setPrices, {
      prices: variants.slice(start, start + 100).map(({ id }) => ({ variantId: id, price })),
    })
  await bob.call(publish, { productId: lots })
  // What is kept in memory is read by whoever comes first.
  await shop.guest().call(page, { slug: (await shop.goods()).slug })
  const statements = { count: 0 }
  const shown = await shop.guest().call(page, { slug: 'board' }, { statements })
  assert.deepEqual([shown.variantCount, shown.options.map(({ values }) => values.length)], [2000, [50, 40]])
  assert.equal(statements.count, 1)
})

test('nothing is made of what is not an option, twice named, too long, too many or taken', async () => {
  const productId = await shirt('Odd shirt')
  const wish = { productId, axes: all, skuStart: 'ODD' }
  const [colours, sizes] = all as [(typeof all)[0], (typeof all)[0]]
  const other = await option('other', ['one'])
  for (const [axes, fault] of [
    [[colours], 'axes required'],
    [[colours, colours], 'axes.1.optionId duplicate'],
    [[colours, { optionId: other.id, valueIds: ids(other) }], 'axes.1.optionId unknown'],
    [[colours, { ...sizes, valueIds: ids(colour) }], 'axes.1.valueIds.0 unknown'],
    [[colours, { ...sizes, valueIds: [ids(size)[0]!, ids(size)[0]!] }], 'axes.1.valueIds.1 duplicate'],
    [[colours, { ...sizes, valueIds: [] }], 'axes.1.valueIds too_short'],
  ] as const)
    assert.equal(await faultOf(bob.call(combine, { ...wish, axes: axes as never })), fault)
  const long = await option('long', ['x'.repeat(40)])
  const longId = await shirt('Long shirt', [long.id])
  const tooLong = {
    productId: longId,
    axes: [{ optionId: long.id, valueIds: ids(long) }],
    skuStart: 'y'.repeat(50),
  }
  assert.equal(await faultOf(bob.call(combine, tooLong)), 'skuStart too_long')
  const rule = { minimum: 5, maximum: null, step: 2 }
  assert.equal(
    await faultOf(bob.call(combine, { ...wish, quantityRule: rule })),
    'quantityRule.minimum not_a_multiple',
  )

  const [rows50, rows41] = [await option('rows', many('r', 50)), await option('seats', many('s', 41))]
  const hall = await shirt('Hall', [rows50.id, rows41.id])
  const full = [rows50, rows41].map((each) => ({ optionId: each.id, valueIds: ids(each) }))
  await assert.rejects(bob.call(combine, { productId: hall, axes: full, skuStart: 'HALL' }), {
    code: 'catalog.full',
    details: { limit: 2000 },
  })
  await bob.call(combine, wish)
  const copy = await shirt('Copy')
  await assert.rejects(bob.call(combine, { ...wish, productId: copy }), (error: any) => {
    assert.equal(error.code, 'catalog.sku_taken')
    assert.equal(error.details.skus.length, 6)
    return true
  })
  assert.deepEqual((await bob.call(list, { productId: copy })).items, [])

  await assert.rejects(bob.call(combine, { ...wish, expectedVersion: 1 }), { code: 'stale_version' })
  await bob.call(archiveProduct, { productId })
  await assert.rejects(bob.call(combine, wish), { code: 'catalog.archived' })
  await assert.rejects(bob.call(list, { productId: shop.storeId }), { code: 'not_found' })
  await assert.rejects(shop.staff('catalog.read').call(combine, { ...wish, productId: copy }), {
    code: 'forbidden',
  })
})
