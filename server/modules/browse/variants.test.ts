/** A product in fifty colours and forty sizes: its page tells few of them whole, and of the others what there is. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { matrix } from '#testing/matrix.ts'
import { openShop } from '#testing/shop.ts'
import { list as levels } from '../inventory/levels/list.ts'
import { count } from '../inventory/stock/count.ts'
import { MOST_WHOLE } from './matrix.ts'
import { product } from './product.ts'
import type { Variant } from './shapes.ts'
import { variants } from './variants.ts'

const shop = await openShop({ cacheBytes: 0 })
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

const [COLOURS, SIZES] = [50, 40]
const few = await matrix(shop, { name: 'few', colours: 5, sizes: 4, stock: 2 })
const many = await matrix(shop, { name: 'many', colours: COLOURS, sizes: SIZES, stock: 2 })
const { slug } = many
const sold = async (place: number) => {
  const { items } = await bob.call(levels, { variantIds: [many.variants[place]!.id] })
  await bob.call(count, { itemId: items[0]!.id, locationId: shop.locationId, onHand: 0 })
}
const skuOf = (colour: number, size: number) => `many-${colour * SIZES + size}`
const chosenBy = ({ choices }: Variant) => choices.map(({ value }) => value).join(' ')

test('a product with few variants tells them all', async () => {
  const page = await guest.call(product, { slug: few.slug })
  assert.deepEqual([page.variants.length, page.variantCount, page.combinations], [19, 19, null])
})

test('one with two thousand takes as many statements, and little room', async () => {
  for (const { slug: asked } of [few, many]) {
    await guest.call(product, { slug: asked }) // whose prices and days are known from now on
    const statements = { count: 0 }
    await guest.call(product, { slug: asked }, { statements })
    assert.equal(statements.count, 1)
  }
  const text = JSON.stringify(await guest.call(product, { slug }))
  assert.ok(text.length < 80_000, `${text.length} bytes`)
  assert.ok(gzipSync(text).length < 10_000, `${gzipSync(text).length} bytes of gzip`)
})

test('around the chosen one stand those that one choice leads to', async () => {
  const page = await guest.call(product, { slug, variant: skuOf(7, 11) })
  assert.equal(page.variantCount, COLOURS * SIZES - 1)
  assert.equal(page.variants.length, COLOURS + SIZES - 1)
  assert.ok(page.variants.length < MOST_WHOLE)
  for (const variant of page.variants)
    assert.ok(chosenBy(variant).startsWith('colour-7 ') || chosenBy(variant).endsWith(' size-11'))
  assert.deepEqual(
    page.options.map(({ values }) => values.length),
    [COLOURS, SIZES],
  )
})

test('what is not made leads to the nearest that is and can be had', async () => {
  const [colour, size] = [COLOURS - 1, SIZES - 2]
  await sold((COLOURS - 2) * SIZES + SIZES - 1)
  const page = await guest.call(product, { slug, variant: skuOf(colour, size) })
  const last = page.variants.filter((variant) => chosenBy(variant).endsWith(` size-${SIZES - 1}`))
  // The last size is not made in the last colour; the first colour stands for all that are alike.
  assert.deepEqual(last.map(chosenBy), [`colour-0 size-${SIZES - 1}`])
})

test('without a choice it opens with the first that can be had; all others are known by their columns', async () => {
  await sold(0)
  const page = await guest.call(product, { slug, variant: 'of-another' })
  assert.ok(page.variants.some(({ sku }) => sku === skuOf(0, 1)))
  assert.equal(page.variants.find(({ available }) => available > 0)!.sku, skuOf(0, 1))
  const { columns, canBeHad } = page.combinations!
  assert.deepEqual(
    columns.map(({ option }) => option),
    ['many-colour', 'many-size'],
  )
  assert.equal(columns[0]!.values[7 * SIZES + 11], 7)
  assert.equal(columns[1]!.values[7 * SIZES + 11], 11)
  assert.equal(canBeHad.slice(0, 3), '011')
  assert.equal(canBeHad.length, page.variantCount)
})

test('all are walked page by page, each once, in their order', async () => {
  const seen: string[] = []
  let next: string | undefined
  do {
    const page = await guest.call(variants, { slug, limit: 100, ...(next ? { after: next } : {}) })
    seen.push(...page.items.map(({ sku }) => sku))
    next = page.next ?? undefined
  } while (next)
  assert.deepEqual(
    seen,
    many.variants.map(({ sku }) => sku),
  )
})

test('a page is asked for by its number too, and told is how many there are if somebody asks', async () => {
  const skusOf = ({ items }: { items: { sku: string }[] }) => items.map(({ sku }) => sku)
  const skus = many.variants.map(({ sku }) => sku)
  const third = await guest.call(variants, { slug, limit: 10, page: 3, withTotal: true })
  assert.deepEqual([skusOf(third), third.total], [skus.slice(20, 30), { count: skus.length, atLeast: false }])
  const fourth = await guest.call(variants, { slug, limit: 10, after: third.next!, withTotal: true })
  assert.deepEqual([skusOf(fourth), fourth.total], [skus.slice(30, 40), third.total])
  assert.deepEqual(
    skusOf(await guest.call(variants, { slug, limit: 10, after: third.next! })),
    skus.slice(30, 40),
  )
  const beyond = await guest.call(variants, { slug, limit: 100, page: 1000 })
  assert.deepEqual([beyond.items, beyond.next, beyond.total], [[], null, null])
  await assert.rejects(guest.call(variants, { slug, page: 2, after: third.next! }), { code: 'invalid_input' })
})

test('its choices find a variant, as its page would tell it', async () => {
  const choices = ['many-colour:colour-7', 'many-size:size-11']
  const { items } = await guest.call(variants, { slug, choices })
  const page = await guest.call(product, { slug, variant: skuOf(7, 11) })
  assert.deepEqual(
    items,
    page.variants.filter(({ sku }) => sku === skuOf(7, 11)),
  )
  const red = await guest.call(variants, { slug, choices: ['many-colour:colour-7'], limit: 100 })
  assert.equal(red.items.length, SIZES)
  assert.deepEqual((await guest.call(variants, { slug, choices: ['colour:none'] })).items, [])
})

test('what is not there is not found, and a forged cursor is none', async () => {
  await assert.rejects(guest.call(variants, { slug: 'nothing' }), { code: 'not_found' })
  const forged = Buffer.from(JSON.stringify(['position', 'x', many.productId])).toString('base64url')
  await assert.rejects(guest.call(variants, { slug, after: forged }), { code: 'invalid_input' })
})
