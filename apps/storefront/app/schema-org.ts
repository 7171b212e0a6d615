/**
 * What search engines ask of structured data, to hold ours against: of each type what it must say and may say.
 *
 * Required and recommended properties as Google documents them (developers.google.com/search/docs/appearance/structured-data/
 * product-snippet, video, merchant-listing, product-variants, breadcrumb, organization, review-snippet, return-policy, shipping-policy);
 * the rest of `may` is of schema.org's own vocabulary for the type. For tests.
 */
type Shape = { must: string[]; may: string[] }

const PRODUCT = [
  'name',
  'image',
  'offers',
  'description',
  'sku',
  'url',
  'aggregateRating',
  'review',
  'subjectOf',
]

const SHAPES: Record<string, Shape> = {
  Product: { must: ['name', 'offers'], may: PRODUCT },
  ProductGroup: {
    must: ['name', 'productGroupID', 'variesBy', 'hasVariant'],
    may: [...PRODUCT, 'productGroupID', 'variesBy', 'hasVariant'],
  },
  Offer: {
    must: ['price', 'priceCurrency', 'availability', 'url'],
    may: ['priceValidUntil', 'shippingDetails', 'hasMerchantReturnPolicy'],
  },
  AggregateOffer: { must: ['lowPrice', 'priceCurrency'], may: ['highPrice', 'offerCount', 'availability'] },
  AggregateRating: { must: ['ratingValue', 'reviewCount'], may: ['bestRating', 'worstRating'] },
  Review: { must: ['author', 'reviewRating'], may: ['name', 'reviewBody', 'datePublished', 'inLanguage'] },
  Rating: { must: ['ratingValue'], may: ['bestRating', 'worstRating'] },
  VideoObject: {
    must: ['name', 'thumbnailUrl', 'uploadDate'],
    may: ['description', 'duration', 'contentUrl'],
  },
  Person: { must: ['name'], may: [] },
  OfferShippingDetails: { must: ['shippingDestination', 'shippingRate'], may: [] },
  DefinedRegion: { must: ['addressCountry'], may: [] },
  MonetaryAmount: { must: ['value', 'currency'], may: [] },
  MerchantReturnPolicy: { must: ['returnPolicyCategory', 'merchantReturnDays'], may: ['applicableCountry'] },
  BreadcrumbList: { must: ['itemListElement'], may: [] },
  ListItem: { must: ['position', 'name'], may: ['item'] },
  OnlineStore: { must: ['name', 'url', 'logo'], may: ['@id', 'hasMerchantReturnPolicy', 'subjectOf'] },
  WebSite: { must: ['name', 'url'], may: ['potentialAction'] },
  SearchAction: { must: ['target', 'query-input'], may: [] },
  EntryPoint: { must: ['urlTemplate'], may: [] },
}

/** How a value is written; of others any text will do. */
const FORMS: Record<string, RegExp> = {
  price: /^\d+(\.\d+)?$/,
  lowPrice: /^\d+(\.\d+)?$/,
  value: /^\d+(\.\d+)?$/,
  priceCurrency: /^[A-Z]{3}$/,
  currency: /^[A-Z]{3}$/,
  addressCountry: /^[A-Z]{2}$/,
  availability:
    /^https:\/\/schema\.org\/(InStock|LimitedAvailability|OutOfStock|PreOrder|BackOrder|Discontinued)$/,
  returnPolicyCategory: /^https:\/\/schema\.org\/MerchantReturn\w+$/,
  datePublished: /^\d{4}-\d\d-\d\d/,
  uploadDate: /^\d{4}-\d\d-\d\dT/,
  duration: /^PT\d+S$/,
  contentUrl: /^https?:\/\//,
  thumbnailUrl: /^https?:\/\//,
  url: /^https?:\/\//,
  item: /^https?:\/\//,
  image: /^https?:\/\//,
  logo: /^https?:\/\//,
}

/** Each fault by its place: `offers.0.price missing`. */
export function faultsIn(thing: unknown, at = ''): string[] {
  if (Array.isArray(thing)) return thing.flatMap((each, index) => faultsIn(each, `${at}${index}.`))
  if (typeof thing !== 'object' || thing === null) return []
  const { '@context': _, '@type': type, ...told } = thing as Record<string, unknown>
  const shape = SHAPES[String(type)]
  if (!shape) return [`${at}@type ${String(type)} is not known`]
  const { must, may } = shape
  return [
    ...must.filter((name) => !isSaid(told[name])).map((name) => `${at}${name} missing`),
    ...Object.entries(told).flatMap(([name, value]) => [
      ...(must.includes(name) || may.includes(name)
        ? []
        : [`${at}${name} is no property of ${String(type)}`]),
      ...(isSaid(value) ? [] : [`${at}${name} says nothing`]),
      ...[value]
        .flat()
        .filter((each) => typeof each === 'string' && FORMS[name] && !FORMS[name].test(each))
        .map((each) => `${at}${name} ${String(each)}`),
      ...faultsIn(value, `${at}${name}.`),
    ]),
  ]
}

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
