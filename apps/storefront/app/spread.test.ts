import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spread } from './spread.ts'

test('a window shows a bit of everything, each thing once', () => {
  const shown = spread(
    Array.from({ length: 60 }, (_, index) => index),
    11,
  )
  assert.equal(new Set(shown).size, 11)
  assert.equal(shown[0], 0)
  assert.ok(shown.at(-1)! >= 50)
})

test('a small shop shows all it has', () => {
  assert.deepEqual(spread(['a', 'b'], 11), ['a', 'b'])
})
