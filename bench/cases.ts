/** The four things that are measured, as a buyer does them. The same requests go to both servers. */
import { isDeepStrictEqual } from 'node:util'
import { cartIdOf, makeBuyers, tokenOf, wantedBy } from './buyers.ts'
import { requestOf, type Connection, type Reply } from './load.ts'
import type { Server } from './rig.ts'
import { PRODUCTS, idOf, slugOf } from './seed.ts'
import { MATRIX_SLUG } from './seed-matrix.ts'
import type { Watch } from './watch.ts'

export type CaseName =
  | 'list'
  | 'graphqlList'
  | 'keptList'
  | 'keptDetail'
  | 'detail'
  | 'manyVariants'
  | 'search'
  | 'facets'
  | 'suggest'
  | 'cart'
  | 'checkout'

export interface Case {
  name: CaseName
  says: string
  /** Measured on the two that keep their answers. */
  keeps?: true
  /** Connections at once. Default: 1, 16 and 64. */
  levels?: number[]
  /** Before it is measured. */
  warmOps: number
  /** Makes what `ops` operations from `first` on need; not measured. */
  prepare(server: Server, first: number, ops: number): Promise<void>
  /** One operation; throws when the answer is not the one that was asked for. */
  work(server: Server, watch: Watch, connection: Connection, n: number): Promise<void>
}

const PAGE = 24
const PAGES = 8

/** The first pages of the list, as a shopper walks them. */
export function listPath(page: number): string {
  const path = `/v1/products?limit=${PAGE}`
  if (page === 0) return path
  const last = page * PAGE - 1
  const cursor = JSON.stringify(['position', String(last), idOf(`product ${last}`)])
  return `${path}&after=${Buffer.from(cursor).toString('base64url')}`
}

export function detailPath(product: number): string {
  return `/v1/products/${slugOf(product)}`
}

/** A shelf of the shop, words that few have, one that all have, and one that is only begun. */
const SEARCHES = [
  'cup',
  'hand series 7',
  'bowls',
  'lamp hand',
  'series 12',
  'stoneware plate',
  'can',
  'made hand',
]

export function searchPath(n: number, more = ''): string {
  return `/v1/search?limit=${PAGE}&q=${encodeURIComponent(SEARCHES[n % SEARCHES.length]!)}${more}`
}

/** As they come in while somebody types. */
const TYPED = ['c', 'cu', 'cup', 'hand ser', 'b', 'bow', 'lam', 'series 1']

export function suggestPath(n: number): string {
  return `/v1/suggestions?q=${encodeURIComponent(TYPED[n % TYPED.length]!)}`
}

export const ADDRESS = {
  name: 'Alice Adams',
  line1: 'Harbour Street 1',
  postalCode: '20095',
  city: 'Hamburg',
  country: 'DE',
}

export function addItemRequest(n: number): Buffer {
  const body = { variantId: wantedBy(n), quantity: 1 }
  return requestOf({ method: 'POST', path: `/v1/carts/${cartIdOf(n)}/items`, token: tokenOf(n), body })
}

export function detailsRequest(n: number): Buffer {
  const body = {
    email: `buyer-${n}@example.com`,
    shippingAddress: ADDRESS,
    deliveryMethodId: idOf('delivery parcel'),
  }
  return requestOf({ method: 'PATCH', path: `/v1/carts/${cartIdOf(n)}`, token: tokenOf(n), body })
}

export function placeRequest(n: number): Buffer {
  const body = {
    cartId: cartIdOf(n),
    paymentMethod: 'sandbox',
    returnUrl: '/checkout/return?order={orderId}',
    cancelUrl: '/checkout',
  }
  return requestOf({ method: 'POST', path: '/v1/orders', token: tokenOf(n), key: `bench-${n}`, body })
}

export function orderRequest(n: number, orderId: string): Buffer {
  return requestOf({ method: 'GET', path: `/v1/orders/${orderId}`, token: tokenOf(n) })
}

/** What the buyer does on the company's page. */
export async function payAt(url: string): Promise<void> {
  const form = 'choice=pay&reason=insufficient_funds&delay=5&webhook=normal&late=10'
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  })
  await response.arrayBuffer()
  if (response.status !== 303) throw new Error(`The payment page answered ${response.status}.`)
}

const listRequests = Array.from({ length: PAGES }, (_, page) =>
  requestOf({ method: 'GET', path: listPath(page) }),
)
/** All that a card has, so that both roads answer the same. */
const CARD_FIELDS = `id slug name subtitle priceVaries availability swatches variantId
  picture { url width height alt focus { xPermille yPermille } sources { url width type } }
  price { amount currency } compareAt { amount currency } lowestIn30Days { amount currency }
  measurePrice { price { amount currency } amount unit } rating { count averageHundredths }`

function graphqlListBody(page: number): object {
  const after = new URL(listPath(page), 'http://shop').searchParams.get('after')
  const query = `query ($after: String) { browseProducts(limit: ${PAGE}, after: $after) { items { ${CARD_FIELDS} } next total { count } } }`
  return { query, variables: { after } }
}

const graphqlRequests = Array.from({ length: PAGES }, (_, page) =>
  requestOf({ method: 'POST', path: '/graphql', body: graphqlListBody(page) }),
)

