/** Alice buys tea and Bob ships it, all of it over GraphQL, by plain fetch as any program has it. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { payOnSandbox } from '../adapters/sandbox/buyer.ts'
import { startSession } from '../modules/identity/session.ts'
import { createHttp } from '../surfaces/http.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
await http.listen({ port: 0, host: '127.0.0.1' })
after(async () => {
  await http.close()
  await shop.close()
})
const { port } = http.server.address() as AddressInfo

interface Told {
  code: string
  status: number
  errors: { path: string }[]
}
interface Asked {
  token?: string | undefined
  variables?: object
  key?: string
  to?: '/graphql' | '/graphql/admin'
}

async function ask(query: string, { token, variables = {}, key, to = '/graphql' }: Asked = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${to}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as {
    data: Record<string, unknown> | null
    errors?: { message: string; extensions: Told }[]
  }
}

async function get<T>(query: string, given: Asked = {}): Promise<T> {
  const { data, errors } = await ask(query, given)
  assert.equal(errors, undefined, JSON.stringify(errors))
  return data as T
}

const ADDRESS = { name: 'Alice', line1: 'Quay 1', postalCode: '10115', city: 'Berlin', country: 'DE' }

test('a whole purchase over GraphQL, asked twice and done once', async () => {
  const tea = await shop.goods({ stock: 5, price: 450 })
  const list = await get<{ browseProducts: { items: { slug: string }[] } }>(
    '{ browseProducts(limit: 10) { items { slug name price { amount currency } } } }',
  )
  assert.ok(list.browseProducts.items.some(({ slug }) => slug === tea.slug))
  const { browseProduct } = await get<{ browseProduct: { variants: { id: string }[] } }>(
    'query ($slug: String!) { browseProduct(slug: $slug) { variants { id } } }',
    { variables: { slug: tea.slug } },
  )
  const { identitySignUp } = await get<{ identitySignUp: { token: string } }>(
    'mutation { identitySignUp(email: "alice@tea.example", password: "correct horse battery", name: "Alice") { token } }',
  )
  const { token } = identitySignUp
  const { cartCreate } = await get<{ cartCreate: { id: string } }>('mutation { cartCreate { id } }', {
    token,
  })
  const cartId = cartCreate.id
  const variantId = browseProduct.variants[0]!.id

  const tooMany = await ask(
    'mutation ($c: ID!, $v: ID!) { cartAddItem(cartId: $c, variantId: $v, quantity: 99) { id } }',
    { token, variables: { c: cartId, v: variantId } },
  )
  assert.equal(tooMany.data, null)
  const { extensions } = tooMany.errors![0]!
  const overRest = await fetch(`http://127.0.0.1:${port}/v1/carts/${cartId}/items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ variantId, quantity: 99 }),
  })
  const problem = (await overRest.json()) as Told
  assert.deepEqual([extensions.code, extensions.status], [problem.code, problem.status])

  const filled = await get<{ offers: { items: { methodId: string }[] } }>(
    `mutation ($c: ID!, $v: ID!, $a: AddressInput) {
      cartAddItem(cartId: $c, variantId: $v, quantity: 2) { id }
      cartSetDetails(cartId: $c, email: "alice@tea.example", shippingAddress: $a) { id }
      offers: cartQuoteDelivery(cartId: $c) { items { methodId } }
    }`,
    { token, variables: { c: cartId, v: variantId, a: ADDRESS } },
  )
  const { cartSetDetails } = await get<{ cartSetDetails: { totals: { total: object } } }>(
    'mutation ($c: ID!, $m: ID) { cartSetDetails(cartId: $c, deliveryMethodId: $m) { totals { total { amount currency } } } }',
    { token, variables: { c: cartId, m: filled.offers.items[0]!.methodId } },
  )

  const place = `mutation ($c: ID!, $total: MoneyInput) {
    ordersPlace(cartId: $c, paymentMethod: "sandbox", returnUrl: "/checkout/return", cancelUrl: "/checkout", expectedTotal: $total) {
      order { id state } next { __typename ... on Redirect { url } }
    }
  }`
  const variables = { c: cartId, total: cartSetDetails.totals.total }
  const unkeyed = await ask(place, { token, variables })
  assert.equal(unkeyed.errors![0]!.extensions.code, 'idempotency_key_needed')
  const key = newId()
  interface Placed {
    ordersPlace: { order: { id: string; state: string }; next: { __typename: string; url: string } }
  }
  const placed = await get<Placed>(place, { token, variables, key })
  const again = await get<Placed>(place, { token, variables, key })
  assert.equal(again.ordersPlace.order.id, placed.ordersPlace.order.id, 'the same key, the same order')
  const { order, next } = placed.ordersPlace
  assert.equal(next.__typename, 'Redirect')
  await payOnSandbox(next.url)
  await shop.settle()

  const read = 'query ($id: ID!) { ordersGet(orderId: $id) { state number shipments { id state } } }'
  const confirmed = await get<{ ordersGet: { state: string; number: string } }>(read, {
    token,
    variables: { id: order.id },
  })
  assert.equal(confirmed.ordersGet.state, 'confirmed')
  const stranger = await ask(read, { variables: { id: order.id } })
  assert.equal(stranger.errors![0]!.extensions.code, 'not_found')

  const bob = await shop.inside(
    async (ctx) => (await startSession(ctx, { personId: shop.bob.id, guestId: newId() })).token,
  )
  const ship = 'mutation ($o: ID!) { fulfilmentShipmentsCreate(orderId: $o) { id state } }'
  const admin = { variables: { o: order.id }, to: '/graphql/admin' as const }
  assert.equal((await ask(ship, { ...admin, token })).errors![0]!.extensions.code, 'forbidden')
  await get(ship, { ...admin, token: bob })
  await shop.settle()
  const shipped = await get<{ ordersGet: { shipments: unknown[] } }>(read, {
    token,
    variables: { id: order.id },
  })
  assert.equal(shipped.ordersGet.shipments.length, 1)
  await shop.invariants()
})

test('a list costs the statements that it costs over REST', async () => {
  const statements = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    let count = 0
    const pool = shop.app.pool
    const { read, query } = pool
    pool.read = ((...given: Parameters<typeof read>) => (count++, read(...given))) as typeof read
    pool.query = ((...given: Parameters<typeof query>) => (count++, query(...given))) as typeof query
    await http.inject({ method, url, ...(payload && { payload }) })
    Object.assign(pool, { read, query })
    return count
  }
  const query = '{ browseProducts(limit: 7) { items { name } next } }'
  const overRest = await statements('GET', '/v1/products?limit=6')
  assert.ok(overRest > 0)
  assert.equal(await statements('POST', '/graphql', { query }), overRest)
})
