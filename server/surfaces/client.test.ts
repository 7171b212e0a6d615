/** The typed client against this server over HTTP, and against one that misbehaves. */
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Database } from '#kit/db.ts'
import { requestOf, type Route } from '../../packages/client/src/call.ts'
import { messages } from '../../packages/client/src/events.ts'
import { createClient, problemOf } from '../../packages/client/src/index.ts'
import { clientOf } from '../../packages/client/src/nest.ts'
import { createHttp } from './http.ts'
import { operationsOf } from './vocabulary.ts'
import { teaApp, teaId } from './tea-app.ts'

/** A database that has never seen a key before. */
const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () =>
      Object.assign(new DummyDriver(), {
        acquireConnection: async () => ({
          executeQuery: async () => ({ rows: [{ locked: true, body_hash: null }] }),
          streamQuery: async function* () {},
        }),
      }),
  },
})
const shop = teaApp({ pool: { db } })
const http = await createHttp(shop.app)
const origin = await http.listen({ host: '127.0.0.1', port: 0 })
after(() => http.close())

type Ask = (input?: object, options?: object) => Promise<Record<string, unknown>>
type Watch = (input?: object, options?: object) => AsyncIterable<{ name: string }>
interface TeaProblem {
  code: string
  details: object
  traceId: string
}
interface TeaClient {
  tea: Record<'get' | 'list' | 'pack' | 'update' | 'remove' | 'logIn', Ask> & { watch: Watch }
}

const routes = Object.fromEntries(
  operationsOf(shop.app).map(({ id, rest, kind }) => [
    id,
    [rest.method, rest.path, kind[0]] as unknown as Route,
  ]),
)
const clientAt = (options: { origin: string; token?: string; attempts?: number }) =>
  clientOf(routes, options) as TeaClient
const store = clientAt({ origin })
const alice = clientAt({ origin: `${origin}/`, token: 'alice-token' })

test('a call answers what the operation answers', async () => {
  assert.equal((await store.tea.get({ teaId: teaId(1) }))['name'], 'Sencha')
  assert.equal(
    (await store.tea.pack({ teaId: teaId(1), quantity: 2, note: null, packing: { kind: 'bags', bags: 3 } }))[
      'version'
    ],
    7,
  )
  assert.deepEqual(shop.seen.input, {
    teaId: teaId(1),
    quantity: 2,
    note: null,
    packing: { kind: 'bags', bags: 3 },
  })
})

test('filters, orders, lists and flags arrive as they were given', async () => {
  const input = {
    limit: 5,
    filter: { price: { gte: 100, lte: 900 }, kind: { in: ['green', 'black'] } },
    sort: { by: 'price', desc: true },
    ids: [teaId(1), teaId(2)],
    organic: false,
    search: 'a & b=c',
  }
  await store.tea.list(input)
  assert.deepEqual(shop.seen.input, input)
})

test('a token speaks for its person', async () => {
  await alice.tea.update({ teaId: teaId(1), expectedVersion: 7, note: null })
  assert.equal((shop.seen.actor as { kind: string }).kind, 'person')
  await assert.rejects(store.tea.update({ teaId: teaId(1), name: 'x' }), {
    code: 'unauthenticated',
    status: 401,
  })
})

test('a refusal is the problem document, with its details', async () => {
  await assert.rejects(store.tea.pack({ teaId: teaId(1), quantity: 51 }), (error) => {
    const problem = problemOf(error) as TeaProblem
    assert.equal(problem.code, 'tea.gone')
    assert.deepEqual(problem.details, { left: 50 })
    assert.match(problem.traceId, /^[0-9a-f]{32}$/)
    return true
  })
  await assert.rejects(store.tea.pack({ teaId: teaId(1), quantity: 0 }), {
    errors: [{ path: 'quantity', code: 'too_small', message: 'This must be at least 1.' }],
  })
})

test('a stream tells the present state and every change', async () => {
  const stop = new AbortController()
  const seen: string[] = []
  for await (const tea of store.tea.watch({ teaId: teaId(1) }, { signal: stop.signal })) {
    seen.push(tea.name)
    if (seen.length === 3) break
    shop.tea.name = `Sencha ${seen.length}`
    shop.changed()
  }
  shop.tea.name = 'Sencha'
  assert.deepEqual(seen, ['Sencha', 'Sencha 1', 'Sencha 2'])
})

/** Answers one step of the script per request; null breaks the connection. */
async function scripted(
  ...script: (((request: IncomingMessage, response: ServerResponse) => void) | null)[]
) {
  const keys: (string | undefined)[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined)
    const step = script[Math.min(keys.length, script.length) - 1]
    if (step) step(request, response)
    else request.socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => void (server.closeAllConnections(), server.close()))
  return { keys, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const refuse = (status: number, code: string) => (_: IncomingMessage, response: ServerResponse) => {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ code, status, detail: code, details: {}, errors: [] }))
}
const answer = (value: unknown) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

