/** Whoever writes against this store finds each operation, with something for every road that the road would take. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { fromJson } from '@bufbuild/protobuf'
import { buildSchema, getVariableValues, parse, validate, type OperationDefinitionNode } from 'graphql'
import { Done, command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, shape } from '#kit/types.ts'
import { modules } from '../../modules.ts'
import { batchesOf } from '../batch.ts'
import { descriptorOf, registryOf } from '../grpc/descriptors.ts'
import { graphqlSdl } from '../graphql-sdl.ts'
import { createHttp } from '../http.ts'
import { readLocks } from '../proto-lock.ts'
import { PACKAGES, protoModel, requestName } from '../proto-model.ts'
import { teaApp } from '../tea-app.ts'
import { operationsOf, vocabularyOf, type Face } from '../vocabulary.ts'
import { listPage } from './list-page.ts'
import { operationPage } from './operation-page.ts'
import { problemPage } from './problem-page.ts'
import { roadsOf } from './roads.ts'
import { graphqlVariables, protoJson, sampleOf } from './sample.ts'

const shop = { modules, operations: modules.flatMap(({ operations }) => operations) }
const own = operationsOf(shop)
const operations = [...own, ...batchesOf(own)]
const { config } = teaApp().app
const { edges } = vocabularyOf(shop)
const faceOf = (audience: string): Face => (audience === 'shop' ? 'shop' : 'admin')

test('each operation has a page with all its roads, its fields, its refusals and who may', () => {
  for (const operation of operations) {
    const page = operationPage(operation, { operations, edges, config })
    const isBatch = operation.id.endsWith('batch')
    const roads = [
      'REST',
      'TypeScript',
      ...(isBatch ? [] : ['GraphQL', 'gRPC', 'MCP']),
      'WebSocket',
      'Command line',
    ]
    for (const road of roads) assert.ok(page.includes(`aria-label="${road}"`), `${operation.id}: ${road}`)
    for (const name of Object.keys(operation.input.properties))
      if (!['filter', 'sort'].includes(name))
        assert.ok(page.includes(`>${name}<`), `${operation.id}: ${name}`)
    if (!isBatch)
      for (const { code } of operation.failures) assert.ok(page.includes(`href="/problems/${code}"`), code)
    if (operation.access.permission) assert.ok(page.includes(`<code>${operation.access.permission}</code>`))
    assert.doesNotMatch(page, /undefined|\[object|NaN/, operation.id)
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g))
      assert.ok(page.includes(`id="${anchor}"`), `${operation.id}: ${anchor}`)
  }
})

test('what a page says to send is what the roads take', () => {
  const schemas = {
    shop: buildSchema(graphqlSdl(shop, 'shop')),
    admin: buildSchema(graphqlSdl(shop, 'admin')),
  }
  const registry = (face: Face) =>
    registryOf(descriptorOf(protoModel(shop, face, readLocks()[PACKAGES[face]]!)))
  const registries = { shop: registry('shop'), admin: registry('admin') }
  for (const operation of own) {
    const { id, audience } = operation
    const face = faceOf(audience)
    const sample = sampleOf(operation)
    assert.doesNotThrow(() => operation.check(structuredClone(sample)), id)

    const { code } = roadsOf(operation, config).find(({ name }) => name === 'GraphQL')!
    const document = parse(code.split('\n\n# variables')[0] ?? '')
    assert.deepEqual(
      validate(schemas[face], document).map(({ message }) => message),
      [],
      id,
    )
    const { variableDefinitions = [] } = document.definitions[0] as OperationDefinitionNode
    const given = getVariableValues(schemas[face], variableDefinitions, graphqlVariables(operation, sample))
    assert.deepEqual(given.errors, undefined, id)

    const message = registries[face].getMessage(`${PACKAGES[face]}.${requestName(operation)}`)!
    assert.doesNotThrow(() => fromJson(message, protoJson(operation, sample) as never), id)
  }
})

test('the list names every operation, is small, and finds by id, path and words of any road', () => {
  const page = listPage(operations, '')
  for (const { id } of operations) assert.ok(page.includes(`href="/docs/operations/${id}"`), id)
  assert.ok(gzipSync(page).length < 40_000, `${gzipSync(page).length} bytes`)
  const found = (sought: string) =>
    [...listPage(operations, sought).matchAll(/<li><a href="\/docs\/operations\/([^"]+)"/g)].map(
      ([, id]) => id,
    )
  assert.equal(found('').length, operations.length)
  for (const sought of ['cart.addItem', 'cartAddItem', 'cart_add_item', '/carts/:cartId/items post'])
    assert.ok(found(sought).includes('cart.addItem'), sought)
  assert.deepEqual(found('no such thing at all'), [])
})

const EVIL = '<img src=x onerror="alert(1)">'
const SAFE = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'

test('what is described in the words of HTML is shown as words', () => {
  const planted = command({
    id: 'tea.plant',
    summary: EVIL,
    description: `${EVIL} and \`${EVIL}\` and [${EVIL}](/${EVIL.replaceAll(' ', '')})`,
    rest: 'POST /plants/:plantId',
    audience: 'staff',
    access: permission(EVIL),
    input: Type.Object({
      plantId: Id,
      word: Type.Enum([EVIL], { type: 'string', scalar: 'OneOf', description: EVIL, default: EVIL }),
      pot: shape('Pot', { id: Id }, { description: EVIL }),
    }),
    output: Done,
    run: () => Promise.resolve({ done: true as const }),
  })
  for (const page of [
    operationPage(planted, { operations: [planted], edges, config }),
    listPage([planted], EVIL),
    listPage([planted], ''),
  ]) {
    assert.doesNotMatch(page, /<img/)
    assert.ok(page.includes(SAFE))
  }
})

test('pages load nothing from elsewhere, run nothing inline, and read without a script', async () => {
  const http = await createHttp(teaApp().app)
  for (const address of ['/docs', '/docs?q=tea', '/docs/operations/tea.get', '/docs/operations/batch']) {
    const { statusCode, body, headers } = await http.inject({ url: address })
    assert.equal(statusCode, 200, address)
    const markup = body.replace(/<pre[\s\S]*?<\/pre>/g, '')
    assert.doesNotMatch(markup, /(?:src|href)="https?:|<script>|<style|style="| on\w+="/, address)
    assert.match(String(headers['content-security-policy']), /script-src 'self'; style-src 'self'; /)
    for (const [, link] of body.matchAll(/(?:src|href)="(\/[^"#]+)"/g)) {
      const answer = await http.inject({ url: link! })
      // The tea shop has no log-in.
      assert.equal(answer.statusCode, link!.startsWith('/docs/operations/identity.') ? 404 : 200, link!)
    }
  }
  for (const wrong of [
    '/docs/operations/nothing',
    '/docs/operations/constructor',
    '/docs/package.json',
    '/docs/..%2fmount.ts',
  ])
    assert.equal((await http.inject(wrong)).statusCode, 404, wrong)
  const styles = (await http.inject('/docs/page.css')).body
  for (const [, face] of styles.matchAll(/url\('([^']+)'\)/g)) {
    const file = await http.inject({ url: face! })
    assert.deepEqual([file.statusCode, file.headers['content-type']], [200, 'font/woff2'])
  }
  await http.close()
})

test('each refusal has a page that says what it carries', () => {
  for (const failure of own.flatMap(({ failures }) => failures)) {
    const page = problemPage(failure, own)
    for (const name of Object.keys(failure.details.properties)) assert.ok(page.includes(`>${name}<`), name)
    assert.doesNotMatch(page, /undefined|\[object|NaN/, failure.code)
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g))
      assert.ok(page.includes(`id="${anchor}"`), `${failure.code}: ${anchor}`)
  }
})

test('a person who follows the type of a problem reads what it means', async () => {
  const http = await createHttp(teaApp().app)
  const page = await http.inject({ url: '/problems/tea.gone', headers: { accept: 'text/html' } })
  assert.match(page.body, /<h1>tea\.gone<\/h1>[\s\S]*status 409[\s\S]*Only \d left/)
  assert.equal((await http.inject('/problems/tea.gone')).json().code, 'tea.gone')
  await http.close()
})
