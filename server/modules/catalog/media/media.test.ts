/** The pictures of a product: which, in which order, of which variant, and what they show in words. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { storeFile } from '../../media/index.ts'
import { archive } from '../products/archive.ts'
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
