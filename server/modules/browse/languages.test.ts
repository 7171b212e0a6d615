/** A shop in three languages: each is searched by its own words and endings, and what is not translated is there in the next one. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { speak } from '#testing/languages.ts'
import { openShop } from '#testing/shop.ts'
import { create as createCategory } from '../catalog/categories/create.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { product } from './product.ts'
import { products } from './products.ts'
import { search } from './search.ts'
import { suggest } from './suggest.ts'
import { create as createSynonym } from './synonyms/create.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const find = async (q: string, locale: string) =>
  (await guest.call(search, { q }, { locale })).items.map(({ name }) => name)

await speak(shop, { de: 'en', 'de-AT': 'de' })
const pot = await shop.goods({ name: 'Blue flower pot' })
const chair = await shop.goods({ name: 'Garden chair' })
await shop.goods({ name: 'Lantern' })
await bob.call(updateProduct, {
  productId: pot.productId,
  texts: [{ locale: 'de', name: 'Blauer Blumentopf', slug: 'blauer-blumentopf', description: 'Für Häuser.' }],
})
await bob.call(updateProduct, {
  productId: chair.productId,
  texts: [
    { locale: 'de', name: 'Gartenstuhl', slug: 'gartenstuhl', description: 'Ein Stuhl.' },
    { locale: 'de-AT', name: 'Gartensessel', slug: 'gartensessel', description: 'Ein Sessel.' },
  ],
})
await shop.settle()

test('words have the endings of their language, and no other’s', async () => {
  for (const q of ['blaue', 'blauen blumentopf', 'Haus', 'häusern'])
    assert.deepEqual(await find(q, 'de'), ['Blauer Blumentopf'], q)
  for (const q of ['flowers', 'flower pots', 'blue'])
    assert.deepEqual(await find(q, 'en'), ['Blue flower pot'], q)
  assert.deepEqual(await find('blumentopf', 'en'), [])
  assert.deepEqual(
    await find('flower', 'de'),
    [],
    'where there is a German text, the English one does not count',
  )
})

test('what has no text in a language is found and shown in the one it falls back to', async () => {
  assert.deepEqual(await find('lantern', 'de-AT'), ['Lantern'])
  assert.deepEqual(await find('blumentopf', 'de-AT'), ['Blauer Blumentopf'])
  assert.deepEqual([await find('sessel', 'de'), await find('gartensessel', 'de-AT')], [[], ['Gartensessel']])
  const named = async (locale: string) =>
    (await guest.call(products, { sort: { by: 'name' } }, { locale })).items.map(({ name }) => name)
  assert.deepEqual(await named('en'), ['Blue flower pot', 'Garden chair', 'Lantern'])
  assert.deepEqual(await named('de'), ['Blauer Blumentopf', 'Gartenstuhl', 'Lantern'])
  assert.deepEqual(await named('de-AT'), ['Blauer Blumentopf', 'Gartensessel', 'Lantern'])
  assert.deepEqual(await named('fr'), await named('en'), 'of a language that is not spoken the first one')
})

test('each language has its own address of a product, and those it falls back to lead there', async () => {
  for (const [slug, locale, own] of [
    ['gartensessel', 'de-AT', 'gartensessel'],
    ['gartenstuhl', 'de-AT', 'gartensessel'],
    ['gartenstuhl', 'de', 'gartenstuhl'],
    [chair.slug, 'de', 'gartenstuhl'],
    [chair.slug, 'en', chair.slug],
  ] as const) {
    const found = await guest.call(product, { slug }, { locale })
    assert.deepEqual([found.id, found.slug], [chair.productId, own], `${slug} in ${locale}`)
  }
})

test('mistyped, begun and otherwise said words are those of the language', async () => {
  assert.deepEqual(await find('blumntopf', 'de'), ['Blauer Blumentopf'])
  assert.deepEqual(await find('blumntopf', 'en'), [])
  const { queries, products: begun } = await guest.call(suggest, { q: 'gart' }, { locale: 'de-AT' })
  assert.deepEqual([begun.map(({ name }) => name), queries], [['Gartensessel'], ['gartensessel']])
  await bob.call(createSynonym, { locale: 'de', words: ['Lantern', 'Leuchte'] })
  assert.deepEqual([await find('leuchte', 'de'), await find('leuchte', 'en')], [['Lantern'], []])
})

test('shelves are counted and named in the language', async () => {
  const shelf = await bob.call(createCategory, {
    texts: [
      { locale: 'en', name: 'Garden' },
      { locale: 'de', name: 'Garten' },
    ],
  })
  await bob.call(updateProduct, { productId: chair.productId, categoryIds: [shelf.id] })
  await shop.settle()
  const shelves = async (locale: string) =>
    (await guest.call(search, { facets: true }, { locale })).facets!.categories.map(
      ({ slug, name, count }) => [slug, name, count],
    )
  assert.deepEqual(await shelves('en'), [['garden', 'Garden', 1]])
  assert.deepEqual(await shelves('de-AT'), [['garten', 'Garten', 1]])
  const narrowed = await guest.call(search, { filter: { category: { eq: 'garten' } } }, { locale: 'de' })
  assert.deepEqual(
    narrowed.items.map(({ name }) => name),
    ['Gartenstuhl'],
  )
})

test('a language that comes later is found once all was written anew', async () => {
  assert.deepEqual(await find('lantern', 'nl'), ['Lantern'], 'in the first language until then')
  await speak(shop, { nl: 'en' })
  await bob.call(updateProduct, {
    productId: chair.productId,
    texts: [{ locale: 'nl', name: 'Tuinstoel', slug: 'tuinstoel', description: 'Een stoel.' }],
  })
  await shop.settle()
  assert.deepEqual(
    [await find('tuinstoelen', 'nl'), await find('lanterns', 'nl')],
    [['Tuinstoel'], ['Lantern']],
  )
})
