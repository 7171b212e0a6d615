import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure, type Failure } from './failure.ts'
import { Count, Id, Int, List, Nullable, OneOf, shape, Text, Type, Variants } from './types.ts'
import { compileCheck } from './validate.ts'

const Line = shape('Line', { id: Id, quantity: Int(1, 99) })
const Card = shape('Card', { kind: Type.Literal('card'), last4: Text(4) })
const Cash = shape('Cash', { kind: Type.Literal('cash'), till: Int(1, 9) })
const check = compileCheck(
  Type.Object(
    {
      name: Text(10),
      note: Type.Optional(Nullable(Text(5))),
      size: OneOf('small', 'large'),
      lines: List(Line, 3, { minItems: 1 }),
      pay: Variants('Pay', 'kind', [Card, Cash]),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      total: Type.Optional(Count),
    },
    { additionalProperties: false },
  ),
)

const id = '01900000-0000-7000-8000-0000000000f1'
const good = () => ({
  name: 'tea',
  size: 'small',
  lines: [{ id, quantity: 1 }],
  pay: { kind: 'cash', till: 1 },
})

function refusal(raw: unknown): Failure {
  try {
    check(raw)
  } catch (error) {
    if (isFailure(error)) return error
    throw error
  }
  throw new Error(`This was let through: ${JSON.stringify(raw)}`)
}
const faults = (change: Record<string, unknown>) =>
  refusal({ ...good(), ...change }).errors.map(({ path, code }) => `${path} ${code}`)

test('what fits is let through, with its defaults', () => {
  assert.deepEqual(check(good()), { ...good(), limit: 20 })
  assert.deepEqual(check({ ...good(), note: null, limit: 5 }), { ...good(), note: null, limit: 5 })
})

test('something that is no object cannot be read', () => {
  for (const raw of [null, undefined, 1, 'x', [], true])
    assert.equal(refusal(raw).code, 'unreadable', String(raw))
})

test('unknown fields alone are 400; beside other faults they are part of the 422', () => {
  const alone = refusal({ ...good(), price: 1, lines: [{ id, quantity: 1, price: 2 }] })
  assert.equal(alone.status, 400)
  assert.deepEqual(alone.errors.map(({ path }) => path).sort(), ['lines.0.price', 'price'])
  assert.equal(refusal({ ...good(), price: 1, name: '' }).status, 422)
})

test('an odd name is told as it was sent', () => {
  assert.deepEqual(faults({ 'a/b~c': 1 }), ['a/b~c unknown_field'])
})

test('inside unions in lists of unions the fault is told where it stands, and only of the arm that was meant', () => {
  const Link = shape('Link', { kind: OneOf('home', 'card'), to: Nullable(Text(5)) })
  const Leaf = shape('Leaf', { kind: Type.Literal('leaf'), link: Link, name: Text(3) })
  const Branch = shape('Branch', {
    kind: Type.Literal('branch'),
    parts: List(Variants('Part', 'kind', [Leaf, Card, Cash]), 9),
  })
  const tree = compileCheck(
    Type.Object(
      { blocks: List(Variants('Tree', 'kind', [Leaf, Branch, Cash]), 9) },
      { additionalProperties: false },
    ),
  )
  const link = { kind: 'card', to: null }
  const found = (...blocks: unknown[]) => {
    try {
      return void tree({ blocks })
    } catch (error) {
      return (error as Failure).errors.map(({ path, code }) => `${path} ${code}`)
    }
  }
  const leaf = { kind: 'leaf', link, name: 'oak' }
  assert.equal(found(leaf, { kind: 'branch', parts: [leaf] }), undefined)
  assert.deepEqual(found(leaf, { kind: 'branch', parts: [leaf, { ...leaf, name: 'maple' }] }), [
    'blocks.1.parts.1.name too_long',
  ])
  assert.deepEqual(found({ kind: 'branch', parts: [{ ...leaf, link: { ...link, to: 'too far' } }] }), [
    'blocks.0.parts.0.link.to too_long',
  ])
  assert.deepEqual(found({ kind: 'twig' }), ['blocks.0 shape'])
})

test('each fault names its place and what is wrong', () => {
  const { name: _, ...nameless } = good()
  assert.deepEqual(
    refusal(nameless).errors.map(({ path, code }) => `${path} ${code}`),
    ['name required'],
  )
  assert.deepEqual(faults({ name: '' }), ['name too_short'])
  assert.deepEqual(faults({ name: 'x'.repeat(11) }), ['name too_long'])
  assert.deepEqual(faults({ name: 5 }), ['name type'])
  assert.deepEqual(faults({ name: 'a\u0000' }), ['name format'])
  assert.deepEqual(faults({ name: '\ud800' }), ['name format'])
  assert.deepEqual(faults({ size: 'medium' }), ['size not_in_list'])
  assert.deepEqual(faults({ lines: [] }), ['lines too_short'])
  assert.deepEqual(faults({ lines: Array(4).fill({ id, quantity: 1 }) }), ['lines too_long'])
  assert.deepEqual(faults({ lines: [{ id: id.toUpperCase(), quantity: 1 }] }), ['lines.0.id format'])
  assert.deepEqual(faults({ lines: [{ id, quantity: 0 }] }), ['lines.0.quantity too_small'])
  assert.deepEqual(faults({ lines: [{ id, quantity: -1 }] }), ['lines.0.quantity too_small'])
  assert.deepEqual(faults({ lines: [{ id, quantity: 1.5 }] }), ['lines.0.quantity type'])
  assert.deepEqual(faults({ total: 2 ** 53 }), ['total too_large'])
})

test('of a union only the arm that was meant is spoken of', () => {
  assert.deepEqual(faults({ pay: { kind: 'card', last4: '12345' } }), ['pay.last4 too_long'])
  assert.deepEqual(faults({ pay: { kind: 'cash', till: 0 } }), ['pay.till too_small'])
  assert.deepEqual(faults({ note: 'too long' }), ['note too_long'])
})

test('a thousand faults are told as twenty', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`field${i}`, i]))
  const refused = refusal({ ...good(), ...many })
  assert.equal(refused.errors.length, 20)
  assert.equal(refused.status, 400)
})

test('names from Object’s own past are unknown fields like any other', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const raw = JSON.parse(
      `{"name":"tea","size":"small","lines":[{"id":"${id}","quantity":1}],"pay":{"kind":"cash","till":1},"${name}":{"x":1}}`,
    ) as unknown
    assert.equal(refusal(raw).code, 'unknown_field', name)
  }
})
