/**
 * All named types that a set of operations speaks of, once each: shapes by direction, and lists of words.
 *
 * One name means one thing: two different shapes called the same stop the projection.
 * A list of words without a name is called after its place: `Order` + `status` = `OrderStatus`.
 */
import type { Config } from '#kit/config.ts'
import type { TSchema } from 'typebox'
import type { Edge } from '#kit/edge.ts'
import type { Module } from '#kit/module.ts'
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import {
  fieldsOf,
  placeOf,
  type Field,
  type Node,
  type ObjectNode,
  type Place,
  type UnionNode,
} from './schema-node.ts'

export type Face = 'shop' | 'admin'

export interface Projected {
  modules: Module[]
  operations: Iterable<Operation> | ReadonlyMap<string, Operation>
  /** Of a running store. */
  config?: Pick<Config, 'custom'>
}

export interface Vocabulary {
  operations: Operation[]
  outputs: Map<string, ObjectNode | UnionNode>
  inputs: Map<string, ObjectNode | UnionNode>
  /** Words of each enumeration, by its name. */
  words: Map<string, string[]>
  /** Edges that start at a shape. */
  edges: Map<string, Edge[]>
}

/** In the order of their ids, so that a file generated from them changes only where something changed. */
export function operationsOf(app: Projected, face?: Face): Operation[] {
  const all =
    app.operations instanceof Map ? app.operations.values() : (app.operations as Iterable<Operation>)
  return [...all]
    .filter((operation) => operation.access.rule !== 'system') // only the store's own processes may: no road from outside
    .filter((operation) => !face || (operation.audience === 'shop') === (face === 'shop'))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export function vocabularyOf(app: Projected, face?: Face): Vocabulary {
  const found: Vocabulary = {
    operations: operationsOf(app, face),
    outputs: new Map(),
    inputs: new Map(),
    words: new Map(),
    edges: Map.groupBy(
      app.modules.flatMap((module) => module.edges),
      (edge) => edge.from,
    ),
  }
  const known = new Map<string, string>()
  const add = (direction: 'inputs' | 'outputs') => adder(found, known, direction)
  for (const operation of found.operations) {
    add('outputs')(placeOf(operation.output), operation.id)
    for (const field of fieldsOf(operation.input)) add('inputs')(field, pascal(operation.id), field.name)
    for (const failure of operation.failures) {
      for (const field of fieldsOf(failure.details))
        add('outputs')(field, `${pascal(failure.code)}Details`, field.name)
    }
  }
  return found
}

type Add = (place: Place, parent: string, property?: string) => void

function adder(found: Vocabulary, known: Map<string, string>, direction: 'inputs' | 'outputs'): Add {
  const shapes = found[direction]
  const add: Add = ({ node }, parent, property = '') => {
    if (node.kind === 'unknown') throw new Error(`${parent}.${property} is ${node.why}.`)
    if (node.kind === 'words') addWords(found, wordsName(node, parent, property), node.words)
    if (node.kind === 'list') add(node.item, parent, property)
    if (node.kind !== 'object' && node.kind !== 'union') return
    const name = nameOf(node, `${parent}.${property}`)
    once(known, name, node)
    if (shapes.has(name)) return
    shapes.set(name, node)
    if (node.kind === 'union') for (const arm of node.arms) add({ node: arm.object, nullable: false }, name)
    else for (const field of node.fields) add(field, name, field.name)
    if (direction === 'outputs')
      for (const edge of found.edges.get(name) ?? []) add(placeOf(edge.to), name, edge.name)
  }
  return add
}

function nameOf(node: ObjectNode | UnionNode, where: string): string {
  if (!node.name) throw new Error(`${where} is an object without a name; give it one with shape().`)
  return node.name
}

function once(known: Map<string, string>, name: string, node: ObjectNode | UnionNode): void {
  const text = JSON.stringify(node.raw)
  const before = known.get(name)
  if (before !== undefined && before !== text) throw new Error(`Two different shapes are called ${name}.`)
  known.set(name, text)
}

function addWords(found: Vocabulary, name: string, words: string[]): void {
  const before = found.words.get(name)
  if (before && before.join() !== words.join())
    throw new Error(`Two different lists of words are called ${name}.`)
  found.words.set(name, words)
}

/** `OrderStatus` for `Order.status`. */
export function wordsName(node: Extract<Node, { kind: 'words' }>, parent: string, property: string): string {
  return node.name ?? `${parent}${pascal(property)}`
}

/** Edges that belong to every answer; the others come when asked for. */
export function includedEdges(vocabulary: Vocabulary, name: string): Edge[] {
  return (vocabulary.edges.get(name) ?? []).filter((edge) => edge.included)
}

export function edgeField(edge: Edge): Field {
  const target = placeOf(edge.to as TSchema)
  const place: Place = edge.many
    ? { node: { kind: 'list', item: target, max: edge.limit }, nullable: false }
    : { ...target, nullable: true }
  return { name: edge.name, optional: !edge.included, description: '', ...place }
}
