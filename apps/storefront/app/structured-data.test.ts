/** What search engines are told of a product is what its page shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Product } from './store.ts'
import { structuredData } from './structured-data.ts'

const variant = (n: number) => ({
  sku: `MUG-${n}`,
  choices: [
    { option: 'colour', optionName: 'Colour', value: `c${n}`, valueName: `Colour ${n}`, swatch: null },
  ],
  price: { amount: 1250 + n, currency: 'EUR' },
  availability: 'in_stock',
  pictureUrl: n === 0 ? '/files/sea.webp' : null,
})
const product = (variants: number, more: object = {}) =>
  ({
    id: 'mug-id',
    slug: 'mug',
    name: 'Mug',
    description: 'Made </script> by hand.',
    pictures: [{ url: '/files/mug.webp' }],
    options: [{ key: 'colour', name: 'Colour', values: [] }],
    variants: Array.from({ length: variants }, (_, n) => variant(n)),
    variantCount: 2000,
    price: { amount: 1250, currency: 'EUR' },
    availability: 'low_stock',
    ...more,
  }) as unknown as Product
const read = (of: Product) =>
  JSON.parse(structuredData(of, 'https://shop.example', '/de')) as Record<string, unknown>

test('a product with a choice is a group: some of its variants by name, and what all of them cost', () => {
  const group = read(product(90))
  assert.equal(group['@type'], 'ProductGroup')
  assert.deepEqual(group['variesBy'], ['Colour'])
  assert.deepEqual(group['offers'], {
    '@type': 'AggregateOffer',
    lowPrice: '12.50',
    priceCurrency: 'EUR',
    offerCount: 2000,
    availability: 'https://schema.org/LimitedAvailability',
  })
  const named = group['hasVariant'] as unknown[]
  assert.equal(named.length, 50)
  assert.deepEqual(named[0], {
    '@type': 'Product',
    name: 'Mug, Colour 0',
    sku: 'MUG-0',
    image: 'https://shop.example/files/sea.webp',
    offers: {
      '@type': 'Offer',
      url: 'https://shop.example/de/p/mug?variant=MUG-0',
      price: '12.50',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
    },
  })
})

test('one without a choice is a product with its offer, and no text of it ends the element', () => {
  const one = product(1, { options: [] })
  assert.deepEqual([read(one)['@type'], read(one)['sku']], ['Product', 'MUG-0'])
  assert.ok(!structuredData(one, 'https://shop.example', '').includes('</'))
})
