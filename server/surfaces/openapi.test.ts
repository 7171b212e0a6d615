/** The OpenAPI document of the shop that uses every kind of shape. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TSchema } from 'typebox'
import { commonFailures } from '#kit/failure.ts'
import { Token } from '#kit/types.ts'
import { modules } from '../modules.ts'
import { teaApp } from '../testing/tea-shop.ts'
import { exampleOf, schemaRef } from './openapi-schema.ts'
import { openapi } from './openapi.ts'
import { operationsOf } from './vocabulary.ts'

interface Schema {
  [keyword: string]: unknown
  $ref?: string
  properties?: Record<string, Schema>
}
interface Parameter {
  $ref?: string
  name: string
  in: string
  style?: string
  schema: Schema
}
interface Described {
  operationId: string
  parameters: Parameter[]
  security: object[]
  requestBody?: { content: { 'application/json': { schema: Schema; example: object } } }
  responses: Record<string, { content: Record<string, { schema: Schema }> }>
}
interface Document {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> }
}

const document = openapi(teaApp) as Document
const { schemas } = document.components
const at = (method: string, path: string) => document.paths[path]![method]!

/** JSON Schema 2020-12 as far as this store writes it: each keyword, and what it may hold. */
const KEYWORDS: Record<string, (value: unknown) => boolean> = {
  $ref: (value) => typeof value === 'string',
  type: (value) => ['object', 'array', 'string', 'integer', 'boolean', 'null'].includes(value as string),
  format: (value) => ['date-time', 'date', 'uri', 'email'].includes(value as string),
  pattern: (value) => Boolean(new RegExp(value as string, 'u')),
  enum: (value) => Array.isArray(value) && value.length > 0,
  const: () => true,
  default: () => true,
  examples: Array.isArray,
  description: (value) => typeof value === 'string',
  required: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  properties: (value) => typeof value === 'object',
  items: (value) => typeof value === 'object',
  additionalProperties: (value) => typeof value === 'boolean',
  discriminator: (value) => typeof (value as { propertyName?: unknown }).propertyName === 'string',
  ...Object.fromEntries(
    ['anyOf', 'oneOf', 'allOf'].map((name) => [
      name,
      (value: unknown) => Array.isArray(value) && value.length > 0,
    ]),
  ),
  ...Object.fromEntries(
    ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties'].map((name) => [
      name,
      Number.isSafeInteger,
    ]),
  ),
}

function checkSchema(schema: Schema, path: string, of: Document): void {
  for (const [keyword, value] of Object.entries(schema)) {
    assert.ok(KEYWORDS[keyword]?.(value), `${path}: ${keyword} ${JSON.stringify(value)}`)
  }
  if (schema.$ref) assert.ok(resolve(schema.$ref, of), `${path}: ${schema.$ref} leads nowhere`)
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    checkSchema(property, `${path}.${name}`, of)
  if (schema['items']) checkSchema(schema['items'] as Schema, `${path}[]`, of)
  for (const arms of ['anyOf', 'oneOf', 'allOf'])
    for (const arm of (schema[arms] as Schema[] | undefined) ?? []) checkSchema(arm, `${path}(${arms})`, of)
  for (const name of (schema['required'] as string[] | undefined) ?? [])
    assert.ok(schema.properties?.[name], `${path}: ${name} is required and unknown`)
  const mapping = (schema['discriminator'] as { mapping?: Record<string, string> } | undefined)?.mapping ?? {}
  for (const ref of Object.values(mapping)) assert.ok(resolve(ref, of), `${path}: ${ref} leads nowhere`)
}

function resolve(ref: string, of: Document): unknown {
  return ref
    .split('/')
    .slice(1)
    .reduce<unknown>((here, step) => (here as Record<string, unknown> | undefined)?.[step], of)
}

function checkDocument(of: Document): void {
  for (const [name, schema] of Object.entries(of.components.schemas)) {
    assert.match(name, /^[A-Za-z0-9._-]+$/)
    checkSchema(schema, name, of)
  }
  const ids = new Set<string>()
  for (const [path, methods] of Object.entries(of.paths)) {
    for (const described of Object.values(methods)) {
      assert.ok(!ids.has(described.operationId), `${described.operationId} stands twice`)
      ids.add(described.operationId)
      const parameters = described.parameters.map((each) =>
        each.$ref ? (resolve(each.$ref, of) as Parameter) : each,
      )
      const inPath = parameters.filter((each) => each.in === 'path').map((each) => each.name)
      assert.deepEqual(
        inPath,
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
      )
      for (const parameter of parameters)
        checkSchema(parameter.schema, `${described.operationId} ${parameter.name}`, of)
      for (const answer of Object.values(described.responses))
        for (const { schema } of Object.values(answer.content)) checkSchema(schema, described.operationId, of)
      if (described.requestBody)
        checkSchema(
          described.requestBody.content['application/json'].schema,
          `${described.operationId} body`,
          of,
        )
    }
  }
}

test('the document is well formed, for this shop and for the store', () => {
  checkDocument(document)
  checkDocument(openapi({ modules, operations: modules.flatMap((module) => module.operations) }) as Document)
})

