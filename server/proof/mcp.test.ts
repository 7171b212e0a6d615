/** An agent with the official client of the Model Context Protocol shops, and finds the walls where they stand for everybody. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Tool } from '@modelcontextprotocol/sdk/types.js'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../modules/identity/session.ts'
import { createHttp } from '../surfaces/http.ts'
import { toolName } from '../surfaces/mcp/tools.ts'
import { damage } from './damage.ts'
import { randomFrom } from './random.ts'
import { samples } from './samples/index.ts'

const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const shop = await openShop()
const http = await createHttp(shop.app)
await http.listen({ port: 0, host: '127.0.0.1' })
const { port } = http.server.address() as { port: number }
const url = `http://127.0.0.1:${port}/mcp`
after(async () => {
  await http.close()
  await shop.close()
})

const operations = [...shop.app.operations.values()].filter(
  ({ access, tellsSecret }) => access.rule !== 'system' && !tellsSecret,
)
const tokenOf = (personId: string) =>
  shop.inside(async (ctx) => (await startSession(ctx, { personId, guestId: newId() })).token)

async function agent(token?: string) {
  const client = new Client({ name: 'a stranger', version: '1' })
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }) as never)
  const call = async <T = Record<string, unknown>>(name: string, given: Record<string, unknown> = {}) => {
    const { isError, structuredContent, content } = await client.callTool({ name, arguments: given })
    assert.deepEqual(JSON.parse((content as { text: string }[])[0]!.text), structuredContent)
    if (isError)
      throw Object.assign(new Error(`${name}: ${JSON.stringify(structuredContent)}`), structuredContent)
    return structuredContent as T
  }
  const tools = async () => {
    const all: Tool[] = []
    let cursor: string | undefined
    do {
      const page = await client.listTools(cursor === undefined ? {} : { cursor })
      all.push(...page.tools)
      cursor = page.nextCursor
    } while (cursor !== undefined)
    return all
  }
  return { client, call, tools }
}

interface Confirmation {
  confirmation: { token: string; input: object; operation: string; expiresAt: string }
}

test('a shopping agent finds, compares, fills a cart and reaches the payment page, once', async () => {
  const [cheap, dear] = [await shop.goods({ price: 450 }), await shop.goods({ price: 900 })]
  const { client, call } = await agent()
  assert.match(client.getInstructions() ?? '', /identity_startGuest/)
  const { tools } = await call<{ tools: Tool[] }>('search_tools', { query: 'products list price' })
  assert.ok(tools.some(({ name }) => name === 'browse_products'))
  const { items } = await call<{ items: { slug: string }[] }>('browse_products', { limit: 50 })
  assert.ok(items.length >= 2)
  const prices = []
  for (const { slug } of [dear, cheap]) {
    const told = await call<{ variants: { id: string; price: { amount: number } }[] }>('browse_product', {
      slug,
    })
    prices.push(told.variants[0]!)
  }
  const [choice] = prices.toSorted((a, b) => a.price.amount - b.price.amount)

  const { token: sessionToken } = await call<{ token: string }>('identity_startGuest')
  const cart = await call<{ id: string }>('cart_create', { sessionToken })
  const cartId = cart.id
  await call('cart_addItem', {
    sessionToken,
    cartId,
    variantId: choice!.id,
    quantity: 2,
    idempotencyKey: 'two',
  })
  await call('cart_addItem', {
    sessionToken,
    cartId,
    variantId: choice!.id,
    quantity: 2,
    idempotencyKey: 'two',
  })
  await call('cart_setDetails', {
    sessionToken,
    cartId,
    email: 'agent@example.com',
    shippingAddress: { name: 'Alice', line1: 'Quay 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
  })
  const offers = await call<{ items: { methodId: string }[] }>('cart_deliveryOffers', {
    sessionToken,
    cartId,
  })
  const ready = await call<{ totals: { total: object; subtotal: { amount: number } } }>('cart_setDetails', {
    sessionToken,
    cartId,
    deliveryMethodId: offers.items[0]!.methodId,
  })
  const order = {
    sessionToken,
    cartId,
    paymentMethod: 'sandbox',
    returnUrl: '/checkout/return',
    cancelUrl: '/checkout',
    expectedTotal: ready.totals.total,
  }
  const { confirmation } = await call<Confirmation>('orders_place', order)
  assert.equal(confirmation.operation, 'orders.place')
  assert.ok(!JSON.stringify(confirmation.input).includes(sessionToken))
  const confirmationToken = confirmation.token
  type Placed = { order: { id: string; state: string }; next: { url: string } }
  const placed = await call<Placed>('orders_place', { ...order, confirmationToken })
  assert.match(placed.next.url, /^http/)
  const again = await call<Placed>('orders_place', { ...order, confirmationToken })
  assert.equal(again.order.id, placed.order.id, 'a repeat is the same order')
  await client.close()
})

test('a confirmation holds for its input, its caller and its time, and for nothing else', async () => {
  const owner = await agent(await tokenOf(shop.bob.id))
  const name = toolName({ id: 'catalog.products.create' })
  assert.ok((await owner.tools()).find((tool) => tool.name === name)!.annotations?.destructiveHint === false)
  const tools = await owner.tools()
  const operation =
    operations.find(({ id }) => id === 'orders.admin.refund') ??
    operations.find(({ idempotency, access }) => idempotency === 'required' && access.rule === 'permission')!
  const input = await samples[operation.id]!.input(shop, shop.alice)
  const tool = toolName(operation)
  assert.equal(tools.find((each) => each.name === tool)!.annotations?.destructiveHint, true)
  const { confirmation } = await owner.call<Confirmation>(tool, input)
  const confirmationToken = confirmation.token
  const refused = { code: 'unreadable' }
  const other = await agent(await tokenOf(shop.bob.id))
  await assert.rejects(other.call(tool, { ...input, confirmationToken }), refused, 'another session')
  await assert.rejects(
    owner.call(tool, { ...input, confirmationToken: `${confirmationToken.slice(0, -2)}AA` }),
    refused,
  )
  const another = await samples[operation.id]!.input(shop, shop.alice)
  await assert.rejects(owner.call(tool, { ...another, confirmationToken }), refused, 'another input')
  const done = await owner.call(tool, { ...input, confirmationToken })
  assert.deepEqual(await owner.call(tool, { ...input, confirmationToken }), done, 'done once')
  const late = await owner.call<Confirmation>(tool, another)
  shop.clock.forward(360_000)
  await assert.rejects(
    owner.call(tool, { ...another, confirmationToken: late.confirmation.token }),
    refused,
    'too late',
  )
  const powerless = await agent(await tokenOf(shop.charlie.id))
  await assert.rejects(powerless.call(tool, another), { code: 'forbidden' })
  await assert.rejects(owner.call(tool, { ...another, more: 1 }), { code: 'unknown_field' })
})

test('every operation is a tool for who may call it; guests see the shop’s alone', async () => {
  const owner = await agent(await tokenOf(shop.bob.id))
  const all = await owner.tools()
  assert.deepEqual(
    operations.map(toolName).filter((name) => !all.some((tool) => tool.name === name)),
    [],
  )
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length)
  for (const { name, inputSchema } of all) {
    assert.match(name, /^[a-zA-Z0-9_-]{1,64}$/)
    assert.equal(inputSchema.type, 'object')
    assert.doesNotMatch(JSON.stringify(inputSchema), /#\/components/)
  }
  const guest = await agent()
  const names = new Set((await guest.tools()).map(({ name }) => name))
  for (const operation of operations)
    assert.equal(
      names.has(toolName(operation)),
      operation.audience === 'shop' && operation.access.rule !== 'permission',
      operation.id,
    )
  for (const operation of operations.filter(({ access }) => access.rule === 'permission')) {
    const input = await samples[operation.id]!.input(shop, shop.alice)
    await assert.rejects(guest.call(toolName(operation), input), { code: 'unauthenticated' }, operation.id)
  }
})

test(`every tool bears bad input (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  for (const operation of operations) {
    const who = operation.access.rule === 'permission' ? shop.bob : shop.alice
    const { call } = await agent(await tokenOf(who.id))
    const input = damage(await samples[operation.id]!.input(shop, shop.alice), random)
    const told = `${operation.id} ${JSON.stringify(input).slice(0, 300)}`
    const refusal = await call(toolName(operation), input).then(
      () => null,
      (error: { status?: number; code?: number; message: string }) => error, // what is no message has the status of HTTP
    )
    if (refusal) assert.ok((refusal.status ?? refusal.code ?? 599) < 500, `${told} → ${refusal.message}`)
  }
})

test('what is no message, no token or no page of ours is refused', async () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
  for (const body of ['', 'no json', '[]', '3', '{"jsonrpc":"2.0","id":{},"method":"ping"}', '{"a":1,"a":2}'])
    assert.equal((await post(body)).status, 400, body)
  assert.equal((await post(list, { authorization: 'Bearer forged' })).status, 401)
  assert.equal((await post(list, { origin: 'https://evil.example' })).status, 403)
  assert.equal((await post(list, { 'content-type': 'text/plain' })).status, 415)
  assert.equal((await post(list, { 'mcp-protocol-version': '1999-01-01' })).status, 400)
  assert.equal((await post('x'.repeat(2_000_000))).status, 413)
  assert.equal((await fetch(url)).status, 405)
  assert.equal((await post('{"jsonrpc":"2.0","method":"notifications/initialized"}')).status, 202)
  const owners = await tokenOf(shop.bob.id)
  const cookie = await post(list, { cookie: `qs_session=${owners}` })
  assert.ok(!(await cookie.text()).includes('catalog_products_create'), 'a cookie does not count')
  const answer = async (body: object) =>
    (
      (await (await post(JSON.stringify({ jsonrpc: '2.0', id: 1, ...body }))).json()) as {
        error: { code: number }
      }
    ).error.code
  assert.equal(await answer({ method: 'tools/none' }), -32601)
  assert.equal(await answer({ method: 'tools/call', params: { name: 'batch' } }), -32602)
  assert.equal(await answer({ method: 'tools/list', params: { cursor: 'x' } }), -32602)
  assert.equal(
    await answer({ method: 'tools/call', params: { name: 'search_tools', arguments: {} } }),
    -32602,
  )
})
