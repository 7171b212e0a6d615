/** What search engines are told of a product is what its page shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Product, Review } from './store.ts'
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
  JSON.parse(structuredData(of, { origin: 'https://shop.example', base: '/de', reviews: [] })) as Record<
    string,
    unknown
  >

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
  assert.ok(!structuredData(one, { origin: 'https://shop.example', base: '', reviews: [] }).includes('</'))
})

test('what buyers think is told with the reviews that the page shows, and with no others', () => {
  const rating = { count: 3, averageHundredths: 433, stars: [0, 0, 0, 2, 1] }
  const review = {
    stars: 5,
    title: null,
    text: 'Holds </script> tea.',
    authorName: 'Alice',
    publishedAt: '2026-03-02T10:00:00.000Z',
    locale: 'en',
  } as Review
  const told = JSON.parse(
    structuredData(product(1, { rating }), { origin: 'https://shop.example', base: '', reviews: [review] }),
  ) as Record<string, unknown>
  assert.deepEqual(told['aggregateRating'], {
    '@type': 'AggregateRating',
    ratingValue: 4.33,
    reviewCount: 3,
    bestRating: 5,
    worstRating: 1,
  })
  assert.deepEqual(told['review'], [
    {
      '@type': 'Review',
      reviewRating: { '@type': 'Rating', ratingValue: 5, bestRating: 5, worstRating: 1 },
      reviewBody: 'Holds </script> tea.',
      author: { '@type': 'Person', name: 'Alice' },
      datePublished: '2026-03-02T10:00:00.000Z',
      inLanguage: 'en',
    },
  ])
  const bare = read(product(1, { rating: null }))
  assert.deepEqual([bare['aggregateRating'], bare['review']], [undefined, undefined])
})
