/** Walks the declared input of an operation, to put one thing somewhere in a good input that does not belong there. */
import type { TObject, TSchema } from 'typebox'

export interface Place {
  /** As a problem document names it; empty at the top. */
  path: string
  schema: TObject
  holder: Record<string, unknown>
}

type Loose = TSchema & {
  properties?: Record<string, TSchema>
  items?: TSchema
  anyOf?: TSchema[]
  oneOf?: TSchema[]
}

/** Every object of the input, itself first, with what is declared for it. */
export function placesIn(schema: TSchema, value: unknown, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    const { items } = armOf(schema, 'items') ?? {}
    return items ? value.flatMap((each, index) => placesIn(items, each, `${path}${path && '.'}${index}`)) : []
  }
  const found = armOf(schema, 'properties')
  if (!found) return []
  const holder = value as Record<string, unknown>
  const inner = Object.entries(found.properties!).flatMap(([name, of]) =>
    placesIn(of, holder[name], `${path}${path && '.'}${name}`),
  )
  return [{ path, schema: found as unknown as TObject, holder }, ...inner]
}

/** The schema itself, or the arm of a nullable one, that has what is looked for. */
function armOf(schema: TSchema, has: 'items' | 'properties'): Loose | undefined {
  const loose = schema as Loose
  return has in loose
    ? loose
    : [...(loose.anyOf ?? []), ...(loose.oneOf ?? [])].map((arm) => armOf(arm, has)).find(Boolean)
}

/** Names of whole numbers that say how many there are of something. */
export function quantitiesOf({ properties }: TObject): string[] {
  return Object.entries(properties)
    .filter(
      ([name, of]) =>
        /quantity|onHand|stock|backorder|units|count|delta/i.test(name) &&
        (of as { type?: string }).type === 'integer',
    )
    .map(([name]) => name)
}

/** Names of ids, and of lists of them, with one that names nothing in their place. */
export function idsOf({ properties }: TObject, id: () => string): [name: string, value: string | string[]][] {
  const isId = (of: TSchema | undefined) => (of as { scalar?: string } | undefined)?.scalar === 'Id'
  return Object.entries(properties).flatMap(([name, of]): [string, string | string[]][] => {
    const { anyOf = [of] } = of as Loose
    if (anyOf.some(isId)) return [[name, id()]]
    return anyOf.some((arm) => isId((arm as Loose).items)) ? [[name, [id()]]] : []
  })
}

/** Names of free texts. */
export function textsOf({ properties }: TObject): string[] {
  return Object.entries(properties)
    .filter(([, of]) => (of as { type?: string }).type === 'string')
    .map(([name]) => name)
}
