import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { Compile } from 'typebox/compile'
import { Unavailable } from '#kit/failure.ts'
import { Problem } from '#kit/problem.ts'
import { createHttp } from './http.ts'
import { TeaGone, teaApp, teaId } from './tea-app.ts'

const shop = teaApp()
const http = await createHttp(shop.app)
// As the pages do: a road that takes everything else.
http.get('/*', (_request, reply) => reply.type('text/html').send('<h1>page</h1>'))
after(() => http.close())
const isProblem = Compile(Problem)
const tea = `/v1/teas/${teaId(1)}`
const JSON_TYPE = { 'content-type': 'application/json' }

async function refused(options: InjectOptions, server: FastifyInstance = http) {
  const answer = await server.inject(options)
  return { ...refusal(answer.statusCode, answer.headers, answer.body), headers: answer.headers }
}

/** Checks what every refusal must be, and answers its code. */
function refusal(status: number, headers: Record<string, unknown>, body: string) {
  assert.ok(status >= 400, `${status} is no refusal`)
  assert.equal(headers['content-type'], 'application/problem+json')
  const document = JSON.parse(body) as {
    status: number
    code: string
    traceId: string
    instance: string
    details: object
    errors: { path: string; code: string }[]
  }
  assert.ok(isProblem.Check(document), body)
  assert.equal(document.status, status)
  assert.equal(document.traceId, headers['x-trace-id'])
  assert.ok(!document.instance.includes('?'))
  if (status === 429 || status === 503) assert.match(String(headers['retry-after']), /^[1-9]\d*$/)
  return { status, document, code: document.code, body }
}

test('an unknown address under /v1 is 404, also where pages take the rest', async () => {
  for (const url of [
    '/v1',
    '/v1/',
    '/v1/nothing',
    '/v1/teas/',
    '/v1/admin/teas',
    `${tea}/nothing?token=secret`,
  ]) {
    assert.equal((await refused({ method: 'GET', url })).code, 'not_found', url)
  }
  assert.equal((await refused({ method: 'PUT', url: '/elsewhere' })).status, 404)
  assert.equal((await http.inject('/elsewhere')).statusCode, 200)
})

test('a wrong method is 405 and says which are right', async () => {
  const { status, headers } = await refused({ method: 'PUT', url: tea, payload: '{}', headers: JSON_TYPE })
  assert.equal(status, 405)
  assert.equal(headers['allow'], 'DELETE, GET, HEAD, OPTIONS, PATCH')
  const options = await http.inject({
    method: 'OPTIONS',
    url: tea,
    headers: { origin: 'https://evil.example' },
  })
  assert.equal(options.statusCode, 204)
  assert.equal(options.headers['allow'], 'DELETE, GET, HEAD, OPTIONS, PATCH')
  assert.equal(options.headers['access-control-allow-origin'], undefined)
})

test('an address that cannot be decoded, or is too long, is refused', async () => {
  assert.equal((await refused({ method: 'GET', url: '/v1/teas/%E0%A4%A' })).status, 400)
  assert.equal((await refused({ method: 'GET', url: '/v1/teas?search=%E0%A4%A' })).status, 400)
  assert.equal((await refused({ method: 'GET', url: `/v1/teas?search=${'x'.repeat(9000)}` })).status, 414)
  assert.equal((await refused({ method: 'GET', url: `/v1/teas/${'x'.repeat(300)}` })).status, 404)
  assert.equal((await refused({ method: 'GET', url: '/%zz' })).status, 400)
})

test('bodies: only JSON, in UTF-8, uncompressed, small and shallow', async () => {
  const post = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
    refused({ method: 'POST', url: `${tea}/packings`, payload, headers })
  const good = '{"quantity":1}'
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/json',
    'nonsense',
    'multipart/form-data; boundary=x',
    'application/json-seq',
  ]) {
    assert.equal((await post(good, { 'content-type': type })).status, 415, type)
  }
  assert.equal((await post(good, {})).status, 415)
  for (const encoding of ['gzip', 'br', 'deflate', 'identity, gzip']) {
    assert.equal((await post(good, { ...JSON_TYPE, 'content-encoding': encoding })).status, 415, encoding)
  }
  const large = await post(`{"note":"${'x'.repeat(1024 * 1024)}"}`)
  assert.equal(large.status, 413)
  assert.deepEqual(large.document.details, { limitBytes: 1_048_576 })
  const codeOf = async (payload: string | Buffer) => (await post(payload)).document.errors[0]?.code
  assert.equal(await codeOf('{"quantity":1'), 'json')
  assert.equal(await codeOf('nonsense'), 'json')
  assert.equal(await codeOf('[]'), 'type')
  assert.equal(await codeOf('null'), 'type')
  assert.equal(await codeOf('7'), 'type')
  assert.equal(await codeOf(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 'encoding')
  assert.equal(await codeOf(`{"custom":${'['.repeat(40)}${']'.repeat(40)}}`), 'too_deep')
  assert.equal(await codeOf('{"quantity":1,"quantity":2}'), 'duplicate_name')
  assert.equal(await codeOf('{"quantity":1,"custom":{"a":1,"\\u0061":2}}'), 'duplicate_name')
  assert.equal(await codeOf('{"quantity":1,"__proto__":{"quantity":2}}'), 'unknown_field')
  assert.equal(await codeOf('{"quantity":1,"custom":{"a":[{"__proto__":{}}]}}'), 'unknown_field')
  assert.equal(await codeOf('{"quantity":1,"constructor":{"prototype":{}}}'), 'unknown_field')
  assert.equal(await codeOf('{"quantity":1,"\\u0000":1}'), 'unknown_field')
})

