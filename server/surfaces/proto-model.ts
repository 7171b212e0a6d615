/**
 * The protocol buffers of one face as data: a service per module, a message per shape, numbers from the lock.
 *
 * `proto.ts` writes it down for strangers, `grpc/descriptors.ts` makes it what the server speaks. proto3 has no
 * null: what may be null or absent is `optional`, and a message in which a null would clear something has
 * `repeated string clear` with the names of the fields.
 */
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import { numberFields, numberWords, type ProtoLock } from './proto-lock.ts'
import { fieldsOf, placeOf, shapeAt, type Field, type Place } from './schema-node.ts'
import { edgeField, includedEdges, vocabularyOf, wordsName, type Face, type Projected } from './vocabulary.ts'

export const PACKAGES: Record<Face, string> = { shop: 'quayside.shop.v1', admin: 'quayside.admin.v1' }
/** As the file is called, in `contracts/` and where the store serves it. */
export const PROTO_FILES: Record<Face, string> = { shop: 'quayside.proto', admin: 'quayside.admin.proto' }

export interface ProtoFile {
  file: string
  package: string
  imports: string[]
  services: ProtoService[]
  messages: ProtoMessage[]
  enums: ProtoEnum[]
}

export interface ProtoService {
  name: string
  methods: ProtoMethod[]
}

export interface ProtoMethod {
  name: string
  says: string
  input: string
  output: string
  /** Which side sends more than one message. */
  streams: 'server' | 'both' | null
}

export interface ProtoMessage {
  name: string
  reserved: number[]
  fields: ProtoField[]
}

export interface ProtoField {
  name: string
  number: number
  /** `int32`, `google.protobuf.Timestamp`, or a name of this file. */
  type: string
  label: 'repeated' | 'optional' | null
  oneof: string | null
  says: string | null
}

export interface ProtoEnum {
  name: string
  reserved: number[]
  values: [name: string, number: number][]
}

/** NOTE: raises numbers in `lock` for what is new; hand in a copy to compare. */
export function protoModel(app: Projected, face: Face, lock: ProtoLock): ProtoFile {
  const vocabulary = vocabularyOf(app, face)
  const shapes = new Map([...vocabulary.outputs, ...vocabulary.inputs])
  const byModule = Map.groupBy(vocabulary.operations, (operation) => operation.id.split('.')[0]!)
  const names = new Set([...shapes.keys(), ...vocabulary.words.keys()])
  for (const module of byModule.keys()) taken(names, serviceName(module))
  for (const operation of vocabulary.operations) taken(names, requestName(operation))
  const messages = [
    ...vocabulary.operations.map((operation) => request(operation, lock)),
    ...byName(shapes).map(([name, shape]): ProtoMessage => {
      if (shape.kind === 'union') {
        const arms = shape.arms.map(({ word, object }) => ({
          name: word,
          type: object.name!,
          oneof: shape.tag,
        }))
        return numbered(name, arms, lock)
      }
      const edges = vocabulary.outputs.has(name) ? includedEdges(vocabulary, name).map(edgeField) : []
      return message(name, name, [...shape.fields, ...edges], lock, false)
    }),
  ]
  const types = new Set(messages.flatMap(({ fields }) => fields.map(({ type }) => type)))
  return {
    file: PROTO_FILES[face],
    package: PACKAGES[face],
    imports: ['struct', 'timestamp'].filter((file) => types.has(`google.protobuf.${pascal(file)}`)),
    services: [...byModule].map(([module, operations]) => ({
      name: serviceName(module),
      methods: operations.map(method),
    })),
    messages,
    enums: byName(vocabulary.words).map(([name, words]) => enumeration(name, words, lock)),
  }
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

export function requestName({ id }: Operation): string {
  return `${pascal(id)}Request`
}

/** `/quayside.shop.v1.CartService/AddItem` */
export function methodPath({ id, audience }: Operation): string {
  const service = `${PACKAGES[audience === 'shop' ? 'shop' : 'admin']}.${serviceName(id.split('.')[0]!)}`
  return `/${service}/${methodName(id)}`
}

function method(operation: Operation): ProtoMethod {
  return {
    name: methodName(operation.id),
    says: `${operation.summary}.`,
    input: requestName(operation),
    output: shapeAt(placeOf(operation.output))!.name!,
    streams: operation.kind === 'stream' ? 'server' : null,
  }
}

function request(operation: Operation, lock: ProtoLock): ProtoMessage {
  const fields = fieldsOf(operation.input)
  return message(
    requestName(operation),
    pascal(operation.id),
    fields,
    lock,
    operation.rest.method === 'PATCH',
  )
}

function message(
  name: string,
  wordsParent: string,
  fields: Field[],
  lock: ProtoLock,
  isPatch: boolean,
): ProtoMessage {
  const said: Said[] = fields
    .filter(saysSomething)
    .map((field) => ({ name: field.name, ...protoType(field, wordsParent, field) }))
  if (fields.some((field) => isCleared(field, isPatch))) said.push(CLEAR)
  return numbered(name, said, lock)
}

type Said = Pick<ProtoField, 'name' | 'type'> & Partial<ProtoField>

const CLEAR: Said = { name: 'clear', type: 'string', label: 'repeated', says: 'Names of fields to empty.' }

function numbered(name: string, said: Said[], lock: ProtoLock): ProtoMessage {
  const numbers = numberFields(lock, name)
  const fields = said.map((field): ProtoField => {
    const { type, label = null, oneof = null, says = null } = field
    const fieldName = oneof ? field.name : snake(field.name)
    const number = numbers.number(fieldName, label === 'repeated' ? `repeated ${type}` : type)
    return { name: fieldName, number, type, label, oneof: oneof && snake(oneof), says }
  })
  return { name, fields, reserved: numbers.reserved() }
}

/** Whether it takes a word of its own to empty a field: what is absent stays as it is. */
export function isCleared({ optional, nullable, node }: Field, isPatch: boolean): boolean {
  return optional && (nullable || (isPatch && node.kind === 'list'))
}

/** A tag is said by its place in the oneof. */
export function saysSomething({ node }: Field): boolean {
  return !(node.kind === 'literal' && typeof node.value === 'string')
}

function enumeration(name: string, words: string[], lock: ProtoLock): ProtoEnum {
  const prefix = snake(name).toUpperCase()
  const { numbers, reserved } = numberWords(lock, name, words)
  const values = words.map((word, index): [string, number] => [
    `${prefix}_${word.toUpperCase()}`,
    numbers[index]!,
  ])
  return { name, reserved, values: [[`${prefix}_UNSPECIFIED`, 0], ...values] }
}

const SCALARS: Record<string, string> = {
  Int: 'int32',
  Count: 'int64',
  Minor: 'int64',
  Instant: 'google.protobuf.Timestamp',
}

function protoType(place: Place, parent: string, field: Field): Pick<ProtoField, 'label' | 'type'> {
  const { node } = place
  if (node.kind === 'list')
    return { label: 'repeated', type: protoType({ ...node.item, nullable: false }, parent, field).type }
  const label = place.nullable || field.optional ? 'optional' : null
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
