/**
 * Sends an operation's input over GraphQL as a stranger's program would: everything that it answers is asked for, by
 * the types of the published schema.
 *
 * What comes back is what the same call over REST would have answered, so that one proof serves both roads.
 */
import assert from 'node:assert/strict'
import type { FastifyInstance } from 'fastify'
import { buildSchema, type GraphQLSchema } from 'graphql'
import type { App } from '#kit/app.ts'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { graphqlName, graphqlSdl } from '../surfaces/graphql-sdl.ts'
import { fieldsOf, placeOf, type Field, type Node } from '../surfaces/schema-node.ts'
import type { Answer } from './road.ts'

const schemas = new WeakMap<App, Record<'shop' | 'admin', GraphQLSchema>>()

export function graphqlSchemas(app: App): Record<'shop' | 'admin', GraphQLSchema> {
  if (!schemas.has(app))
    schemas.set(app, {
      shop: buildSchema(graphqlSdl(app, 'shop')),
      admin: buildSchema(graphqlSdl(app, 'admin')),
    })
  return schemas.get(app)!
}

const faceOf = ({ audience }: Operation) => (audience === 'shop' ? 'shop' : 'admin')
const ROOTS = { query: 'Query', command: 'Mutation', stream: 'Subscription' } as const
const WORDS = { query: 'query', command: 'mutation', stream: 'subscription' } as const

/** The field of an operation as a query of its own; undefined when it has none. */
export function graphqlQuery(
  app: App,
  operation: Operation,
  names: string[],
): { query: string; field: string } | undefined {
  const field = graphqlName(operation.id)
  const found = graphqlSchemas(app)[faceOf(operation)].getType(ROOTS[operation.kind])
  const args = (
    found as { getFields?(): Record<string, { args: readonly { name: string; type: unknown }[] }> }
  )?.getFields?.()[field]?.args
  if (!args) return undefined
  const typed = names.map(
    (name) => [name, args.find((each) => each.name === name)?.type ?? 'String'] as const,
  )
  const declared = typed.map(([name, type]) => `$${name}: ${String(type)}`).join(', ')
  const given = names.map((name) => `${name}: $${name}`).join(', ')
  const head = `${WORDS[operation.kind]}${declared && `(${declared})`} { ${field}${given && `(${given})`}`
  return { query: `${head}${selectionOf(placeOf(operation.output).node, [])} }`, field }
}

/** Everything of a shape; of one within itself nothing more. */
function selectionOf(node: Node, above: unknown[]): string {
  if (node.kind === 'list') return selectionOf(node.item.node, above)
  if (node.kind === 'union') {
    const arms = node.arms.map(
      ({ object }, at) =>
        ` ... on ${object.name} {${fieldsIn(object.fields, [...above, node.raw], `u${at}_`)} }`,
    )
    return ` {${arms.join('')} }`
  }
  if (node.kind !== 'object') return ''
  return ` {${fieldsIn(node.fields, [...above, node.raw])} }`
}

/** Two arms may have fields of one name and two types; so each has a name of its own. */
function fieldsIn(fields: Field[], above: unknown[], prefix = ''): string {
  return fields
    .filter(({ node }) => !above.includes(rawOf(node)))
    .map(({ name, node }) => ` ${prefix && `${prefix}${name}: `}${name}${selectionOf(node, above)}`)
    .join('')
}

function rawOf(node: Node): unknown {
  if (node.kind === 'list') return rawOf(node.item.node)
  return 'raw' in node && node.kind !== 'scalar' ? node.raw : null
}

export async function overGraphql(
  http: FastifyInstance,
  app: App,
  operation: Operation,
  input: Record<string, unknown>,
  token: string | null,
): Promise<Answer | null> {
  const names = Object.keys(input).filter((name) => /^[a-z]\w*$/i.test(name) && !name.startsWith('__'))
  const asked = graphqlQuery(app, operation, names)
  if (!asked) return null
  const known = new Map(fieldsOf(operation.input).map((field) => [field.name, field.node]))
  const variables = Object.fromEntries(
    names.map((name) => [name, known.has(name) ? sent(input[name], known.get(name)!) : input[name]]),
  )
  const answered = await http.inject({
    method: 'POST',
    url: faceOf(operation) === 'shop' ? '/graphql' : '/graphql/admin',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(operation.idempotency === 'required' ? { 'idempotency-key': newId() } : {}),
    },
    payload: { query: asked.query, variables },
  })
  const { data, errors } = answered.json<{
    data?: Record<string, unknown> | null
    errors?: { extensions: { status: number } }[]
  }>()
  if (!errors) {
    const json = received(data![asked.field])
    return { status: operation.status, type: 'application/json', body: JSON.stringify(json), json }
  }
  assert.ok(!data, 'what is refused has no data')
  const problem = errors[0]!.extensions
  if (data === undefined) assert.equal(answered.statusCode, problem.status)
  return {
    status: problem.status,
    type: 'application/problem+json',
    body: JSON.stringify(problem),
    json: problem,
  }
}

/** A union's tag is the name of its one field there. What is no value of the shape is sent as it is. */
function sent(value: unknown, node: Node): unknown {
  if (Array.isArray(value))
    return node.kind === 'list' ? value.map((each) => sent(each, node.item.node)) : value
  if (typeof value !== 'object' || value === null) return value
  const object = value as Record<string, unknown>
  if (node.kind === 'union') {
    const arm = node.arms.find(({ word }) => word === object[node.tag])
    if (!arm) return value
    const { [node.tag]: word, ...rest } = sentFields(object, arm.object.fields)
    return { [String(word)]: arm.object.fields.length > 1 ? rest : true }
  }
  return node.kind === 'object' ? sentFields(object, node.fields) : value
}

function sentFields(value: Record<string, unknown>, fields: Field[]): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.name, field.node]))
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      known.has(name) ? sent(held, known.get(name)!) : held,
    ]),
  )
}

function received(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(received)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name.replace(/^u\d+_/, ''), received(held)]),
  )
}