test('colons, brackets and quotes inside texts are no names and no levels', async () => {
  const note = '{[":\\"{'.repeat(12)
  const answer = await http.inject({
    method: 'POST',
    url: `${tea}/packings`,
    payload: { quantity: 1, note, custom: { 'a:b"': [{ c: '\\' }] } },
  })
  assert.equal(answer.statusCode, 201, answer.body)
})

test('a declared failure says what the caller needs', async () => {
  const { status, document } = await refused({
    method: 'POST',
    url: `${tea}/packings?`,
    payload: { quantity: 60 },
  })
  assert.equal(status, TeaGone.status)
  assert.deepEqual(
    { ...document, traceId: '' },
    {
      type: '/problems/tea.gone',
      title: 'Gone',
      status: 409,
      detail: 'Only 50 left.',
      instance: `${tea}/packings`,
      code: 'tea.gone',
      traceId: '',
      details: { left: 50 },
      errors: [],
    },
  )
})

test('a bug answers 500 and shows nothing of its inside; the log has it, without the row', async () => {
  const database = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    detail: 'Key (email)=(eve@shop.example)',
    constraint: 'person_email',
  })
  for (const thrown of [
    new Error('select secret from kit.vault'),
    database,
    'text',
    null,
    { statusCode: 200 },
    new TypeError('/srv/app/inside.ts'),
  ]) {
    shop.trouble.thrown = thrown
    shop.lines.length = 0
    const { status, body, document } = await refused({ method: 'GET', url: '/v1/break' })
    assert.equal(status, 500)
    assert.deepEqual(document.details, {})
    assert.doesNotMatch(body, /secret|kit\.vault|duplicate|23505|inside|stack|person_email/)
    const logged = shop.lines.find(({ level }) => level === 'error')
    assert.ok(logged)
    assert.ok(!JSON.stringify(logged).includes('eve@shop.example'))
  }
})

test('a database that cannot be reached is 503 with Retry-After', async () => {
  for (const thrown of [
    Unavailable({ retryAfterSeconds: 0 }),
    Object.assign(new Error('terminating connection'), { code: '57P01' }),
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  ]) {
    shop.trouble.thrown = thrown
    assert.equal((await refused({ method: 'GET', url: '/v1/break' })).status, 503)
  }
})

/** Sends bytes as they are, and reads until the server closes. */
async function raw(port: number, ...parts: string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(port, '127.0.0.1', () => parts.forEach((part) => socket.write(part, 'latin1')))
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('close', () => resolve(text))
  socket.on('error', reject)
  socket.setTimeout(3000, () => socket.destroy())
  return promise
}

function parsed(text: string) {
  const [head = '', body = ''] = text.split('\r\n\r\n', 2)
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  return { status: Number(first.split(' ')[1]), headers, body }
}

