/**
 * What a caller chooses from an answer, by `fields` and `expand`, worked out once per wish.
 *
 * The same wishes come again and again; a bounded number is kept per operation.
 */
import type { Operation } from '#kit/operation.ts'
import { edgeNamesAt, hasIncluded, parseExpand, withEdges, type Edges, type Wanted } from './expand.ts'
import { parseFields, type Selection } from './fields.ts'
import type { Chosen } from './rest-input.ts'

const MAX_KEPT = 50

export interface Choices {
  /** For reads: the operation with its expansion inside. */
  operation: Operation
  /** For writes: what to add once the work is done. */
  expand: Wanted | null
  fields: Selection | null
}

export function choices(operation: Operation, edges: Edges): (asked: Chosen) => Choices {
  const included = hasIncluded(operation.output, edges)
  const usual = make({ fields: undefined, expand: undefined })
  const kept = new Map<string, Choices>()

  function make(asked: Chosen): Choices {
    const wanted: Wanted | null =
      asked.expand !== undefined
        ? parseExpand(asked.expand, operation.output, edges)
        : included
          ? new Map()
          : null
    const added = wanted ? edgeNamesAt(operation.output, edges, wanted) : new Set<string>()
    const fields = asked.fields ? parseFields(asked.fields, operation.output, added) : null
    if (fields) for (const name of wanted?.keys() ?? []) if (!fields.has(name)) fields.set(name, null)
    const isRead = operation.kind !== 'command'
    return {
      operation: wanted && isRead ? withEdges(operation, wanted, edges) : operation,
      expand: wanted,
      fields,
    }
  }

  return (asked) => {
    if (asked.fields === undefined && asked.expand === undefined) return usual
    const key = `${asked.fields ?? ''} ${asked.expand ?? ''}`
    let found = kept.get(key)
    if (!found) {
      found = make(asked)
      if (kept.size >= MAX_KEPT) kept.clear()
      kept.set(key, found)
    }
    return found
  }
}
