/**
 * `?expand=lines.variant,shipments`: what later modules say belongs to an answer.
 *
 * A path goes along properties and edges and ends at an edge; edges declared
 * `included` always come. Each edge is loaded once per level for all its parents, in
 * a page as in a single answer. The operation's own answer is not touched but copied:
 * it may come from a cache.
 */
import type { TSchema } from 'typebox'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import type { Edge, Parent } from '#kit/edge.ts'
import { InvalidInput, isFailure } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { noSuchField } from './fields.ts'
import { idOf, isPage, objectOf, objectsAt, propertiesOf } from './shape-walk.ts'

export const MAX_EXPAND_DEPTH = 3
const MAX_PATHS = 10
/** Sum of cost times parents in one answer. */
const MAX_COST = 10_000

/** Shape to its edges by name. */
export type Edges = Map<string, Map<string, Edge>>
/** Wanted names, each with what is wanted below it. */
export interface Wanted extends Map<string, Wanted> {}

const NOTHING: Wanted = new Map()

export function edgesOf(app: Pick<App, 'modules'>): Edges {
  const edges: Edges = new Map()
  for (const edge of app.modules.flatMap((module) => module.edges)) {
    const ofShape = edges.get(edge.from) ?? new Map<string, Edge>()
    if (ofShape.has(edge.name)) throw new Error(`Two edges are called ${edge.from}.${edge.name}.`)
    edges.set(edge.from, ofShape.set(edge.name, edge))
  }
  return edges
}

export function parseExpand(text: string, output: TSchema, edges: Edges): Wanted {
  const wanted: Wanted = new Map()
  const paths = text.split(',')
  if (paths.length > MAX_PATHS) throw noSuchField('expand', text)
  for (const path of paths) {
    const names = path.split('.')
    if (names.length > MAX_EXPAND_DEPTH || !leadsToEdge(names, output, edges))
      throw noSuchField('expand', path)
    let here = wanted
    for (const name of names) {
      const below: Wanted = here.get(name) ?? new Map()
      here.set(name, below)
      here = below
    }
  }
  return wanted
}

function leadsToEdge(names: string[], schema: TSchema, edges: Edges): boolean {
  const [name, ...rest] = names as [string, ...string[]]
  return objectsAt(schema).some((object) => {
    const properties = propertiesOf(object)
    if (isPage(object)) return leadsToEdge(names, properties['items']!, edges)
    const edge = edges.get(idOf(object) ?? '')?.get(name)
    if (edge) return rest.length === 0 || leadsToEdge(rest, edge.to, edges)
    return Object.hasOwn(properties, name) && rest.length > 0 && leadsToEdge(rest, properties[name]!, edges)
  })
}

/** Whether an answer of this shape always has something added. */
export function hasIncluded(schema: TSchema, edges: Edges, seen = new Set<unknown>()): boolean {
  return objectsAt(schema).some((object) => {
    if (seen.has(object)) return false
    seen.add(object)
    const own = edges.get(idOf(object) ?? '')
    if (own && [...own.values()].some((edge) => edge.included)) return true
    return Object.values(propertiesOf(object)).some((property) => hasIncluded(property, edges, seen))
  })
}

/** What an expansion adds at the top of an answer, or of a page's items. */
export function edgeNamesAt(schema: TSchema, edges: Edges, wanted: Wanted): Set<string> {
  const names = objectsAt(schema).flatMap((object) => {
    if (isPage(object)) return [...edgeNamesAt(propertiesOf(object)['items']!, edges, wanted)]
    const own = [...(edges.get(idOf(object) ?? '')?.values() ?? [])]
    return own.filter((edge) => edge.included || wanted.has(edge.name)).map((edge) => edge.name)
  })
  return new Set(names)
}

