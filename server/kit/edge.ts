/**
 * Edges: a later module's answer to "and what belongs to this?".
 *
 * Declared from an earlier module's shape to one of its own, loaded for many
 * parents in one statement. REST expands them, GraphQL shows them as fields.
 */
import type { TSchema } from 'typebox'
import type { Ctx } from './context.ts'
import type { Access } from './policy.ts'

export type Parent = { readonly id: string } & Readonly<Record<string, unknown>>

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
  /** The parents as they are answered: what they show may tell that there is nothing to load. */
  load: (parents: readonly Parent[], ctx: Ctx) => Promise<Map<string, unknown>>
}

export function edge(
  definition: Omit<Edge, 'included' | 'limit'> & { included?: boolean; limit?: number },
): Edge {
  return { included: false, limit: 100, ...definition }
}
