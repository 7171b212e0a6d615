/** gRPC as stock clients use it: with the .proto as it is released, by reflection, and by what health checks ask. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import * as grpcJs from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { orderWhen } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { payOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { createHttp } from '../http.ts'
import { openGrpcRoad, refused } from '../../proof/road-grpc.ts'

const shop = await openShop()
const road = await openGrpcRoad(shop.app)
shop.app.tail.start()
const clients: grpcJs.Client[] = []
after(async () => {
  for (const client of clients) client.close()
  await road.close()
  await shop.close()
})

type Answer = Record<string, any>
type Method = (
  input: object,
  metadata: grpcJs.Metadata,
  options: object,
  done: (error: grpcJs.ServiceError | null, answer: Answer) => void,
) => grpcJs.ClientUnaryCall

const folder = join(import.meta.dirname, '../../../contracts')
const loaded = grpcJs.loadPackageDefinition(
  loadSync(['quayside.proto', 'quayside.admin.proto'], {
    includeDirs: [folder],
    enums: String,
    longs: Number,
    defaults: true,
    oneofs: true,
  }),
) as any

/** A client that knows the released .proto and nothing else of the store. */
function clientOf(service: string) {
  const [face, name] = service.split('.')
  const Client = loaded.quayside[face!].v1[name!]
  const client = new Client(road.address, grpcJs.credentials.createInsecure())
  clients.push(client)
  return {
    raw: client,
    call: (method: string, input: object, said: Record<string, string> = {}, deadlineMs = 10_000) =>
      new Promise<Answer>((resolve, reject) => {
        const metadata = new grpcJs.Metadata()
        for (const [key, value] of Object.entries(said)) metadata.set(key, value)
        const options = { deadline: Date.now() + deadlineMs }
        ;(client[method] as Method).call(client, input, metadata, options, (error, answer) =>
          error ? reject(error) : resolve(answer),
        )
      }),
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const [browse, cart, orders, people] = [
  clientOf('shop.BrowseService'),
  clientOf('shop.CartService'),
  clientOf('shop.OrdersService'),
  clientOf('shop.IdentityService'),
]

async function refusal(asked: Promise<unknown>) {
  const error = await asked.then(
    (answer) => assert.fail(`it was answered: ${JSON.stringify(answer)}`),
    (thrown: grpcJs.ServiceError) => thrown,
  )
  return refused(error)
}

/** A follower's messages, one after the other. */
function reading(stream: grpcJs.ClientReadableStream<Answer>) {
  const told = stream[Symbol.asyncIterator]()
  return async (fits: (answer: Answer) => boolean): Promise<Answer> => {
    for (;;) {
      const { value, done } = await told.next()
      if (done) throw new Error('It ended.')
      if (fits(value as Answer)) return value as Answer
    }
  }
}

const metadataOf = (said: Record<string, string>) => {
  const metadata = new grpcJs.Metadata()
  for (const [key, value] of Object.entries(said)) metadata.set(key, value)
  return metadata
}

test('Gil buys tea with a stock client and the released .proto, from looking around to the paid order', async () => {
  const tea = await shop.goods({ name: 'Harbour Tea', price: 1290, stock: 500 })
  const page = await browse.call('Products', { limit: 5, withTotal: true })
  const card = page['items'].find((item: Answer) => item['slug'] === tea.slug)
  assert.equal(card['name'], 'Harbour Tea')
  assert.equal(card['availability'], 'PRODUCT_CARD_AVAILABILITY_IN_STOCK')

  const { token } = await people.call('StartGuest', {})
  const gil = bearer(token)
  const { id: cartId } = await cart.call('Create', {}, gil)
  const filled = await cart.call('AddItem', { cartId, variantId: tea.variantId, quantity: 2 }, gil)
  assert.equal(filled['totals'].subtotal.amount, 2580)
  assert.ok(Math.abs(filled['updatedAt'].seconds * 1000 - shop.clock.now.getTime()) < 60_000)

  const address = { name: 'Gil', line1: 'Kai 4', postalCode: '10115', city: 'Berlin', country: 'DE' }
  await cart.call('SetDetails', { cartId, email: 'gil@example.com', shippingAddress: address }, gil)
  const { items } = await cart.call('DeliveryOffers', { cartId }, gil)
  const ready = await cart.call('SetDetails', { cartId, deliveryMethodId: items[0].methodId }, gil)
  assert.deepEqual(ready['missing'], [])

  const wish = {
    cartId,
    paymentMethod: 'sandbox',
    returnUrl: '/checkout/return',
    cancelUrl: '/checkout',
    expectedTotal: ready['totals'].total,
  }
  const unkeyed = await refusal(orders.call('Place', wish, gil))
  assert.equal(unkeyed.problem!['code'], 'idempotency_key_needed')
  const key = { ...gil, 'idempotency-key': newId() }
  const placed = await orders.call('Place', wish, key)
  assert.equal(placed['next'].kind, 'redirect')
  const again = await orders.call('Place', wish, key)
  assert.equal(again['order'].id, placed['order'].id, 'asked twice, placed once')
  const other = await refusal(orders.call('Place', { ...wish, cancelUrl: '/cart' }, key))
  assert.equal(other.problem!['code'], 'idempotency_key_reused')

  const following = orders.raw['Follow']({ orderId: placed['order'].id }, metadataOf(gil))
  const next = reading(following)
  await next((order) => order['state'] === 'ORDER_STATE_PENDING')
  await payOnSandbox(placed['next'].redirect.url, 'pay')
  await orderWhen(shop, placed['order'].id, (order) => order.state === 'confirmed')
  shop.app.tail.poke()
  const seen = await next((order) => order['state'] === 'ORDER_STATE_CONFIRMED')
  assert.ok(seen['number'])
  following.cancel()
  await shop.invariants()
})

test('a refusal says its status, its field and its words in the caller’s language', async () => {
  const { token } = await people.call('StartGuest', {})
  const { id: cartId } = await cart.call('Create', {}, bearer(token))
  const wrong = { cartId, variantId: 'tea', quantity: 2 }
  const german = { ...bearer(token), 'accept-language': 'de' }
  const said = await refusal(cart.call('AddItem', wrong, german))
  assert.equal(said.code, grpcJs.status.INVALID_ARGUMENT)
  assert.equal(said.message, 'Einige Angaben sind nicht gültig.')
  assert.deepEqual([said.problem!['code'], said.problem!['status']], ['invalid_input', '422'])
  assert.match(said.problem!['traceId']!, /^[0-9a-f]{32}$/)
  assert.equal(said.violations[0]!.field, 'variant_id')

  const stranger = await refusal(cart.call('Get', { cartId }))
  assert.equal(stranger.code, grpcJs.status.NOT_FOUND)
  const lost = await refusal(cart.call('Get', { cartId: newId() }, bearer(token)))
  assert.equal(lost.code, grpcJs.status.NOT_FOUND)
  const forged = await refusal(cart.call('Get', { cartId }, bearer('no-such-token-at-all')))
  assert.equal(forged.code, grpcJs.status.UNAUTHENTICATED)
  const staff = await refusal(clientOf('admin.CatalogService').call('ProductsList', {}, bearer(token)))
  assert.equal(staff.code, grpcJs.status.UNAUTHENTICATED)
})

test('what is absent stays, what `clear` names is emptied, and an old version is refused', async () => {
  const { token } = await people.call('StartGuest', {})
  const gil = bearer(token)
  const { id: cartId } = await cart.call('Create', {}, gil)
  const address = { name: 'Gil', line1: 'Kai 4', postalCode: '10115', city: 'Berlin', country: 'DE' }
  await cart.call('SetDetails', { cartId, email: 'gil@example.com', billingAddress: address }, gil)
  const emptied = await cart.call('SetDetails', { cartId, clear: ['billing_address'] }, gil)
  assert.equal(emptied['billingAddress'] ?? null, null)
  assert.equal(emptied['email'], 'gil@example.com')
  const strange = await refusal(cart.call('SetDetails', { cartId, clear: ['cart_id'] }, gil))
  assert.deepEqual([strange.problem!['code'], strange.violations[0]!.field], ['unknown_field', 'clear'])
  const stale = await refusal(
    cart.call('SetDetails', { cartId, expectedVersion: 1, email: 'g@example.com' }, gil),
  )
  assert.equal(stale.code, grpcJs.status.ABORTED)
})

test('a call ends at its deadline, and a read with it', async () => {
  const slow = [...shop.app.operations.values()].find(({ id }) => id === 'browse.products') as Operation
  const run = slow.run!
  let left = false
  slow.kept = null
  slow.json = null
  slow.run = async (input, ctx) => {
    await ctx.db
      .executeQuery({ sql: 'select pg_sleep(5)', parameters: [] } as never)
      .catch(() => (left = true))
    return run(input, ctx)
  }
  try {
    const began = performance.now()
    const late = await refusal(clientOf('shop.BrowseService').call('Products', { limit: 3 }, {}, 300))
    assert.equal(late.code, grpcJs.status.DEADLINE_EXCEEDED)
    await sleep(300)
    assert.ok(left, 'PostgreSQL was told to stop')
    assert.ok(performance.now() - began < 20_000)
  } finally {
    slow.run = run
  }
})

test('a message that is too large is refused at its first bytes', async () => {
  const client = new grpcJs.Client(road.address, grpcJs.credentials.createInsecure(), {
    'grpc.max_send_message_length': -1,
  })
  clients.push(client)
  const began = performance.now()
  const before = process.memoryUsage().rss
  const bytes = Buffer.alloc(100 * 1024 * 1024)
  const same = (each: Buffer) => each
  const error = await new Promise<grpcJs.ServiceError | null>((resolve) =>
    client.makeUnaryRequest('/quayside.shop.v1.CartService/AddItem', same, same, bytes, (each) =>
      resolve(each),
    ),
  )
  assert.equal(error!.code, grpcJs.status.RESOURCE_EXHAUSTED)
  assert.ok(performance.now() - began < 20_000)
  assert.ok(process.memoryUsage().rss - before < 350 * 1024 * 1024)
})

test('when the store closes, who follows is told to come again, and nobody is waited for', async () => {
  const closing = await openGrpcRoad(shop.app)
  const { token } = await people.call('StartGuest', {})
  const { id: cartId } = await cart.call('Create', {}, bearer(token))
  const client = new loaded.quayside.shop.v1.CartService(
    closing.address,
    grpcJs.credentials.createInsecure(),
  ) as any
  clients.push(client)
  const stream = client.Follow({ cartId }, metadataOf(bearer(token))) as grpcJs.ClientReadableStream<Answer>
  const ended = new Promise<grpcJs.ServiceError>((resolve) => stream.once('error', resolve))
  await new Promise((resolve) => stream.once('data', resolve))
  const began = performance.now()
  await closing.close()
  assert.ok(performance.now() - began < 2_000)
  assert.equal((await ended).code, grpcJs.status.UNAVAILABLE)
})

const ONCE = (each: Buffer) => each
const raw = new grpcJs.Client(road.address, grpcJs.credentials.createInsecure())
clients.push(raw)

/** What health checks ask: the one field of the request is a name, the one of the answer a number. */
const health = (service: string) =>
  new Promise<number | grpcJs.ServiceError>((resolve) => {
    const asked = Buffer.from([10, service.length, ...Buffer.from(service)])
    raw.makeUnaryRequest('/grpc.health.v1.Health/Check', ONCE, ONCE, asked, (error, answer) =>
      resolve(error ?? answer!.at(1)!),
    )
  })

test('health is told of the whole, of each service and of each role; not while the store leaves', async () => {
  const [SERVING, NOT_SERVING] = [1, 2]
  for (const name of ['', 'quayside.shop.v1.CartService', 'quayside.admin.v1.OrdersService', 'serve'])
    assert.equal(await health(name), SERVING, name)
  for (const name of ['nobody', 'quayside.shop.v1.Nothing']) {
    const unknown = (await health(name)) as grpcJs.ServiceError
    assert.equal(unknown.code, grpcJs.status.NOT_FOUND, name)
  }
  road.port.readiness.draining = true
  assert.equal(await health(''), NOT_SERVING)
  road.port.readiness.draining = false
})

const PYTHON = '/usr/bin/python3'
const hasPython = spawnSync(PYTHON, ['-c', 'import grpc']).status === 0

for (const version of ['v1', 'v1alpha']) {
  test(
    `a stranger in Python finds the services by reflection ${version}, and calls one`,
    { skip: !hasPython && 'python3-grpcio is not installed' },
    async () => {
      const script = join(import.meta.dirname, 'stranger.py')
      const said = ['quayside.shop.v1.BrowseService', 'Products', '{"limit":2}', version]
      const { stdout } = await promisify(execFile)(PYTHON, [script, road.address, ...said])
      const found = JSON.parse(stdout) as { services: string[]; answer: Answer; health: number[] }
      assert.ok(found.services.includes('quayside.admin.v1.CatalogService'))
      assert.ok(found.services.includes('grpc.health.v1.Health'))
      assert.equal(found.answer['items'][0].name, 'Harbour Tea')
      assert.equal(found.answer['items'][0].priceFrom?.amount ?? '1290', '1290')
      assert.deepEqual(found.health, [8, 1])
    },
  )
}

test('gRPC-Web and Connect are answered over HTTP/1.1 beside REST, and the .proto files lie there', async () => {
  const http = await createHttp(shop.app)
  await http.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
  try {
    const path = `${url}/quayside.shop.v1.BrowseService/Products`
    const connect = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ limit: 1 }),
    })
    assert.equal(connect.status, 200)
    assert.equal(((await connect.json()) as Answer)['items'][0].name, 'Harbour Tea')

    const web = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/grpc-web+proto' },
      body: Buffer.from([0, 0, 0, 0, 0]),
    })
    const bytes = Buffer.from(await web.arrayBuffer())
    assert.match(bytes.toString('latin1'), /Harbour Tea[^]*grpc-status: 0/)

    const refusedThere = await fetch(`${url}/quayside.shop.v1.CartService/Get`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'de' },
      body: '{"cartId":"7"}',
    })
    assert.equal(refusedThere.status, 400)
    assert.equal(((await refusedThere.json()) as Answer)['message'], 'Einige Angaben sind nicht gültig.')
    const garbage = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/grpc-web+proto' },
      body: Buffer.from([0, 0, 0, 0, 2, 255, 255]),
    })
    assert.match(await garbage.text(), /grpc-status: 3\r/)
    const nothing = await fetch(`${url}/quayside.shop.v1.CartService/Nothing`, { method: 'POST' })
    assert.equal(nothing.status, 404)
    for (const file of ['quayside.proto', 'quayside.admin.proto'])
      assert.equal(await (await fetch(`${url}/${file}`)).text(), readFileSync(join(folder, file), 'utf8'))
  } finally {
    await http.close()
  }
})
