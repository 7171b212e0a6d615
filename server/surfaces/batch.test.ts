/** Batches over REST, on the command line and inside the process; what holds on PostgreSQL is in `kit/batch.test.ts`. */
import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { after, test } from 'node:test'
import { Compile } from 'typebox/compile'
import { command, Done } from '#kit/operation.ts'
import { edge } from '#kit/edge.ts'
import { anyone, member, permission } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { isClientError } from '../../packages/client/src/index.ts'
import { batchOf } from './batch.ts'
import { runCli } from './cli.ts'
import { createHttp } from './http.ts'
import { inProcess } from './in-process.ts'
import { Crate, teaApp, teaId } from './tea-app.ts'

const burn = command({
  id: 'tea.admin.burn',
  summary: 'Burn the leaves',
  rest: 'POST /fire',
  audience: 'staff',
  access: permission('tea.burn'),
  input: Type.Object({}),
  output: Done,
  run: async () => ({ done: true as const }),
})
const crates = edge({
  from: 'Tea',
  name: 'crates',
  to: Crate,
  many: true,
  access: anyone,
  cost: 1,
  limit: 2,
  included: true,
  load: async (parents) => new Map(parents.map(({ id }) => [id, [{ id, kind: 'tin' }]])),
})
const secret = edge({ ...crates, name: 'secret', access: member, included: false })
const shop = teaApp({ operations: [burn], edges: [crates, secret] })
const http = await createHttp(shop.app)
after(() => http.close())

type Item = { operation: string; input?: object; key?: string }
const answerShape = Compile(batchOf('shop', []).output)
const shaped = (json: unknown) => assert.ok(answerShape.Check(json), JSON.stringify(json))
const get: Item = { operation: 'tea.get', input: { teaId: teaId(1) } }
const pack = (quantity: unknown): Item => ({ operation: 'tea.pack', input: { teaId: teaId(1), quantity } })

async function post(url: string, payload: unknown, headers: Record<string, string> = {}) {
  const answer = await http.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: answer.statusCode, json: answer.json(), headers: answer.headers }
}
const each = (items: unknown, headers = {}) => post('/v1/batch', { atomic: false, items }, headers)
const atomic = (items: unknown, headers = {}) => post('/v1/batch', { atomic: true, items }, headers)
const places = (json: { errors: { path: string; code: string }[] }) =>
  json.errors.map(({ path, code }) => `${path} ${code}`)

test('each item answers what it would have answered alone', async () => {
  const { status, json } = await each([get, pack(2), { operation: 'tea.list' }])
  assert.equal(status, 200)
  shaped(json)
  const alone = await http.inject({ url: `/v1/teas/${teaId(1)}` })
  const packed = await http.inject({
    method: 'POST',
    url: `/v1/teas/${teaId(1)}/packings`,
    payload: { quantity: 2 },
  })
  const list = await http.inject({ url: '/v1/teas' })
  assert.deepEqual(json.results, [
    { status: 200, output: alone.json(), problem: null },
    { status: 201, output: packed.json(), problem: null },
    { status: 200, output: list.json(), problem: null },
  ])
  assert.equal(json.results[0].output.crates.length, 1, 'what always comes along comes along')
})

test('refused items say why, by their place, and the others are done', async () => {
  const { status, json } = await each([
    pack(1),
    pack('5'),
    pack(60),
    { operation: 'tea.update', input: { teaId: teaId(1) } },
    { operation: 'tea.nobody', input: {} },
    { operation: 'tea.logIn', input: { name: 'alice' } },
    { operation: 'tea.watch', input: { teaId: teaId(1) } },
    { operation: 'tea.break', input: {} },
    get,
  ])
  assert.equal(status, 207)
  shaped(json)
  assert.deepEqual(
    json.results.map((result: { status: number }) => result.status),
    [201, 422, 409, 401, 404, 422, 422, 500, 200],
  )
  const problems = json.results.map((result: { problem: unknown }) => result.problem)
  assert.deepEqual(places(problems[1]), ['items.1.input.quantity type'])
  assert.deepEqual(
    [problems[2].code, problems[2].details, places(problems[2])],
    ['tea.gone', { left: 50 }, ['items.2 tea.gone']],
  )
  assert.deepEqual(places(problems[4]), ['items.4.operation not_found'])
  assert.deepEqual(places(problems[5]), ['items.5.operation not_in_batch'])
  assert.deepEqual(places(problems[6]), ['items.6.operation not_in_batch'])
  assert.doesNotMatch(JSON.stringify(problems[7]), /vault/)
  assert.equal(problems[1].instance, '/v1/batch')
})

