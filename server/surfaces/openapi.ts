/**
 * The OpenAPI 3.1 document of `/v1` and `/v1/admin`, from the operations alone.
 *
 * Shapes stand by their name under components. Operations that only the store's own
 * processes may call have no road from outside and are not in it.
 */
import type { Operation } from '#kit/operation.ts'
import { batchesOf } from './batch.ts'
import { exampleOf, schemaRef, type Components, type Json } from './openapi-schema.ts'
import { problemResponses } from './openapi-problems.ts'
import { routeInputs, templateOf } from './route-inputs.ts'
import { objectOf, placeOf, shapeAt, type Field, type Raw } from './schema-node.ts'
import { operationsOf, vocabularyOf, type Projected } from './vocabulary.ts'

/** The day of the newest released version. Raised on release: `npm run contracts` then writes down what it promises. */
export const API_VERSION = '2026-11-21'

const INTRODUCTION = `Everything this store does, over HTTP and JSON.

Money is in minor units of its currency (cents for EUR). Moments are UTC with three digits of a second.
Send an \`Idempotency-Key\` with every write: the same key sent again answers what the first one did.
Refusals are problem documents (RFC 9457) told apart by \`code\`; a method that a path does not have answers 405
with \`Allow\`. New fields, new words in lists of words and
new problem codes may come at any time; nothing here is renamed or taken away within \`/v1\`. [What changed from version to version](/docs/changes.md).
The same operations are asked by GraphQL at \`/graphql\` and \`/graphql/admin\`.`

export function openapi(app: Projected): object {
  const { edges } = vocabularyOf(app)
  const components: Components = { schemas: {}, edges, custom: app.config?.custom ?? {} }
  const paths: Record<string, Json> = {}
  const operations = operationsOf(app)
  for (const operation of operations) {
    const path = (paths[templateOf(operation.rest.path)] ??= {})
    path[operation.rest.method.toLowerCase()] = describe(operation, components)
  }
  const batches = batchesOf(operations)
  for (const batch of batches) paths[batch.rest.path] = { post: describeBatch(batch, components) }
  const tags = [
    ...new Set([...operations.map(({ id }) => id.split('.')[0]!), ...batches.map(() => BATCH_TAG)]),
  ]
  return {
    openapi: '3.1.1',
    info: {
      title: 'Quayside',
      version: API_VERSION,
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    tags: tags.sort().map((name) => ({ name })),
    paths: sorted(paths),
    components: { schemas: sorted(components.schemas), parameters: PARAMETERS, securitySchemes: SECURITY },
  }
}

const SECURITY = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'qs_session',
    description: 'Set by log-in; `__Host-qs_session` over https.',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'The `token` of a log-in, or an API key.' },
}

const header = (name: string, description: string, schema: Json, required = false) => ({
  name,
  in: 'header',
  description,
  required,
  schema,
})
const KEY = { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' }
const PARAMETERS = {
  IdempotencyKey: header(
    'Idempotency-Key',
    'Makes a repeat of this request harmless; any unique text, such as a UUID.',
    KEY,
  ),
  IdempotencyKeyNeeded: header(
    'Idempotency-Key',
    'Needed: makes a repeat of this request harmless.',
    KEY,
    true,
  ),
  IfMatch: header('If-Match', 'The `ETag` last seen; fills `expectedVersion`.', {
    type: 'string',
    maxLength: 80,
  }),
  AcceptLanguage: header('Accept-Language', 'Languages of texts and messages, most wanted first.', {
    type: 'string',
    maxLength: 200,
  }),
  Currency: header('Quayside-Currency', 'Currency of prices, when the store has several.', {
    type: 'string',
    pattern: '^[A-Z]{3}$',
  }),
  Market: header(
    'Quayside-Market',
    'Market by its code, when the store has several: whose currency, and whether prices are told with tax.',
    { type: 'string', maxLength: 100 },
  ),
  Bypass: header('Quayside-Bypass', 'Lets in while the store is closed for maintenance.', {
    type: 'string',
    maxLength: 100,
  }),
  Channel: header('Quayside-Channel', 'Sales channel, when the store has several.', {
    type: 'string',
    maxLength: 100,
  }),
  LastEventId: header('Last-Event-ID', 'Sent by a client that comes back to a stream.', {
    type: 'string',
    maxLength: 100,
  }),
  Fields: {
    name: 'fields',
    in: 'query',
    description: 'Only these fields, at the top and one level below: `id,price.amount`.',
    schema: { type: 'string', maxLength: 2000 },
  },
}

function describe(operation: Operation, into: Components): Json {
  const { body } = routeInputs(operation)
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    tags: [operation.id.split('.')[0]],
    security: securityOf(operation),
    parameters: parametersOf(operation, into),
    ...(body.length > 0 ? { requestBody: bodyOf(operation, body, into) } : {}),
    responses: { [operation.status]: success(operation, into), ...problemResponses(operation, into) },
  }
}

const BATCH_TAG = 'batch'
const FIELDS = '#/components/parameters/Fields'

