import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { createHttp } from './http.ts'
import { teaApp, teaId, type TeaApp } from './tea-app.ts'

const shop = teaApp()
const http = await createHttp(shop.app)
after(() => http.close())

// oxlint-disable-next-line typescript/no-explicit-any
type Answer = Record<string, any>

async function ask(options: InjectOptions, server: FastifyInstance = http) {
  const answer = await server.inject(options)
  const json = answer.body ? (JSON.parse(answer.body) as Record<string, never>) : null
  return {
    status: answer.statusCode,
    headers: answer.headers,
    json: json as Answer | null,
    body: answer.body,
  }
}
const get = (url: string, headers: Record<string, string> = {}) => ask({ method: 'GET', url, headers })
const send = (
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  url: string,
  payload?: unknown,
  headers: Record<string, string> = {},
) =>
  ask({
    method,
    url,
    ...(payload === undefined
      ? {}
      : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
    headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  })
const tea = `/v1/teas/${teaId(1)}`

test('a read answers JSON with its version in the ETag, and 304 to who has it', async () => {
  const first = await get(tea)
  assert.equal(first.status, 200)
  assert.equal(first.headers['content-type'], 'application/json; charset=utf-8')
  assert.equal(first.json!['name'], 'Sencha')
  assert.match(first.headers['etag'] as string, /^"7-/)
  const again = await get(tea, { 'if-none-match': first.headers['etag'] as string })
  assert.equal(again.status, 304)
  assert.equal(again.body, '')
  assert.equal(again.headers['etag'], first.headers['etag'])
})

test('the same version with another price is not 304', async () => {
  const first = await get(tea)
  const price = shop.tea.price
  shop.tea.price = { amount: 500, currency: 'EUR' }
  const again = await get(tea, { 'if-none-match': first.headers['etag'] as string })
  shop.tea.price = price
  assert.equal(again.status, 200)
})

test('an answer without version has a weak ETag of its bytes', async () => {
  const first = await get('/v1/teas')
  assert.match(first.headers['etag'] as string, /^W\/"/)
  assert.equal(
    (await get('/v1/teas', { 'if-none-match': `"x", ${first.headers['etag'] as string}` })).status,
    304,
  )
})

test('HEAD is GET without the body', async () => {
  const head = await ask({ method: 'HEAD', url: tea })
  assert.equal(head.status, 200)
  assert.equal(head.body, '')
  assert.ok(Number(head.headers['content-length']) > 100)
})

test('query text becomes what the schema says', async () => {
  const filter = 'price[gte]=100&price[lte]=900&kind[in]=green,black'
  await get(
    `/v1/teas?limit=20&withTotal=true&organic=false&sort=-price&ids=${teaId(1)}&ids=${teaId(2)}&${filter}&search=a%20b`,
  )
  assert.deepEqual(shop.seen.input, {
    limit: 20,
    withTotal: true,
    organic: false,
    sort: { by: 'price', desc: true },
    ids: [teaId(1), teaId(2)],
    filter: { price: { gte: 100, lte: 900 }, kind: { in: ['green', 'black'] } },
    search: 'a b',
  })
  await get(`/v1/teas?kind=green&sort=name&ids=${teaId(1)},${teaId(2)}&filter[price][gte]=-5`)
  assert.deepEqual(shop.seen.input, {
    filter: { kind: { eq: 'green' }, price: { gte: -5 } },
    sort: { by: 'name' },
    ids: [teaId(1), teaId(2)],
  })
})

test('query text that does not fit is refused by name', async () => {
  for (const [text, path] of [
    ['limit=ten', 'limit'],
    ['limit=', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['limit=1e1', 'limit'],
    ['organic=yes', 'organic'],
    ['sort=colour', 'sort.by'],
    ['price[gte]=much', 'filter.price.gte'],
    ['ids=none', 'ids.0'],
    ['search=%00', 'search'],
  ] as const) {
    const { status, json } = await get(`/v1/teas?${text}`)
    assert.equal(status, 422, text)
    assert.equal(json!['errors'][0].path, path, text)
  }
})

test('a query field that does not exist is refused and named', async () => {
  for (const name of [
    'lmit',
    'price[over]',
    'colour[eq]',
    'price[gte][x]',
    '__proto__',
    'filter[__proto__][x]',
    'constructor',
    'limit[gte]',
    'items',
    '',
  ]) {
    const { status, json } = await get(`/v1/teas?${encodeURIComponent(name)}=1`)
    assert.equal(status, 400, name)
    assert.equal(json!['code'], 'unknown_field', name)
    assert.equal(json!['errors'][0].path, name)
  }
  const write = await send('POST', `${tea}/packings?quantity=3`, { quantity: 1 })
  assert.equal(write.json!['errors'][0].path, 'quantity')
})

test('a body is never coerced', async () => {
  const { status, json } = await send('POST', `${tea}/packings`, { quantity: '5' })
  assert.equal(status, 422)
  assert.deepEqual(json!['errors'], [
    { path: 'quantity', code: 'type', message: 'This must be a whole number.' },
  ])
})

test('a write answers its status and the version', async () => {
  const { status, headers } = await send('POST', `${tea}/packings`, { quantity: 2 })
  assert.equal(status, 201)
  assert.equal(headers['etag'], '"7"')
  assert.deepEqual(shop.seen.input, { teaId: teaId(1), quantity: 2 })
})

test('a body field that the path already says is refused', async () => {
  const { status, json } = await send('POST', `${tea}/packings`, { teaId: teaId(2), quantity: 2 })
  assert.equal(status, 400)
  assert.equal(json!['errors'][0].path, 'teaId')
})

test('a DELETE says its input in the query and takes no body', async () => {
  assert.equal((await send('DELETE', `${tea}?reason=old`)).status, 200)
  assert.deepEqual(shop.seen.input, { teaId: teaId(1), reason: 'old' })
  assert.equal((await send('DELETE', tea, { reason: 'old' })).status, 400)
})

test('If-Match fills expectedVersion, as given by an ETag', async () => {
  const alice = { authorization: 'Bearer alice-token' }
  const merge = { ...alice, 'content-type': 'application/merge-patch+json' }
  const first = await get(tea)
  const done = await send(
    'PATCH',
    tea,
    { name: 'New' },
    { ...merge, 'if-match': first.headers['etag'] as string },
  )
  assert.equal(done.status, 200)
  assert.equal(done.headers['etag'], '"8"')
  assert.deepEqual(shop.seen.input, { teaId: teaId(1), name: 'New', expectedVersion: 7 })
  const stale = await send('PATCH', tea, { name: 'New' }, { ...alice, 'if-match': '"6"' })
  assert.equal(stale.status, 412)
  assert.deepEqual(stale.json!['details'], { currentVersion: 7 })
  assert.equal((await send('PATCH', tea, {}, { ...alice, 'if-match': 'seven' })).json!['code'], 'unreadable')
  assert.equal(
    (await send('PATCH', tea, { expectedVersion: 8 }, { ...alice, 'if-match': '"7"' })).status,
    400,
  )
  const versionless = await send('POST', `${tea}/packings`, { quantity: 1 }, { 'if-match': '"7"' })
  assert.equal(versionless.status, 400)
  assert.equal(versionless.json!['errors'][0].path, 'If-Match')
})

test('the fast road sends the text as it is, and the other road when something is chosen', async () => {
  assert.equal((await get('/v1/fast/7')).json!['name'], 'json')
  assert.equal((await get('/v1/fast/7?fields=name')).json!['name'], 'run')
  assert.equal((await get('/v1/fast/7?expand=crate')).json!['name'], 'run')
  assert.equal((await get('/v1/fast/7')).headers['cache-control'], 'public, max-age=60')
  assert.equal((await get('/v1/fast/seven')).status, 422)
})

test('what depends on the caller is kept nowhere', async () => {
  assert.equal((await get('/v1/teas')).headers['cache-control'], 'no-store')
  assert.equal((await get(tea)).headers['cache-control'], 'no-cache')
})

test('hints and trace reach the operation, and the trace comes back', async () => {
  const trace = '0af7651916cd43dd8448eb211c80319c'
  const { headers } = await get('/v1/teas', {
    host: 'tea.example',
    traceparent: `00-${trace}-b7ad6b7169203331-01`,
    'accept-language': 'en;q=0.5,de-AT, *;q=0.1',
    'quayside-store': 'two',
    'quayside-channel': 'pos',
    'quayside-market': 'abroad',
    'quayside-currency': 'USD',
    'quayside-bypass': 'let-in',
  })
  assert.equal(headers['x-trace-id'], trace)
  assert.equal(shop.seen.traceId, trace)
  assert.deepEqual(shop.seen.scope, {
    host: 'tea.example',
    storeId: 'two',
    channel: 'pos',
    market: 'abroad',
    locale: 'de-AT,en',
    currency: 'USD',
    bypass: 'let-in',
  })
  const fresh = await get('/v1/teas', {
    traceparent: '00-00000000000000000000000000000000-b7ad6b7169203331-01',
  })
  assert.match(fresh.headers['x-trace-id'] as string, /^[0-9a-f]{32}$/)
  assert.notEqual(fresh.headers['x-trace-id'], '0'.repeat(32))
})

test('who is asked by cookie or bearer; a stale cookie is nobody, a stale bearer is refused', async () => {
  await get('/v1/teas', { cookie: 'a=b; qs_session=alice-token; c=d' })
  assert.equal((shop.seen.actor as { kind: string }).kind, 'person')
  await get('/v1/teas', { cookie: 'not_qs_session=alice-token; qs_session=' })
  assert.equal((shop.seen.actor as { kind: string }).kind, 'anonymous')
  assert.equal((await get('/v1/teas', { cookie: 'qs_session=old' })).status, 200)
  const stale = await get('/v1/teas', { authorization: 'Bearer old' })
  assert.equal(stale.status, 401)
  assert.equal(stale.headers['www-authenticate'], 'Bearer')
  assert.equal((await get('/v1/teas', { authorization: 'Bearer' })).status, 401)
})

test('operations of the store itself have no route', async () => {
  assert.equal((await get('/v1/admin/inside')).status, 404)
})

test('an Idempotency-Key has 1 to 255 visible characters', async () => {
  for (const key of ['with space', 'x'.repeat(256), 'ümlaut', 'a, b']) {
    const { status, json } = await send(
      'POST',
      `${tea}/packings`,
      { quantity: 1 },
      { 'idempotency-key': key },
    )
    assert.equal(status, 400, key)
    assert.equal(json!['errors'][0].path, 'Idempotency-Key')
  }
})

test('forwarded headers are believed only from trusted proxies', async () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example' }
  await get('/v1/teas', forwarded)
  assert.equal(shop.seen.address, '127.0.0.1')
  assert.equal(shop.seen.scope.host, 'localhost:80')
  const behind = teaApp({ config: { trustedProxies: ['127.0.0.1'] } })
  const server = await createHttp(behind.app)
  await ask({ method: 'GET', url: '/v1/teas', headers: forwarded }, server)
  assert.equal(behind.seen.address, '203.0.113.9')
  assert.equal(behind.seen.scope.host, 'evil.example')
  await server.close()
})

test('a limited route tells how much is left, and 429 when to come again', async () => {
  const few: TeaApp = teaApp({
    config: { limitScale: 1 },
    limits: { scale: 1, classes: { 'shop.read': { burst: 2, perSecond: 0.1 } } },
  })
  const server = await createHttp(few.app)
  const first = await ask({ method: 'GET', url: tea }, server)
  assert.equal(first.headers['ratelimit-policy'], '"shop.read";q=2')
  assert.equal(first.headers['ratelimit'], '"shop.read";r=1;t=10')
  await ask({ method: 'GET', url: tea }, server)
  const refused = await ask({ method: 'GET', url: tea }, server)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers['retry-after'], '10')
  assert.equal(refused.headers['ratelimit'], '"shop.read";r=0;t=20')
  await server.close()
})

test('when too many wait for the database, the excess is sent away at once', async () => {
  const busy = teaApp({ pool: { pg: { waitingCount: 151, options: { max: 10 } } as never } })
  const server = await createHttp(busy.app)
  const { status, headers } = await ask({ method: 'GET', url: tea }, server)
  assert.equal(status, 503)
  assert.equal(headers['retry-after'], '1')
  await server.close()
})

test('each request leaves one line, without its address or any value', async () => {
  shop.lines.length = 0
  await get('/v1/teas?search=secret-word')
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(shop.lines.length, 1)
  const { ms, trace, ...line } = shop.lines[0]!
  assert.deepEqual(line, {
    level: 'info',
    message: 'request',
    method: 'GET',
    route: '/v1/teas',
    status: 200,
    statements: 0,
    actor: 'anonymous',
    store: 'store',
  })
  assert.ok(typeof ms === 'number' && typeof trace === 'string')
  assert.ok(!JSON.stringify(shop.lines).includes('secret-word'))
})
