/** Everything that can be expanded in an answer, at once. */
import type { TSchema } from '#kit/types.ts'
import { MAX_EXPAND_DEPTH, type Edges, type Wanted } from '../../surfaces/expand.ts'
import { idOf, isPage, objectsAt, propertiesOf } from '../../surfaces/shape-walk.ts'

export function everyEdge(schema: TSchema, edges: Edges, depth = MAX_EXPAND_DEPTH): Wanted {
  const wanted: Wanted = new Map()
  if (depth === 0) return wanted
  for (const object of objectsAt(schema)) {
    const properties = propertiesOf(object)
    if (isPage(object)) return everyEdge(properties['items']!, edges, depth)
    for (const [name, property] of Object.entries(properties)) {
      const below = everyEdge(property, edges, depth - 1)
      if (below.size > 0) wanted.set(name, below)
    }
    for (const [name, { to }] of edges.get(idOf(object) ?? '') ?? [])
      wanted.set(name, everyEdge(to, edges, depth - 1))
  }
  return wanted
}
