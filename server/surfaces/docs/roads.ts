/** One operation by every road there is to it, each as something to copy: the same input, in the words of the road. */
import type { App } from '#kit/app.ts'
import type { Operation } from '#kit/operation.ts'
import { isBatch } from '../batch.ts'
import { argumentsOf, graphqlName } from '../graphql-sdl.ts'
import { mustBeConfirmed, toolName } from '../mcp/tools.ts'
import { methodPath } from '../proto-model.ts'
import { routeInputs } from '../route-inputs.ts'
import { placeOf, type Place } from '../schema-node.ts'
import { graphqlVariables, partOf, protoJson, sampleOf, type Sample } from './sample.ts'

export interface Road {
  name: string
  /** What it is called there. */
  called: string
  code: string
  /** What a reader has to know besides. */
  says?: string
}

type Around = Pick<App['config'], 'publicUrl' | 'grpcPort'>

export function roadsOf(operation: Operation, around: Around): Road[] {
  const sample = sampleOf(operation)
  const roads = isBatch(operation) ? OF_BATCHES : ROADS
  return roads.map((road) => road(operation, sample, around))
}

const json = (value: unknown) => JSON.stringify(value, null, 2)
/** In single quotes, as a shell takes it. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
const isKnown = ({ access }: Operation) => access.rule !== 'anyone'

export function addressOf(operation: Operation, sample: Sample): string {
  const { query } = routeInputs(operation)
  const path = operation.rest.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(sample[name])),
  )
  const asked = new URLSearchParams(
    Object.entries(partOf(sample, query)).map(([name, value]) => [name, String(value)]),
  )
  return asked.size > 0 ? `${path}?${asked}` : path
}

function rest(operation: Operation, sample: Sample, { publicUrl }: Around): Road {
  const { method, path } = operation.rest
  const { body } = routeInputs(operation)
  const lines = [
    `curl${operation.kind === 'stream' ? ' -N' : ''}${method === 'GET' ? '' : ` -X ${method}`} ${quoted(publicUrl + addressOf(operation, sample))}`,
    isKnown(operation) && `-H "Authorization: Bearer $TOKEN"`,
    operation.idempotency !== 'none' && `-H "Idempotency-Key: $(uuidgen)"`,
    body.length > 0 && `-H 'Content-Type: application/json'`,
    body.length > 0 && `-d ${quoted(json(partOf(sample, body)))}`,
  ]
  return { name: 'REST', called: `${method} ${path}`, code: lines.filter(Boolean).join(' \\\n  ') }
}

function typedClient(operation: Operation, sample: Sample, { publicUrl }: Around): Road {
  const name = `store.${operation.id}`
  const given = Object.keys(sample).length > 0 ? unquoted(json(sample)) : ''
  const call =
    operation.kind === 'stream'
      ? `for await (const now of ${name}(${given})) console.log(now)`
      : `const answer = await ${name}(${given})`
  const token = isKnown(operation) ? ', token' : ''
  return {
    name: 'TypeScript',
    called: name,
    code: `import { createClient } from '@quayside/client'\n\nconst store = createClient({ origin: '${publicUrl}'${token} })\n${call}`,
  }
}

/** JSON as it is written in TypeScript. */
const unquoted = (text: string) => text.replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')

const KINDS = { query: 'query', command: 'mutation', stream: 'subscription' } as const

function graphql(operation: Operation, sample: Sample): Road {
  const name = graphqlName(operation.id)
  const given = argumentsOf(operation).filter(({ name: each }) => each in sample)
  const declared = given.map((each) => `$${each.name}: ${each.type}`).join(', ')
  const passed = given.map((each) => `${each.name}: $${each.name}`).join(', ')
  const [head, call] = given.length > 0 ? [` (${declared})`, `${name}(${passed})`] : ['', name]
  const document = `${KINDS[operation.kind]}${head} {\n  ${call} ${chosen(placeOf(operation.output), '  ', 3)}\n}`
  const variables = given.length > 0 ? `\n\n# variables\n${json(graphqlVariables(operation, sample))}` : ''
  const address = operation.audience === 'shop' ? '/graphql' : '/graphql/admin'
  return {
    name: 'GraphQL',
    called: name,
    code: document + variables,
    says: operation.kind === 'stream' ? `WebSocket ${address}, graphql-transport-ws` : `POST ${address}`,
  }
}

const [MOST_PLAIN, MOST_INSIDE] = [6, 2]

/** Some of what is answered: plain fields first, then a little of what lies below. */
function chosen({ node }: Place, indent: string, levels: number): string {
  if (node.kind === 'list') return chosen(node.item, indent, levels)
  if (node.kind !== 'object') return '{ __typename }'
  const inner = `${indent}  `
  const isDeep = ({ node: each }: Place): boolean =>
    each.kind === 'list' ? isDeep(each.item) : each.kind === 'object' || each.kind === 'union'
  const plain = node.fields.filter((field) => !isDeep(field)).slice(0, MOST_PLAIN)
  const deep = levels > 1 ? node.fields.filter(isDeep).slice(0, MOST_INSIDE) : []
  const names = plain.length > 0 ? plain.map(({ name }) => name) : deep.length > 0 ? [] : ['__typename']
  if (deep.length === 0) return `{ ${names.join(' ')} }`
  const lines = [
    ...(names.length > 0 ? [names.join(' ')] : []),
    ...deep.map((field) => `${field.name} ${chosen(field, inner, levels - 1)}`),
  ]
  return `{\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}}`
}

function grpc(operation: Operation, sample: Sample, { publicUrl, grpcPort }: Around): Road {
  const { hostname, protocol } = new URL(publicUrl)
  const method = methodPath(operation).slice(1)
  const lines = [
    `grpcurl${protocol === 'https:' ? '' : ' -plaintext'}`,
    isKnown(operation) && `-H "authorization: Bearer $TOKEN"`,
    `-d ${quoted(json(protoJson(operation, sample)))}`,
    `${hostname}:${grpcPort} ${method}`,
  ]
  const says = grpcPort === 0 ? { says: 'This store has no port for it: GRPC_PORT is 0' } : {}
  return { name: 'gRPC', called: method, code: lines.filter(Boolean).join(' \\\n  '), ...says }
}

function live(operation: Operation, sample: Sample): Road {
  const kind = operation.kind === 'stream' ? 'subscribe' : 'call'
  return {
    name: 'WebSocket',
    called: `${kind} ${operation.id}`,
    code: json({ kind, id: '1', operation: operation.id, input: sample }),
    says: '/live, one JSON object a frame',
  }
}

function tool(operation: Operation, sample: Sample): Road {
  const name = toolName(operation)
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: sample } }
  return {
    name: 'MCP',
    called: name,
    code: json(message),
    says: mustBeConfirmed(operation)
      ? 'POST /mcp; done in two steps: what is answered first carries a confirmationToken for the second'
      : 'POST /mcp',
  }
}

function commandLine(operation: Operation, sample: Sample): Road {
  const given = Object.keys(sample).length > 0 ? ` ${quoted(JSON.stringify(sample))}` : ''
  const { id, kind } = operation
  return {
    name: 'Command line',
    called: isBatch(operation) ? 'batch' : id,
    code: `npm run quayside -- ${isBatch(operation) ? 'batch' : id}${given}`,
    ...(kind === 'stream' ? { says: 'Tells how it is now, once' } : {}),
  }
}

const ROADS = [rest, typedClient, graphql, grpc, live, tool, commandLine]
/** GraphQL has its own way to ask several things at once; gRPC and MCP have none. */
const OF_BATCHES = [rest, typedClient, live, commandLine]
