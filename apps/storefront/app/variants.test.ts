import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Product, Variant } from './store.ts'
import { chooseVariant, isSku, picturesFor, waysFrom } from './variants.ts'

const option = (key: string, values: string[]) => ({
  key,
  name: key,
  values: values.map((value) => ({ key: value, name: value, swatch: null })),
})

function variant(sku: string, available: number, choices: Record<string, string>): Variant {
  return {
    id: sku,
    sku,
    choices: Object.entries(choices).map(([key, value]) => ({
      option: key,
      optionName: key,
      value,
      valueName: value,
      swatch: null,
    })),
    price: { amount: 100, currency: 'EUR' },
    compareAt: null,
    lowestIn30Days: null,
    reducedUntil: null,
    measurePrice: null,
    deposits: [],
    tiers: [],
    availability: available > 0 ? 'in_stock' : 'out_of_stock',
    available,
    quantityRule: { minimum: 1, maximum: null, step: 1 },
    promise: null,
    pictureUrl: null,
    pictureUrls: [],
  }
}

const mug = {
  options: [option('colour', ['sea', 'clay']), option('size', ['small', 'large'])],
  variants: [
    variant('SEA-S', 0, { colour: 'sea', size: 'small' }),
    variant('SEA-L', 4, { colour: 'sea', size: 'large' }),
    variant('CLAY-S', 2, { colour: 'clay', size: 'small' }),
  ],
} as unknown as Product

test('a product opens with the variant asked for, else the first that can be bought', () => {
  assert.equal(chooseVariant(mug, 'CLAY-S')?.sku, 'CLAY-S')
  assert.equal(chooseVariant(mug, 'NOT-OURS')?.sku, 'SEA-L')
  assert.equal(chooseVariant(mug, null)?.sku, 'SEA-L')
})

test('an address names an article number, or nothing that the store is asked for', () => {
  assert.deepEqual(['SEA-L', '', 'x'.repeat(81), 'SEA\0', null].map(isSku), [
    true,
    false,
    false,
    false,
    false,
  ])
})

test('another size keeps the colour, and a sold-out one can still be looked at', () => {
  const [small, large] = waysFrom(mug, mug.variants[1]!, 'size')
  assert.deepEqual([small?.variant?.sku, small?.chosen], ['SEA-S', false])
  assert.deepEqual([large?.variant?.sku, large?.chosen], ['SEA-L', true])
})

test('a combination that is not made leads to the nearest that is', () => {
  const ways = waysFrom(mug, mug.variants[1]!, 'colour')
  assert.equal(ways[1]?.variant?.sku, 'CLAY-S')
})

const pictured = (pictures: string[], own: Record<string, string[]>) =>
  ({
    ...mug,
    pictures: pictures.map((url) => ({ url })),
    variants: mug.variants.map((each) => ({ ...each, pictureUrls: own[each.sku] ?? [] })),
  }) as unknown as Product
const shown = (product: Product, sku: string) =>
  picturesFor(
    product,
    product.variants.find((each) => each.sku === sku)!,
  ).map(({ url }) => url)

test('the chosen variant’s pictures come first, in their order, then those of the product', () => {
  const product = pictured(['/table', '/sea', '/clay', '/clay-side', '/box'], {
    'SEA-S': ['/sea'],
    'CLAY-S': ['/clay-side', '/clay'],
  })
  assert.deepEqual(shown(product, 'CLAY-S'), ['/clay-side', '/clay', '/table', '/box', '/sea'])
  assert.deepEqual(shown(product, 'SEA-S'), ['/sea', '/table', '/box', '/clay', '/clay-side'])
})

test('a variant without a picture is shown by the one most like it', () => {
  const product = pictured(['/clay', '/sea'], { 'SEA-S': ['/sea'], 'CLAY-S': ['/clay'] })
  assert.deepEqual(shown(product, 'SEA-L'), ['/sea', '/clay'])
  assert.deepEqual(
    picturesFor(product, null).map(({ url }) => url),
    ['/clay', '/sea'],
  )
  assert.deepEqual(shown(pictured([], {}), 'SEA-L'), [])
})
