import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { request as ask } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { Forbidden } from '#kit/failure.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes, type RawRoute } from '#kit/raw-route.ts'
import { readyChecks } from './health.ts'
import { createHttp } from './http.ts'
import { emptyPool, teaApp } from './tea-app.ts'

test('/livez and /readyz say that all is well', async () => {
  const http = await createHttp(teaApp().app)
  assert.deepEqual((await http.inject('/livez')).json(), { live: true })
  const ready = await http.inject('/readyz')
  assert.equal(ready.statusCode, 200)
  assert.deepEqual(ready.json(), { ready: true, checks: { serving: true, database: true } })
  await http.close()
})

test('/readyz is 503 when the database does not answer, a check fails or the process is on its way out', async () => {
  const down = await createHttp(teaApp({ pool: { query: () => Promise.reject(new Error('gone')) } }).app)
  const answer = await down.inject('/readyz')
  assert.equal(answer.statusCode, 503)
  assert.equal(answer.headers['retry-after'], '1')
  assert.deepEqual(answer.json(), { ready: false, checks: { serving: true, database: false } })
  assert.equal((await down.inject('/livez')).statusCode, 200)

  const pending = { name: 'migrations', ready: () => false }
  const behind = await createHttp(teaApp({ fills: [fill(readyChecks, 'test', pending)] }).app)
  assert.equal((await behind.inject('/readyz')).json().checks.migrations, false)

  behind.readiness.draining = true
  const leaving = await behind.inject('/readyz')
  assert.equal(leaving.statusCode, 503)
  assert.equal(leaving.json().checks.serving, false)
  assert.equal(leaving.headers['connection'], 'close')
  await Promise.all([down.close(), behind.close()])
})

test('a database that never answers does not hold /readyz', async () => {
  const http = await createHttp(teaApp({ pool: { query: () => new Promise(() => {}) } }).app)
  assert.equal((await http.inject('/readyz')).json().checks.database, false)
  await http.close()
})

