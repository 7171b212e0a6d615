/**
 * The protocol buffers of one face: a service per module, a message per shape, numbers from the lock.
 *
 * proto3 has no null: what may be null or absent is `optional`, and a message in which
 * a null would clear something has `repeated string clear` with the names of the fields.
 */
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import { numberFields, numberWords, type ProtoLock } from './proto-lock.ts'
import {
  fieldsOf,
  placeOf,
  shapeAt,
  type Field,
  type ObjectNode,
  type Place,
  type UnionNode,
} from './schema-node.ts'
import {
  edgeField,
  includedEdges,
  vocabularyOf,
  wordsName,
  type Face,
  type Projected,
  type Vocabulary,
} from './vocabulary.ts'

export const PACKAGES: Record<Face, string> = { shop: 'quayside.shop.v1', admin: 'quayside.admin.v1' }

/** NOTE: raises numbers in `lock` for what is new; hand in a copy to compare. */
export function protoFile(app: Projected, face: Face, lock: ProtoLock): string {
  const vocabulary = vocabularyOf(app, face)
  const shapes = new Map([...vocabulary.outputs, ...vocabulary.inputs])
  const services = Map.groupBy(vocabulary.operations, (operation) => operation.id.split('.')[0]!)
  const names = new Set([...shapes.keys(), ...vocabulary.words.keys()])
  for (const module of services.keys()) taken(names, serviceName(module))
  for (const operation of vocabulary.operations) taken(names, requestName(operation))
  const parts = [
    ...[...services].map(([module, operations]) => service(module, operations)),
    ...vocabulary.operations.map((operation) => request(operation, lock)),
    ...byName(shapes).map(([, shape]) =>
      shape.kind === 'union' ? union(shape, lock) : message(shape, vocabulary, lock),
    ),
    ...byName(vocabulary.words).map(([name, words]) => enumeration(name, words, lock)),
  ]
  const body = parts.join('\n\n')
  const imports = ['struct', 'timestamp'].filter((file) => body.includes(`google.protobuf.${pascal(file)} `))
  const head = [
    `syntax = "proto3";\n\npackage ${PACKAGES[face]};`,
    imports.map((file) => `import "google/protobuf/${file}.proto";`).join('\n'),
  ]
  return `${[...head, body].filter(Boolean).join('\n\n')}\n`
}

function byName<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

function taken(names: Set<string>, name: string): void {
  if (names.has(name)) throw new Error(`A shape is called ${name}, which gRPC needs for itself.`)
  names.add(name)
}

export function serviceName(module: string): string {
  return `${pascal(module)}Service`
}

/** `catalog.products.create` is `CatalogService/ProductsCreate`. */
export function methodName(id: string): string {
  return pascal(id.slice(id.indexOf('.') + 1))
}

function requestName(operation: Operation): string {
  return `${pascal(operation.id)}Request`
}

function service(module: string, operations: Operation[]): string {
  const methods = operations.map((operation) => {
    const answer = shapeAt(placeOf(operation.output))!.name!
    const streamed = operation.kind === 'stream' ? 'stream ' : ''
    return `  // ${operation.summary}.\n  rpc ${methodName(operation.id)}(${requestName(operation)}) returns (${streamed}${answer});\n`
  })
  return `service ${serviceName(module)} {\n${methods.join('')}}`
}

function request(operation: Operation, lock: ProtoLock): string {
  const fields = fieldsOf(operation.input)
  return lines(requestName(operation), pascal(operation.id), fields, lock, operation.rest.method === 'PATCH')
}

function message(shape: ObjectNode, vocabulary: Vocabulary, lock: ProtoLock): string {
  const edges = vocabulary.outputs.has(shape.name!)
    ? includedEdges(vocabulary, shape.name!).map(edgeField)
    : []
  return lines(shape.name!, shape.name!, [...shape.fields, ...edges], lock, false)
}

function lines(
  name: string,
  wordsParent: string,
  fields: Field[],
  lock: ProtoLock,
  isPatch: boolean,
): string {
  const numbers = numberFields(lock, name)
  const body = fields.filter(saysSomething).map((field) => {
    const { label, type } = protoType(field, wordsParent, field)
    return `  ${label}${type} ${snake(field.name)} = ${numbers.number(snake(field.name), label.startsWith('repeated') ? `repeated ${type}` : type)};\n`
  })
  const clears = fields.some(
    (field) => field.optional && (field.nullable || (isPatch && field.node.kind === 'list')),
  )
  if (clears)
    body.push(
      `  // Names of fields to empty.\n  repeated string clear = ${numbers.number('clear', 'repeated string')};\n`,
    )
  return `message ${name} {\n${reserved(numbers.reserved())}${body.join('')}}`
}

/** A tag is said by its place in the oneof. */
function saysSomething({ node }: Field): boolean {
  return !(node.kind === 'literal' && typeof node.value === 'string')
}

function reserved(numbers: number[]): string {
  return numbers.length > 0 ? `  reserved ${numbers.join(', ')};\n` : ''
}

/** Arms without anything but their tag keep an empty message: a field may come later. */
function union(shape: UnionNode, lock: ProtoLock): string {
  const numbers = numberFields(lock, shape.name!)
  const arms = shape.arms.map(
    ({ word, object }) => `    ${object.name} ${word} = ${numbers.number(word, object.name!)};\n`,
  )
  return `message ${shape.name} {\n${reserved(numbers.reserved())}  oneof ${snake(shape.tag)} {\n${arms.join('')}  }\n}`
}

function enumeration(name: string, words: string[], lock: ProtoLock): string {
  const prefix = snake(name).toUpperCase()
  const { numbers, reserved: retired } = numberWords(lock, name, words)
  const values = words.map((word, index) => `  ${prefix}_${word.toUpperCase()} = ${numbers[index]};\n`)
  return `enum ${name} {\n${reserved(retired)}  ${prefix}_UNSPECIFIED = 0;\n${values.join('')}}`
}

const SCALARS: Record<string, string> = {
  Int: 'int32',
  Count: 'int64',
  Minor: 'int64',
  Instant: 'google.protobuf.Timestamp',
}

function protoType(place: Place, parent: string, field: Field): { label: string; type: string } {
  const { node } = place
  if (node.kind === 'list')
    return { label: 'repeated ', type: protoType({ ...node.item, nullable: false }, parent, field).type }
  const label = place.nullable || field.optional ? 'optional ' : ''
  switch (node.kind) {
    case 'scalar':
      return { label, type: SCALARS[node.scalar] ?? 'string' }
    case 'flag':
      return { label, type: 'bool' }
    case 'literal':
      return {
        label,
        type: typeof node.value === 'boolean' ? 'bool' : typeof node.value === 'number' ? 'int32' : 'string',
      }
    case 'words':
      return { label, type: wordsName(node, parent, field.name) }
    case 'custom':
      return { label, type: 'google.protobuf.Struct' }
    case 'object':
    case 'union':
      return { label, type: node.name! }
    default:
      throw new Error(`${parent}.${field.name} cannot be shown in protocol buffers.`)
  }
}

/** `unitPrice` is `unit_price`, `OrderStatus` is `order_status`. */
export function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}