/** What is measured must be the same list. */
async function mustBeTheSameList({ port }: Server): Promise<void> {
  const base = `http://127.0.0.1:${port}`
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(graphqlListBody(1))
  const asked = await fetch(`${base}/graphql`, { method: 'POST', headers, body })
  const { data } = (await asked.json()) as { data: { browseProducts: unknown } }
  const list: unknown = await (await fetch(base + listPath(1))).json()
  if (!isDeepStrictEqual(data.browseProducts, list))
    throw new Error('GraphQL answers another list than REST.')
}

const detailRequests = Array.from({ length: PRODUCTS }, (_, product) =>
  requestOf({ method: 'GET', path: detailPath(product) }),
)

const manyVariantsRequest = requestOf({ method: 'GET', path: `/v1/products/${MATRIX_SLUG}` })

export function must(reply: Reply, status: number, part: string): string {
  if (reply.status !== status || !reply.text.includes(part))
    throw new Error(`Wanted ${status} with ${part}, got ${reply.status}:\n${reply.text.slice(0, 1000)}`)
  return reply.text
}

interface Placement {
  order: { id: string }
  next: { url: string }
}

export const cases: Case[] = [
  {
    name: 'list',
    warmOps: 400,
    says: 'GET /products, 24 cards, pages 1 to 8',
    prepare: async () => {},
    async work(_server, _watch, connection, n) {
      must(await connection.send(listRequests[n % PAGES]!), 200, '"items":[{')
    },
  },
  {
    name: 'graphqlList',
    warmOps: 400,
    says: 'the same list by POST /graphql; the bare server by GET',
    async prepare(server) {
      if (server.name === 'store') await mustBeTheSameList(server)
    },
    async work(server, _watch, connection, n) {
      const requests = server.name === 'store' ? graphqlRequests : listRequests
      must(await connection.send(requests[n % PAGES]!), 200, '"items":[{')
    },
  },
  {
    name: 'detail',
    warmOps: 1000,
    says: 'GET /products/:slug, any of 1,000',
    prepare: async () => {},
    async work(_server, _watch, connection, n) {
      must(await connection.send(detailRequests[(n * 7) % PRODUCTS]!), 200, '"variants"')
    },
  },
  {
    name: 'manyVariants',
    warmOps: 60,
    // A whole pool of these is all that two cores can do.
    levels: [1, 16],
    says: 'GET /products/:slug of 2,000 variants; the bare server tells all of them whole',
    prepare: async () => {},
    async work(_server, _watch, connection) {
      must(await connection.send(manyVariantsRequest), 200, '"variantCount":2000')
    },
  },
  {
    name: 'search',
    warmOps: 400,
    says: 'GET /search, 24 cards for eight searches by turns',
    prepare: async () => {},
    async work(_server, _watch, connection, n) {
      const path = searchPath(n)
      must(await connection.send(requestOf({ method: 'GET', path })), 200, '"price":{')
    },
  },
  {
    name: 'facets',
    warmOps: 400,
    says: 'GET /search with all facets',
    prepare: async () => {},
    async work(_server, _watch, connection, n) {
      const path = searchPath(n, '&facets=true')
      must(await connection.send(requestOf({ method: 'GET', path })), 200, '"categories":[{')
    },
  },
  {
    name: 'suggest',
    warmOps: 400,
    says: 'GET /suggestions, eight beginnings by turns',
    prepare: async () => {},
    async work(_server, _watch, connection, n) {
      must(await connection.send(requestOf({ method: 'GET', path: suggestPath(n) })), 200, '"queries":[')
    },
  },
  {
    name: 'keptList',
    says: 'the list again, both from memory',
    keeps: true,
    warmOps: 1000,
    prepare: async () => {},
    async work(_server, _watch, connection, n) {
      must(await connection.send(listRequests[n % PAGES]!), 200, '"items":[{')
    },
  },
  {
    name: 'keptDetail',
    says: 'any of 1,000 products again, both from memory',
    keeps: true,
    warmOps: 1000,
    prepare: async () => {},
    async work(_server, _watch, connection, n) {
      must(await connection.send(detailRequests[(n * 7) % PRODUCTS]!), 200, '"variants"')
    },
  },
  {
    name: 'cart',
    warmOps: 500,
    says: 'POST /carts/:id/items as a guest, the whole cart back',
    async prepare(server, first, count) {
      await makeBuyers(server.database, { first, count, withItem: false })
    },
    async work(_server, _watch, connection, n) {
      const reply = await connection.send(addItemRequest(n))
      must(reply, 200, `"itemCount":1`)
    },
  },
  {
    name: 'checkout',
    warmOps: 160,
    says: 'PATCH cart, POST /orders, webhook, reaction, GET order: confirmed',
    async prepare(server, first, count) {
      await makeBuyers(server.database, { first, count, withItem: true })
    },
    async work(_server, watch, connection, n) {
      must(await connection.send(detailsRequest(n)), 200, '"missing":[]')
      const placed = JSON.parse(must(await connection.send(placeRequest(n)), 201, '"redirect"')) as Placement
      await payAt(placed.next.url)
      await watch.confirmed(placed.order.id)
      must(await connection.send(orderRequest(n, placed.order.id)), 200, '"state":"confirmed"')
    },
  },
]