test('/metrics answers machines nearby and nobody else', async () => {
  const http = await createHttp(teaApp().app)
  await http.inject('/v1/teas')
  const near = await http.inject('/metrics')
  assert.match(String(near.headers['content-type']), /^text\/plain; version=0\.0\.4/)
  assert.match(near.body, /quayside_operations_total\{operation="tea\.list",outcome="ok"\} 1/)
  assert.equal((await http.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode, 404)
  assert.equal((await http.inject({ url: '/metrics', remoteAddress: '2001:db8::1' })).statusCode, 404)
  assert.equal((await http.inject({ url: '/metrics', remoteAddress: '::ffff:10.1.2.3' })).statusCode, 200)
  assert.equal(
    (await http.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode,
    404,
  )
  assert.equal(
    (await http.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode,
    404,
  )
  await http.close()
  const trusting = await createHttp(teaApp({ config: { trustedProxies: ['127.0.0.1'] } }).app)
  assert.equal(
    (await trusting.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.1.2.3' } })).statusCode,
    200,
  )
  assert.equal(
    (await trusting.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode,
    404,
  )
  await trusting.close()
})

test('/openapi.json leads to what changed in it', async () => {
  const http = await createHttp(teaApp().app)
  const document = (await http.inject('/openapi.json')).json()
  assert.ok(document.paths['/v1/teas/{teaId}'].get)
  const changes = document.info.description.match(/\((\/docs\/changes\.md)\)/)[1]
  assert.match((await http.inject(changes)).body, /^# What changed in the API[\s\S]*## \d{4}-\d\d-\d\d/)
  await http.close()
})

test('the type of a problem leads to what it means', async () => {
  const http = await createHttp(teaApp().app)
  const { type } = (await http.inject('/v1/nothing')).json()
  assert.equal((await http.inject(type)).json().status, 404)
  const gone = (await http.inject('/problems/tea.gone')).json()
  assert.equal(gone.status, 409)
  assert.deepEqual(Object.keys(gone.details.properties), ['left'])
  assert.equal((await http.inject('/problems/cross_site')).json().status, 403)
  assert.equal((await http.inject('/problems/made_up')).statusCode, 404)
  await http.close()
})

const routes: RawRoute[] = [
  {
    method: 'POST',
    path: '/webhooks/:provider',
    maxBytes: 1000,
    handle: async ({ params, headers, body, query }, { address, traceId, call }) => {
      const sum = createHmac('sha256', 'secret').update(body).digest('hex')
      if (headers['x-signature'] !== sum) throw Forbidden({})
      return {
        status: 202,
        body: JSON.stringify({
          ...params,
          ...query,
          address,
          traced: traceId === call.traceId,
          known: 'credentials' in call,
        }),
        headers: { 'content-type': 'application/json' },
      }
    },
  },
  {
    method: 'PUT',
    path: '/uploads/:ticket',
    maxBytes: 100_000,
    body: 'stream',
    handle: async ({ stream }) => ({ status: 201, body: String((await buffer(stream!)).length) }),
  },
  {
    method: 'GET',
    path: '/files/*',
    maxBytes: 0,
    handle: async ({ params }) => ({
      status: 200,
      headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=60' },
      body: Readable.from([params['*']!]),
    }),
  },
]
const raw = await createHttp(teaApp({ fills: [fill(rawRoutes, 'test', routes)] }).app)
await raw.listen({ port: 0, host: '127.0.0.1' })
after(() => raw.close())

test('a webhook sees the bytes as they came, whatever they call themselves', async () => {
  const bytes = Buffer.from('{ "a": 1,\r\n "a": 2, "b": "\u00e9" }\xff', 'latin1')
  const signature = createHmac('sha256', 'secret').update(bytes).digest('hex')
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', undefined]) {
    const answer = await raw.inject({
      method: 'POST',
      url: '/webhooks/sandbox?x=1',
      payload: bytes,
      headers: {
        'x-signature': signature,
        cookie: 'qs_session=alice-token',
        origin: 'https://pay.example',
        ...(type ? { 'content-type': type } : {}),
      },
    })
    assert.equal(answer.statusCode, 202, answer.body)
    assert.deepEqual(answer.json(), {
      provider: 'sandbox',
      x: '1',
      address: '127.0.0.1',
      traced: true,
      known: false,
    })
  }
  const forged = await raw.inject({
    method: 'POST',
    url: '/webhooks/sandbox',
    payload: bytes,
    headers: { 'x-signature': 'no' },
  })
  assert.equal(forged.statusCode, 403)
  assert.equal(forged.headers['content-type'], 'application/problem+json')
})

test('a webhook that is too large is refused with its own limit', async () => {
  const answer = await raw.inject({
    method: 'POST',
    url: '/webhooks/sandbox',
    payload: 'x'.repeat(1001),
    headers: { 'content-type': 'application/json' },
  })
  assert.equal(answer.statusCode, 413)
  assert.deepEqual(answer.json().details, { limitBytes: 1000 })
})

test('an upload flows, and is broken off where it is too large, whatever length it announced', async () => {
  const { port } = raw.server.address() as { port: number }
  const put = (chunks: Buffer[], headers: Record<string, string>) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const request = ask(
        { port, host: '127.0.0.1', method: 'PUT', path: '/uploads/ticket', headers },
        (response) => {
          void buffer(response).then(
            (text) => resolve({ status: response.statusCode!, text: text.toString() }),
            reject,
          )
        },
      )
      request.on('error', reject)
      for (const chunk of chunks) request.write(chunk)
      request.end()
    })
  const part = Buffer.alloc(30_000)
  assert.deepEqual(await put([part, part, part], { 'content-type': 'image/png' }), {
    status: 201,
    text: '90000',
  })
  assert.equal((await put([part, part, part, part], { 'content-type': 'image/png' })).status, 413)
  assert.equal((await put([part, part, part, part], { 'content-length': '120000' })).status, 413)
})

test('a file keeps its type and cache, and may be no page', async () => {
  const { headers, body } = await raw.inject('/files/a/b.png')
  assert.equal(body, 'a/b.png')
  assert.equal(headers['content-type'], 'image/png')
  assert.equal(headers['cache-control'], 'public, max-age=60')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.match(String(headers['content-security-policy']), /default-src 'none'/)
})

test('the server closes while a connection is kept alive', async () => {
  const http = await createHttp(teaApp({ pool: emptyPool() }).app)
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as { port: number }
  await (await fetch(`http://127.0.0.1:${port}/livez`)).text()
  const began = performance.now()
  await http.close()
  assert.ok(performance.now() - began < 1000)
})
