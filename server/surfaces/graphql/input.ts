/**
 * From a field's arguments to an operation's input.
 *
 * They differ where a union stands: GraphQL names the arm by the one field that is set, an operation by its tag. And
 * whatever may be left out may be null there, as clients send their variables; where null has a meaning it stays. All
 * else is handed on as it came; `invoke` alone validates.
 */
import { invalid } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { unreadable } from '../problems.ts'
import { fieldsOf, type Field, type Node, type UnionNode } from '../schema-node.ts'

type Change = (value: unknown, path: string) => unknown

export function inputOf(operation: Operation): (args: object) => unknown {
  const change = ofFields(fieldsOf(operation.input), new Map())
  return (args) => (change ? change(plain(args), '') : plain(args))
}

/** As JSON would have come: the parser of queries makes objects without a prototype, with any name in them. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  const names = Object.keys(value)
  if (names.includes('__proto__')) throw unreadable('__proto__', 'unknown_field', 'There is no such field.')
  return Object.fromEntries(names.map((name) => [name, plain((value as Record<string, unknown>)[name])]))
}

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)

/** What changes a value of this shape; null when nothing in it does. Shapes may lead round in circles. */
function changeOf(node: Node, known: Map<unknown, Change | null>): Change | null {
  if (node.kind === 'list') {
    const change = changeOf(node.item.node, known)
    if (!change) return null
    return (value, path) =>
      Array.isArray(value) ? value.map((item, at) => change(item, join(path, String(at)))) : value
  }
  if (node.kind !== 'object' && node.kind !== 'union') return null
  if (known.has(node.raw)) return known.get(node.raw)!
  const later: { change: Change | null } = { change: null }
  known.set(node.raw, (value, path) => (later.change ? later.change(value, path) : value))
  later.change = node.kind === 'object' ? ofFields(node.fields, known) : ofUnion(node, known)
  known.set(node.raw, later.change)
  return later.change
}

function ofFields(fields: Field[], known: Map<unknown, Change | null>): Change | null {
  const changes = fields.flatMap(({ name, node }) => {
    const change = changeOf(node, known)
    return change ? [[name, change] as const] : []
  })
  const leftOut = fields.filter(({ optional, nullable }) => optional && !nullable).map(({ name }) => name)
  if (changes.length === 0 && leftOut.length === 0) return null
  return (value, path) => {
    if (typeof value !== 'object' || value === null) return value
    const changed: Record<string, unknown> = { ...value }
    for (const name of leftOut) if (changed[name] === null) delete changed[name]
    for (const [name, change] of changes)
      if (changed[name] !== undefined && changed[name] !== null)
        changed[name] = change(changed[name], join(path, name))
    return changed
  }
}

function ofUnion(node: UnionNode, known: Map<unknown, Change | null>): Change {
  const arms = new Map(
    node.arms.map(({ word, object }) => [
      word,
      ofFields(object.fields, known) ?? ((value: unknown) => value),
    ]),
  )
  return (value, path) => {
    const set = Object.entries(value as object).filter(([, held]) => held !== undefined && held !== null)
    const [word, held] = set[0] ?? ['', null]
    if (set.length !== 1 || !arms.has(word))
      throw invalid(path, 'one_of', `Set one of ${[...arms.keys()].join(', ')}, and only one.`)
    const inside = arms.get(word)!(held, join(path, word))
    return { [node.tag]: word, ...(typeof inside === 'object' ? inside : {}) }
  }
}
