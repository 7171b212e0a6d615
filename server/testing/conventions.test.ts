/**
 * Twenty kinds of shape through every projection. These lines are promises to callers:
 * whoever has to change an expectation here breaks somebody's program.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  GraphQLScalarType,
  buildSchema,
  execute,
  parse,
  validate,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import protobuf from 'protobufjs'
import { modules } from '../modules.ts'
import { contractFiles } from '../surfaces/contracts.ts'
import { teaApp } from './tea-shop.ts'

const files = contractFiles(teaApp, [], null)
const sdl = files['contracts/schema.graphql']!
const adminSdl = files['contracts/schema.admin.graphql']!
const proto = files['contracts/quayside.proto']!
const adminProto = files['contracts/quayside.admin.proto']!

/** Each line is somewhere in the text, written just so. */
function holds(text: string, ...lines: string[]) {
  const known = new Set(text.split('\n').map((line) => line.trim()))
  for (const line of lines) assert.ok(known.has(line), `no line: ${line}`)
}

test('GraphQL: scalars, words, null and lists by the table', () => {
  holds(
    sdl,
    'id: ID!',
    'version: Int!',
    'slug: String!',
    'origin: String',
    'status: TeaStatus!',
    'grade: TeaGrade!',
  )
  holds(
    sdl,
    'price: Money!',
    'compareAt: Money',
    'amount: Minor!',
    'currency: Currency!',
    'sold: Count!',
    'caffeine: Decimal!',
  )
  holds(
    sdl,
    'pickedOn: Day!',
    'addedAt: Instant!',
    'organic: Boolean!',
    'picture: FileRef',
    'blends: [TeaBlend!]!',
    'notes: [String!]!',
    'custom: JSON!',
  )
  holds(sdl, 'enum TeaStatus {', 'sold_out', 'enum TeaGrade {', 'enum TeaSortBy {')
})

test('GraphQL: pages, edges, unions out and in, filters and orders', () => {
  holds(
    sdl,
    'type TeaPage {',
    'items: [Tea!]!',
    'next: String',
    'total: PageTotal',
    'reviews: [TeaReview!]!',
    'rarity: TeaRarity',
  )
  holds(sdl, 'union TeaNext = TeaNextRedirect | TeaNextWait | TeaNextDone')
  holds(sdl, 'input TeaGiftInput @oneOf {', 'card: TeaGiftCardInput', 'none: Boolean')
  holds(sdl, 'input TeaFilterPriceInput {', 'gte: Minor', 'in: [TeaFilterStatusWord!]', 'by: TeaSortBy!')
  holds(
    sdl,
    'teaOrder(teaId: ID!, quantity: Int!, gift: TeaGiftInput, wishes: [String!]!, custom: JSON): TeaOrder!',
  )
  holds(sdl, 'teaFollow(teaId: ID!): Tea!')
})

test('GraphQL: staff have their own schema, and a patch leaves every field open', () => {
  assert.doesNotMatch(sdl, /teaShelf/)
  assert.doesNotMatch(adminSdl, /teaList/)
  holds(
    adminSdl,
    'teaShelfUpdate(teaId: ID!, expectedVersion: Int, name: String, origin: String, blends: [TeaBlendInput!], status: TeaShelfUpdateStatus): Tea!',
  )
  holds(
    adminSdl,
    'teaShelfRemove(teaId: ID!, expectedVersion: Int): Done!',
    'done: Boolean!',
    'grade: TeaGrade!',
  )
})

/** Scalars as a server would install them: what the rest of the program holds goes through as it is. */
function shopSchema(): GraphQLSchema {
  const schema = buildSchema(sdl)
  const count = schema.getType('Count') as GraphQLScalarType
  count.serialize = (value) => value
  return schema
}

test('GraphQL: the schema is valid, and answers and variables have the shapes of the operations', async () => {
  const schema = shopSchema()
  const types = schema.getType('Tea') as GraphQLObjectType
  assert.equal(String(types.getFields()['price']!.type), 'Money!')
  const document = parse(`
    query ($filter: TeaFilterInput) { teaList(filter: $filter, sort: { by: price, desc: true }) { items { id status price { amount } } next } }`)
  assert.deepEqual(validate(schema, document), [])
  const asked: unknown[] = []
  const tea = { id: '1', status: 'sold_out', price: { amount: 9_007_199_254_740_991 } }
  const rootValue = { teaList: (given: unknown) => (asked.push(given), { items: [tea], next: null }) }
  const answer = await execute({
    schema,
    document,
    rootValue,
    variableValues: { filter: { price: { gte: 5_000_000_000 }, status: { in: ['open'] } } },
  })
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), { data: { teaList: { items: [tea], next: null } } })
  assert.deepEqual(JSON.parse(JSON.stringify(asked)), [
    {
      filter: { price: { gte: 5_000_000_000 }, status: { in: ['open'] } },
      sort: { by: 'price', desc: true },
    },
  ])
})

