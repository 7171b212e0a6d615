import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Compile } from 'typebox/compile'
import { slugOf } from './text.ts'
import { Day, Instant, Slug, Text, type TSchema } from './types.ts'

const takes = (schema: TSchema, value: unknown) => Compile(schema).Check(value)

test('only days that exist are days', () => {
  assert.ok(takes(Day, '2028-02-29'))
  for (const bad of [
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '2026-1-1',
    '20260101',
  ])
    assert.ok(!takes(Day, bad), bad)
})

test('instants are UTC, real and at most to the millisecond', () => {
  for (const good of ['2026-03-29T01:30:00Z', '2026-03-29T01:30:00.5Z', '2026-12-31T23:59:59.999Z'])
    assert.ok(takes(Instant, good), good)
  for (const bad of [
    '2026-02-30T00:00:00Z',
    '2026-03-29T24:00:00Z',
    '2026-03-29T01:30:60Z',
    '2026-03-29T01:30:00+01:00',
    '2026-03-29',
  ])
    assert.ok(!takes(Instant, bad), bad)
})

test('text is more than white space, without NUL or half characters', () => {
  for (const good of ['a', ' ñ ', '😀', '٣']) assert.ok(takes(Text(10), good), good)
  for (const bad of ['', ' ', '\t\n', 'a\u0000', '\ud800', 'x'.repeat(11)])
    assert.ok(!takes(Text(10), bad), JSON.stringify(bad))
})

test('slugs keep the letters of every script whole', () => {
  assert.equal(slugOf('Émail Mug, 300 ml'), 'émail-mug-300-ml')
  assert.equal(slugOf('हिन्दी चाय'), 'हिन्दी-चाय')
  assert.equal(slugOf('🏴‍☠️ Rum ❤️ 🫖'), 'rum')
  assert.equal(slugOf('ชาเขียว'), 'ชาเขียว')
  for (const name of ['Émail Mug', 'हिन्दी चाय', 'ชาเขียว', '茶 碗']) assert.ok(takes(Slug, slugOf(name)), name)
})
