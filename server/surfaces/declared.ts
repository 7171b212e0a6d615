/**
 * What leaves is what was declared: a field that the output's schema does not name stays here.
 *
 * An operation that hands on a whole row, with a password's hash among its columns, is a fault, and its tests
 * may miss it; this does not. Worked out once per operation; an answer with nothing to keep back is not copied,
 * only walked. Answers that PostgreSQL writes as text name their fields in the statement.
 */
import type { TSchema } from 'typebox'
import type { Edges } from './expand.ts'
import { placeOf, type Node, type ObjectNode } from './schema-node.ts'

/** Answers the same value, or a copy without what was not declared; `undefined` when that is all of it. */
type Keep = (value: object) => unknown
export type Declared = (output: unknown) => unknown

/** `tell` hears of each place at fault, such as `Customer.passwordHash`. */
export function declared(output: TSchema, edges: Edges, tell: (place: string) => void): Declared {
  const keep = keeperOf(placeOf(output).node, { edges, tell, made: new Map() })
  return (value) => (typeof value === 'object' && value !== null ? keep(value) : value)
}

interface Known {
  edges: Edges
  tell: (place: string) => void
  /** By schema: edges lead round in circles. */
  made: Map<unknown, Keep>
}

function keeperOf(node: Node, known: Known): Keep {
  if (node.kind === 'custom') return (value) => value // declared as open
  if (node.kind === 'list') return listKeeper(keeperOf(node.item.node, known))
  if (node.kind === 'object') return objectKeeper(node, known)
  if (node.kind === 'union') {
    const arms = new Map(node.arms.map(({ word, object }) => [word, objectKeeper(object, known)]))
    return (value) => arms.get(String((value as Record<string, unknown>)[node.tag]))?.(value)
  }
  return (value) => (value instanceof Date ? value : undefined)
}

function listKeeper(keep: Keep): Keep {
  const left = (item: unknown) => (typeof item === 'object' && item !== null ? keep(item) : item)
  return (value) => {
    if (!Array.isArray(value)) return undefined
    for (let at = 0; at < value.length; at++) {
      if (left(value[at]) !== value[at]) return value.map((item) => left(item) ?? null)
    }
    return value
  }
}

function objectKeeper(node: ObjectNode, known: Known): Keep {
  const there = known.made.get(node.raw)
  if (there) return there
  // Without a prototype: the names come from answers.
  const fields: Record<string, Keep | undefined> = Object.create(null)
  const isClean = (value: Record<string, unknown>) => {
    for (const name in value) {
      const keep = fields[name]
      if (keep === undefined) return false
      const held = value[name]
      if (typeof held === 'object' && held !== null && keep(held) !== held) return false
    }
    return true
  }
  const keep: Keep = (value) => {
    if (Array.isArray(value)) return undefined
    if (isClean(value as Record<string, unknown>)) return value
    const kept: Record<string, unknown> = {}
    for (const [name, held] of Object.entries(value)) {
      const field = fields[name]
      const left = field && typeof held === 'object' && held !== null ? field(held) : held
      if (field && left !== undefined) kept[name] = left
      else if (held !== undefined) known.tell(`${node.name ?? 'the answer'}.${name}`)
    }
    return kept
  }
  known.made.set(node.raw, keep)
  for (const field of node.fields) fields[field.name] = keeperOf(field.node, known)
  for (const [name, edge] of known.edges.get(node.name ?? '') ?? []) {
    const target = keeperOf(placeOf(edge.to).node, known)
    fields[name] = edge.many ? listKeeper(target) : target
  }
  return keep
}

/** For the log: once for each place, so that a busy fault does not fill it. */
export function toldOnce(
  log: { warn(line: object, message: string): void },
  operation: string,
): (place: string) => void {
  const told = new Set<string>()
  return (place) => {
    if (told.has(place)) return
    told.add(place)
    log.warn({ operation, place }, 'a field that is not declared was kept back')
  }
}
