/** GraphQL as a stranger's program meets it: what it asks, what it is told, and what is kept from it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import { Compile } from 'typebox/compile'
import { Problem } from '#kit/problem.ts'
import { createHttp } from '../http.ts'
import { teaApp, teaId } from '../tea-app.ts'

type App = Parameters<typeof teaApp>[0]
interface Answered {
  data?: Record<string, unknown> | null
  errors?: {
    message: string
    path?: string[]
    locations?: object[]
    extensions: { code: string; status: number; details: object; errors: { path: string; code: string }[] }
  }[]
}
const isProblem = Compile(Problem)

async function open(options: App = {}) {
  const shop = teaApp(options)
  const http = await createHttp(shop.app)
  after(() => http.close())
  const send = (
    body: unknown,
    headers: Record<string, string> = {},
    url: '/graphql' | '/graphql/admin' = '/graphql',
  ) =>
    http.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    })
  const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
    const answer = await send({ query, variables }, headers)
    return { ...answer.json<Answered>(), status: answer.statusCode, headers: answer.headers }
  }
  return { shop, http, send, ask }
}
const { shop, http, send, ask } = await open()

function codeOf({ errors }: Answered): string | undefined {
  for (const each of errors ?? []) assert.ok(isProblem.Check(each.extensions), JSON.stringify(each))
  return errors?.[0]?.extensions.code
}

test('a store that nobody asks by GraphQL has not loaded the engine', () => {
  const files = Object.keys(createRequire(import.meta.url).cache)
  assert.deepEqual(
    files.filter((file) => /node_modules\/graphql/.test(file)),
    [],
  )
})

test('a query answers what it asks for, and nothing else', async () => {
  const { status, data, errors, headers } = await ask(
    'query ($id: ID!) { one: teaGet(teaId: $id) { name price { amount currency } leaves { name } } __typename }',
    { id: teaId(1) },
  )
  assert.equal(errors, undefined)
  assert.equal(status, 200)
  assert.match(String(headers['content-type']), /^application\/json/)
  assert.deepEqual(data, {
    one: {
      name: 'Sencha',
      price: { amount: 450, currency: 'EUR' },
      leaves: [{ name: 'Leaf 1' }, { name: 'Leaf 2' }],
    },
    __typename: 'Query',
  })
  for (const round of [1, 2, 3]) {
    const again = await ask('{ a: teaFast(number: 3) { name } b: teaFast(number: 4) { id } }')
    assert.deepEqual(again.data, { a: { name: 'json' }, b: { id: teaId(4) } }, `round ${round}`)
  }
})

test('filters, orders and unions are said as the schema has them', async () => {
  await ask(
    '{ teaList(limit: 2, filter: { price: { gte: 100 } }, sort: { by: price, desc: true }) { items { id } } }',
  )
  assert.deepEqual(shop.seen.input, {
    limit: 2,
    filter: { price: { gte: 100 } },
    sort: { by: 'price', desc: true },
  })
  const pack =
    'mutation ($packing: PackingInput) { teaPack(teaId: "' +
    teaId(1) +
    '", quantity: 2, packing: $packing, tags: [gift]) { id } }'
  await ask(pack, { packing: { loose: { grams: 50 } } })
  assert.deepEqual(shop.seen.input, {
    teaId: teaId(1),
    quantity: 2,
    packing: { kind: 'loose', grams: 50 },
    tags: ['gift'],
  })
  await ask('query ($after: String, $ids: [ID!]) { teaList(after: $after, ids: $ids) { next } }', {
    after: null,
    ids: null,
  })
  assert.deepEqual(shop.seen.input, {}, 'what may be left out may be null')
  await ask(`mutation ($n: String) { teaPack(teaId: "${teaId(1)}", quantity: 1, note: $n) { id } }`, {
    n: null,
  })
  assert.deepEqual(shop.seen.input, { teaId: teaId(1), quantity: 1, note: null }, 'here null means nothing')
  const both = await ask(pack, { packing: { loose: { grams: 50 }, bags: { bags: 2 } } })
  assert.equal(codeOf(both), 'invalid_input')
  assert.equal(both.errors![0]!.extensions.errors[0]!.path, 'packing')
})

test('edges are loaded once a level for all parents, and only when asked for', async () => {
  shop.loads.length = 0
  await ask('{ teaList { items { id } } }')
  assert.deepEqual(shop.loads, [])
  const { data, errors } = await ask(
    '{ teaList { items { id c: crates { kind tea { name } } ...more } } } fragment more on Tea { crates { id } leaves { crate { id } } }',
  )
  assert.equal(errors, undefined)
  assert.deepEqual(shop.loads.toSorted(), ['crate x2', 'crates x2', 'tea x2'])
  const [first] = (data!['teaList'] as { items: { c: { kind: string; tea: { name: string } }[] }[] }).items
  assert.equal(first!.c[0]!.tea.name, 'Sencha')
  shop.loads.length = 0
  await ask('query ($no: Boolean!) { teaList { items { id crates @include(if: $no) { id } } } }', {
    no: false,
  })
  assert.deepEqual(shop.loads, [])
  const secret = await ask('{ teaList { items { secret { id } } } }')
  assert.equal(codeOf(secret), 'unauthenticated')
  const packed = await ask(`mutation { teaPack(teaId: "${teaId(1)}", quantity: 1) { crates { kind } } }`)
  assert.deepEqual(packed.data, { teaPack: { crates: [{ kind: 'tin' }, { kind: 'tin' }] } })
})

test('a refusal is the problem document that REST would send, beside data that is null', async () => {
  const gone = await ask(`mutation { teaPack(teaId: "${teaId(1)}", quantity: 60) { id } }`)
  assert.equal(gone.status, 200)
  assert.equal(gone.data, null)
  assert.equal(codeOf(gone), 'tea.gone')
  assert.deepEqual(gone.errors![0]!.extensions.details, { left: 50 })
  assert.deepEqual(gone.errors![0]!.path, ['teaPack'])
  const unfit = await ask('query ($n: Int!) { teaFast(number: $n) { id } }', { n: 100 })
  assert.deepEqual(
    unfit.errors![0]!.extensions.errors.map(({ path }) => path),
    ['number'],
  )
  const german = await ask('{ teaGet(teaId: "' + teaId(2) + '") { id } }', {}, { 'accept-language': 'de' })
  assert.equal(german.errors![0]!.message, 'Hier gibt es nichts, das Sie sehen dürfen.')
})

test('what is not declared is internal, and says nothing of its inside', async () => {
  const { errors, data } = await ask('{ teaBreak { done } }')
  assert.equal(data, null)
  assert.equal(errors![0]!.extensions.code, 'internal')
  assert.ok(!JSON.stringify(errors).includes('vault'))
  assert.ok(shop.lines.some(({ message }) => message === 'a request failed'))
})

test('each mutation is a command of its own, in order; the first that is refused is the last', async () => {
  const pack = (name: string, quantity: number) =>
    `${name}: teaPack(teaId: "${teaId(1)}", quantity: ${quantity}, note: "${name}") { id }`
  for (const round of [1, 2, 3]) {
    const { errors } = await ask(`mutation { ${pack('a', 1)} ${pack('b', 60)} ${pack('c', 2)} }`)
    assert.deepEqual(
      errors!.map(({ path }) => path),
      [['b']],
      `round ${round}`,
    )
    assert.equal((shop.seen.input as { note: string }).note, 'b')
  }
})

test('what does not fit the schema is refused before anything is asked', async () => {
  const cases: [query: string, variables: object, code: string, status: number, path: string][] = [
    ['{', {}, 'unreadable', 400, 'query'],
    ['{ teaGet(teaId: "x") { nothing } }', {}, 'unknown_field', 400, 'query'],
    ['{ teaGet(teaId: "x", more: 1) { id } }', {}, 'unknown_field', 400, 'query'],
    ['{ teaGet { id } }', {}, 'invalid_input', 422, 'query'],
    ['{ teaFast(number: "1") { id } }', {}, 'invalid_input', 422, 'query'],
    ['query ($n: Int!) { teaFast(number: $n) { id } }', { n: 'x' }, 'invalid_input', 422, 'n'],
    ['query ($n: Int!) { teaFast(number: $n) { id } }', {}, 'invalid_input', 422, 'n'],
    [
      'query ($f: TeaFilterInput) { teaList(filter: $f) { items { id } } }',
      { f: { price: { gte: 1, above: 2 } } },
      'invalid_input',
      422,
      'f.price',
    ],
    ['query a { teaList { next } } query b { teaList { next } }', {}, 'unreadable', 400, 'operationName'],
    ['subscription { teaWatch(teaId: "x") { id } }', {}, 'unreadable', 400, 'query'],
    ['{ teaInside { done } }', {}, 'unknown_field', 400, 'query'],
  ]
  for (const [query, variables, code, status, path] of cases) {
    const refused = await ask(query, variables)
    assert.deepEqual([codeOf(refused), refused.status, 'data' in refused], [code, status, false], query)
    assert.equal(refused.errors![0]!.extensions.errors[0]!.path, path, query)
  }
})

test('what would cost too much is refused by its looks', async () => {
  const deep = (n: number) => `{ teaList { items ${'{ leaves '.repeat(n)}{ id } ${'}'.repeat(n)} } }`
  const alias = (n: number) => `{ ${Array.from({ length: n }, (_, at) => `a${at}: __typename`).join(' ')} }`
  const bomb = Array.from({ length: 30 }, (_, at) => `fragment f${at} on Tea { ...f${at + 1} ...f${at + 1} }`)
  const cases: Record<string, string> = {
    'nested 200 deep': deep(200),
    'nested 20 deep': deep(20),
    '5,000 names': alias(5_000),
    '1,500 names': alias(1_100),
    '30 operations': `{ ${Array.from({ length: 30 }, (_, at) => `a${at}: teaFast(number: 1) { id }`).join(' ')} }`,
    'two to the power of 30 fields': `{ teaList { items { ...f0 } } } ${bomb.join(' ')} fragment f30 on Tea { id }`,
    'many rows': `{ ${Array.from({ length: 10 }, (_, at) => `a${at}: teaList(limit: 100) { items { crates { tea { id } } } }`).join(' ')} }`,
    'edges without end': '{ teaList { items { crates { tea { crates { tea { id } } } } } } }',
    'a long text': `{ teaList { next } } # ${'x'.repeat(40_000)}`,
  }
  await ask('{ __typename }') // the engine is there
  shop.seen.input = null
  for (const [says, query] of Object.entries(cases)) {
    const began = performance.now()
    const refused = await ask(query)
    const ms = performance.now() - began
    assert.deepEqual([codeOf(refused), refused.status], ['query_too_costly', 422], says)
    assert.ok(ms < 500, `${says}: ${ms} ms`)
  }
  assert.equal(shop.seen.input, null, 'nobody was asked')
  const batch = await send(Array.from({ length: 500 }, () => ({ query: '{ teaList { next } }' })))
  assert.equal(codeOf(batch.json()), 'query_too_costly')
  const dear = await send(
    Array.from({ length: 10 }, () => ({ query: '{ teaList(limit: 100) { items { crates { id } } } }' })),
  )
  const codes = dear.json<Answered[]>().map(codeOf)
  assert.deepEqual([codes[0], codes.at(-1)], [undefined, 'query_too_costly'], 'a batch has one purse')
})

test('a batch answers each query in its place', async () => {
  const answer = await send([{ query: '{ teaFast(number: 1) { id } }' }, { query: '{ nothing }' }])
  assert.equal(answer.statusCode, 200)
  const [first, second] = answer.json<Answered[]>()
  assert.deepEqual(first!.data, { teaFast: { id: teaId(1) } })
  assert.equal(codeOf(second!), 'unknown_field')
})

test('a query that was sent once is known by its hash', async () => {
  const query = '{ teaFast(number: 7) { id } }'
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const unknown = await send({ extensions })
  assert.equal(unknown.json<Answered>().errors![0]!.message, 'PersistedQueryNotFound')
  const wrong = await send({ query: '{ teaFast(number: 8) { id } }', extensions })
  assert.equal(
    wrong.json<Answered>().errors![0]!.extensions.errors[0]!.path,
    'extensions.persistedQuery.sha256Hash',
  )
  assert.equal((await send({ query, extensions })).statusCode, 200)
  assert.deepEqual((await send({ extensions })).json<Answered>().data, { teaFast: { id: teaId(7) } })
  const url = `/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`
  assert.deepEqual((await http.inject(url)).json<Answered>().data, { teaFast: { id: teaId(7) } })
})

test('by GET one may ask, and not do', async () => {
  const get = (query: string, more = '') => http.inject(`/graphql?query=${encodeURIComponent(query)}${more}`)
  const asked = await get('query ($n: Int!) { teaFast(number: $n) { id } }', '&variables=%7B%22n%22%3A5%7D')
  assert.deepEqual(asked.json<Answered>().data, { teaFast: { id: teaId(5) } })
  shop.seen.input = null
  const done = await get(`mutation { teaPack(teaId: "${teaId(1)}", quantity: 1) { id } }`)
  assert.deepEqual([done.statusCode, done.headers['allow'], shop.seen.input], [405, 'POST', null])
  assert.equal((await http.inject({ method: 'PUT', url: '/graphql' })).statusCode, 405)
  assert.equal((await get('')).statusCode, 400)
  assert.equal((await http.inject('/graphql')).statusCode, 400)
})

test('what cannot be read at all is told in the same shape', async () => {
  const raw = (payload: string, headers: Record<string, string> = {}) =>
    http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    })
  for (const [payload, code] of [
    ['{', 'unreadable'],
    ['[]', 'unreadable'],
    ['7', 'unreadable'],
    ['{"query": 7}', 'unreadable'],
    ['{"query":"{ teaList { next } }","variables":[]}', 'unreadable'],
    ['[7]', 'unreadable'],
  ] as const)
    assert.equal(codeOf((await raw(payload)).json<Answered>()), code, payload)
  const form = await raw('query=x', { 'content-type': 'application/x-www-form-urlencoded' })
  assert.deepEqual([form.statusCode, codeOf(form.json<Answered>())], [415, 'unsupported_media_type'])
  const newer = await raw('{"query":"{ teaList { next } }"}', { accept: 'application/graphql-response+json' })
  assert.match(String(newer.headers['content-type']), /^application\/graphql-response\+json/)
})

test('who logs in gets the cookie; a browser writes from our pages only, and says the token', async () => {
  const logIn = 'mutation { teaLogIn(name: "Alice") { expiresAt } }'
  const { headers } = await ask(logIn)
  const cookies = [headers['set-cookie']].flat().map((line) => String(line).split(';')[0])
  assert.ok(cookies.includes('qs_session=alice-token'))
  const cookie = cookies.join('; ')
  const form = /qs_form=([^;]+)/.exec(cookie)![1]!
  const update = `mutation { teaUpdate(teaId: "${teaId(1)}", name: "x") { version } }`
  const site = { cookie, 'sec-fetch-site': 'same-origin' }
  assert.equal(codeOf(await ask(update, {}, { ...site, 'sec-fetch-site': 'cross-site' })), 'cross_site')
  assert.equal(codeOf(await ask(update, {}, site)), 'form_token_missing')
  assert.equal(codeOf(await ask('{ teaList { next } }', {}, site)), undefined, 'reading needs no token')
  assert.deepEqual((await ask(update, {}, { ...site, 'x-csrf-token': form })).data, {
    teaUpdate: { version: 8 },
  })
  assert.equal(codeOf(await ask(update, {}, { authorization: 'Bearer stale' })), 'unauthenticated')
})

test('limits count each operation, new queries and questions about the schema', async () => {
  const strict = await open({
    limits: {
      scale: 1,
      classes: {
        'shop.read': { burst: 3, perSecond: 0.01 },
        'graphql.document': { burst: 3, perSecond: 0.01 },
      },
    },
    config: { limitScale: 1 },
  })
  const two = '{ a: teaFast(number: 1) { id } b: teaFast(number: 2) { id } }'
  assert.equal(codeOf(await strict.ask(two)), undefined)
  assert.equal(codeOf(await strict.ask(two)), 'too_many_requests')
  for (const n of [1, 2]) assert.equal((await strict.ask(`{ t${n}: __typename }`)).status, 200)
  const new4 = await strict.ask('{ t3: __typename }')
  assert.deepEqual([new4.status, new4.headers['retry-after']], [429, '100'])
})

test('the schema tells about itself in the demo; in production to staff alone', async () => {
  const about = '{ __schema { queryType { name } } _service { sdl } }'
  const { data } = await ask(about)
  assert.match((data!['_service'] as { sdl: string }).sdl, /^type Query/m)
  const live = await open({ config: { mode: 'production' } })
  assert.equal(codeOf(await live.ask(about)), 'introspection_off')
  assert.equal(codeOf(await live.ask('{ __typename }')), undefined)
  const slip = await live.ask('{ teaLis { next } }')
  assert.doesNotMatch(slip.errors![0]!.message, /teaList/)
  assert.doesNotMatch(JSON.stringify(slip.errors), /Did you mean/)
})

test('the log names what was asked', async () => {
  shop.lines.length = 0
  await ask('{ a: teaFast(number: 1) { id } teaList { next } }')
  const line = shop.lines.find(({ message }) => message === 'request')!
  assert.deepEqual([line['route'], line['operations']], ['/graphql', ['tea.fast', 'tea.list']])
})
