import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileCheck } from './validate.ts'
import { changesOf, patch } from './patch.ts'
import { Id, Int, Nullable, Text, Type } from './types.ts'

const input = Type.Object({
  teaId: Id,
  ...patch({ name: Text(20), note: Nullable(Text(20)), weightGrams: Int(1, 1000) }),
})
const check = compileCheck({ ...input, additionalProperties: false } as typeof input)
const teaId = '0190a0a0-0000-7000-8000-000000000001'

test('what is absent stays, null clears, the rest is set', () => {
  const checked = check({ teaId, note: null, weightGrams: 250 }) as {
    name?: string
    note?: string | null
    weightGrams?: number
  }
  const changes = changesOf(checked, { name: 'name', note: 'note', weightGrams: 'weight_grams' })
  assert.deepEqual(changes, { note: null, weight_grams: 250 })
})

test('a field that is not nullable cannot be cleared', () => {
  assert.throws(() => check({ teaId, name: null }), {
    code: 'invalid_input',
    errors: [{ path: 'name', code: 'type', message: 'This must be text.' }],
  })
})
