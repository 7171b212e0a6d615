import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimalText, formatMoney, plainAmount } from './money.ts'

test('an amount has the decimals of its currency', () => {
  assert.equal(plainAmount({ amount: 1234, currency: 'EUR' }), '12.34')
  assert.equal(plainAmount({ amount: 1234, currency: 'JPY' }), '1234')
  assert.equal(plainAmount({ amount: 1234, currency: 'KWD' }), '1.234')
  assert.equal(formatMoney({ amount: 123450, currency: 'EUR' }, 'en'), '€1,234.50')
})

test('less than one, less than nothing, and more than a float can divide are exact', () => {
  assert.equal(decimalText(5, 2), '0.05')
  assert.equal(decimalText(-5, 2), '-0.05')
  assert.equal(decimalText(9007199254740991, 2), '90071992547409.91')
  assert.equal(formatMoney({ amount: 9007199254740991, currency: 'EUR' }, 'en'), '€90,071,992,547,409.91')
})