/** Like any write, but that nothing is chosen from its answer, and that it may be done in part. */
function describeBatch(batch: Operation, into: Components): Json {
  const told = describe(batch, into)
  const parameters = (told['parameters'] as Json[]).filter((each) => each['$ref'] !== FIELDS)
  const responses = told['responses'] as Record<string, Json>
  const inPart = { ...responses['200'], description: 'Some items are refused, and say why.' }
  return { ...told, tags: [BATCH_TAG], parameters, responses: { ...responses, 207: inPart } }
}

function securityOf({ access }: Operation): Json[] {
  const known = [{ session: [] }, { bearer: [] }]
  if (access.rule === 'anyone') return []
  return access.rule === 'visitor' ? [{}, ...known] : known
}

function parametersOf(operation: Operation, into: Components): Json[] {
  const { path, query } = routeInputs(operation)
  const ref = (name: keyof typeof PARAMETERS) => ({ $ref: `#/components/parameters/${name}` })
  const own = (field: Field) => rawOf(operation, field.name)
  const found: Json[] = path.map((field) => ({
    name: field.name,
    in: 'path',
    required: true,
    schema: schemaRef(own(field), into),
  }))
  for (const field of query) found.push(...queryParameters(field, own(field), into))
  if (operation.kind !== 'stream') {
    const expansions = expansionsOf(operation, into)
    if (expansions) found.push(expansions)
    found.push(ref('Fields'))
  }
  if (operation.kind === 'stream') found.push(ref('LastEventId'))
  if (operation.idempotency !== 'none')
    found.push(ref(operation.idempotency === 'required' ? 'IdempotencyKeyNeeded' : 'IdempotencyKey'))
  if ('expectedVersion' in operation.input.properties) found.push(ref('IfMatch'))
  return [...found, ref('AcceptLanguage'), ref('Currency'), ref('Market'), ref('Channel'), ref('Bypass')]
}

function rawOf(operation: Operation, name: string): Raw {
  return (operation.input.properties as Record<string, Raw>)[name]!
}

/** `price[gte]=100` for filters, `sort=-price` for orders, everything else by its name; lists are joined by commas. */
function queryParameters(field: Field, raw: Raw, into: Components): Json[] {
  const { node } = field
  if (node.kind === 'object' && node.role === 'filter') {
    return Object.entries(raw.properties!).map(([name, operators]) => ({
      name,
      in: 'query',
      style: 'deepObject',
      explode: true,
      description: Object.keys(operators.properties ?? {})
        .map((operator) => `\`${name}[${operator}]\``)
        .join(', '),
      schema: schemaRef(operators, into),
    }))
  }
  if (node.kind === 'object' && node.role === 'sort') {
    const words = (raw.properties!['by']!.enum ?? []).flatMap((word) => [word, `-${word}`])
    return [
      {
        name: field.name,
        in: 'query',
        description: 'With `-` from last to first.',
        schema: { type: 'string', enum: words },
      },
    ]
  }
  const style =
    node.kind === 'list'
      ? { style: 'form', explode: false }
      : node.kind === 'custom'
        ? { style: 'deepObject', explode: true }
        : {}
  return [
    { name: field.name, in: 'query', required: !field.optional, ...style, schema: schemaRef(raw, into) },
  ]
}

function expansionsOf(operation: Operation, into: Components): Json | null {
  const shape = shapeAt(placeOf(operation.output))
  const items = shape?.kind === 'object' ? shape.fields.find((field) => field.name === 'items') : undefined
  const names = [shape, items && shapeAt(items)].map((each) => each?.name ?? '')
  const optional = names.flatMap((name) => into.edges.get(name) ?? []).filter((edge) => !edge.included)
  if (optional.length === 0) return null
  const list = optional.map((edge) => `\`${edge.name}\``).join(', ')
  return {
    name: 'expand',
    in: 'query',
    description: `What else to bring along: ${list}, and what belongs to those (\`a.b\`, three levels).`,
    schema: { type: 'string', maxLength: 2000 },
  }
}

function bodyOf(operation: Operation, body: Field[], into: Components): Json {
  const fields = body.map((field) => [field.name, rawOf(operation, field.name)] as const)
  const required = body.filter((field) => !field.optional).map((field) => field.name)
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, raw]) => [name, schemaRef(raw, into)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
  const example = Object.fromEntries(
    fields.filter(([name]) => name !== 'expectedVersion').map(([name, raw]) => [name, exampleOf(raw, 1)]),
  )
  return { required: required.length > 0, content: { 'application/json': { schema, example } } }
}

function success(operation: Operation, into: Components): Json {
  const schema = schemaRef(operation.output, into)
  if (operation.kind === 'stream') {
    return {
      description:
        'Server-sent events: the `data` of each is the present state as JSON; sent at once and after every change.',
      content: { 'text/event-stream': { schema } },
    }
  }
  const versioned = objectOf(operation.output).fields.some((field) => field.name === 'version')
  return {
    description: 'Done.',
    ...(versioned || operation.kind === 'query'
      ? { headers: { ETag: { schema: { type: 'string' }, description: 'Version of this answer.' } } }
      : {}),
    content: { 'application/json': { schema } },
  }
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
