import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadWords, wordsFor } from '@quayside/words'
import { attributeFact } from './attribute-fact.ts'

await loadWords('en')
const nothing = { name: 'Said', unit: null, text: null, number: null, flag: null, day: null, choices: [] }
const value = (given: object, locale = 'en') =>
  attributeFact({ ...nothing, ...given }, locale, wordsFor('en').product).value

test('numbers, days and choices are written as their reader writes them', () => {
  assert.equal(value({ number: '1250.5', unit: 'ml' }), '1,250.5\u00a0ml')
  assert.equal(value({ number: '1250.5' }, 'de'), '1.250,5')
  assert.equal(value({ flag: false }), 'No')
  assert.equal(value({ day: '1999-02-28' }), 'February 28, 1999')
  assert.equal(value({ text: 'Kiln & Co' }), 'Kiln & Co')
  assert.equal(value({ choices: [{ name: 'Ash' }, { name: 'Oak' }] }), 'Ash, Oak')
})
