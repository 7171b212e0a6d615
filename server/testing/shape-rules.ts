/**
 * What a shape must be so that REST, GraphQL, gRPC, the client and the database can all carry it.
 *
 * Answers sentences that name the place and what to do; none means all is well.
 */
import type { Operation } from '#kit/operation.ts'
import {
  placeOf,
  walk,
  type Field,
  type Node,
  type ObjectNode,
  type Place,
  type UnionNode,
} from '../surfaces/schema-node.ts'
import { routeInputs } from '../surfaces/route-inputs.ts'
import { graphqlName } from '../surfaces/graphql-sdl.ts'
import { operationsOf, type Projected } from '../surfaces/vocabulary.ts'
import { RESERVED, checkNames, type Say } from './shape-names.ts'

const SHAPE_NAME = /^[A-Z][A-Za-z0-9]{1,79}$/
const PROPERTY_NAME = /^[a-z][A-Za-z0-9]{0,59}$/
const WORD = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const NOT_WORDS = new Set(['true', 'false', 'null', 'unspecified'])
const METHODS: Record<Operation['kind'], string[]> = {
  command: ['POST', 'PUT', 'PATCH', 'DELETE'],
  query: ['GET', 'POST'],
  stream: ['GET'],
}

export function refusalsOf(app: Projected): string[] {
  const found: string[] = []
  const say: Say = (path, what) => void found.push(`${path}: ${what}`)
  const operations = operationsOf(app)
  for (const operation of operations) checkOperation(operation, say)
  for (const module of app.modules) {
    for (const event of module.events)
      checkObject(placeOf(event.payload), `event ${event.name}`, 'details', say)
    for (const edge of module.edges)
      checkPlace(placeOf(edge.to), `edge ${edge.from}.${edge.name}`, 'output', say)
  }
  checkRoutes(operations, say)
  if (found.length === 0) checkNames(app, say)
  return found
}

function checkOperation(operation: Operation, say: Say): void {
  const { id } = operation
  checkObject(placeOf(operation.input), `${id} input`, 'input', say)
  const output = placeOf(operation.output)
  if (output.nullable || (output.node.kind !== 'object' && output.node.kind !== 'union'))
    say(
      `${id} output`,
      'answers must be one named shape; for nothing use Done, for "not there" throw NotFound',
    )
  else checkPlace(output, `${id} output`, 'output', say)
  for (const failure of operation.failures)
    checkObject(placeOf(failure.details), `${id} failure ${failure.code}`, 'details', say)
  if (!METHODS[operation.kind].includes(operation.rest.method))
    say(id, `a ${operation.kind} cannot be ${operation.rest.method}`)
  checkParts(operation, say)
}

/** Of inputs, details and payloads the outermost object needs no name. */
function checkObject(place: Place, path: string, side: Side, say: Say): void {
  const { node } = place
  if (node.kind !== 'object') return say(path, 'must be an object')
  if (node.raw.additionalProperties !== false)
    say(path, 'is open; close it with additionalProperties: false or use shape()')
  checkFields(node, path, side, say)
  for (const field of node.fields) checkPlace(field, `${path}.${field.name}`, side, say)
}

type Side = 'input' | 'output' | 'details'

function checkPlace(place: Place, path: string, side: Side, say: Say): void {
  walk(place, path, (node, at) => {
    if (node.kind === 'unknown') say(at, `is ${node.why}`)
    if (node.kind === 'list') checkList(node, at, say)
    if (node.kind === 'words') checkWords(node.words, at, say)
    if (node.kind === 'union') checkUnion(node, at, say)
    if (node.kind === 'object') {
      checkName(node, at, say)
      if (node.raw.additionalProperties !== false) say(at, 'is open; use shape()')
      checkFields(node, at, side, say)
    }
  })
}

function checkName(node: ObjectNode | UnionNode, at: string, say: Say): void {
  if (!node.name) say(at, 'has no name; use shape(name, ...)')
  else if (!SHAPE_NAME.test(node.name)) say(at, `is called ${node.name}; names are in PascalCase`)
  else if (RESERVED.has(node.name)) say(at, `is called ${node.name}, which a surface needs for itself`)
}

