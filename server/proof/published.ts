/**
 * Holds what really went over the wire against the document that tells strangers about it.
 *
 * Only the document is believed: which way there is, which parameters it takes, which statuses, media types,
 * headers and shapes it answers. What was accepted fits the body that is described, too.
 */
import type { XSchema } from 'typebox/schema'
import { Compile } from 'typebox/schema'

type Json = Record<string, unknown>

interface Parameter {
  name: string
  in: string
  required?: boolean
  style?: string
}
interface Media {
  schema: Json
}
interface Described {
  operationId: string
  parameters: (Parameter & { $ref?: string })[]
  requestBody?: { required: boolean; content: Record<string, Media> }
  responses: Record<string, { headers?: Record<string, unknown>; content: Record<string, Media> }>
}

export interface Published {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Json>; parameters: Record<string, Parameter> }
}

export interface Exchange {
  method: string
  /** Path and query as they were sent. */
  url: string
  /** What was sent as JSON; undefined when there was no body. */
  sent?: unknown
  /** Names of the headers that were sent, lower case. */
  headersSent: readonly string[]
  status: number
  headers: Readonly<Record<string, unknown>>
  body: string
}

/** What the exchange does that the document does not tell, as sentences; empty when all is told. */
export type Judge = (exchange: Exchange) => string[]

export function judgeBy(document: Published): Judge {
  const ways = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      steps: template.split('/'),
      described,
      parameters: described.parameters.map(({ $ref, ...own }) =>
        $ref ? document.components.parameters[$ref.split('/').at(-1)!]! : own,
      ),
    })),
  )
  const compiled = new Map<Json, ReturnType<typeof Compile>>()
  const faultsOf = (schema: Json, value: unknown, what: string): string[] => {
    let check = compiled.get(schema)
    if (!check) {
      check = Compile({ ...schema, components: document.components } as XSchema)
      compiled.set(schema, check)
    }
    if (check.Check(value)) return []
    const [first] = check.Errors(value)[1]
    return [`${what} ${first?.instancePath ?? ''} ${first?.message ?? 'does not fit'}`]
  }

  return (exchange) => {
    const { pathname, searchParams } = new URL(exchange.url, 'http://store')
    const way = ways.find(({ method, steps }) => method === exchange.method && leads(steps, pathname))
    if (!way && exchange.status >= 400 && exchange.status < 500) return []
    if (!way) return [`${exchange.method} ${pathname} is not in the document, and answers ${exchange.status}`]
    const { described, parameters } = way
    const told: string[] = []
    const answer = described.responses[exchange.status]
    if (!answer) return [`${described.operationId} does not tell of status ${exchange.status}`]

    const type = String(exchange.headers['content-type'] ?? '').split(';')[0]!
    const media = answer.content[type]
    if (!media) told.push(`status ${exchange.status} is ${type}, told are ${Object.keys(answer.content)}`)
    for (const name of Object.keys(answer.headers ?? {}))
      if (!(name.toLowerCase() in exchange.headers)) told.push(`the answer has no ${name}`)
    // A choice of fields is told in words: its answer is a part of the shape.
    const isWhole = !searchParams.has('fields')
    if (media && isWhole && type.endsWith('json') && exchange.body !== '')
      told.push(...faultsOf(media.schema, JSON.parse(exchange.body), 'the answer’s'))

    if (exchange.status < 300) told.push(...accepted(exchange, described, parameters, searchParams, faultsOf))
    return told.map((fault) => `${described.operationId}: ${fault}`)
  }
}

/** What was taken in must be what the document says is taken in. */
function accepted(
  { sent, headersSent }: Exchange,
  { requestBody }: Described,
  parameters: Parameter[],
  query: URLSearchParams,
  faultsOf: (schema: Json, value: unknown, what: string) => string[],
): string[] {
  const told: string[] = []
  const named = (place: string) => parameters.filter((each) => each.in === place)
  for (const name of query.keys()) {
    const isTold = named('query').some(
      (each) => each.name === name || (each.style === 'deepObject' && name.startsWith(`${each.name}[`)),
    )
    if (!isTold) told.push(`took ?${name}, which is not in the document`)
  }
  for (const { name, required } of named('query'))
    if (required && !query.has(name)) told.push(`did without ?${name}, which is said to be needed`)
  for (const { name, required } of named('header'))
    if (required && !headersSent.includes(name.toLowerCase()))
      told.push(`did without ${name}, which is said to be needed`)
  const isSent = sent !== undefined && Object.keys(sent as Json).length > 0
  if (!requestBody) return isSent ? [...told, 'took a body, and none is in the document'] : told
  if (!isSent)
    return requestBody.required ? [...told, 'did without the body that is said to be needed'] : told
  return [...told, ...faultsOf(requestBody.content['application/json']!.schema, sent, 'the question’s')]
}

function leads(steps: string[], path: string): boolean {
  const taken = path.split('/')
  return (
    taken.length === steps.length &&
    steps.every((step, at) => (step.startsWith('{') ? taken[at] !== '' : step === taken[at]))
  )
}
