/** The number under a bar code, by its check digit. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isGtin } from './gtin.ts'

test('numbers under bar codes are told from those with a slip in them', () => {
  for (const right of ['96385074', '036000291452', '4006381333931', '10012345678902', '00000000'])
    assert.equal(isGtin(right), true, right)
  const ean = '4006381333931'
  for (let at = 0; at < ean.length; at++) {
    const slip = ean.slice(0, at) + String((Number(ean[at]) + 1) % 10) + ean.slice(at + 1)
    assert.equal(isGtin(slip), false, slip)
  }
  for (const none of [
    '',
    '4006381333930',
    '400638133393',
    '4006381 333931',
    '９6385074',
    '96385074\n',
    '-9638507',
  ])
    assert.equal(isGtin(none), false, none)
})
