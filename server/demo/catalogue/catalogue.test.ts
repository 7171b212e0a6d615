/** The catalogue is complete and believable, so that whoever seeds the shop needs to check nothing. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { collections as gathered } from './collections.ts'
import { categories, collections, options, products, told } from './index.ts'
import { isNear } from './types.ts'

const MASTERS = new URL('../pictures/masters/', import.meta.url)
const variants = products.flatMap((product) => product.variants)
const valuesOf = new Map<string, Set<string>>(
  options.map((option) => [option.key, new Set(option.values.map((value) => value.key))]),
)

function repeated(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

test('slugs, SKUs and option values are unique and well formed', () => {
  assert.deepEqual(repeated(told.map((product) => product.slug)), [])
  assert.deepEqual(repeated(categories.map((category) => category.slug)), [])
  assert.deepEqual(repeated(told.flatMap((product) => product.variants.map(({ sku }) => sku))), [])
  assert.deepEqual(repeated(options.map((option) => option.key)), [])
  for (const option of options) {
    assert.deepEqual(repeated(option.values.map((value) => value.key)), [], option.key)
    for (const { swatch } of option.values) if (swatch) assert.match(swatch, /^#[0-9a-f]{6}$/)
  }
  for (const { slug } of [...products, ...categories]) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
  for (const { sku } of variants) assert.match(sku, /^QS(-[A-Z0-9]+)+$/)
})

test('there are sixty to a hundred and thirty products, at least five at home in each category', () => {
  assert.ok(products.length >= 60 && products.length <= 130, `${products.length} products`)
  assert.ok(categories.length >= 8, `${categories.length} categories`)
  for (const { slug } of categories) {
    const home = products.filter((product) => product.categories[0] === slug)
    assert.ok(home.length >= 5, `${slug} has ${home.length}`)
  }
  const known = new Set(categories.map((category) => category.slug))
  for (const product of products) {
    assert.deepEqual(repeated(product.categories), [], product.slug)
    for (const slug of product.categories) assert.ok(known.has(slug), `${product.slug} is in ${slug}`)
  }
})

test('each variant makes every choice its product offers, and no two make the same', () => {
  for (const product of products) {
    assert.ok(product.variants.length >= 1 && product.variants.length <= 9, product.slug)
    const choices = product.variants.map((variant) => {
      assert.deepEqual(Object.keys(variant.options).sort(), [...product.options].sort(), variant.sku)
      for (const [key, value] of Object.entries(variant.options)) {
        assert.ok(valuesOf.get(key)?.has(value), `${variant.sku} has ${key} ${value}`)
      }
      return product.options.map((key) => variant.options[key]).join('/')
    })
    assert.deepEqual(repeated(choices), [], product.slug)
  }
})

test('every option value is on offer somewhere', () => {
  for (const option of options) {
    const offered = new Set(variants.map((variant) => variant.options[option.key]))
    // A filter with nothing behind it is a dead end.
    assert.deepEqual(
      option.values.map((value) => value.key).filter((key) => !offered.has(key)),
      [],
      option.key,
    )
  }
})

test('prices are whole cents between 5 and 200 euros, and a struck price is higher', () => {
  for (const { sku, price, compareAt, weightGrams } of variants) {
    assert.ok(Number.isInteger(price) && price >= 500 && price <= 20_000, `${sku} costs ${price}`)
    if (compareAt !== undefined) {
      assert.ok(Number.isInteger(compareAt), sku)
      assert.ok(compareAt > price && compareAt < price * 2, `${sku} was ${compareAt}, is ${price}`)
    }
    assert.ok(Number.isInteger(weightGrams) && weightGrams >= 20 && weightGrams <= 10_000, sku)
  }
})

test('stock is mostly plenty: two are sold out, one is the last, a few are low', () => {
  const goods = products.filter(({ bundle }) => !bundle).flatMap((product) => product.variants)
  for (const { sku, stock } of goods) assert.ok(Number.isInteger(stock) && stock >= 0 && stock <= 80, sku)
  const count = (of: (stock: number) => boolean) => goods.filter((variant) => of(variant.stock)).length
  assert.equal(
    count((stock) => stock === 0),
    2,
  )
  assert.equal(
    count((stock) => stock === 1),
    1,
  )
  assert.ok(count((stock) => stock > 1 && stock <= 5) >= 5)
  assert.ok(count((stock) => stock >= 6) > goods.length * 0.9)
})

test('a bundle is made of what is there, and costs less than its cheapest choice one by one', () => {
  const priceOf = new Map(variants.map(({ sku, price }) => [sku, price]))
  const cheapest = (skus: string[]) =>
    Math.min(...skus.map((sku) => priceOf.get(sku) ?? assert.fail(`${sku} is not there`)))
  for (const { slug, bundle, variants: all } of products.filter((product) => product.bundle)) {
    assert.equal(all.length, 1, slug)
    const parts = [...bundle!.parts.map((sku) => [sku]), ...bundle!.choices.map(({ skus }) => skus)]
    const alone = parts.reduce((sum, skus) => sum + cheapest(skus), 0)
    assert.ok(all[0]!.price < alone, `${slug} costs ${all[0]!.price}, its parts ${alone}`)
  }
})

test('a collection has at least six goods, each once; a small present costs less than thirty euros', () => {
  for (const { slug, goods } of collections) {
    assert.deepEqual(repeated(goods), [], slug)
    assert.ok(goods.length >= 6, `${slug} has ${goods.length}`)
  }
  const known = new Set(told.map(({ slug }) => slug))
  assert.deepEqual(
    gathered.flatMap(({ goods }) => goods).filter((slug) => !known.has(slug)),
    [],
  )
  const presents = collections.find(({ slug }) => slug === 'small-presents')!.goods
  for (const { slug, variants: all } of products.filter(({ slug }) => presents.includes(slug)))
    assert.ok(Math.min(...all.map(({ price }) => price)) < 3000, slug)
})

test('the copy is written out in full', () => {
  for (const product of told) {
    const length = words(product.description)
    assert.ok(length >= 60 && length <= 120, `${product.slug} has ${length} words`)
    assert.ok(product.subtitle.length >= 15 && product.subtitle.length <= 70, product.slug)
    assert.ok(product.name.length <= 30, product.slug)
    assert.ok(product.facts.length >= 3 && product.facts.length <= 5, product.slug)
    const text = [
      product.name,
      product.subtitle,
      product.description,
      ...product.facts.map((f) => f.value),
    ].join(' ')
    assert.doesNotMatch(text, /lorem|ipsum|dolor|todo|tbd|xxx|undefined|\s{3,}/i, product.slug)
    assert.doesNotMatch(
      product.description,
      /[^\n]\n[^\n]/,
      `${product.slug} breaks a line inside a paragraph`,
    )
  }
  assert.deepEqual(repeated(told.map((product) => product.description)), [])
  assert.deepEqual(repeated(told.map((product) => product.subtitle)), [])
})

test('of half of the things there is a second view, after the whole ones', () => {
  const seenTwice = products.filter(({ picture }) => picture.some(({ key }) => isNear(key)))
  assert.ok(seenTwice.length * 2 >= products.length, `${seenTwice.length} of ${products.length}`)
  for (const { slug, picture } of seenTwice) {
    const near = picture.map(({ key }) => isNear(key))
    assert.deepEqual(near, near.toSorted(), slug)
    assert.equal(near[0], false, slug)
  }
})

test('every picture is there, described, and shows something on sale', () => {
  const made = new Set(readdirSync(MASTERS).map((file) => file.replace(/\.webp$/, '')))
  for (const product of products) {
    for (const picture of product.picture) {
      assert.ok(made.has(picture.key), `${picture.key}.webp is missing`)
      assert.ok(picture.alt.length >= 15 && picture.alt.length <= 120, picture.key)
      const shown = product.variants.some((variant) =>
        Object.entries(picture.shows ?? {}).every(
          ([key, value]) => variant.options[key as keyof typeof variant.options] === value,
        ),
      )
      assert.ok(shown, `${picture.key} shows what is not on sale`)
    }
  }
  assert.deepEqual(repeated(products.flatMap((product) => product.picture.map((picture) => picture.key))), [])
})