test('the walk sees a reference that leads nowhere and a keyword that is none', () => {
  const broken = (change: (of: Document) => void) => {
    const copy = structuredClone(document)
    change(copy)
    return () => checkDocument(copy)
  }
  assert.throws(
    broken((of) => delete of.components.schemas['Money']),
    /leads nowhere/,
  )
  assert.throws(
    broken((of) => (of.components.schemas['Money']!['scalar'] = 'Money')),
    /scalar/,
  )
  assert.throws(
    broken((of) => (of.components.schemas['Tea']!.properties!['name']!['pattern'] = '(')),
    /Invalid regular expression/,
  )
})

test('shapes stand by their names, with null, words and unions as they are', () => {
  const tea = schemas['Tea']!.properties!
  assert.deepEqual(tea['price'], { $ref: '#/components/schemas/Money' })
  assert.deepEqual(tea['compareAt'], { anyOf: [{ $ref: '#/components/schemas/Money' }, { type: 'null' }] })
  assert.deepEqual(tea['status'], { type: 'string', enum: ['open', 'sold_out'] })
  assert.deepEqual(tea['weightGrams'], { type: 'integer', minimum: 1, maximum: 100_000 })
  assert.equal(schemas['Instant']!['format'], 'date-time')
  assert.deepEqual((schemas['TeaNext']!['discriminator'] as { mapping: unknown }).mapping, {
    redirect: '#/components/schemas/TeaNextRedirect',
    wait: '#/components/schemas/TeaNextWait',
    done: '#/components/schemas/TeaNextDone',
  })
})

test('a scalar whose limits are its own here says them here', () => {
  const components = { schemas: {} as Record<string, Schema>, edges: new Map(), custom: {} }
  assert.deepEqual(schemaRef(Token, components), { $ref: '#/components/schemas/Token' })
  const wide = { ...Token, maxLength: 4_096 }
  assert.equal(schemaRef(wide, components)['maxLength'], 4_096)
  assert.equal(components.schemas['Token']!['maxLength'], 512)
})

test('edges are in the answer: the included always, the others when asked for', () => {
  assert.match(String(schemas['Tea']!.properties!['reviews']!['description']), /expand=reviews/)
  assert.match(String(schemas['Tea']!.properties!['rarity']!['description']), /Always/)
  const expand = at('get', '/v1/teas').parameters.find((each) => each.name === 'expand')
  assert.match(JSON.stringify(expand), /`reviews`/)
})

test('a list is asked for with filters and an order in the query', () => {
  const { parameters } = at('get', '/v1/teas')
  const named = (name: string) => parameters.find((each) => each.name === name)!
  assert.equal(named('price').style, 'deepObject')
  assert.deepEqual(named('sort').schema['enum'], ['name', '-name', 'price', '-price'])
  assert.ok(named('limit') && named('after') && named('page') && named('withTotal'))
})

test('a write says its key, its version, who may, and what it may answer', () => {
  const order = at('post', '/v1/teas/{teaId}/orders')
  assert.ok(order.parameters.some((each) => each.$ref?.endsWith('/IdempotencyKeyNeeded')))
  assert.deepEqual(order.security, [{}, { session: [] }, { bearer: [] }])
  assert.ok(order.responses['201'])
  assert.match(JSON.stringify(order.responses['409']), /TeaSoldOutProblem.*IdempotencyInProgressProblem/)
  const update = at('patch', '/v1/admin/teas/{teaId}')
  assert.ok(update.parameters.some((each) => each.$ref?.endsWith('/IfMatch')))
  assert.deepEqual(update.security, [{ session: [] }, { bearer: [] }])
  assert.deepEqual(at('get', '/v1/teas').security, [])
  for (const { code, status } of commonFailures.filter((each) => each.status !== 413)) {
    assert.match(
      JSON.stringify(update.responses[status]),
      new RegExp(`"${code}"|\`${code}\``),
      `${status} ${code}`,
    )
  }
})

test('a stream answers events', () => {
  assert.deepEqual(at('get', '/v1/teas/{teaId}/live').responses['200']!.content, {
    'text/event-stream': { schema: { $ref: '#/components/schemas/Tea' } },
  })
})

test('the example of a body is one that the operation takes', () => {
  for (const app of [teaApp, { modules, operations: modules.flatMap((module) => module.operations) }]) {
    const described = openapi(app) as Document
    for (const operation of operationsOf(app)) {
      const path = operation.rest.path.replace(/:(\w+)/g, '{$1}')
      const body = described.paths[path]![operation.rest.method.toLowerCase()]!.requestBody
      if (!body) continue
      const inPath = [...operation.rest.path.matchAll(/:(\w+)/g)].map(([, name]) => [
        name,
        exampleOf((operation.input.properties as Record<string, TSchema>)[name!]!),
      ])
      operation.check({ ...body.content['application/json'].example, ...Object.fromEntries(inPath) })
    }
  }
})

test('what only the store’s own processes may do is in no contract', () => {
  const own = {
    ...teaApp.operations[0]!,
    id: 'tea.own',
    access: { rule: 'system' as const, check: () => {} },
  }
  assert.deepEqual(operationsOf({ modules: [], operations: [own] }), [])
})
