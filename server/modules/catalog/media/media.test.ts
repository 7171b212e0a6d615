/** The pictures of a product: which, in which order, of which variant, and what they show in words. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { update } from '../../media/files/update.ts'
import { storeFile } from '../../media/index.ts'
import { set as setPrices } from '../../pricing/prices/set.ts'
import { list as taxCategories } from '../../tax/categories/list.ts'
import { create as createOption } from '../options/create.ts'
import { archive } from '../products/archive.ts'
import { create } from '../products/create.ts'
import { publish } from '../products/publish.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const file = async (more: { visibility?: 'private'; type?: string } = {}) =>
  (
    await shop.inside((ctx) =>
      storeFile(ctx, {
        name: 'cup.webp',
        type: 'image/webp',
        body: Buffer.from('picture'),
        visibility: 'public',
        width: 300,
        height: 200,
        ...more,
      }),
    )
  ).id
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )
/** A cup in two colours. */
async function cups() {
  const word = newId().slice(-10)
  const colour = await bob.call(createOption, {
    key: word,
    texts: [{ locale: 'en', name: 'Colour' }],
    values: ['sea', 'clay'].map((key) => ({ key, texts: [{ locale: 'en', name: key }] })),
  })
  const { items } = await bob.call(taxCategories, {})
  const made = await bob.call(create, {
    taxCategoryId: items[0]!.id,
    texts: [{ locale: 'en', name: `Cup ${word}`, slug: `cup-${word}` }],
    optionIds: [colour.id],
    variants: colour.values.map(({ id, key }) => ({
      sku: `${word}-${key}`,
      weightGrams: 100,
      choices: [{ optionId: colour.id, valueId: id }],
    })),
  })
  const price = { amount: 900, currency: 'EUR' }
  await bob.call(setPrices, { prices: made.variants.map(({ id }) => ({ variantId: id, price })) })
  return bob.call(publish, { productId: made.id })
}

const tea = await shop.goods()
const { productId } = tea
const [front, back] = [await file(), await file()]

test('pictures have an order, words and perhaps a variant, and can be changed as a whole', async () => {
  const first = await bob.call(set, {
    productId,
    media: [
      {
        fileId: front,
        alts: [
          { locale: 'en', alt: 'From the front' },
          { locale: 'de', alt: 'Von vorn' },
        ],
      },
      { fileId: back, variantId: tea.variantId },
    ],
  })
  assert.deepEqual(
    first.media.map(({ fileId, variantId, picture }) => [fileId, variantId, picture.alt, picture.width]),
    [
      [front, null, 'From the front', 300],
      [back, tea.variantId, '', 300],
    ],
  )
  const shown = await shop.guest().call(product, { slug: tea.slug })
  assert.deepEqual(
    shown.pictures.map(({ alt }) => alt),
    ['From the front', ''],
  )
  const turned = await bob.call(set, {
    productId,
    media: [{ fileId: back }, { fileId: front }],
    expectedVersion: first.version,
  })
  assert.deepEqual(
    [turned.version, ...turned.media.map(({ fileId }) => fileId)],
    [first.version + 1, back, front],
  )
  assert.deepEqual((await bob.call(set, { productId, media: [] })).media, [])
})

test('variants have many pictures each, in their order, and may share one', async () => {
  const { id, variants } = await cups()
  const [sea, clay] = variants.map((variant) => variant.id) as [string, string]
  const [side, inside, table] = [await file(), await file(), await file()]
  const media = [
    { fileId: table, variantId: sea, alts: [{ locale: 'en', alt: 'Both on a table' }] },
    { fileId: front },
    { fileId: side, variantId: clay },
    { fileId: inside, variantId: clay },
    { fileId: table, variantId: clay },
  ]
  const pictured = await bob.call(set, { productId: id, media })
  assert.deepEqual(
    pictured.media.map(({ fileId, variantId }) => [fileId, variantId]),
    media.map(({ fileId, variantId = null }) => [fileId, variantId]),
  )
  const urlOf = (fileId: string) => pictured.media.find((each) => each.fileId === fileId)!.picture.url
  const shown = await shop.guest().call(product, { slug: pictured.texts[0]!.slug })
  assert.deepEqual(
    shown.pictures.map(({ url }) => url),
    [table, front, side, inside].map(urlOf),
    'each once',
  )
  assert.deepEqual(
    shown.variants.map(({ pictureUrl, pictureUrls }) => [pictureUrl, ...pictureUrls]),
    [
      [table, table],
      [side, side, inside, table],
    ].map((files) => files.map(urlOf)),
  )
  const twice = bob.call(set, { productId: id, media: [...media, media[2]!] })
  assert.deepEqual(await faults(twice), ['media.5.fileId duplicate'])
})

test('the focus of a picture reaches whoever shows it', async () => {
  const [shownFirst, focus] = [await file(), { xPermille: 500, yPermille: 120 }]
  const goods = await shop.goods()
  await bob.call(set, { productId: goods.productId, media: [{ fileId: shownFirst }] })
  const read = () => shop.guest().call(product, { slug: goods.slug })
  assert.equal((await read()).pictures[0]!.focus, null)
  await bob.call(update, { fileId: shownFirst, focus })
  assert.deepEqual((await read()).pictures[0]!.focus, focus)
  const { items } = await shop.guest().call(products, { limit: 50 })
  assert.deepEqual(items.find(({ id }) => id === goods.productId)!.picture!.focus, focus)
})

test('only public pictures of the store and variants of the product', async () => {
  const media = (...each: Parameters<typeof bob.call>[1][]) =>
    bob.call(set, { productId, media: each as never })
  const hidden = await file({ visibility: 'private' })
  const paper = await file({ type: 'application/pdf' })
  for (const fileId of [hidden, paper, shop.storeId])
    assert.deepEqual(await faults(media({ fileId: front }, { fileId })), ['media.1.fileId unknown'])
  const other = await shop.goods()
  assert.deepEqual(await faults(media({ fileId: front, variantId: other.variantId })), [
    'media.0.variantId unknown',
  ])
  const alt = { locale: 'en', alt: 'x' }
  assert.deepEqual(await faults(media({ fileId: front, alts: [alt, alt] })), [
    'media.0.alts.1.locale duplicate',
  ])
})

test('a stale version, an archived product and people without the right are refused', async () => {
  await assert.rejects(bob.call(set, { productId, media: [], expectedVersion: 1 }), { code: 'stale_version' })
  await assert.rejects(shop.staff('catalog.read').call(set, { productId, media: [] }), { code: 'forbidden' })
  await bob.call(archive, { productId })
  await assert.rejects(bob.call(set, { productId, media: [] }), { code: 'catalog.archived' })
})
