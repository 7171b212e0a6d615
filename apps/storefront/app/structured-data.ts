/**
 * What search engines read of the shop and its pages, in the words of schema.org: all of it is made here, and of nothing
 * that the page does not show.
 */
import { plainAmount } from '@quayside/words'
import { pathBehind, paths } from './paths.ts'
import type { DeliveryEstimate, Product, Review, Variant } from './store.ts'

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
  /** The ways of delivery that the page tells of, and the country they lead to. */
  delivery?: { country: string; items: DeliveryEstimate[] } | null
  /** Days in which goods may be sent back; null: the shop promises nothing. */
  returnDays?: number | null
}

export type Thing = { '@type': string; [property: string]: unknown }

/** As the text of a script element: `<` is escaped, so that no text of the shop can end it. */
export const asScript = (thing: Thing): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c')

export function productData(
  product: Product,
  { origin, base, reviews, delivery, returnDays }: Beside,
): Thing {
  const brought = (delivery?.items ?? []).filter(({ pickUp }) => pickUp === null)
  const promises = {
    ...(brought.length > 0 && {
      shippingDetails: brought.map((each) => shippingOf(each, delivery!.country)),
    }),
    ...(returnDays && { hasMerchantReturnPolicy: returnsOf(returnDays) }),
  }
  const at = { origin, site: origin + base, promises }
  const films = product.films.flatMap((film) => asVideo(film, product, at))
  // Whose author nobody is told of is no review to search engines.
  const signed = reviews.filter(({ authorName }) => authorName)
  return {
    ...(product.options.length > 0 ? asGroup(product, at) : asOne(product, at)),
    ...(films.length > 0 && { subjectOf: films }),
    ...(product.rating && { aggregateRating: ratingOf(product.rating) }),
    ...(signed.length > 0 && { review: signed.map(asReview) }),
  }
}

type Shop = { shop: string; origin: string; base: string; returnDays: number | null }

/** Of the home alone. */
export const shopData = ({ shop, origin, base, returnDays }: Shop): Thing => ({
  '@type': 'OnlineStore',
  '@id': `${origin}/#shop`,
  name: shop,
  url: `${origin}/`,
  logo: `${origin}/favicon.svg`,
  ...(returnDays && { hasMerchantReturnPolicy: returnsOf(returnDays) }),
  subjectOf: {
    '@type': 'WebSite',
    name: shop,
    url: origin + pathBehind(base, paths.home()),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${origin}${base}${paths.products()}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  },
})

type Crumb = { label: string; href?: string }

/** The way back up, as the page shows it; the last one is the page itself. */
export const breadcrumbData = (crumbs: Crumb[], { origin, base }: Pick<Shop, 'origin' | 'base'>): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    ...(href && { item: origin + pathBehind(base, href) }),
  })),
})

const returnsOf = (days: number) => ({
  '@type': 'MerchantReturnPolicy',
  returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
  merchantReturnDays: days,
})

const shippingOf = ({ price }: DeliveryEstimate, country: string) => ({
  '@type': 'OfferShippingDetails',
  shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
  shippingRate: {
    '@type': 'MonetaryAmount',
    value: plainAmount(price),
    currency: price.currency,
  },
})

/** A length as ISO 8601 writes it, in whole seconds. */
const lengthOf = (ms: number) => `PT${Math.max(1, Math.round(ms / 1000))}S`

/** None of a film without a picture: search engines ask for one. */
const asVideo = (film: Product['films'][number], { name }: Product, { origin }: At): Thing[] =>
  film.poster
    ? [
        {
          '@type': 'VideoObject',
          name: film.title || name,
          description: film.title || name,
          thumbnailUrl: origin + film.poster.url,
          uploadDate: film.uploadedAt,
          duration: lengthOf(film.durationMs),
          contentUrl: origin + film.url,
        },
      ]
    : []

type At = { origin: string; site: string; promises: object }

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
  author: { '@type': 'Person', name: authorName },
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

const offer = (product: Product, variant: Variant, { site, promises }: At) => ({
  '@type': 'Offer',
  url: site + paths.product(product.slug, { variant: variant.sku }),
  price: plainAmount(variant.price),
  priceCurrency: variant.price.currency,
  ...(variant.reducedUntil && { priceValidUntil: variant.reducedUntil }),
  availability: STOCK[variant.availability],
  ...promises,
})