test('GraphQL: exactly one arm of an input union is set', () => {
  const order = (gift: string) =>
    parse(
      `mutation { teaOrder(teaId: "1", quantity: 1, wishes: [], gift: ${gift}) { next { __typename ... on TeaNextRedirect { url } } } }`,
    )
  const schema = shopSchema()
  assert.deepEqual(validate(schema, order('{ none: true }')), [])
  assert.deepEqual(validate(schema, order('{ card: { text: "hello", amount: 500 } }')), [])
  assert.match(
    String(validate(schema, order('{ none: true, card: { text: "hello", amount: 5 } }'))),
    /exactly one/i,
  )
})

test('gRPC: services, messages and types by the table', () => {
  holds(
    proto,
    'package quayside.shop.v1;',
    'service TeaService {',
    'rpc List(TeaListRequest) returns (TeaPage);',
    'rpc Order(TeaOrderRequest) returns (TeaOrder);',
  )
  holds(
    proto,
    'rpc Follow(TeaFollowRequest) returns (stream Tea);',
    'int64 amount = 1;',
    'string currency = 2;',
    'int64 sold = 11;',
  )
  holds(
    proto,
    'optional string origin = 5;',
    'TeaStatus status = 6;',
    'Money price = 8;',
    'optional Money compare_at = 9;',
    'int32 weight_grams = 10;',
  )
  holds(
    proto,
    'string caffeine = 12;',
    'string picked_on = 13;',
    'google.protobuf.Timestamp added_at = 14;',
    'bool organic = 15;',
    'repeated TeaBlend blends = 17;',
  )
  holds(
    proto,
    'google.protobuf.Struct custom = 18;',
    'optional TeaRarity rarity = 19;',
    'oneof kind {',
    'TeaNextRedirect redirect = 1;',
    'TEA_STATUS_UNSPECIFIED = 0;',
    'TEA_STATUS_SOLD_OUT = 2;',
  )
  assert.doesNotMatch(proto, /reviews/)
  holds(
    adminProto,
    'package quayside.admin.v1;',
    'rpc ShelfUpdate(TeaShelfUpdateRequest) returns (Tea);',
    'repeated string clear = 7;',
  )
})

function loaded(text: string): protobuf.Root {
  const { root } = protobuf.parse(text)
  for (const file of ['struct', 'timestamp'])
    root.addJSON(protobuf.common.get(`google/protobuf/${file}.proto`)!.nested!)
  return root.resolveAll() as protobuf.Root
}

test('gRPC: a message comes back as it went', () => {
  const root = loaded(proto)
  loaded(adminProto)
  const Order = root.lookupType('quayside.shop.v1.TeaOrder')
  const order = {
    id: 'a',
    total: { amount: 9_007_199_254_740_991, currency: 'EUR' },
    next: { redirect: { url: 'https://pay.example' } },
  }
  const bytes = Order.encode(Order.fromObject(order)).finish()
  assert.deepEqual(Order.toObject(Order.decode(bytes), { longs: Number, oneofs: true }), {
    ...order,
    next: { ...order.next, kind: 'redirect' },
  })
  const Tea = root.lookupType('quayside.shop.v1.Tea')
  const tea = {
    id: 'a',
    status: 'TEA_STATUS_SOLD_OUT',
    sold: 5_000_000_000,
    addedAt: { seconds: 1_900_000_000, nanos: 123_000_000 },
    custom: { fields: { shelf: { stringValue: 'B' } } },
  }
  const back = Tea.toObject(Tea.decode(Tea.encode(Tea.fromObject(tea)).finish()), {
    longs: Number,
    enums: String,
  })
  assert.deepEqual(back, tea)
})

test('the store’s own contracts can be read by the tools of each kind', () => {
  const store = contractFiles(
    { modules, operations: modules.flatMap((module) => module.operations) },
    [],
    null,
  )
  buildSchema(store['contracts/schema.graphql']!)
  buildSchema(store['contracts/schema.admin.graphql']!)
  loaded(store['contracts/quayside.proto']!)
  loaded(store['contracts/quayside.admin.proto']!)
})