/** The query with its expansion inside, so that both see the same caller and count as one request. */
export function withEdges(operation: Operation, wanted: Wanted, edges: Edges): Operation {
  const run = operation.run!
  const mustKnowWho = [...edges.values()].some((own) =>
    [...own.values()].some((edge) => edge.access.rule !== 'anyone'),
  )
  return {
    ...operation,
    // For a public read nobody is asked who they are; an edge may have to know.
    access: operation.access.rule === 'anyone' && mustKnowWho ? visitor : operation.access,
    json: null,
    kept: null,
    endedBy: [],
    run: async (input: never, ctx: Ctx) =>
      expand(await run(input, ctx), operation.output, wanted, edges, ctx),
  }
}

/** One edge at one level, with all its parents; each may want something else below. */
interface Branch {
  edge: Edge
  asked: boolean
  parents: { object: Record<string, unknown>; wanted: Wanted }[]
}

export async function expand(
  value: unknown,
  output: TSchema,
  wanted: Wanted,
  edges: Edges,
  ctx: Ctx,
): Promise<unknown> {
  let branches: Branch[] = []
  let cost = 0
  const grow = (held: unknown, schema: TSchema, below: Wanted) => copy(held, schema, below, edges, branches)
  const answer = grow(value, output, wanted)
  for (let level = 1; branches.length > 0 && level <= MAX_EXPAND_DEPTH; level++) {
    const now = branches
    branches = []
    for (const branch of now) cost += branch.edge.cost * branch.parents.length
    if (cost > MAX_COST) throw tooMuch()
    const loads = await Promise.all(now.map((branch) => load(branch, ctx)))
    now.forEach((branch, index) => {
      const { edge } = branch
      for (const { object, wanted: below } of branch.parents) {
        const found = loads[index]!.get(object['id'] as string)
        const held = edge.many ? ((found ?? []) as unknown[]).slice(0, edge.limit) : (found ?? null)
        object[edge.name] = grow(held, edge.to, below)
      }
    })
  }
  return answer
}

function tooMuch() {
  const errors = [
    {
      path: 'expand',
      code: 'too_costly',
      message: 'This expands too much at once. Ask for fewer items or less of each.',
    },
  ]
  return InvalidInput({}, { errors })
}

/** What was asked for and may not be seen is refused; what always comes is then left empty. */
async function load({ edge, asked, parents }: Branch, ctx: Ctx): Promise<Map<string, unknown>> {
  const ids = [...new Set(parents.map(({ object }) => object['id'] as string))]
  try {
    await edge.access.check({ ids } as never, ctx)
  } catch (error) {
    if (asked || !isFailure(error) || error.status >= 500) throw error
    return new Map()
  }
  const distinct = new Map(parents.map(({ object }) => [object['id'] as string, object]))
  return edge.load([...distinct.values()] as Parent[], ctx)
}

function copy(value: unknown, schema: TSchema, wanted: Wanted, edges: Edges, branches: Branch[]): unknown {
  if (Array.isArray(value)) return value.map((item) => copy(item, schema, wanted, edges, branches))
  if (typeof value !== 'object' || value === null) return value
  const object = objectOf(value, objectsAt(schema))
  if (!object) return value
  const copied = { ...value } as Record<string, unknown>
  const properties = propertiesOf(object)
  const page = isPage(object)
  for (const name of Object.keys(properties)) {
    const held = copied[name]
    if (typeof held !== 'object' || held === null) continue
    copied[name] = copy(
      held,
      properties[name]!,
      page && name === 'items' ? wanted : (wanted.get(name) ?? NOTHING),
      edges,
      branches,
    )
  }
  const own = edges.get(idOf(object) ?? '')
  if (!own || typeof copied['id'] !== 'string') return copied
  for (const edge of own.values()) {
    const below = wanted.get(edge.name)
    if (below || edge.included) plant(branches, edge, below, copied)
  }
  return copied
}

function plant(
  branches: Branch[],
  edge: Edge,
  wanted: Wanted | undefined,
  object: Record<string, unknown>,
): void {
  let branch = branches.find((each) => each.edge === edge)
  if (!branch) branches.push((branch = { edge, asked: false, parents: [] }))
  branch.asked ||= wanted !== undefined
  branch.parents.push({ object, wanted: wanted ?? NOTHING })
}
