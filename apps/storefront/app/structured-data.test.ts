/** What search engines are told of a product is what its page shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Product, Review } from './store.ts'
import { faultsIn } from './schema-org.ts'
import { asScript, breadcrumbData, productData, shopData } from './structured-data.ts'

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
    films: [],
    options: [{ key: 'colour', name: 'Colour', values: [] }],
    variants: Array.from({ length: variants }, (_, n) => variant(n)),
    variantCount: 2000,
    price: { amount: 1250, currency: 'EUR' },
    availability: 'low_stock',
    ...more,
  }) as unknown as Product
const at = { origin: 'https://shop.example', base: '/de' }
const told = (of: Product, more: object = {}) => {
  const data = productData(of, { ...at, reviews: [], ...more })
  assert.deepEqual(faultsIn(data), [])
  return data
}
const read = (of: Product) => told(of) as Record<string, unknown>

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
  const script = asScript(told(one))
  assert.ok(!script.includes('</') && !script.includes('<!--'))
  assert.equal((JSON.parse(script) as { description: string }).description, one.description)
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
  const unsigned = { ...review, authorName: null }
  const rated = told(product(1, { rating }), { reviews: [review, unsigned] })
  assert.deepEqual(rated['aggregateRating'], {
    '@type': 'AggregateRating',
    ratingValue: 4.33,
    reviewCount: 3,
    bestRating: 5,
    worstRating: 1,
  })
  assert.deepEqual(rated['review'], [
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

test('a film is told with its picture, and one that has none yet is not', () => {
  const film = {
    url: '/files/mug.mp4',
    durationMs: 7800,
    title: 'The mug is thrown',
    poster: { url: '/files/thrown.webp' },
    uploadedAt: '2026-03-02T10:00:00.000Z',
  }
  const shown = read(product(1, { films: [film, { ...film, poster: null }] }))
  assert.deepEqual(shown['subjectOf'], [
    {
      '@type': 'VideoObject',
      name: 'The mug is thrown',
      description: 'The mug is thrown',
      thumbnailUrl: 'https://shop.example/files/thrown.webp',
      uploadDate: '2026-03-02T10:00:00.000Z',
      duration: 'PT8S',
      contentUrl: 'https://shop.example/files/mug.mp4',
    },
  ])
})

test('until when a reduction holds is told where that is known, and of no other price', () => {
  const offersFor = (reducedUntil: string | null) => {
    const one = product(1, { options: [] })
    const variants = one.variants.map((variant) => ({ ...variant, reducedUntil }))
    return told({ ...one, variants })['offers'] as Record<string, unknown>[]
  }
  assert.equal(offersFor('2026-12-24T23:00:00.000Z')[0]!['priceValidUntil'], '2026-12-24T23:00:00.000Z')
  assert.equal('priceValidUntil' in offersFor(null)[0]!, false)
})

test('delivery and returns are told as the page promises them, and not at all where it promises none', () => {
  const ways = [
    { price: { amount: 490, currency: 'EUR' }, pickUp: null },
    { price: { amount: 0, currency: 'EUR' }, pickUp: { name: 'The mill' } },
  ]
  const [offer] = told(product(1, { options: [] }), {
    returnDays: 30,
    delivery: { country: 'DE', items: ways },
  })['offers'] as Record<string, unknown>[]
  assert.deepEqual(offer!['shippingDetails'], [
    {
      '@type': 'OfferShippingDetails',
      shippingDestination: { '@type': 'DefinedRegion', addressCountry: 'DE' },
      shippingRate: { '@type': 'MonetaryAmount', value: '4.90', currency: 'EUR' },
    },
  ])
  assert.deepEqual(offer!['hasMerchantReturnPolicy'], {
    '@type': 'MerchantReturnPolicy',
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: 30,
  })
  const [plain] = told(product(1, { options: [] }))['offers'] as Record<string, unknown>[]
  assert.ok(!('shippingDetails' in plain!) && !('hasMerchantReturnPolicy' in plain!))
})

test('the shop says who it is and how it is searched, and a trail where its page stands', () => {
  const shop = shopData({ ...at, shop: 'Quayside', returnDays: 30 })
  assert.deepEqual(faultsIn(shop), [])
  assert.match(JSON.stringify(shop), /shop\.example\/de\/products\?q=\{search_term_string\}/)
  const trail = breadcrumbData([{ label: 'Quayside', href: '/' }, { label: 'Care' }], at)
  assert.deepEqual(faultsIn(trail), [])
  assert.deepEqual(trail['itemListElement'], [
    { '@type': 'ListItem', position: 1, name: 'Quayside', item: 'https://shop.example/de' },
    { '@type': 'ListItem', position: 2, name: 'Care' },
  ])
})

test('what a search engine would refuse is found', () => {
  assert.deepEqual(
    faultsIn({ '@type': 'Offer', price: '1,5', priceCurrency: 'EUR', url: '/p/mug', colour: 'red', sku: '' }),
    [
      'availability missing',
      'price 1,5',
      'url /p/mug',
      'colour is no property of Offer',
      'sku is no property of Offer',
      'sku says nothing',
    ],
  )
})
