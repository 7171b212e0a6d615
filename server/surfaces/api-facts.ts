/**
 * What an OpenAPI document promises, as one short line for each promise: what versions are compared by.
 *
 * Read from the document alone, so that one of an older version is read as well. Texts
 * that only explain are no promise; neither are the refusals that any operation may answer.
 */
import { commonFailures } from '#kit/failure.ts'
import { httpFailures } from './problems.ts'

interface Schema {
  $ref?: string
  type?: string
  format?: string
  pattern?: string
  enum?: string[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}
interface Described {
  operationId: string
  parameters: { $ref?: string; name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content: Record<string, { schema: Schema }> }>
}
export interface ApiDocument {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}

const SAME_EVERYWHERE = new Set([...commonFailures, ...httpFailures].map(({ code }) => code))

/** Every text for people has it, and it tells nothing new. */
const NOT_BLANK = '\\S'

/** `cart.addItem | takes quantity | integer 1..999, needed`: of what, what about it, and how it is. Sorted. */
export function apiFacts(document: ApiDocument): string[] {
  const { schemas } = document.components
  const [sent, answered] = [new Set<string>(), new Set<string>()]
  const found: string[] = []
  const say = (...parts: [of: string, about: string, is: string]) => found.push(parts.join(' | '))
  const sayTaken = (of: string, name: string, schema: Schema, isNeeded = false) => {
    reach(schema, schemas, sent)
    say(of, `takes ${name}`, typeText(schema) + (isNeeded ? ', needed' : ''))
  }

  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, described] of Object.entries(methods)) {
      const { operationId: of } = described
      say(of, 'is at', `${method.toUpperCase()} ${path}`)
      for (const { name, required, schema } of described.parameters.filter((each) => !each.$ref))
        sayTaken(of, name, schema, required)
      const body = described.requestBody?.content['application/json']?.schema
      for (const [name, schema] of Object.entries(body?.properties ?? {}))
        sayTaken(of, name, schema, body?.required?.includes(name))
      for (const [status, answer] of Object.entries(described.responses)) {
        const [type, media] = Object.entries(answer.content)[0]!
        if (Number(status) >= 300)
          for (const code of codesOf(media.schema, schemas)) say(of, `refuses ${code}`, `with ${status}`)
        else {
          reach(media.schema, schemas, answered)
          say(of, `answers ${status}`, `${typeText(media.schema)} as ${type}`)
        }
      }
    }

  for (const [name, schema] of Object.entries(schemas)) {
    for (const [field, inside] of Object.entries(schema.properties ?? {})) {
      const isThere = schema.required?.includes(field)
      if (answered.has(name))
        say(name, `has ${field}`, typeText(inside) + (isThere ? '' : ', if there is one'))
      if (sent.has(name)) say(name, `takes ${field}`, typeText(inside) + (isThere ? ', needed' : ''))
    }
    if (!answered.has(name) && !sent.has(name)) continue
    for (const word of schema.enum ?? []) say(name, `may be ${word}`, 'a word')
    for (const arm of schema.oneOf ?? []) say(name, `may be ${typeText(arm)}`, 'a shape')
    if (!schema.properties && !schema.enum && !schema.oneOf) say(name, 'is', typeText(schema))
  }
  return found.sort()
}

/** Adds the names of all shapes that a value of this schema may be made of. */
function reach(schema: Schema, schemas: Record<string, Schema>, names: Set<string>): void {
  const name = schema.$ref?.split('/').at(-1)
  if (name !== undefined) {
    if (names.has(name)) return
    names.add(name)
    return reach(schemas[name] ?? {}, schemas, names)
  }
  const inside = [
    schema.items ?? [],
    schema.anyOf ?? [],
    schema.oneOf ?? [],
    Object.values(schema.properties ?? {}),
  ]
  for (const each of inside.flat()) reach(each, schemas, names)
}

function codesOf(schema: Schema, schemas: Record<string, Schema>): string[] {
  const codes = (schema.oneOf ?? [schema]).map(({ $ref }) => {
    const problem = schemas[$ref?.split('/').at(-1) ?? ''] as { allOf?: Schema[] } | undefined
    return String(problem?.allOf?.[1]?.properties?.['code']?.const)
  })
  return codes.filter((code) => !SAME_EVERYWHERE.has(code))
}

function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1)!
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.join(' or ')
  const arms = schema.anyOf ?? schema.oneOf
  if (arms) return arms.map(typeText).join(' or ')
  if (schema.items) return `list of ${typeText(schema.items)}${range(schema.minItems, schema.maxItems)}`
  const limits = range(schema.minimum ?? schema.minLength, schema.maximum ?? schema.maxLength)
  const like = schema.pattern && schema.pattern !== NOT_BLANK ? ` like ${schema.pattern}` : ''
  return `${schema.type ?? 'anything'}${limits}${like}`
}

function range(from: number | undefined, to: number | undefined): string {
  return from === undefined && to === undefined ? '' : ` ${from ?? ''}..${to ?? ''}`
}
