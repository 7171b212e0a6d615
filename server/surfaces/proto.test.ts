/** Numbers of protocol buffers stay with their names, whatever happens to the source. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineModule } from '#kit/module.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Id, Int, OneOf, Text, Type, shape, type TProperties } from '#kit/types.ts'
import { graphqlSdl } from './graphql-sdl.ts'
import { emptyLock, type ProtoLock } from './proto-lock.ts'
import { protoFile } from './proto.ts'

function holds(text: string, ...lines: string[]) {
  const known = new Set(text.split('\n').map((line) => line.trim()))
  for (const line of lines) assert.ok(known.has(line), `no line: ${line}`)
}

function cups(properties: TProperties) {
  const list = query({
    id: 'tea.cup',
    summary: 'A cup',
    rest: 'GET /cup',
    audience: 'shop',
    access: anyone,
    input: Type.Object({}),
    output: shape('Cup', properties),
    run: async () => undefined as never,
  })
  return { modules: [defineModule({ name: 'tea', operations: [list] })], operations: [list] }
}
const first = { id: Id, size: Int(1, 9), colour: Text(20), glaze: OneOf('matt', 'bright') }

function locked(...versions: TProperties[]): { text: string; lock: ProtoLock } {
  const lock = emptyLock()
  let text = ''
  for (const properties of versions) text = protoFile(cups(properties), 'shop', lock)
  return { text, lock }
}

test('gRPC: re-ordered properties and words keep their numbers', () => {
  const { text } = locked(first, {
    glaze: OneOf('bright', 'matt'),
    colour: Text(20),
    id: Id,
    size: Int(1, 9),
  })
  holds(
    text,
    'string id = 1;',
    'int32 size = 2;',
    'string colour = 3;',
    'CupGlaze glaze = 4;',
    'CUP_GLAZE_MATT = 1;',
    'CUP_GLAZE_BRIGHT = 2;',
  )
})

test('gRPC: a number is never given twice', () => {
  const { id, colour } = first
  holds(
    locked(first, { id, colour }, { id, colour, weight: Int(1, 9) }).text,
    'reserved 2, 4;',
    'int32 weight = 5;',
  )
  holds(locked(first, { id, size: Text(9) }).text, 'string size = 5;', 'reserved 2, 3, 4;')
  holds(locked(first, { ...first, glaze: OneOf('bright', 'raw') }).text, 'reserved 1;', 'CUP_GLAZE_RAW = 3;')
})

test('gRPC: without the lock a re-ordered property would take another number', () => {
  const { id, size } = first
  holds(protoFile(cups({ size, id }), 'shop', emptyLock()), 'int32 size = 1;')
  holds(locked({ id, size }, { size, id }).text, 'int32 size = 2;')
})

test('what is not known to a surface stops it, with the place', () => {
  assert.throws(() => graphqlSdl(cups({ id: Type.String() }), 'shop'), /Cup\.id is a bare string/)
  assert.throws(
    () => protoFile(cups({ id: Type.Object({ a: Id }) }), 'shop', emptyLock()),
    /is an object without a name/,
  )
})