test('a write is repeated with one key when its answer is lost, the store is away, or the first is still running', async () => {
  const flaky = await scripted(
    null,
    refuse(503, 'unavailable'),
    refuse(409, 'idempotency_in_progress'),
    answer({ version: 8 }),
  )
  assert.deepEqual(await clientAt({ origin: flaky.origin }).tea.pack({ teaId: teaId(1), quantity: 1 }), {
    version: 8,
  })
  assert.equal(flaky.keys.length, 4)
  assert.match(flaky.keys[0]!, /^[0-9a-f-]{36}$/)
  assert.equal(new Set(flaky.keys).size, 1)
})

test('two writes have two keys, and the caller’s own is kept', async () => {
  const calm = await scripted(answer({}))
  const client = clientAt({ origin: calm.origin })
  await client.tea.pack({ teaId: teaId(1), quantity: 1 })
  await client.tea.pack({ teaId: teaId(1), quantity: 1 })
  await client.tea.pack({ teaId: teaId(1), quantity: 1 }, { idempotencyKey: 'mine' })
  await client.tea.get({ teaId: teaId(1) })
  assert.notEqual(calm.keys[0], calm.keys[1])
  assert.deepEqual(calm.keys.slice(2), ['mine', undefined])
})

test('a declared refusal is not repeated', async () => {
  const firm = await scripted(refuse(409, 'tea.gone'))
  await assert.rejects(clientAt({ origin: firm.origin }).tea.pack({ teaId: teaId(1), quantity: 1 }), {
    code: 'tea.gone',
  })
  assert.equal(firm.keys.length, 1)
})

test('when nobody answers, it says so after its attempts', async () => {
  const gone = await scripted(null)
  await assert.rejects(clientAt({ origin: gone.origin, attempts: 2 }).tea.get({ teaId: teaId(1) }), {
    code: 'unreachable',
    status: 0,
    details: { attempts: 2 },
  })
  assert.equal(gone.keys.length, 2)
})

test('a proxy’s own page is an unexpected answer', async () => {
  const proxy = await scripted((_, response) =>
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>lost</h1>'),
  )
  await assert.rejects(clientAt({ origin: proxy.origin }).tea.get({ teaId: teaId(1) }), {
    code: 'unexpected_answer',
    status: 404,
  })
})

test('a caller who leaves is not kept waiting', async () => {
  const away = await scripted(refuse(503, 'unavailable'))
  const leaving = AbortSignal.timeout(50)
  await assert.rejects(clientAt({ origin: away.origin }).tea.get({ teaId: teaId(1) }, { signal: leaving }), {
    name: 'TimeoutError',
  })
})

test('a broken stream is opened again, and a refusal ends it', async () => {
  const event = (text: string) => (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text)
  const broken = await scripted(
    event(': hello\nretry: 1\n\ndata: {"name":\ndata: "one"}\n\ndata: {"na'),
    event('event: other\ndata: 1\n\ndata: {"name":"two"}\r\n\r\n'),
    event('event: problem\ndata: {"code":"not_found","status":404,"detail":"gone"}\n\n'),
  )
  const seen: string[] = []
  const read = async () => {
    for await (const { name } of clientAt({ origin: broken.origin }).tea.watch({ teaId: teaId(1) }))
      seen.push(name)
  }
  await assert.rejects(read, { code: 'not_found' })
  assert.deepEqual(seen, ['one', 'two'])
})

test('an event may be cut anywhere', async () => {
  const bytes = new TextEncoder().encode('event: a\r\ndata: é\r\n\r\ndata: 2\n\n')
  for (let cut = 1; cut < bytes.length; cut++) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, cut))
        controller.enqueue(bytes.slice(cut))
        controller.close()
      },
    })
    const read = await Array.fromAsync(messages(body))
    assert.deepEqual(
      read,
      [
        { name: 'a', data: 'é' },
        { name: 'message', data: '2' },
      ],
      `cut at ${cut}`,
    )
  }
})

test('parts of a path are escaped, and a missing one is said', () => {
  assert.equal(
    requestOf('GET', '/v1/teas/:slug', { slug: 'a/b?c' }, 'https://shop.example').url,
    'https://shop.example/v1/teas/a%2Fb%3Fc',
  )
  assert.throws(() => requestOf('GET', '/v1/teas/:slug', {}, ''), /slug is missing/)
})

test('the store’s own client has its operations', () => {
  assert.equal(typeof createClient({ origin: '' }).settings.storefront, 'function')
})
