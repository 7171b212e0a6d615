/**
 * The GraphQL schema as text: one for shops (`/graphql`), one for staff (`/graphql/admin`).
 *
 * A field per operation, its input as arguments. A shape is a type by its own name; as
 * an input it has `Input` behind it. Unions are `union` out and `@oneOf` in, where the
 * tag is the name of the one field that is set (an arm without further fields is `true`).
 */
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import { fieldsOf, placeOf, type Field, type ObjectNode, type Place, type UnionNode } from './schema-node.ts'
import {
  edgeField,
  vocabularyOf,
  wordsName,
  type Face,
  type Projected,
  type Vocabulary,
} from './vocabulary.ts'

/** Everything else that is text is `String`. */
export const SCALARS: Record<string, string> = {
  Minor: 'An amount in minor units of its currency, as a whole number up to 2^53-1 either way.',
  Currency: 'ISO 4217 code.',
  Count: 'A whole number from 0 to 2^53-1.',
  Decimal: 'A decimal number as text.',
  Instant: 'A moment in UTC, such as 2030-01-31T09:30:00.000Z.',
  Day: 'A calendar day, such as 2030-01-31.',
  JSON: 'Fields that the store has declared for itself.',
}

const BUILT_IN: Record<string, string> = { Id: 'ID', Int: 'Int' }

/** `cart.addItem` is `cartAddItem`, `catalog.products.create` is `catalogProductsCreate`. */
export function graphqlName(id: string): string {
  return id.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
}

export function graphqlSdl(app: Projected, face: Face): string {
  const vocabulary = vocabularyOf(app, face)
  const root = (name: string, kind: Operation['kind']) =>
    rootType(
      name,
      vocabulary.operations.filter((operation) => operation.kind === kind),
    )
  const parts = [
    ...Object.entries(SCALARS).map(([name, says]) => `${doc(says)}scalar ${name}`),
    root('Query', 'query') || 'type Query {\n  "There is nothing to ask yet."\n  nothing: Boolean\n}',
    root('Mutation', 'command'),
    root('Subscription', 'stream'),
    ...byName(vocabulary.words).map(
      ([name, words]) => `enum ${name} {\n${words.map((word) => `  ${word}\n`).join('')}}`,
    ),
    ...byName(vocabulary.outputs).map(([, shape]) => outputType(shape, vocabulary)),
    ...byName(vocabulary.inputs).map(([, shape]) => inputType(shape)),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function byName<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

function doc(text: string, indent = ''): string {
  return text === '' ? '' : `${indent}"""${text.replaceAll('"""', '\\"""')}"""\n`
}

function rootType(name: string, operations: Operation[]): string {
  if (operations.length === 0) return ''
  return `type ${name} {\n${operations.map(rootField).join('')}}`
}

function rootField(operation: Operation): string {
  const codes = operation.failures.map((failure) => failure.code)
  const says =
    codes.length > 0 ? `${operation.summary}. May fail with ${codes.join(', ')}.` : `${operation.summary}.`
  const parent = pascal(operation.id)
  const given = argumentsOf(operation).map(({ name, type }) => `${name}: ${type}`)
  const list = given.length > 0 ? `(${given.join(', ')})` : ''
  return `${doc(says, '  ')}  ${graphqlName(operation.id)}${list}: ${outputPlace(placeOf(operation.output), parent, '')}\n`
}

/** What a field takes, with types as the schema writes them. */
export function argumentsOf({ id, input }: Operation): { name: string; type: string }[] {
  return fieldsOf(input).map((field) => ({ name: field.name, type: inputPlace(field, pascal(id), field) }))
}

function outputType(shape: ObjectNode | UnionNode, vocabulary: Vocabulary): string {
  const says = doc((shape.raw.description as string | undefined) ?? '')
  if (shape.kind === 'union')
    return `${says}union ${shape.name} = ${shape.arms.map((arm) => arm.object.name).join(' | ')}`
  const name = shape.name!
  const edges = (vocabulary.edges.get(name) ?? []).map(edgeField)
  const fields = [...shape.fields, ...edges].map(
    (field) => `${doc(field.description, '  ')}  ${field.name}: ${outputPlace(field, name, field.name)}\n`,
  )
  return `${says}type ${name} {\n${fields.join('')}}`
}

function outputPlace(place: Place, parent: string, property: string): string {
  const bang = place.nullable ? '' : '!'
  const { node } = place
  if (node.kind === 'list') return `[${outputPlace(node.item, parent, property)}]${bang}`
  if (node.kind === 'object' || node.kind === 'union') return `${node.name}${bang}`
  return `${leaf(place, parent, property)}${bang}`
}

export function inputName(name: string): string {
  return name.endsWith('Input') ? name : `${name}Input`
}

function inputType(shape: ObjectNode | UnionNode): string {
  const name = inputName(shape.name!)
  if (shape.kind === 'union') {
    const fields = shape.arms.map((arm) => `  ${arm.word}: ${armType(arm.object, shape.tag)}\n`)
    return `input ${name} @oneOf {\n${fields.join('')}}`
  }
  const fields = shape.fields.filter((field) => field.node.kind !== 'literal')
  if (fields.length === 0) return '' // an arm that is only its tag
  return `input ${name} {\n${fields.map((field) => `${doc(field.description, '  ')}  ${field.name}: ${inputPlace(field, shape.name!, field)}\n`).join('')}}`
}

function armType(object: ObjectNode, tag: string): string {
  return object.fields.some((field) => field.name !== tag) ? inputName(object.name!) : 'Boolean'
}

function inputPlace(place: Place, parent: string, field: Field): string {
  const bang = place.nullable || (place === field && field.optional) ? '' : '!'
  const { node } = place
  if (node.kind === 'list') return `[${inputPlace(node.item, parent, field)}]${bang}`
  if (node.kind === 'object' || node.kind === 'union') return `${inputName(node.name!)}${bang}`
  return `${leaf(place, parent, field.name)}${bang}`
}

function leaf({ node }: Place, parent: string, property: string): string {
  switch (node.kind) {
    case 'scalar':
      return BUILT_IN[node.scalar] ?? (node.scalar in SCALARS ? node.scalar : 'String')
    case 'flag':
      return 'Boolean'
    case 'literal':
      return typeof node.value === 'boolean' ? 'Boolean' : typeof node.value === 'number' ? 'Int' : 'String'
    case 'words':
      return wordsName(node, parent, property)
    case 'custom':
      return 'JSON'
    default:
      throw new Error(`${parent}.${property} cannot be shown in GraphQL.`)
  }
}