test('bytes that are no request are refused with a problem document', async (t) => {
  const server = await createHttp(teaApp().app)
  t.after(() => server.close())
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as { port: number }
  const post = `POST ${tea}/packings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n`
  const cases: [string, number][] = [
    ['nonsense\r\n\r\n', 400],
    ['GET /v1/teas HTTP/1.1\r\nHo st: x\r\n\r\n', 400],
    ['GET /v1/teas HTTP/1.1\r\n\r\n', 400], // no Host
    ['GET /v1/teas HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', 400],
    ['GET /v1/te\u0000as HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['BREW /v1/teas HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    [`GET /v1/teas HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [`${post}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{"a"}`, 400],
    [`${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [`${post}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`, 400],
    [`${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
    [`${post}Content-Length: -1\r\n\r\n`, 400],
    [`${post}Content-Length: 104857600\r\n\r\n{`, 413],
    ['PROPFIND /v1/teas HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    ['TRACE /v1/teas HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    ['GET /v1/teas HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nConnection: close\r\n\r\n', 417],
  ]
  for (const [bytes, status] of cases) {
    const answer = parsed(await raw(port, bytes))
    assert.equal(answer.status, status, bytes.slice(0, 60))
    refusal(answer.status, answer.headers, answer.body)
  }
})

test('a half-open connection is closed and hurts nobody', async () => {
  const server = await createHttp(teaApp().app)
  assert.ok(server.server.headersTimeout <= 15_000 && server.server.headersTimeout > 0)
  assert.ok(server.server.requestTimeout <= 60_000 && server.server.requestTimeout > 0)
  await server.close()
})

/** Anything a stranger could send: right shapes with wrong parts, wrong shapes, and no shape at all. */
const anyBody = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .record(
      {
        quantity: fc.oneof(fc.integer(), fc.double(), fc.constant(1), fc.jsonValue()),
        note: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null), fc.jsonValue()),
        packing: fc.oneof(
          fc.record(
            { kind: fc.constantFrom('loose', 'bags', 'tin'), grams: fc.integer(), bags: fc.integer() },
            { requiredKeys: [] },
          ),
          fc.jsonValue(),
        ),
        tags: fc.oneof(fc.array(fc.constantFrom('gift', 'fresh', 'other')), fc.jsonValue()),
        custom: fc.oneof(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.jsonValue()),
        at: fc.oneof(fc.date().map(String), fc.string()),
        teaId: fc.string(),
        price: fc.integer(),
        [String('__proto__')]: fc.object(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
)

test('no body whatever gives a 5xx, and each refusal is a problem document', async () => {
  await fc.assert(
    fc.asyncProperty(anyBody, fc.constantFrom('POST', 'PATCH'), async (payload, method) => {
      const url = method === 'POST' ? `${tea}/packings` : tea
      const answer = await http.inject({
        method: method as 'POST',
        url,
        payload,
        headers: { ...JSON_TYPE, authorization: 'Bearer alice-token' },
      })
      assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.body}`)
      if (answer.statusCode >= 400) refusal(answer.statusCode, answer.headers, answer.body)
    }),
    { numRuns: 1000 },
  )
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.webQueryParameters({ size: '-1' }),
  fc.webPath({ size: '-1' }),
)

test('no address and no header gives a 5xx either', async () => {
  const name = fc.constantFrom(
    'limit',
    'after',
    'page',
    'sort',
    'search',
    'ids',
    'organic',
    'slug',
    'price[gte]',
    'kind[in]',
    'kind',
    'filter',
    'fields',
    'expand',
    'filter[price]',
    'x',
  )
  const query = fc.array(
    fc.tuple(
      name,
      fc.oneof(
        anyText,
        fc.integer().map(String),
        fc.constantFrom('true', 'id,price.amount', 'crates.tea', '-price'),
      ),
    ),
    { maxLength: 5 },
  )
  const headers = fc.record(
    Object.fromEntries(
      [
        'if-match',
        'if-none-match',
        'idempotency-key',
        'accept-language',
        'traceparent',
        'cookie',
        'authorization',
        'quayside-currency',
        'quayside-market',
        'origin',
        'content-encoding',
      ].map((each) => [
        each,
        fc
          .oneof(
            fc.string({ maxLength: 60 }),
            fc.constantFrom('"7"', 'Bearer alice-token', 'qs_session=alice-token'),
          )
          .map((text) => text.replace(/[^\x20-\x7e]/g, '?')),
      ]),
    ),
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(
      query,
      headers,
      fc.constantFrom('GET', 'DELETE', 'HEAD', 'PUT', 'OPTIONS'),
      fc.boolean(),
      async (pairs, given, method, encoded) => {
        const text = pairs
          .map(([key, value]) =>
            encoded
              ? `${encodeURIComponent(key)}=${encodeURIComponent(value.toWellFormed())}`
              : `${key}=${value.replace(/[^\x21-\x7e]|#/g, '%')}`,
          )
          .join('&')
        const url = method === 'DELETE' ? `${tea}?${text}` : `/v1/teas?${text}`
        const answer = await http.inject({
          method: method as 'GET',
          url,
          headers: given as Record<string, string>,
        })
        assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.body}`)
        if (answer.statusCode >= 400 && method !== 'HEAD')
          refusal(answer.statusCode, answer.headers, answer.body)
      },
    ),
    { numRuns: 1000 },
  )
})
