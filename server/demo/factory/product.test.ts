/** Made-up goods are believable, all different, and the same whenever they are made. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories, options, products } from '../catalogue/index.ts'
import { idOf } from './chance.ts'
import { madeProduct } from './product.ts'

const MOST = 100_000
const everyNth = (step: number) =>
  Array.from({ length: Math.ceil(MOST / step) }, (_, index) => madeProduct(1, index * step))

test('the same two numbers make the same product, and others another shop', () => {
  assert.deepEqual(madeProduct(1, 4_711), madeProduct(1, 4_711))
  assert.notDeepEqual(madeProduct(1, 4_711), madeProduct(2, 4_711))
  assert.equal(idOf(1, 4_711, 'product'), idOf(1, 4_711, 'product'))
  assert.notEqual(idOf(1, 4_711, 'product'), idOf(2, 4_711, 'product'))
  assert.match(
    idOf(1, 4_711, 'variant 0'),
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('of a hundred thousand no two share a name, a slug or an article number, nor with the demo shop', () => {
  const [slugs, skus] = [new Set<string>(), new Set<string>()]
  let variants = 0
  for (let number = 0; number < MOST; number++) {
    const product = madeProduct(1, number)
    slugs.add(product.slug)
    variants += product.variants.length
    for (const { sku } of product.variants) skus.add(sku)
  }
  for (const product of products) slugs.add(product.slug)
  assert.equal(slugs.size, MOST + products.length)
  assert.equal(skus.size, variants)
})

test('each has a shelf, a choice for every option, a price and pictures that are there', () => {
  const shelves = new Set(categories.map(({ slug }) => slug))
  const pictures = new Set(products.flatMap(({ picture }) => picture.map(({ key }) => key)))
  for (const product of everyNth(97)) {
    assert.ok(
      product.categories.every((slug) => shelves.has(slug)),
      product.slug,
    )
    assert.ok(
      product.picture.every(({ key }) => pictures.has(key)),
      product.slug,
    )
    assert.match(product.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    const choices = product.variants.map(({ options: choice, price, compareAt }) => {
      assert.deepEqual(Object.keys(choice).sort(), [...product.options].sort())
      for (const [key, value] of Object.entries(choice))
        assert.ok(options.find((option) => option.key === key)!.values.some((each) => each.key === value))
      assert.ok(price >= 50 && price % 50 === 0 && (compareAt ?? price + 1) > price, product.slug)
      return JSON.stringify(choice)
    })
    assert.equal(new Set(choices).size, choices.length)
  }
})

test('prices and stock spread as a shop’s do', () => {
  const variants = everyNth(53).flatMap((product) => product.variants)
  const part = (of: (variant: (typeof variants)[number]) => boolean) =>
    variants.filter(of).length / variants.length
  const between = (share: number, least: number, most: number) =>
    assert.ok(share > least && share < most, `${share}`)
  between(
    part(({ stock }) => stock === 0),
    0.04,
    0.08,
  )
  between(
    part(({ stock }) => stock > 0 && stock < 5),
    0.09,
    0.15,
  )
  between(
    part(({ stock }) => stock > 100),
    0.2,
    0.5,
  )
  between(
    part(({ price }) => price < 2_000),
    0.1,
    0.5,
  )
  between(
    part(({ price }) => price > 10_000),
    0.03,
    0.3,
  )
  between(
    part(({ compareAt }) => compareAt !== undefined),
    0.05,
    0.11,
  )
})
