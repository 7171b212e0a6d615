import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatAmount } from './money.ts'

test('minor units are shown by the ISO exponent, to the last digit', () => {
  const shown = (amount: number, currency: string, locale = 'en') =>
    formatAmount(amount, currency, locale).replaceAll('\u00a0', ' ')
  assert.equal(shown(4850, 'EUR'), '€48.50')
  assert.equal(shown(5, 'EUR'), '€0.05')
  assert.equal(shown(4850, 'EUR', 'de-DE'), '48,50 €')
  assert.equal(shown(1234, 'JPY'), '¥1,234')
  assert.equal(shown(123_450, 'HUF'), 'HUF 1,234.50')
  assert.equal(shown(5000, 'UGX'), 'UGX 5,000')
  assert.equal(shown(1, 'KWD'), 'KWD 0.001')
  assert.equal(shown(999_999_999_999, 'USD'), '$9,999,999,999.99')
})