test('an atomic batch is refused with the problem of the item at fault', async () => {
  const fine = await atomic([get, pack(1)])
  assert.deepEqual([fine.status, fine.json.results.length], [200, 2])
  const gone = await atomic([get, pack(60)])
  assert.deepEqual([gone.status, gone.json.code, places(gone.json)], [409, 'tea.gone', ['items.1 tea.gone']])
  assert.match(gone.headers['content-type'] as string, /^application\/problem\+json/)
  const wrong = await atomic([get, { operation: 'tea.pack', input: { teaId: 'x', quantity: 1, colour: 1 } }])
  assert.equal(wrong.status, 422)
  assert.deepEqual(places(wrong.json).toSorted(), [
    'items.1.input.colour unknown_field',
    'items.1.input.teaId format',
  ])
})

test('each road has its own operations, and asks as they do', async () => {
  const staff: Item = { operation: burn.id }
  assert.deepEqual(places((await each([staff])).json.results[0].problem), ['items.0.operation not_found'])
  const asked = async (token?: string) =>
    (
      await post(
        '/v1/admin/batch',
        { atomic: false, items: [staff, get, { operation: 'tea.inside' }] },
        token ? { authorization: `Bearer ${token}` } : {},
      )
    ).json.results.map(({ status }: { status: number }) => status)
  assert.deepEqual(await asked(), [401, 404, 404])
  assert.deepEqual(await asked('alice-token'), [403, 404, 404])
  const update = { operation: 'tea.update', input: { teaId: teaId(1), expectedVersion: 6 } }
  const alice = { authorization: 'Bearer alice-token' }
  const stale = await each([update, get], alice)
  assert.deepEqual(stale.json.results[0].problem.details, { currentVersion: 7 })
  assert.equal((await atomic([update], alice)).status, 412)
})

test('what is no batch is refused as any other request is', async () => {
  const wrong: [unknown, string[]][] = [
    [{ items: [get] }, ['atomic required']],
    [{ atomic: false, items: [] }, ['items too_short']],
    [{ atomic: false, items: Array(101).fill(get) }, ['items too_long']],
    [{ atomic: false, items: [get, { input: {} }] }, ['items.1.operation required']],
    [{ atomic: false, items: [{ ...get, input: [] }] }, ['items.0.input type']],
    [{ atomic: false, items: [{ ...get, key: 'two words' }] }, ['items.0.key format']],
    [{ atomic: 1, items: [{ ...get, more: 1 }] }, ['atomic type', 'items.0.more unknown_field']],
  ]
  for (const [body, errors] of wrong) {
    const { status, json } = await post('/v1/batch', body)
    assert.deepEqual([status, places(json).toSorted()], [422, errors], JSON.stringify(body).slice(0, 100))
  }
  assert.equal((await post('/v1/batch?fields=results', { atomic: true, items: [get] })).status, 400)
  const foreign = await each([get], { origin: 'https://evil.example' })
  assert.equal(foreign.json.code, 'cross_site')
  const read = await http.inject({ url: '/v1/batch' })
  assert.deepEqual([read.statusCode, read.headers['allow']], [405, 'OPTIONS, POST'])
})

test('the command line does batches of all operations, and tells the shell of a refusal', async () => {
  const type = async (batch: object) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    const code = await runCli(shop.app, ['batch', JSON.stringify(batch)], {
      stdin: Readable.from([]),
      stdout,
      stderr,
    })
    return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') }
  }
  const done = await type({ atomic: true, items: [get, { operation: 'tea.inside' }, { operation: burn.id }] })
  assert.deepEqual([done.code, done.err], [0, ''])
  assert.equal(JSON.parse(done.out).results.length, 3)
  const part = await type({ atomic: false, items: [get, pack(60)] })
  assert.equal(part.code, 1)
  assert.equal(JSON.parse(part.out).results[1].problem.code, 'tea.gone')
  const none = await type({ atomic: true, items: [pack(60)] })
  assert.deepEqual([none.code, none.out, JSON.parse(none.err).code], [1, '', 'tea.gone'])
})

test('pages do batches by the same client', async () => {
  // oxlint-disable-next-line typescript/no-explicit-any
  const client = inProcess(shop.app, {}) as any
  const { results } = await client.batch({ atomic: false, items: [get, pack(60)] })
  assert.equal(results[0].output.name, 'Sencha')
  assert.equal(results[1].problem.code, 'tea.gone')
  await assert.rejects(
    client.batch({ atomic: true, items: [pack(60)] }),
    (error) => isClientError(error) && (error.problem.code as string) === 'tea.gone',
  )
  await assert.rejects(client.admin.batch({ atomic: true, items: [{ operation: burn.id }] }), {
    code: 'unauthenticated',
  })
})
