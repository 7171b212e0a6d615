/** Finds its way in an output's schema: which objects may stand at a place, and where a list of them hides. */
import type { TObject, TSchema } from 'typebox'

type Node = TSchema & {
  $id?: string
  type?: string
  anyOf?: Node[]
  items?: Node
  properties?: Record<string, Node>
  discriminator?: { propertyName: string }
  const?: unknown
}

/** All object schemas that a value here may have: through lists, null and unions. */
export function objectsAt(schema: TSchema): TObject[] {
  const node = schema as Node
  if (node.anyOf) return node.anyOf.flatMap(objectsAt)
  if (node.items) return objectsAt(node.items)
  return node.type === 'object' && node.properties ? [node as unknown as TObject] : []
}

/** The one that this value has. */
export function objectOf(value: object, candidates: TObject[]): TObject | undefined {
  if (candidates.length < 2) return candidates[0]
  return candidates.find((candidate) => {
    const properties = candidate.properties as Record<string, Node>
    return Object.entries(properties).every(
      ([name, property]) =>
        property.const === undefined || property.const === (value as Record<string, unknown>)[name],
    )
  })
}

export function propertiesOf(object: TObject): Record<string, TSchema> {
  return object.properties
}

export function idOf(object: TObject): string | undefined {
  return (object as Node).$id
}

/** `{ items, next, total }`: what is asked of a page is meant for its items. */
export function isPage(object: TObject): boolean {
  const properties = object.properties as Record<string, Node>
  return properties['items']?.type === 'array' && 'next' in properties
}
