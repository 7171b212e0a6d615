/**
 * What a query asks of the store: its operations, the edges that each brings along, and what that may cost.
 *
 * Edges are loaded where `?expand=` loads them, once a level for all parents, inside the operation; so nothing is
 * loaded that was not asked for, and a query runs as many statements as the same question over REST.
 */
import {
  Kind,
  getArgumentValues,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
} from 'graphql'
import type { TSchema } from 'typebox'
import type { Edge } from '#kit/edge.ts'
import { isFailure } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from '#kit/page.ts'
import { MAX_EXPAND_DEPTH, type Edges, type Wanted } from '../expand.ts'
import { idOf, isPage, objectsAt, propertiesOf } from '../shape-walk.ts'
import { COST_OF_OPERATION } from './limits.ts'
import { tooMuch } from './failures.ts'

export interface Plan {
  operation: Operation
  node: FieldNode
  /** Null: no edge is asked for. */
  wanted: Wanted | null
  cost: number
}

export interface Asked {
  operation: OperationDefinitionNode
  fragments: Record<string, FragmentDefinitionNode>
  variables: Record<string, unknown>
}

/** How many an edge of many is taken to bring, where nobody knows before. */
const USUAL_MANY = 10

/** By the name that the answer has for it. */
export function plansOf(
  asked: Asked,
  operations: ReadonlyMap<string, Operation>,
  edges: Edges,
): Map<string, Plan> {
  const plans = new Map<string, Plan>()
  for (const [name, nodes] of rootFields(asked)) {
    const operation = operations.get(nodes[0]!.name.value)
    if (!operation) continue // about the schema itself
    const gathering: Gathering = { asked, edges, found: 0, cost: 0 }
    const wanted: Wanted = new Map()
    const rows = rowsOf(nodes[0]!, operation, asked.variables)
    for (const { selectionSet } of nodes)
      if (selectionSet) gather(selectionSet, operation.output, { into: wanted, rows, level: 0 }, gathering)
    const cost = COST_OF_OPERATION + rows + gathering.cost
    plans.set(name, { operation, node: nodes[0]!, wanted: gathering.found > 0 ? wanted : null, cost })
  }
  return plans
}

function rootFields(asked: Asked): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const collect = (set: SelectionSetNode) => {
    for (const each of set.selections) {
      if (!isWanted(each.directives, asked.variables)) continue
      if (each.kind === Kind.FIELD) {
        const name = each.alias?.value ?? each.name.value
        fields.set(name, [...(fields.get(name) ?? []), each])
      } else if (each.kind === Kind.INLINE_FRAGMENT) collect(each.selectionSet)
      else collect(asked.fragments[each.name.value]!.selectionSet)
    }
  }
  collect(asked.operation.selectionSet)
  return fields
}

function isWanted(
  directives: readonly DirectiveNode[] | undefined,
  variables: Record<string, unknown>,
): boolean {
  return (directives ?? []).every((each) => {
    if (each.name.value === 'skip')
      return getArgumentValues(GraphQLSkipDirective, each, variables)['if'] !== true
    if (each.name.value === 'include')
      return getArgumentValues(GraphQLIncludeDirective, each, variables)['if'] === true
    return true
  })
}

/** Rows of a page as the query says it; whether it may is for the operation to say. */
function rowsOf(node: FieldNode, operation: Operation, variables: Record<string, unknown>): number {
  if (!objectsAt(operation.output).some(isPage)) return 1
  const said = node.arguments?.find(({ name }) => name.value === 'limit')?.value
  const limit =
    said?.kind === Kind.INT
      ? Number(said.value)
      : said?.kind === Kind.VARIABLE
        ? variables[said.name.value]
        : null
  return typeof limit === 'number' ? Math.min(Math.max(limit, 1), MAX_LIMIT) : DEFAULT_LIMIT
}

interface Gathering {
  asked: Asked
  edges: Edges
  found: number
  cost: number
}

interface At {
  into: Wanted
  rows: number
  /** Edges that led here. */
  level: number
}

function gather(set: SelectionSetNode, schema: TSchema, at: At, gathering: Gathering, on?: string): void {
  const { asked, edges } = gathering
  for (const each of set.selections) {
    if (!isWanted(each.directives, asked.variables)) continue
    if (each.kind === Kind.INLINE_FRAGMENT)
      gather(each.selectionSet, schema, at, gathering, each.typeCondition?.name.value ?? on)
    else if (each.kind === Kind.FRAGMENT_SPREAD) {
      const { selectionSet, typeCondition } = asked.fragments[each.name.value]!
      gather(selectionSet, schema, at, gathering, typeCondition.name.value)
    } else if (each.selectionSet) {
      const name = each.name.value
      for (const object of objectsAt(schema)) {
        // A type of one arm of a union; the union's own name leaves them all.
        if (on !== undefined && on !== idOf(object) && objectsAt(schema).some((other) => idOf(other) === on))
          continue
        const edge = edges.get(idOf(object) ?? '')?.get(name)
        const property = propertiesOf(object)[name]
        if (edge) gatherEdge(each.selectionSet, edge, at, gathering)
        else if (property && isPage(object) && name === 'items')
          gather(each.selectionSet, property, at, gathering)
        else if (property) {
          const below: Wanted = at.into.get(name) ?? new Map()
          gather(each.selectionSet, property, { ...at, into: below }, gathering)
          if (below.size > 0) at.into.set(name, below)
        }
      }
    }
  }
}

function gatherEdge(
  set: SelectionSetNode,
  edge: Edge,
  { into, rows, level }: At,
  gathering: Gathering,
): void {
  if (level >= MAX_EXPAND_DEPTH) {
    const says = `What belongs to an answer is followed ${MAX_EXPAND_DEPTH} times at most; \`${edge.name}\` is further away.`
    throw tooMuch('too_deep', says, level + 1, MAX_EXPAND_DEPTH)
  }
  const below: Wanted = into.get(edge.name) ?? new Map()
  into.set(edge.name, below)
  gathering.found++
  gathering.cost += edge.cost * rows
  const at = { into: below, rows: rows * (edge.many ? USUAL_MANY : 1), level: level + 1 }
  gather(set, edge.to, at, gathering)
}

/**
 * The same edges, none of which comes unasked. One that always comes over REST is left empty there for those who may not
 * see it, and so it is here.
 */
export function onlyAsked(edges: Edges): Edges {
  return new Map(
    [...edges].map(([from, own]) => [
      from,
      new Map([...own].map(([name, edge]) => [name, edge.included ? lenient(edge) : edge])),
    ]),
  )
}

function lenient(edge: Edge): Edge {
  return {
    ...edge,
    included: false,
    access: { ...edge.access, check: () => {} },
    async load(parents, ctx) {
      try {
        await edge.access.check({ ids: parents.map(({ id }) => id) } as never, ctx)
      } catch (error) {
        if (!isFailure(error) || error.status >= 500) throw error
        return new Map()
      }
      return edge.load(parents, ctx)
    },
  }
}
