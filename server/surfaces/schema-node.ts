/**
 * Reads a schema as what it means, so that every projection sees the same few kinds.
 *
 * What it does not know is `unknown` with a reason; the shapes test refuses those, so
 * projections may throw on them.
 */
import type { TSchema } from 'typebox'
import type { Who } from '#kit/custom.ts'

/** The keywords of a schema that matter here. */
export interface Raw {
  $id?: string
  type?: string
  scalar?: string
  /** Of fields of the store's own: whose they are, and who may write them. */
  table?: string
  who?: Who
  role?: 'filter' | 'sort'
  description?: string
  const?: string | number | boolean
  enum?: string[]
  anyOf?: Raw[]
  items?: Raw
  maxItems?: number
  minItems?: number
  maxLength?: number
  minLength?: number
  minimum?: number
  maximum?: number
  properties?: Record<string, Raw>
  required?: string[]
  additionalProperties?: unknown
  patternProperties?: unknown
  discriminator?: { propertyName: string }
  default?: unknown
}

export type Node =
  | { kind: 'scalar'; scalar: string; raw: Raw }
  | { kind: 'flag' }
  | { kind: 'literal'; value: string | number | boolean }
  | { kind: 'words'; name: string | null; words: string[] }
  | { kind: 'list'; item: Place; max: number | null }
  | ObjectNode
  | UnionNode
  | { kind: 'custom' }
  | { kind: 'unknown'; why: string }

export interface ObjectNode {
  kind: 'object'
  name: string | null
  fields: Field[]
  role: 'filter' | 'sort' | null
  description: string
  raw: Raw
}

export interface UnionNode {
  kind: 'union'
  name: string | null
  tag: string
  arms: { word: string; object: ObjectNode }[]
  raw: Raw
}

/** A node where it stands: it may be null there. */
export interface Place {
  node: Node
  nullable: boolean
}

export interface Field extends Place {
  name: string
  optional: boolean
  description: string
}

export function placeOf(schema: TSchema | Raw): Place {
  const raw = schema as Raw
  const arms = raw.anyOf
  if (arms && !raw.discriminator) {
    const others = arms.filter((arm) => arm.type !== 'null')
    if (others.length === 1 && arms.length === 2) return { node: nodeOf(others[0]!), nullable: true }
    return { node: { kind: 'unknown', why: 'a union without a tag; use Variants' }, nullable: false }
  }
  return { node: nodeOf(raw), nullable: false }
}

function nodeOf(raw: Raw): Node {
  if (raw.anyOf) return raw.discriminator ? unionOf(raw) : { kind: 'unknown', why: 'null inside null' }
  if (raw.scalar === 'Custom') return { kind: 'custom' }
  if (raw.scalar === 'OneOf') return { kind: 'words', name: raw.$id ?? null, words: raw.enum ?? [] }
  if (raw.scalar) return { kind: 'scalar', scalar: raw.scalar, raw }
  if (raw.const !== undefined) return { kind: 'literal', value: raw.const }
  if (raw.enum) return { kind: 'unknown', why: 'a bare enum; use OneOf' }
  switch (raw.type) {
    case 'boolean':
      return { kind: 'flag' }
    case 'array':
      return { kind: 'list', item: placeOf(raw.items ?? {}), max: raw.maxItems ?? null }
    case 'object':
      if (raw.properties) return objectOf(raw)
      return { kind: 'unknown', why: 'a map; use a list of named shapes, or Custom' }
    case 'string':
      return { kind: 'unknown', why: 'a bare string; say Text(max), Id, Slug or the like' }
    case 'integer':
    case 'number':
      return { kind: 'unknown', why: 'a bare number; say Int(min, max), Count, Minor or Decimal' }
    default:
      return { kind: 'unknown', why: 'a schema that no surface can show' }
  }
}

export function objectOf(schema: TSchema | Raw): ObjectNode {
  const raw = schema as Raw
  const required = new Set(raw.required)
  const fields = Object.entries(raw.properties ?? {}).map(([name, property]) => ({
    name,
    ...placeOf(property),
    optional: !required.has(name),
    description: property.description ?? '',
  }))
  return {
    kind: 'object',
    name: raw.$id ?? null,
    fields,
    role: raw.role ?? null,
    description: raw.description ?? '',
    raw,
  }
}

function unionOf(raw: Raw): UnionNode {
  const tag = raw.discriminator!.propertyName
  const arms = raw.anyOf!.map((arm) => ({
    word: String(arm.properties?.[tag]?.const ?? ''),
    object: objectOf(arm),
  }))
  return { kind: 'union', name: raw.$id ?? null, tag, arms, raw }
}

/** What a failure's details, an event's payload or an input holds, without a name of its own. */
export function fieldsOf(schema: TSchema): Field[] {
  return objectOf(schema).fields
}

/** Calls `visit` for the node and everything inside it, with the path that leads there. */
export function walk(
  place: Place,
  path: string,
  visit: (node: Node, path: string, place: Place) => void,
): void {
  const { node } = place
  visit(node, path, place)
  if (node.kind === 'list') walk(node.item, `${path}[]`, visit)
  if (node.kind === 'object') for (const field of node.fields) walk(field, `${path}.${field.name}`, visit)
  if (node.kind === 'union')
    for (const arm of node.arms) walk({ node: arm.object, nullable: false }, `${path}(${arm.word})`, visit)
}

/** The object or union that a place holds, through lists. */
export function shapeAt(place: Place): ObjectNode | UnionNode | null {
  const { node } = place
  if (node.kind === 'list') return shapeAt(node.item)
  return node.kind === 'object' || node.kind === 'union' ? node : null
}
