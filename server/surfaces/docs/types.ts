/** What a field may hold, in words; and the shapes that an operation speaks of, each once. */
import type { Edge } from '#kit/edge.ts'
import { html, type Html } from '#kit/html.ts'
import type { Operation } from '#kit/operation.ts'
import {
  fieldsOf,
  placeOf,
  type Field,
  type ObjectNode,
  type Place,
  type Raw,
  type UnionNode,
} from '../schema-node.ts'
import { edgeField } from '../vocabulary.ts'

export type Shape = ObjectNode | UnionNode
export type Edges = ReadonlyMap<string, Edge[]>

const SCALARS: Record<string, string> = {
  Id: 'UUID',
  Text: 'text',
  Slug: 'part of an address',
  Key: 'short word',
  Token: 'opaque text',
  Email: 'e-mail address',
  Phone: 'phone number, such as +4915112345678',
  Gtin: 'number under a bar code',
  Country: 'country, ISO 3166-1',
  Currency: 'currency, ISO 4217',
  Locale: 'language tag, BCP 47',
  Url: 'http or https address',
  Link: 'path in the shop, or address',
  Instant: 'moment in UTC',
  Day: 'day, YYYY-MM-DD',
  Decimal: 'decimal number as text',
  Int: 'whole number',
  Count: 'whole number',
  Minor: 'minor units, whole number',
  Cursor: 'place in a list',
}

/** Of these the length says nothing more. */
const OF_ONE_FORM = new Set([
  'Id',
  'Email',
  'Phone',
  'Gtin',
  'Country',
  'Currency',
  'Instant',
  'Day',
  'Decimal',
])

export function typeText({ node, nullable }: Place): Html {
  const orNull = nullable ? ', or null' : ''
  switch (node.kind) {
    case 'scalar':
      return html`${SCALARS[node.scalar] ?? node.scalar}${limitsOf(node.scalar, node.raw)}${orNull}`
    case 'flag':
      return html`true or false${orNull}`
    case 'literal':
      return html`<code>${JSON.stringify(node.value)}</code>${orNull}`
    case 'words':
      return html`one of ${node.words.map((word, at) => html`${at > 0 && ', '}<code>${word}</code>`)}${orNull}`
    case 'list':
      return html`list of
      ${typeText(node.item)}${node.max !== null && `, at most ${counted(node.max)}`}${orNull}`
    case 'object':
    case 'union':
      return node.name === null
        ? html`object${orNull}`
        : html`<a href="#${anchorOf(node.name)}">${node.name}</a>${orNull}`
    case 'custom':
      return html`fields of the store’s own${orNull}`
    default:
      return html`object${orNull}`
  }
}

export const anchorOf = (shape: string) => `shape-${shape}`
const counted = (number: number) => number.toLocaleString('en')

function limitsOf(scalar: string, raw: Raw): string {
  if (OF_ONE_FORM.has(scalar)) return ''
  const isLength = raw.type === 'string'
  const [from, to] = isLength ? [raw.minLength ?? 0, raw.maxLength] : [raw.minimum, raw.maximum]
  if (to === undefined || to >= Number.MAX_SAFE_INTEGER) return from ? `, from ${from}` : ''
  const unit = isLength ? ' characters' : ''
  return from
    ? `, ${from === to ? '' : `${counted(from)} to `}${counted(to)}${unit}`
    : `, up to ${counted(to)}${unit}`
}

/** Everything in it, in the order of its first mention; what comes by an edge that is not asked for is left out. */
export function shapesIn(places: Place[], edges: Edges): Map<string, Shape> {
  const found = new Map<string, Shape>()
  const add = ({ node }: Place): void => {
    if (node.kind === 'list') return add(node.item)
    if ((node.kind !== 'object' && node.kind !== 'union') || node.name === null || found.has(node.name))
      return
    found.set(node.name, node)
    if (node.kind === 'union') for (const { object } of node.arms) add({ node: object, nullable: false })
    else for (const field of fieldsWithEdges(node, edges)) if (!isAsked(field, node, edges)) add(field)
  }
  for (const place of places) add(place)
  return found
}

export function shapesOf(operation: Operation, edges: Edges): Map<string, Shape> {
  const given = fieldsOf(operation.input).filter((field) => !isInQuery(field))
  return shapesIn([placeOf(operation.output), ...given], edges)
}

export function fieldsWithEdges(node: ObjectNode, edges: Edges): Field[] {
  const known = new Set(node.fields.map(({ name }) => name))
  const others = (edges.get(node.name ?? '') ?? []).filter(({ name }) => !known.has(name))
  return [...node.fields, ...others.map(edgeField)]
}

/** Only there with `?expand=`. */
export function isAsked(field: Field, node: ObjectNode, edges: Edges): boolean {
  return (edges.get(node.name ?? '') ?? []).some(({ name, included }) => name === field.name && !included)
}

/** What a query tells by names of its own: `price[gte]`, `sort=-price`. */
export function isInQuery({ node }: Field): boolean {
  return node.kind === 'object' && node.role !== null
}
