import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesIn, nameOfOne, nameOfPieces } from './bundle-choices.ts'

test('choices are read as they were written, and what was left alone is none', () => {
  const form = new FormData()
  form.append('quantity', '2')
  form.append(nameOfOne('colour'), 'red')
  form.append(nameOfPieces('tea', 'mint'), '2')
  form.append(nameOfPieces('tea', 'assam'), '0')
  form.append(nameOfPieces('tea', 'oolong'), 'many')
  assert.deepEqual(choicesIn(form), [
    { groupId: 'colour', variantId: 'red', quantity: 1 },
    { groupId: 'tea', variantId: 'mint', quantity: 2 },
  ])
})
