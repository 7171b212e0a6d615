/** What search engines read of a product, in the words of schema.org. */
import { plainAmount } from '@quayside/ui/money'
import { paths } from './paths.ts'
import type { Product, Review, Variant } from './store.ts'

/** Of more variants these are named, and the others counted: a page is not the place for thousands. */
const MOST_NAMED = 50

const STOCK = {
  in_stock: 'https://schema.org/InStock',
  low_stock: 'https://schema.org/LimitedAvailability',
  out_of_stock: 'https://schema.org/OutOfStock',
}

type Beside = {
  origin: string
  /** Stands before the addresses of pages. */
  base: string
  /** Those that the page shows: what nobody sees there is not told here. */
  reviews: Review[]
}

/** As the text of a script element: `<` is escaped, so that no text of the shop can end it. */
export function structuredData(product: Product, { origin, base, reviews }: Beside): string {
  const at = { origin, site: origin + base }
  const told = {
    ...(product.options.length > 0 ? asGroup(product, at) : asOne(product, at)),
    ...(product.rating && { aggregateRating: ratingOf(product.rating) }),
    ...(reviews.length > 0 && { review: reviews.map(asReview) }),
  }
  return JSON.stringify({ '@context': 'https://schema.org', ...told }).replaceAll('<', '\\u003c')
}

type At = { origin: string; site: string }

const ratingOf = ({ count, averageHundredths }: NonNullable<Product['rating']>) => ({
  '@type': 'AggregateRating',
  ratingValue: averageHundredths / 100,
  reviewCount: count,
  bestRating: 5,
  worstRating: 1,
})

const asReview = ({ stars, title, text, authorName, publishedAt, locale }: Review) => ({
  '@type': 'Review',
  reviewRating: { '@type': 'Rating', ratingValue: stars, bestRating: 5, worstRating: 1 },
  ...(title && { name: title }),
  reviewBody: text,
  ...(authorName && { author: { '@type': 'Person', name: authorName } }),
  datePublished: publishedAt,
  inLanguage: locale,
})

function common(product: Product, { origin, site }: At) {
  return {
    name: product.name,
    description: product.description,
    url: site + paths.product(product.slug),
    image: product.pictures.map((picture) => new URL(picture.url, origin).href),
  }
}

const asOne = (product: Product, at: At) => ({
  '@type': 'Product',
  ...common(product, at),
  sku: product.variants[0]?.sku,
  offers: product.variants.map((variant) => offer(product, variant, at)),
})

const asGroup = (product: Product, at: At) => ({
  '@type': 'ProductGroup',
  ...common(product, at),
  productGroupID: product.id,
  variesBy: product.options.map(({ name }) => name),
  offers: {
    '@type': 'AggregateOffer',
    lowPrice: plainAmount(product.price),
    priceCurrency: product.price.currency,
    offerCount: product.variantCount,
    availability: STOCK[product.availability],
  },
  hasVariant: product.variants.slice(0, MOST_NAMED).map((variant) => ({
    '@type': 'Product',
    name: [product.name, ...variant.choices.map(({ valueName }) => valueName)].join(', '),
    sku: variant.sku,
    ...(variant.pictureUrl ? { image: new URL(variant.pictureUrl, at.origin).href } : {}),
    offers: offer(product, variant, at),
  })),
})

const offer = (product: Product, variant: Variant, { site }: At) => ({
  '@type': 'Offer',
  url: site + paths.product(product.slug, { variant: variant.sku }),
  price: plainAmount(variant.price),
  priceCurrency: variant.price.currency,
  availability: STOCK[variant.availability],
})
