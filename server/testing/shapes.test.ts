/** Every shape of every operation can be carried by every surface; and the walk that says so sees each fault. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edge } from '#kit/edge.ts'
import { failure } from '#kit/failure.ts'
import { by, filters } from '#kit/filter.ts'
import { defineModule, type Module } from '#kit/module.ts'
import { Done, Nothing, command, query, type Operation } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import {
  Custom,
  Id,
  Int,
  List,
  Nullable,
  OneOf,
  Text,
  Type,
  Variants,
  shape,
  type TObject,
  type TSchema,
} from '#kit/types.ts'
import { modules } from '../modules.ts'
import { refusalsOf } from './shape-rules.ts'
import { teaApp } from './tea-shop.ts'

const appOf = (...list: Module[]) => ({
  modules: list,
  operations: list.flatMap((module) => module.operations),
})

test('every operation of the store speaks in shapes that all surfaces can carry', () => {
  assert.deepEqual(refusalsOf(appOf(...modules)), [])
})

test('the shop that uses every kind of shape is in order', () => {
  assert.deepEqual(refusalsOf(teaApp), [])
})

const Closed = { additionalProperties: false }
const Tea = shape('Tea', { id: Id, name: Text(80) })

function asking(input: TObject, rest = 'POST /teas'): Operation {
  return command({
    id: 'tea.ask',
    summary: 'Ask',
    rest,
    audience: 'shop',
    access: anyone,
    input,
    output: Done,
    run: async () => ({ done: true as const }),
  })
}

function answering(output: TSchema, rest = 'GET /teas', id = 'tea.answer'): Operation {
  return query({
    id,
    summary: 'Answer',
    rest,
    audience: 'shop',
    access: anyone,
    input: Nothing,
    output,
    run: async () => undefined as never,
  })
}

const refused = (...operations: Operation[]) => refusalsOf(appOf(defineModule({ name: 'tea', operations })))
const inside = (schema: TSchema) => answering(shape('Holder', { it: schema }))

const limitFilter = filters('F', { limit: by(Int(1, 9), ['eq'], { column: 'tea.limit', index: 'none' }) })

const faults: [says: string, operation: Operation, refusal: RegExp][] = [
  ['bare text', inside(Type.String()), /it: is a bare string/],
  ['bare text behind null', inside(Nullable(Type.String())), /it: is a bare string/],
  ['a bare whole number', inside(Type.Integer()), /it: is a bare number/],
  [
    'a bare number in the input',
    asking(Type.Object({ price: Type.Number() })),
    /input\.price: is a bare number/,
  ],
  ['a bare enum', inside(Type.Enum(['a', 'b'])), /it: is a bare enum/],
  ['an open object', inside(Type.Object({ a: Id }, { $id: 'Open' })), /it: is open/],
  ['an object without a name', inside(Type.Object({ a: Id }, Closed)), /it: has no name/],
  [
    'an object without a name in a list',
    inside(List(Type.Object({ a: Id }, Closed), 3)),
    /it\[\]: has no name/,
  ],
  ['an answer without a name', answering(Type.Object({ a: Id }, Closed)), /output: has no name/],
  ['a map', inside(Type.Record(Type.String(), Id)), /it: is a map/],
  ['anything at all', inside(Type.Unknown()), /it: is a schema that no surface can show/],
  [
    'a union without a tag',
    inside(Type.Union([Tea, shape('Cup', { id: Id })])),
    /it: is a union without a tag/,
  ],
  [
    'an arm without its tag',
    inside(Variants('Any', 'kind', [Tea])),
    /it\(\): needs `kind` as a literal word/,
  ],
  [
    'two arms alike',
    inside(
      Variants('Any', 'kind', [
        shape('A1', { kind: Type.Literal('a') }),
        shape('A2', { kind: Type.Literal('a') }),
      ]),
    ),
    /two arms with the same tag/,
  ],
  ['a list without a bound', inside(Type.Array(Tea)), /it: is a list without a bound/],
  ['a list that may be null', inside(Nullable(List(Tea, 3))), /it: is a list that may be null/],
  ['a list with nulls', inside(List(Nullable(Tea), 3)), /it: is a list with nulls/],
  ['a list of lists', inside(List(List(Id, 3), 3)), /it: is a list of lists/],
  [
    'an answer that leaves something out',
    inside(shape('Maybe', { a: Type.Optional(Id) })),
    /it\.a: is optional in an answer/,
  ],
  ['an answer that is a list', answering(List(Tea, 3)), /answers must be one named shape/],
  ['an answer that may be null', answering(Nullable(Tea)), /answers must be one named shape/],
  ['words that are not snake case', inside(OneOf('soldOut')), /has the word soldOut/],
  ['a word that is no word elsewhere', inside(OneOf('true', 'no')), /has the word true/],
  ['a property in snake case', inside(shape('Maybe', { sold_out: Id })), /it\.sold_out: is not camelCase/],
  ['a name that a surface needs', inside(shape('Query', { a: Id })), /is called Query/],
  [
    'one name for two shapes',
    inside(shape('Pair', { a: Tea, b: shape('Tea', { id: Id }) })),
    /Two different shapes are called Tea/,
  ],
  [
    'a filter by another name',
    asking(Type.Object({ where: Type.Object({}, { $id: 'Where', role: 'filter', ...Closed }) })),
    /filters come from filters\(\)/,
  ],
  [
    'an order in words of its own',
    asking(Type.Object({ sort: OneOf('name', 'price') })),
    /orders come from sorts\(\)/,
  ],
  [
    'a filter called like a parameter',
    asking(Type.Object({ limit: Id, filter: Type.Optional(limitFilter.shape) }), 'DELETE /teas'),
    /filter\.limit: has the name of another parameter/,
  ],
  [
    'an object in a query string',
    asking(Type.Object({ tea: Tea }), 'DELETE /teas'),
    /tea: does not fit in a query string/,
  ],
  [
    'free text in a list in a query string',
    asking(Type.Object({ names: List(Text(20), 3) }), 'DELETE /teas'),
    /which have no commas/,
  ],
  [
    'a path that names nothing',
    asking(Type.Object({ id: Id }), 'POST /teas/:teaId'),
    /:teaId in the path must be a required part/,
  ],
  [
    'a path with an optional part',
    asking(Type.Object({ teaId: Type.Optional(Id) }), 'POST /teas/:teaId'),
    /:teaId in the path must be a required part/,
  ],
  ['a command by GET', asking(Type.Object({}), 'GET /teas'), /a command cannot be GET/],
  ['a query by DELETE', answering(Tea, 'DELETE /teas'), /a query cannot be DELETE/],
]

for (const [says, operation, refusal] of faults) {
  test(`it refuses ${says}`, () => assert.match(refused(operation).join('\n'), refusal))
}

test('it refuses a shape whose name is made for something else', () => {
  const named = (name: string) =>
    refused(asking(Type.Object({ tea: Tea })), answering(shape(name, { id: Id }))).join('\n')
  assert.match(named('TeaAskRequest'), /is a shape and also the request of tea\.ask/)
  assert.match(named('TeaInput'), /is a shape and also Tea as an input/)
  assert.match(named('TeaService'), /is a shape and also a service/)
  assert.match(named('NotFoundProblem'), /is a shape and also the problem not_found/)
  assert.equal(named('TeaProblem'), '')
})

test('it refuses two operations at one address', () => {
  assert.match(
    refused(answering(Tea, 'GET /teas/:a', 'tea.one'), answering(Tea, 'GET /teas/:b', 'tea.two')).join('\n'),
    /tea\.two: has the same route as tea\.one/,
  )
})

test('it looks into failures, events and edges too', () => {
  const Odd = failure('tea.odd', 409, Type.Object({ left: Type.Integer() }, Closed), () => 'Odd.')
  const module = defineModule({
    name: 'tea',
    operations: [{ ...answering(Tea), failures: [Odd] }],
    events: [{ name: 'tea.changed', payload: Type.Object({ ids: Type.Array(Id) }, Closed) }],
    edges: [
      edge({
        from: 'Tea',
        name: 'cup',
        to: Type.Object({ size: Int(1, 9) }),
        many: false,
        access: anyone,
        cost: 1,
        load: async () => new Map(),
      }),
    ],
  })
  const found = refusalsOf(appOf(module)).join('\n')
  assert.match(found, /failure tea\.odd\.left: is a bare number/)
  assert.match(found, /event tea\.changed\.ids: is a list without a bound/)
  assert.match(found, /edge Tea\.cup: has no name/)
})

test('a store’s own fields are the one open place', () => {
  assert.deepEqual(refused(inside(Custom)), [])
})
