/**
 * From address and body to an operation's input.
 *
 * Text of the path and the query becomes numbers, booleans and lists (`ids=a,b` or
 * `ids=a&ids=b`) as the schema says; what does not look like one stays text, and
 * `invoke` refuses it by name. A body is taken as it is: "5" in JSON is never the
 * number 5.
 */
import type { FastifyRequest } from 'fastify'
import { NotFound, UnknownField, type FieldError } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { unreadable } from './problems.ts'

export type Input = Record<string, unknown>
type Query = Record<string, string | string[]>

interface Node {
  type?: string
  const?: unknown
  role?: string
  scalar?: string
  anyOf?: Node[]
  items?: Node
  properties?: Record<string, Node>
}

/** `?fields=` and `?expand=` choose from the answer; they are not part of the input. */
export interface Chosen {
  fields: string | undefined
  expand: string | undefined
}

export interface InputReader {
  /** The input of a request; `chosen` is filled with what the query chooses. Null: there is nothing to choose from. */
  read: (request: FastifyRequest, chosen: Chosen | null) => Input
}

export function inputReader(operation: Operation): InputReader {
  const root = operation.input as unknown as Node
  const properties = root.properties ?? {}
  const inPath = [...operation.rest.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const missing = inPath.find((name) => !Object.hasOwn(properties, name))
  if (missing) throw new Error(`${operation.id}: the path names ${missing}, the input does not.`)
  const isWrite = operation.rest.method !== 'GET'
  const hasBody = isWrite && operation.rest.method !== 'DELETE' // a DELETE says the rest of its input in the query
  const takesVersion = Object.hasOwn(properties, 'expectedVersion')
  const filter = Object.keys(properties).find((name) => properties[name]!.role === 'filter')

  const read = (request: FastifyRequest, chosen: Chosen | null): Input => {
    const input: Input = hasBody ? bodyOf(request.body, inPath) : withoutBody(request.body)
    const params = request.params as Record<string, string>
    for (const name of inPath) {
      if (params[name] === '') throw NotFound({})
      input[name] = typed(params[name]!, properties[name]!)
    }
    if (request.raw.url!.includes('?')) {
      readQuery(request, {
        input,
        chosen,
        properties: hasBody ? {} : properties,
        filter: hasBody ? undefined : filter,
      })
    }
    const ifMatch = request.raw.headers['if-match']
    if (ifMatch !== undefined && isWrite) readVersion(ifMatch, input, takesVersion)
    return input
  }
  return { read }
}

function bodyOf(body: unknown, inPath: string[]): Input {
  if (body === undefined) return {}
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw unreadable('', 'type', 'The body must be a JSON object.')
  const twice = inPath.filter((name) => Object.hasOwn(body, name))
  if (twice.length > 0) throw unknown(twice, 'The address already says this.')
  return body as Input
}

function withoutBody(body: unknown): Input {
  if (body === undefined) return {}
  throw unreadable('', 'no_body', 'This takes no body; say it in the query.')
}

/** `"7"`, as `ETag` gave it; what follows a hyphen is about the bytes and not the version. */
const VERSION_TAG = /^(?:W\/)?"(\d{1,10})(?:-[\w-]*)?"$/

function readVersion(tag: string, input: Input, takesVersion: boolean): void {
  if (tag.trim() === '*') return
  if (!takesVersion) throw unknown(['If-Match'], 'This has no version to compare.')
  const version = VERSION_TAG.exec(tag.trim())?.[1]
  if (version === undefined) throw unreadable('If-Match', 'format', 'If-Match takes one ETag, such as "7".')
  if (input['expectedVersion'] !== undefined && input['expectedVersion'] !== Number(version)) {
    throw unreadable('If-Match', 'conflict', 'If-Match and `expectedVersion` differ.')
  }
  input['expectedVersion'] = Number(version)
}

interface Reading {
  input: Input
  chosen: Chosen | null
  properties: Record<string, Node>
  filter: string | undefined
}

function readQuery(request: FastifyRequest, reading: Reading): void {
  mustDecode(request.raw.url!)
  const query = request.query as Query
  const strangers: string[] = []
  for (const name of Object.keys(query)) if (!readParameter(name, query[name]!, reading)) strangers.push(name)
  if (strangers.length > 0) throw unknown(strangers, 'There is no such field.')
}

/** NOTE: the parser passes over malformed escapes in silence; `%zz` would be searched for literally. */
function mustDecode(url: string): void {
  if (!url.includes('%')) return
  try {
    decodeURIComponent(url)
  } catch {
    throw unreadable('', 'address', 'The query is not encoded as it should be.')
  }
}

/** Answers false when there is no such field. */
function readParameter(
  name: string,
  value: string | string[],
  { input, chosen, properties, filter }: Reading,
): boolean {
  if (Object.hasOwn(properties, name)) {
    input[name] = typed(value, properties[name]!)
    return true
  }
  if (chosen && (name === 'fields' || name === 'expand')) {
    chosen[name] = Array.isArray(value) ? value.join(',') : value
    return true
  }
  const steps = name.endsWith(']') ? name.slice(0, -1).split(/\]?\[/) : [name]
  if (Object.hasOwn(properties, steps[0]!)) return steps.length > 1 && readAt(input, properties, steps, value)
  if (filter === undefined) return false
  return readAt(input, properties, [filter, ...steps], value)
}

const MAX_STEPS = 4

/** Walks `price[gte]` down the schema, making the objects on the way. A filter without operator means `eq`. */
function readAt(
  input: Input,
  properties: Record<string, Node>,
  steps: string[],
  value: string | string[],
): boolean {
  // Setting it would say nothing, and a filter that says nothing lets everything through.
  if (steps.length > MAX_STEPS || steps.includes('__proto__')) return false
  let here = input
  let known: Record<string, Node> = properties
  let inFilter = false
  for (const [index, step] of steps.entries()) {
    if (!Object.hasOwn(known, step)) return false
    const node = objectNode(known[step]!)
    inFilter ||= node.role === 'filter'
    if (index === steps.length - 1) {
      const operand = inFilter && node.properties?.['eq']
      if (operand) here[step] = { ...(here[step] as object | undefined), eq: typed(value, operand) }
      else here[step] = typed(value, node)
      return true
    }
    if (node.scalar === 'Custom') return readOwn(input, steps, index, value)
    if (!node.properties) return false
    here[step] ??= {}
    if (typeof here[step] !== 'object')
      throw unreadable(steps.join('.'), 'conflict', 'This is said in two ways at once.')
    here = here[step] as Input
    known = node.properties
  }
  return false
}

/** `custom[careLabel]=wool`, `custom[lengthCm][gte]=40`: text, as only the store's declaration knows its types. */
function readOwn(input: Input, steps: string[], from: number, value: string | string[]): boolean {
  let here = input
  for (const step of steps.slice(0, -1)) {
    if (!Object.hasOwn(here, step)) here[step] = {}
    if (typeof here[step] !== 'object')
      throw unreadable(steps.join('.'), 'conflict', 'This is said in two ways at once.')
    here = here[step] as Input
  }
  if (steps.length - from > 3) return false
  here[steps.at(-1)!] = value
  return true
}

/** What a nullable schema holds beside null. */
function objectNode(node: Node): Node {
  return node.anyOf?.find((arm) => arm.type !== 'null') ?? node
}

function typed(value: string | string[], schema: Node): unknown {
  const node = objectNode(schema)
  if (node.role === 'sort') return typeof value === 'string' ? sortOf(value) : value
  if (node.items)
    return (Array.isArray(value) ? value : value.split(',')).map((item) => typed(item, node.items!))
  if (typeof value !== 'string') return value
  return scalar(value, node.type ?? typeof node.const)
}

function scalar(text: string, type: string): unknown {
  switch (type) {
    case 'integer':
    case 'number':
      return /^-?\d{1,17}(\.\d{1,17})?$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    default:
      return text
  }
}

function sortOf(word: string): { by: string; desc?: boolean } {
  return word.startsWith('-') ? { by: word.slice(1), desc: true } : { by: word }
}

function unknown(names: string[], message: string) {
  const errors: FieldError[] = names
    .slice(0, 20)
    .map((name) => ({ path: name, code: 'unknown_field', message }))
  return UnknownField({}, { errors })
}
