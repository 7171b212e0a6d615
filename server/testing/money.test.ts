import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimalsOf } from '../../packages/ui/src/money.ts'
import { exponentOf } from '#kit/money.ts'

test('pages and store agree on the decimals of every currency', () => {
  for (const currency of Intl.supportedValuesOf('currency'))
    assert.equal(decimalsOf(currency), exponentOf(currency), currency)
})
