/**
 * Edges: a later module's answer to "and what belongs to this?".
 *
 * Declared from an earlier module's shape to one of its own, loaded for many
 * parents in one statement. REST expands them, GraphQL shows them as fields.
 */
import type { TSchema } from 'typebox'
import type { Ctx } from './context.ts'
import type { Access } from './policy.ts'

export interface Edge {
  /** `$id` of the shape it starts from. */
  from: string
  name: string
  to: TSchema
  many: boolean
  access: Access
  /** Rough cost of one parent, for limits. */
  cost: number
  /** Always part of the answer, asked for or not. */
  included: boolean
  /** Most items of one parent. */
  limit: number
  load: (parents: readonly { id: string }[], ctx: Ctx) => Promise<Map<string, unknown>>
}

export function edge(
  definition: Omit<Edge, 'included' | 'limit'> & { included?: boolean; limit?: number },
): Edge {
  return { included: false, limit: 100, ...definition }
}
