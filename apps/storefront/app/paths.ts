/** Every link of the shop is made here; no page writes an address by hand. */
type Query = Record<string, string | number | readonly string[] | null | undefined>

type ReviewQuery = {
  variant?: string | null
  stars?: number | null
  order?: string | null
  after?: string | null
  said?: string | null
}

type Carded = { slug: string; version: number; price: { amount: number; currency: string } }

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== null && each !== undefined && each !== '') search.append(name, String(each))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

const segment = encodeURIComponent

export const paths = {
  home: () => '/',
  products: (
    query: {
      q?: string | null
      sort?: string | null
      after?: string | null
    } = {},
  ) => withQuery('/products', query),
  collection: (slug: string, query: { sort?: string | null; after?: string | null } = {}) =>
    withQuery(`/collections/${segment(slug)}`, query),
  /** A list's own page, with what narrows it. */
  narrowed: (pathname: string, params: URLSearchParams) =>
    params.size > 0 ? `${pathname}?${params}` : pathname,
  category: (slug: string, query: { sort?: string | null; after?: string | null } = {}) =>
    withQuery(`/c/${segment(slug)}`, query),
  product: (slug: string, query: { variant?: string | null; added?: string | null } = {}) =>
    withQuery(`/p/${segment(slug)}`, query),
  /** What there is to choose of a product, for a list's own choice; there is nothing to see. */
  choice: (slug: string, query: { variant?: string | null } = {}) =>
    withQuery(`/p/${segment(slug)}/choice`, query),
  /** Of the store itself: what is shown of a product where it is shared. Its address says what it shows, and so never shows anything else. */
  socialCard: (locale: string, { slug, version, price }: Carded) =>
    `/cards/${segment(locale)}/${segment(slug)}/${version}-${price.amount}-${price.currency}.jpg`,
  page: (slug: string) => `/pages/${segment(slug)}`,
  journal: (query: { tag?: string | null; after?: string | null } = {}) => withQuery('/journal', query),
  journalFeed: () => '/journal.atom',
  post: (slug: string) => `/journal/${segment(slug)}`,
  /** The part of a product's page where people say what they think; `said` is what was just done there. */
  reviews: (slug: string, query: ReviewQuery = {}) => `${withQuery(`/p/${segment(slug)}`, query)}#reviews`,
  /** A guest shows the link of an order. */
  writeReview: (slug: string, query: { order?: string | null; token?: string | null } = {}) =>
    withQuery(`/p/${segment(slug)}/review`, query),
  /** The part of its page where people ask; `asked` is what was just done there. */
  questions: (slug: string, query: { questions?: string | null; asked?: string | null } = {}) =>
    `${withQuery(`/p/${segment(slug)}`, query)}#questions`,
  /** With `question` it is answered. */
  ask: (slug: string, query: { question?: string | null } = {}) =>
    withQuery(`/p/${segment(slug)}/questions`, query),
  /** What a reader makes of a review; there is nothing to see. */
  review: (id: string) => `/reviews/${segment(id)}`,
  /** Of the store itself, asked by the browser. */
  photoTickets: () => '/v1/review-photos',
  cart: () => '/cart',
  orderByNumber: () => '/cart/by-number',
  /** After what was shared was taken; `left` is how much of it could not be had. */
  cartFilled: (query: { left?: number | null }) => withQuery('/cart', query),
  /** The store's own stream of a cart, read by its page. */
  cartEvents: (id: string) => `/v1/carts/${segment(id)}/events`,
  sharedCart: (token: string) => `/cart/shared/${segment(token)}`,
  /** `pay` is the way to pay that was chosen so far. */
  checkout: (query: { pay?: string | null } = {}) => withQuery('/checkout', query),
  checkoutReturn: (query: { order: string; token?: string | null }) => withQuery('/checkout/return', query),
  order: (id: string, query: { token?: string | null } = {}) => withQuery(`/orders/${segment(id)}`, query),
  orderAgain: (id: string, query: { token?: string | null } = {}) =>
    withQuery(`/orders/${segment(id)}/again`, query),
  /** With an order it is about that. */
  contact: (query: { order?: string | null; token?: string | null; sent?: string | null } = {}) =>
    withQuery('/contact', query),
  /** Where it is asked for, shown to be one's own and ended; `now` is what was just done. */
  newsletter: (query: { now?: 'asked' | 'ended' } = {}) => withQuery('/newsletter', query),
  returnOrder: (id: string, query: { token?: string | null } = {}) =>
    withQuery(`/orders/${segment(id)}/return`, query),
  keepOrder: (id: string, query: { token?: string | null } = {}) =>
    withQuery(`/orders/${segment(id)}/keep`, query),
  /** The store's own stream of an order, read by its page. */
  orderEvents: (id: string, query: { token?: string | null } = {}) =>
    withQuery(`/v1/orders/${segment(id)}/events`, query),
  login: (query: { to?: string | null; now?: 'password-set' } = {}) => withQuery('/login', query),
  signup: (query: { to?: string | null } = {}) => withQuery('/signup', query),
  logout: () => '/logout',
  forgotPassword: () => '/forgot-password',
  account: () => '/account',
  changePassword: () => '/account/password',
  passkeys: (query: { now?: 'added' | 'renamed' | 'removed' } = {}) => withQuery('/account/passkeys', query),
  /** Of the store itself, asked by the browser before it asks the device. */
  passkeyChallenge: (use: 'add' | 'log-in' | 'sign-up') =>
    `/v1/${{ add: 'me/passkeys', 'log-in': 'sessions', 'sign-up': 'people' }[use]}/challenges`,
  profile: (query: { now?: 'saved' } = {}) => withQuery('/account/profile', query),
  addresses: (query: { now?: 'kept' | 'removed' } = {}) => withQuery('/account/addresses', query),
  address: (id: string) => `/account/addresses/${segment(id)}`,
  newAddress: () => '/account/addresses/new',
  claimOrders: (query: { token: string }) => withQuery('/account/claim', query),
  myOrders: (query: { q?: string | null; after?: string | null } = {}) => withQuery('/account/orders', query),
  lists: () => '/account/lists',
  list: (id: string) => `/account/lists/${segment(id)}`,
  /** `asked`: a mail was sent to prove the address. */
  listAlerts: (query: { now?: 'asked' } = {}) => withQuery('/account/lists/alerts', query),
  sharedList: (token: string) => `/lists/${segment(token)}`,
  heart: () => '/heart',
  viewed: () => '/viewed',
  suggest: (query: { q: string }) => withQuery('/suggest', query),
  preferences: () => '/preferences',
  market: (query: { to?: string | null } = {}) => withQuery('/market', query),
  /** Of the shop as an app; `routes/offline.tsx` is shown by the service worker. */
  offline: () => '/offline',
  manifest: () => '/manifest.webmanifest',
  formRefused: () => '/form-refused',
}

/** As others are given it: with what stands before every address of its language (`base`: `/de`, or nothing). */
export const pathBehind = (base: string, path: string): string =>
  base && /^\/(?=\?|$)/.test(path) ? base + path.slice(1) : base + path

const HERE = 'http://shop.invalid'

/** An address of this shop to go back to; anything else (another host, a scheme, `//`) becomes the fallback. */
export function ownPath(to: FormDataEntryValue | null, fallback = '/'): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, HERE)) return fallback
  // Read as a browser reads it: tabs dropped, `\` as `/`, `/.//` as `//`.
  const { origin, pathname, search } = new URL(to, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : fallback
}
