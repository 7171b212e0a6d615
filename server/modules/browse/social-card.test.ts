/** A page of Bob's shop is shared, and a card says what it is: in each language, as it is now. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { speak } from '#testing/languages.ts'
import { openShop } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { set as setMedia } from '../catalog/media/set.ts'
import { update } from '../catalog/products/update.ts'
import { storeFile } from '../media/index.ts'
import { set as setPrices } from '../pricing/prices/set.ts'
import { product } from './product.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { bob } = shop
const guest = shop.guest()
await speak(shop, { de: 'en', ar: 'en' })
const body = await readFile(join(import.meta.dirname, '../../demo/pictures/masters/logbook.webp'))

const mug = await shop.goods({ name: 'Mug', price: 1800 })
const { id: fileId } = await shop.inside((ctx) =>
  storeFile(ctx, {
    name: 'mug.webp',
    type: 'image/webp',
    body,
    visibility: 'public',
    width: 1600,
    height: 1600,
  }),
)
await bob.call(setMedia, { productId: mug.productId, media: [{ fileId }] })
await bob.call(update, {
  productId: mug.productId,
  texts: [
    { locale: 'en', name: 'Mug 🫖 <b>&amp;' },
    { locale: 'de', name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenhalter'.repeat(5) },
    { locale: 'ar', name: 'كوب المد الأزرق' },
  ],
})
const cardOf = async (locale = 'en') => {
  const { slug, version, price } = await guest.call(product, { slug: mug.slug }, { locale })
  return `/cards/${locale}/${encodeURIComponent(slug)}/${version}-${price.amount}-${price.currency}.jpg`
}

test('a card of 1200 x 630 is drawn in each language, whatever its product is called', async () => {
  for (const locale of ['en', 'de', 'ar']) {
    const answer = await http.inject(await cardOf(locale))
    assert.equal(answer.statusCode, 200, locale)
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
    const { format, width, height } = await sharp(answer.rawPayload).metadata()
    assert.deepEqual([format, width, height], ['jpeg', 1200, 630])
    // Paper where the words stand, the picture on the other side: mirrored where one reads from the right.
    const corner = async (left: number) => {
      const part = await sharp(answer.rawPayload).extract({ left, top: 4, width: 40, height: 8 }).toBuffer()
      return (await sharp(part).stats()).channels[0]!.mean > 245
    }
    assert.deepEqual([await corner(4), await corner(1156)], locale === 'ar' ? [false, true] : [true, false])
  }
})

test('another price has another card; the address of the one before leads to it', async () => {
  const before = await cardOf()
  await bob.call(setPrices, {
    prices: [{ variantId: mug.variantId, price: { amount: 2100, currency: 'EUR' } }],
  })
  const after = await cardOf()
  assert.notEqual(after, before)
  const led = await http.inject(before)
  assert.deepEqual(
    [led.statusCode, led.headers['location'], led.headers['cache-control']],
    [302, after, 'no-cache'],
  )
})

test('where the picture cannot be opened the card leads to it', async () => {
  const { id } = await shop.inside((ctx) =>
    storeFile(ctx, {
      name: 'odd.webp',
      type: 'image/webp',
      body: Buffer.from('no picture'),
      visibility: 'public',
      width: 10,
      height: 10,
    }),
  )
  const odd = await shop.goods({ name: 'Odd' })
  await bob.call(setMedia, { productId: odd.productId, media: [{ fileId: id }] })
  const { version, price, pictures } = await guest.call(product, { slug: odd.slug })
  const led = await http.inject(`/cards/en/${odd.slug}/${version}-${price.amount}-EUR.jpg`)
  assert.deepEqual([led.statusCode, led.headers['location']], [302, pictures[0]!.url])
})

test('of what is not there, or has no picture, there is no card', async () => {
  const plain = await shop.goods({ name: 'Plain' })
  const { version, price } = await guest.call(product, { slug: plain.slug })
  for (const path of [
    `/cards/en/${plain.slug}/${version}-${price.amount}-EUR.jpg`,
    '/cards/en/nothing/1-1-EUR.jpg',
    `/cards/fr/${mug.slug}/1-1-EUR.jpg`,
    `/cards/en/${mug.slug}/1.jpg`,
    `/cards/en/%00/1-1-EUR.jpg`,
  ])
    assert.equal(Math.floor((await http.inject(path)).statusCode / 100), 4, path)
})
