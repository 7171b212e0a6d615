import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { edge } from '#kit/edge.ts'
import { anyone, member } from '#kit/policy.ts'
import { createHttp } from './http.ts'
import { Crate, Tea, teaApp, teaId, type TeaApp } from './tea-app.ts'

const shop = teaApp()
const http = await createHttp(shop.app)
after(() => http.close())
beforeEach(() => void (shop.loads.length = 0))

// oxlint-disable-next-line typescript/no-explicit-any
type Answer = Record<string, any>
async function get(url: string, headers: Record<string, string> = {}, server = http): Promise<Answer> {
  const answer = await server.inject({ url, headers })
  return { status: answer.statusCode, ...(answer.json() as Answer) }
}
const tea = `/v1/teas/${teaId(1)}`

test('an edge is loaded once for all parents of a page, and not unless it is asked for', async () => {
  const plain = await get('/v1/teas')
  assert.equal('crates' in plain['items'][0], false)
  assert.deepEqual(shop.loads, [])
  const { items }: Answer = await get('/v1/teas?expand=crates')
  assert.deepEqual(shop.loads, ['crates x2'])
  assert.deepEqual(items[0].crates, [
    { id: teaId(201), kind: 'tin' },
    { id: teaId(201), kind: 'tin' },
  ]) // three were found; the edge allows two
})

test('a path goes along properties and edges, one load per level', async () => {
  const { leaves, crates }: Answer = await get(`${tea}?expand=leaves.crate.tea,crates.tea`)
  assert.equal(leaves[0].crate.tea.name, 'Sencha')
  assert.equal(crates[0].tea.name, 'Sencha')
  assert.equal(leaves[1].crate.id, teaId(212))
  assert.deepEqual(shop.loads.toSorted(), ['crate x2', 'crates x1', 'tea x3'])
})

test('expanding leaves the operation’s own answer alone: it may come from a cache', async () => {
  const before = structuredClone(shop.tea)
  await get(`${tea}?expand=crates,leaves.crate`)
  assert.deepEqual(shop.tea, before)
})

test('what cannot be expanded is refused and named', async () => {
  for (const path of [
    'price',
    'leaves',
    'nothing',
    'crates.tea.crates.tea',
    'crates.nothing',
    'leaves.name',
    '__proto__',
    'constructor',
    '.',
    ',',
  ]) {
    const { status, code, errors }: Answer = await get(`${tea}?expand=${path}`)
    assert.equal(status, 400, path)
    assert.equal(code, 'unknown_field')
    assert.equal(errors[0].path, 'expand')
  }
  const many = Array.from({ length: 11 }, () => 'crates').join(',')
  assert.equal((await get(`${tea}?expand=${many}`))['status'], 400)
})

test('an edge has its own access, asked of the caller even where the read is public', async () => {
  assert.equal((await get(`${tea}?expand=secret`))['status'], 401)
  const alice = await get(`${tea}?expand=secret`, { authorization: 'Bearer alice-token' })
  assert.deepEqual(alice['secret'], { id: teaId(201), kind: 'tin' })
})

function withIncluded(): TeaApp {
  const from = 'Tea'
  const load = async (parents: readonly { id: string }[]) =>
    new Map(parents.map(({ id }) => [id, { id, kind: 'tin' }]))
  return teaApp({
    edges: [
      edge({ from, name: 'box', to: Crate, many: false, access: anyone, cost: 1, included: true, load }),
      edge({ from, name: 'sealed', to: Crate, many: false, access: member, cost: 1, included: true, load }),
      edge({
        from,
        name: 'others',
        to: Tea,
        many: true,
        access: anyone,
        cost: 1,
        included: true,
        load: async () => new Map(),
      }),
    ],
  })
}

test('an included edge is always there, on reads, pages and writes; empty where it may not be seen', async () => {
  const included = withIncluded()
  const server = await createHttp(included.app)
  const one = await get(tea, {}, server)
  assert.deepEqual([one['box'], one['sealed'], one['others']], [{ id: teaId(1), kind: 'tin' }, null, []])
  const alice = { authorization: 'Bearer alice-token' }
  assert.deepEqual((await get(tea, alice, server))['sealed'], { id: teaId(1), kind: 'tin' })
  assert.equal((await get('/v1/teas', {}, server))['items'][1].box.kind, 'tin')
  const written = await server.inject({ method: 'PATCH', url: tea, payload: { name: 'New' }, headers: alice })
  assert.equal((written.json() as Answer)['sealed'].kind, 'tin')
  await server.close()
})

test('too much at once is refused before it is loaded', async () => {
  const costly = teaApp({
    edges: [
      edge({
        from: 'Tea',
        name: 'all',
        to: Crate,
        many: true,
        access: anyone,
        cost: 6_000,
        load: async () => assert.fail('was loaded'),
      }),
    ],
  })
  const server = await createHttp(costly.app)
  const { status, errors }: Answer = await get('/v1/teas?expand=all', {}, server)
  assert.equal(status, 422)
  assert.equal(errors[0].code, 'too_costly')
  await server.close()
})

test('fields choose at the top and one level below, in a page among its items', async () => {
  assert.deepEqual(await get(`${tea}?fields=id,price.amount,leaves.name`), {
    status: 200,
    id: teaId(1),
    price: { amount: 450 },
    leaves: [{ name: 'Leaf 1' }, { name: 'Leaf 2' }],
  })
  const page = await get('/v1/teas?fields=name')
  assert.deepEqual(page, {
    status: 200,
    items: [{ name: 'Sencha' }, { name: 'Gyokuro' }],
    next: null,
    total: null,
  })
  const both = await get(`${tea}?fields=name&expand=crates`)
  assert.deepEqual(Object.keys(both), ['status', 'name', 'crates'])
})

test('a field that does not exist is refused and named', async () => {
  for (const path of [
    'nmae',
    'price.currency.x',
    'price.nothing',
    'name.length',
    'crates',
    '__proto__',
    'constructor',
    '',
  ]) {
    const { status, errors }: Answer = await get(`${tea}?fields=id,${path}`)
    assert.equal(status, 400, path)
    assert.equal(errors[0].path, 'fields')
  }
})

test('the ETag of a chosen answer is its own', async () => {
  const whole = (await http.inject(tea)).headers['etag']
  const part = (await http.inject(`${tea}?fields=id`)).headers['etag']
  assert.notEqual(whole, part)
})
