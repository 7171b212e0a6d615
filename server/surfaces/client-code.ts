/**
 * The generated half of the typed client: TypeScript types and a table of routes.
 *
 * No runtime schema: the server checks, the client only carries. The hand-written half
 * is `packages/client/src/index.ts` and `call.ts`.
 */
import { commonFailures, type FailureType } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import { batchesOf, isBatch, membersOf } from './batch.ts'
import { httpFailures } from './problems.ts'
import { fieldsOf, placeOf, type Field, type ObjectNode, type Place, type UnionNode } from './schema-node.ts'
import {
  edgeField,
  operationsOf,
  vocabularyOf,
  wordsName,
  type Projected,
  type Vocabulary,
} from './vocabulary.ts'

const HEAD = '// Generated from the operations by tools/contracts.ts; do not edit.\n'

export function clientTypes(app: Projected): string {
  const vocabulary = vocabularyOf(app)
  const { operations } = vocabulary
  const shapes = new Map([...vocabulary.outputs, ...vocabulary.inputs])
  const failures = new Map(
    [...commonFailures, ...httpFailures, ...operations.flatMap((each) => each.failures)].map((each) => [
      each.code,
      each,
    ]),
  )
  const parts = [
    HEAD +
      "import type { DoBatch } from '../batch.ts'\nimport type { CallOptions, Custom, ProblemOf, StreamOptions } from '../call.ts'",
    ...byName(vocabulary.words).map(
      ([name, words]) => `export type ${name} = ${words.map(quote).join(' | ')}`,
    ),
    ...byName(shapes).map(([, shape]) => shapeType(shape, vocabulary)),
    ...operations.map(inputType),
    [...failures]
      .sort()
      .map(([, failure]) => problemType(failure))
      .join('\n'),
    `/** Everything that the server may refuse with, told apart by \`code\`. */\nexport type ServerProblem =\n${[
      ...failures,
    ]
      .sort()
      .map(([, failure]) => `  | ${pascal(failure.code)}Problem`)
      .join('\n')}`,
    operationFailures(operations),
    ...batchesOf(operations).map((batch) => batchMembers(batch, operations)),
    `/** Every operation, by its id. */\nexport interface Client ${tree([...operations, ...batchesOf(operations)])}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function byName<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

const quote = (text: string) => `'${text}'`
const comment = (text: string, indent = '') =>
  text === '' ? '' : `${indent}/** ${text.replaceAll('*/', '*\\/')} */\n`

function shapeType(shape: ObjectNode | UnionNode, vocabulary: Vocabulary): string {
  if (shape.kind === 'union')
    return `export type ${shape.name} = ${shape.arms.map((arm) => arm.object.name).join(' | ')}`
  const edges = vocabulary.outputs.has(shape.name!)
    ? (vocabulary.edges.get(shape.name!) ?? []).map(edgeField)
    : []
  return `${comment(shape.description)}export interface ${shape.name} ${body([...shape.fields, ...edges], shape.name!)}`
}

function body(fields: Field[], parent: string): string {
  if (fields.length === 0) return '{}'
  const lines = fields.map(
    (field) =>
      `${comment(field.description, '  ')}  ${field.name}${field.optional ? '?' : ''}: ${typeAt(field, parent, field.name)}${field.optional ? ' | undefined' : ''}\n`,
  )
  return `{\n${lines.join('')}}`
}

function typeAt(place: Place, parent: string, property: string): string {
  const text = typeOf(place, parent, property)
  return place.nullable ? `${text} | null` : text
}

function typeOf({ node }: Place, parent: string, property: string): string {
  switch (node.kind) {
    case 'scalar':
      return ['Int', 'Count', 'Minor'].includes(node.scalar) ? 'number' : 'string'
    case 'flag':
      return 'boolean'
    case 'literal':
      return typeof node.value === 'string' ? quote(node.value) : String(node.value)
    case 'words':
      return wordsName(node, parent, property)
    case 'list': {
      const item = typeAt(node.item, parent, property)
      return item.includes(' ') ? `(${item})[]` : `${item}[]`
    }
    case 'object':
    case 'union':
      return node.name!
    case 'custom':
      return 'Custom'
    default:
      throw new Error(`${parent}.${property} has no TypeScript type.`)
  }
}

function inputType(operation: Operation): string {
  const name = pascal(operation.id)
  return `export interface ${name}Input ${body(fieldsOf(operation.input), name)}`
}

function problemType(failure: FailureType): string {
  const name = pascal(failure.code)
  return `export type ${name}Problem = ProblemOf<${quote(failure.code)}, ${failure.status}, ${inline(fieldsOf(failure.details), `${name}Details`)}>`
}

function inline(fields: Field[], parent: string): string {
  if (fields.length === 0) return 'Record<string, never>'
  return `{ ${fields.map((field) => `${field.name}: ${typeAt(field, parent, field.name)}`).join('; ')} }`
}

/** What an operation itself may fail with, beside what any may. */
function operationFailures(operations: Operation[]): string {
  const own = operations.filter((operation) => operation.failures.length > 0)
  const lines = own.map(
    (operation) =>
      `  ${quote(operation.id)}: ${[...new Set(operation.failures.map((failure) => `${pascal(failure.code)}Problem`))].join(' | ')}\n`,
  )
  return `/** Each operation's own failures. */\nexport interface FailuresOf {\n${lines.join('')}}`
}

const membersName = (batch: Operation) => (batch.audience === 'shop' ? 'ShopOperations' : 'AdminOperations')

function batchMembers(batch: Operation, operations: Operation[]): string {
  const lines = membersOf(batch, operations)
    .filter((operation) => operation.kind !== 'stream' && !operation.session && !operation.tellsSecret)
    .map((each) => `  ${quote(each.id)}: { input: ${pascal(each.id)}Input; output: ${answerOf(each)} }\n`)
  return `/** What ${quote(batch.id)} may hold. */\nexport interface ${membersName(batch)} {\n${lines.join('')}}`
}

const answerOf = (operation: Operation) => typeAt(placeOf(operation.output), '', '')

interface Tree {
  [name: string]: Tree | Operation
}

function tree(operations: Operation[]): string {
  const root: Tree = {}
  for (const operation of operations) {
    const names = operation.id.split('.')
    let here = root
    for (const name of names.slice(0, -1)) here = (here[name] ??= {}) as Tree
    here[names.at(-1)!] = operation
  }
  return branch(root, '')
}

function branch(tree: Tree, indent: string): string {
  const lines = Object.entries(tree).map(([name, held]) =>
    isOperation(held)
      ? method(name, held, `${indent}  `)
      : `${indent}  ${name}: ${branch(held, `${indent}  `)}\n`,
  )
  return `{\n${lines.join('')}${indent}}`
}

function isOperation(held: Tree | Operation): held is Operation {
  return typeof held['id'] === 'string'
}

function method(name: string, operation: Operation, indent: string): string {
  if (isBatch(operation))
    return `${comment(operation.summary, indent)}${indent}${name}: DoBatch<${membersName(operation)}>\n`
  const input = `${pascal(operation.id)}Input`
  const answer = answerOf(operation)
  const given = operation.input.required?.length ? `input: ${input}` : `input?: ${input}`
  const line =
    operation.kind === 'stream'
      ? `${name}(${given}, options?: StreamOptions): AsyncIterable<${answer}>`
      : `${name}(${given}, options?: CallOptions): Promise<${answer}>`
  return `${comment(operation.summary, indent)}${indent}${line}\n`
}

/** `id: [method, path, kind]`; the kinds are c(ommand), q(uery) and s(tream). */
export function clientRoutes(app: Projected): string {
  const operations = operationsOf(app)
  const lines = [...operations, ...batchesOf(operations)].map(
    ({ id, rest, kind }) => `  ${quote(id)}: ['${rest.method}', '${rest.path}', '${kind[0]}'],\n`,
  )
  return `${HEAD}import type { Route } from '../call.ts'\n\nexport const routes: Readonly<Record<string, Route>> = {\n${lines.join('')}}\n`
}
