/**
 * A small input that an operation takes, as each road writes it.
 *
 * Roads differ where a union or a word of a list stands: JSON names the arm by its tag, GraphQL and protocol buffers by
 * the one field that is set; words of protocol buffers carry the name of their list.
 */
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import { exampleOf } from '../openapi-schema.ts'
import { saysSomething, snake } from '../proto-model.ts'
import { routeInputs } from '../route-inputs.ts'
import { fieldsOf, type Field, type Node, type ObjectNode, type Place, type Raw } from '../schema-node.ts'
import { wordsName } from '../vocabulary.ts'

export type Sample = Record<string, unknown>

/** What is needed; of a change, in which nothing is, whatever may be changed. */
export function sampleOf(operation: Operation): Sample {
  const { path, body } = routeInputs(operation)
  const fields = fieldsOf(operation.input)
  const isChange = ['PATCH', 'PUT'].includes(operation.rest.method) && body.every(({ optional }) => optional)
  const shown = fields.filter(
    (field) =>
      !field.optional || path.includes(field) || (isChange && body.some(({ name }) => name === field.name)),
  )
  const names = shown.map(({ name }) => name).filter((name) => !isChange || name !== 'expectedVersion')
  const properties = operation.input.properties as Record<string, Raw>
  return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name]!, 1)]))
}

/** The parts of a sample that REST carries in one place. */
export function partOf(sample: Sample, fields: Field[]): Sample {
  const names = new Set(fields.map(({ name }) => name))
  return Object.fromEntries(Object.entries(sample).filter(([name]) => names.has(name)))
}

export function graphqlVariables(operation: Operation, sample: Sample): Sample {
  return inFields(fieldsOf(operation.input), sample, graphqlValue)
}

function graphqlValue({ node }: Place, value: unknown): unknown {
  if (value === null) return null
  switch (node.kind) {
    case 'list':
      return (value as unknown[]).map((item) => graphqlValue(node.item, item))
    case 'object':
      return inFields(node.fields, value as Sample, graphqlValue)
    case 'union': {
      const [word, object] = armOf(node, value as Sample)
      const rest = object.fields.filter(({ name }) => name !== node.tag)
      return { [word]: rest.length > 0 ? inFields(rest, value as Sample, graphqlValue) : true }
    }
    default:
      return value
  }
}

/** As JSON of protocol buffers, with the names of the file. */
export function protoJson(operation: Operation, sample: Sample): Sample {
  return protoFields(fieldsOf(operation.input), pascal(operation.id), sample)
}

function protoFields(fields: Field[], parent: string, value: Sample): Sample {
  const change = (field: Field, held: unknown) => protoValue(field, held, parent, field.name)
  const held = Object.entries(inFields(fields.filter(saysSomething), value, change))
  return Object.fromEntries(held.map(([name, each]) => [snake(name), each]))
}

function protoValue({ node }: Place, value: unknown, parent: string, property: string): unknown {
  if (value === null) return null
  switch (node.kind) {
    case 'words':
      return `${snake(wordsName(node, parent, property))}_${String(value)}`.toUpperCase()
    case 'list':
      return (value as unknown[]).map((item) => protoValue(node.item, item, parent, property))
    case 'object':
      return protoFields(node.fields, node.name!, value as Sample)
    case 'union': {
      const [word, object] = armOf(node, value as Sample)
      return { [word]: protoFields(object.fields, object.name!, value as Sample) }
    }
    default:
      return value
  }
}

function armOf(node: Extract<Node, { kind: 'union' }>, value: Sample): [word: string, object: ObjectNode] {
  const arm = node.arms.find(({ word }) => word === value[node.tag])!
  return [arm.word, arm.object]
}

function inFields(fields: Field[], value: Sample, change: (field: Field, held: unknown) => unknown): Sample {
  const said = fields.filter(({ name }) => name in value)
  return Object.fromEntries(said.map((field) => [field.name, change(field, value[field.name])]))
}