function checkFields(node: ObjectNode, at: string, side: Side, say: Say): void {
  const clears = node.fields.some((field) => field.optional && field.nullable)
  for (const field of node.fields) {
    const path = `${at}.${field.name}`
    if (!PROPERTY_NAME.test(field.name)) say(path, 'is not camelCase')
    if (field.optional && side !== 'input')
      say(path, 'is optional in an answer; give it always, Nullable if need be')
    if (field.name === 'clear' && clears) say(path, 'is what gRPC calls the list of fields to empty')
    if (field.nullable && field.node.kind === 'list')
      say(path, 'is a list that may be null; an empty list says the same')
    if (side === 'input') checkRole(field, path, say)
  }
}

function checkRole({ name, node }: Field, path: string, say: Say): void {
  const role = node.kind === 'object' ? node.role : null
  if ((role === 'filter') !== (name === 'filter'))
    say(path, 'filters come from filters() and are called `filter`')
  if ((role === 'sort') !== (name === 'sort')) say(path, 'orders come from sorts() and are called `sort`')
}

function checkList(node: Extract<Node, { kind: 'list' }>, at: string, say: Say): void {
  if (node.max === null) say(at, 'is a list without a bound; use List(of, max)')
  if (node.item.nullable) say(at, 'is a list with nulls in it')
  if (node.item.node.kind === 'list') say(at, 'is a list of lists; name the inner one with shape()')
}

function checkWords(words: string[], at: string, say: Say): void {
  for (const word of words)
    if (!WORD.test(word) || NOT_WORDS.has(word)) say(at, `has the word ${word}; words are in snake_case`)
}

function checkUnion(node: UnionNode, at: string, say: Say): void {
  checkName(node, at, say)
  const words = node.arms.map((arm) => arm.word)
  if (new Set(words).size < words.length) say(at, 'has two arms with the same tag')
  for (const arm of node.arms) {
    const tag = arm.object.fields.find((field) => field.name === node.tag)
    if (!WORD.test(arm.word) || tag?.optional)
      say(`${at}(${arm.word})`, `needs \`${node.tag}\` as a literal word`)
  }
}

/** A path names what is in the input; a query string carries only what fits on one line. */
function checkParts(operation: Operation, say: Say): void {
  const parts = routeInputs(operation)
  for (const [, name] of operation.rest.path.matchAll(/:(\w+)/g)) {
    const field = parts.path.find((each) => each.name === name)
    if (!field || field.optional || field.nullable)
      say(operation.id, `:${name} in the path must be a required part of the input`)
    else if (field.node.kind !== 'scalar' && field.node.kind !== 'words')
      say(operation.id, `:${name} in the path must be a scalar`)
  }
  for (const field of parts.query) checkQueryField(field, operation.id, say)
  const names = parts.query.map((field) => field.name)
  for (const { node } of parts.query)
    if (node.kind === 'object' && node.role === 'filter')
      for (const inner of node.fields)
        if (names.includes(inner.name))
          say(`${operation.id}.filter.${inner.name}`, 'has the name of another parameter')
}

function checkQueryField(field: Field, id: string, say: Say): void {
  const { node } = field
  if (field.name === 'fields' || field.name === 'expand')
    say(`${id}.${field.name}`, 'is what REST calls the choice of an answer’s parts')
  if (node.kind === 'object' && node.role !== null) {
    if (node.role === 'filter')
      for (const inner of node.fields)
        if (inner.node.kind === 'object')
          inner.node.fields.forEach((operand) => checkOneLine(operand, `${id}.filter.${inner.name}`, say))
    return
  }
  checkOneLine(field, `${id}.${field.name}`, say)
}

function checkOneLine({ node }: Place, path: string, say: Say): void {
  if (node.kind === 'list') {
    const { node: item } = node.item
    if (item.kind === 'scalar' && item.scalar !== 'Text') return
    if (item.kind !== 'words')
      say(path, 'a list in a query string may hold ids, keys and words, which have no commas')
  } else if (
    node.kind !== 'scalar' &&
    node.kind !== 'words' &&
    node.kind !== 'flag' &&
    node.kind !== 'custom' && // its fields go in brackets
    node.kind !== 'unknown'
  ) {
    say(path, 'does not fit in a query string; use POST, or filters() and sorts()')
  }
}

function checkRoutes(operations: Operation[], say: Say): void {
  const routes = new Map<string, string>()
  const fields = new Map<string, string>()
  for (const { id, rest } of operations) {
    const route = `${rest.method} ${rest.path.replace(/:\w+/g, ':')}`
    if (routes.has(route)) say(id, `has the same route as ${routes.get(route)}`)
    routes.set(route, id)
    const name = graphqlName(id)
    if (fields.has(name)) say(id, `is ${name} in GraphQL, as is ${fields.get(name)}`)
    fields.set(name, id)
  }
}
