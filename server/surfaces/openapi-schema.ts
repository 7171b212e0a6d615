/**
 * JSON Schema (2020-12) for OpenAPI: named shapes become references, our own keywords stay at home.
 *
 * Named scalars are components too, each with an example, so that a reader and a
 * "try it" form see what a value looks like.
 */
import type { TSchema } from 'typebox'
import { writtenBy, type CustomFields } from '#kit/custom.ts'
import type { Edge } from '#kit/edge.ts'
import { Cursor } from '#kit/page.ts'
import {
  Count,
  Country,
  Currency,
  Day,
  Decimal,
  Email,
  Gtin,
  Id,
  Instant,
  Key,
  Link,
  Locale,
  Minor,
  Nullable,
  Phone,
  Slug,
  Token,
  Url,
} from '#kit/types.ts'
import type { Raw } from './schema-node.ts'
import { edgeField } from './vocabulary.ts'

export type Json = Record<string, unknown>

/** Scalars that are components; `Text` and `Int` always carry their own limits and stand where they are used. */
const SHARED: Record<string, TSchema> = {
  Id,
  Slug,
  Key,
  Token,
  Email,
  Phone,
  Gtin,
  Country,
  Currency,
  Locale,
  Url,
  Link,
  Instant,
  Day,
  Decimal,
  Count,
  Minor,
  Cursor,
}

const FORMATS: Record<string, string | undefined> = {
  text: undefined,
  words: undefined,
  instant: 'date-time',
  day: 'date',
  weburl: 'uri',
}

const EXAMPLES: Record<string, unknown> = {
  Id: '0199c1a0-5b7e-7c3d-9a41-5e0f6b2d8c17',
  Slug: 'green-tea',
  Key: 'standard',
  Token: 'r2Jv0y4kQb6mX8pT1sWn',
  Email: 'alice@example.com',
  Phone: '+4915112345678',
  Gtin: '4006381333931',
  Country: 'DE',
  Currency: 'EUR',
  Locale: 'en',
  Url: 'https://shop.example/tea',
  Link: '/products/green-tea',
  Instant: '2030-01-31T09:30:00.000Z',
  Day: '2030-01-31',
  Decimal: '12.5',
  Count: 12,
  Minor: 1250,
  Cursor: 'WyJuYW1lIiwiR3JlZW4iXQ',
}

const KEPT = [
  'type',
  'const',
  'enum',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'examples',
  'minItems',
  'maxItems',
  'maxProperties',
  'required',
  'additionalProperties',
  'default',
  'description',
] as const

export interface Components {
  schemas: Record<string, Json>
  edges: ReadonlyMap<string, Edge[]>
  /** Fields of the store's own, where a running store describes itself. */
  custom: CustomFields
}

/** The schema where it is used: a reference when it has a name. Fills `into` with what it refers to. */
export function schemaRef(schema: TSchema | Raw, into: Components): Json {
  const raw = schema as Raw
  const name = raw.$id ?? sharedName(raw)
  if (!name) return definition(raw, into)
  if (!into.schemas[name]) {
    into.schemas[name] = {} // holds the place while the inside is read
    into.schemas[name] = definition(raw, into)
  }
  return { $ref: `#/components/schemas/${name}` }
}

/** A scalar's name, unless its limits here are narrower or wider than those of the name. */
function sharedName(raw: Raw): string | undefined {
  const shared = SHARED[raw.scalar ?? '']
  const isSame = (keyword: string) => Reflect.get(raw, keyword) === Reflect.get(shared!, keyword)
  return shared && [...KEPT, 'format'].every(isSame) ? raw.scalar : undefined
}

