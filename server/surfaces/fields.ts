/**
 * `?fields=id,name,price.amount`: only these, at the top and one level below.
 *
 * Of a page it selects in the items; `next` and `total` stay.
 */
import type { TSchema } from 'typebox'
import { UnknownField, type Failure } from '#kit/failure.ts'
import { isPage, objectsAt, propertiesOf } from './shape-walk.ts'

/** Name to what is wanted of it: null means all. */
export type Selection = Map<string, Set<string> | null>

const MAX_FIELDS = 100

/** `extra` names what an expansion adds beside the schema's own properties. */
export function parseFields(text: string, output: TSchema, extra: ReadonlySet<string>): Selection {
  const known = namesAt(output)
  const selection: Selection = new Map()
  for (const path of text.split(',').slice(0, MAX_FIELDS + 1)) {
    const [name = '', below, ...rest] = path.split('.')
    const schema = known.get(name)
    const isKnown = schema
      ? below === undefined || namesAt(schema).has(below)
      : extra.has(name) && below === undefined
    if (!isKnown || rest.length > 0 || selection.size >= MAX_FIELDS) throw noSuchField('fields', path)
    const chosen = selection.get(name)
    if (below === undefined) selection.set(name, null)
    else if (chosen !== null) selection.set(name, (chosen ?? new Set()).add(below))
  }
  return selection
}

export function noSuchField(parameter: string, name: string): Failure {
  const message = `There is no \`${name.slice(0, 100)}\` here.`
  return UnknownField({}, { errors: [{ path: parameter, code: 'unknown_field', message }] })
}

function namesAt(schema: TSchema): Map<string, TSchema> {
  const names = new Map<string, TSchema>()
  for (const object of objectsAt(schema)) {
    const properties = propertiesOf(object)
    const inside = isPage(object) ? namesAt(properties['items']!) : Object.entries(properties)
    for (const [name, property] of inside) names.set(name, property)
  }
  return names
}

export function select(value: unknown, output: TSchema, selection: Selection): unknown {
  if (!objectsAt(output).some(isPage)) return pick(value, selection)
  const page = value as { items: unknown[] }
  return { ...page, items: page.items.map((item) => pick(item, selection)) }
}

function pick(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, selection))
  if (typeof value !== 'object' || value === null) return value
  const picked: Record<string, unknown> = {}
  for (const [name, below] of selection) {
    if (!Object.hasOwn(value, name)) continue
    const held = (value as Record<string, unknown>)[name]
    picked[name] = below ? pick(held, new Map([...below].map((inner) => [inner, null]))) : held
  }
  return picked
}
