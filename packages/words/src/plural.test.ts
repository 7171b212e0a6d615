import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plural } from './plural.ts'

test('English has a form for one and a form for the rest', () => {
  const items = (count: number) => plural('en', count, { one: '# item', other: '# items' })
  assert.equal(items(0), '0 items')
  assert.equal(items(1), '1 item')
  assert.equal(items(1234), '1,234 items')
})

test('a language with more forms gets each of them, and falls back to "other"', () => {
  const forms = { one: 'item', two: 'two items', few: '# few', other: '# other' }
  assert.equal(plural('ar-u-nu-latn', 2, forms), 'two items')
  assert.equal(plural('ar-u-nu-latn', 5, forms), '5 few')
  assert.equal(plural('ar-u-nu-latn', 100, forms), '100 other')
})