function definition(raw: Raw, into: Components): Json {
  const found: Json = {}
  for (const keyword of KEPT) {
    const value = (raw as Record<string, unknown>)[keyword]
    if (value !== undefined) found[keyword] = value
  }
  const format = (raw as { format?: string }).format
  const shown = format && format in FORMATS ? FORMATS[format] : format
  if (shown) found['format'] = shown
  // More than white space, told in the words of JSON Schema.
  if (format === 'words') found['pattern'] = '\\S'
  if (raw.scalar && raw.scalar in EXAMPLES) found['examples'] ??= [EXAMPLES[raw.scalar]]
  if (raw.scalar === 'Custom') return ownFields(raw, into)
  if (raw.anyOf) return { ...found, ...union(raw, into) }
  if (raw.items) found['items'] = schemaRef(raw.items, into)
  if (raw.properties) found['properties'] = properties(raw, into)
  return found
}

/** Of any names in a contract; in a running store those it has declared. */
function ownFields(raw: Raw, into: Components): Json {
  const described = { type: 'object', description: 'Fields that the store has declared for itself.' }
  const declared = into.custom[raw.table ?? '']
  if (!declared) return { ...described, maxProperties: 64, additionalProperties: true }
  const fields = Object.entries(writtenBy(raw.who ?? 'staff', declared)).map(([name, { of }]) => [
    name,
    schemaRef(raw.who === 'shoppers' ? Nullable(of) : of, into),
  ])
  return { ...described, properties: Object.fromEntries(fields), additionalProperties: false }
}

function properties(raw: Raw, into: Components): Json {
  const found: Json = {}
  for (const [name, property] of Object.entries(raw.properties!)) found[name] = schemaRef(property, into)
  for (const edge of into.edges.get(raw.$id ?? '') ?? []) found[edge.name] = edgeSchema(edge, into)
  return found
}

function edgeSchema(edge: Edge, into: Components): Json {
  const target = schemaRef(edge.to, into)
  const nullable = edgeField(edge).nullable
  const description = edge.included ? 'Always there.' : `Only with \`?expand=${edge.name}\`.`
  if (edge.many) return { type: 'array', items: target, maxItems: edge.limit, description }
  return nullable ? { anyOf: [target, { type: 'null' }], description } : { ...target, description }
}

function union(raw: Raw, into: Components): Json {
  const arms = raw.anyOf!.map((arm) => schemaRef(arm, into))
  if (!raw.discriminator) return { anyOf: arms }
  const tag = raw.discriminator.propertyName
  const mapping = Object.fromEntries(
    raw.anyOf!.map((arm, index) => [String(arm.properties?.[tag]?.const), arms[index]!['$ref']]),
  )
  return { oneOf: arms, discriminator: { propertyName: tag, mapping } }
}

/** A small value that the schema accepts, for people to start from. */
export function exampleOf(schema: TSchema | Raw, depth = 0): unknown {
  const raw = schema as Raw
  if (raw.default !== undefined) return raw.default
  if (raw.const !== undefined) return raw.const
  if (raw.enum) return raw.enum[0]
  const [own] = (raw as { examples?: unknown[] }).examples ?? []
  if (own !== undefined) return own
  if (raw.scalar && raw.scalar in EXAMPLES) return EXAMPLES[raw.scalar]
  if (raw.scalar === 'Custom') return {}
  if (raw.anyOf) return exampleOf(raw.anyOf[0]!, depth)
  switch (raw.type) {
    case 'boolean':
      return true
    case 'integer':
      return Math.max(raw.minimum ?? 1, Math.min(1, raw.maximum ?? 1))
    case 'array':
      return depth > 4
        ? []
        : Array.from({ length: raw.minItems || 1 }, () => exampleOf(raw.items!, depth + 1))
    case 'object':
      return Object.fromEntries(
        Object.entries(raw.properties ?? {})
          .filter(([name]) => depth === 0 || raw.required?.includes(name))
          .map(([name, property]) => [name, exampleOf(property, depth + 1)]),
      )
    default:
      return 'Text'.padEnd(raw.minLength ?? 1, 't').slice(0, raw.maxLength ?? 4)
  }
}
