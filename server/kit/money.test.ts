import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { add, decimalOf, exponentOf, share, spread } from './money.ts'

const amount = fc.oneof(
  fc.integer({ min: -5_000_000, max: 5_000_000 }),
  fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 }),
)

/** The slow exact twin: a rational number, rounded half away from zero. */
function exactShare(value: number, by: number, of: number): number {
  const product = BigInt(value) * BigInt(by)
  const sign = product < 0n ? -1n : 1n
  const size = product * sign
  const divisor = BigInt(of)
  return Number(sign * ((2n * size + divisor) / (2n * divisor)))
}

test('a share of an amount is exact, whatever its size', () => {
  fc.assert(
    fc.property(
      amount,
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 1, max: 20_000 }),
      (value, by, of) => {
        fc.pre(Math.abs(value) * (by / of) < Number.MAX_SAFE_INTEGER)
        assert.equal(share(value, by, of) + 0, exactShare(value, by, of) + 0)
      },
    ),
    { numRuns: 3000 },
  )
})

test('spread parts sum to the whole and none is a unit or more off its exact share', () => {
  fc.assert(
    fc.property(
      amount,
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
      (whole, weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0)
        fc.pre(sum > 0)
        const parts = spread(whole, weights)
        assert.equal(
          parts.reduce((total, part) => total + BigInt(part), 0n),
          BigInt(whole),
        )
        parts.forEach((part, index) => {
          const gap = BigInt(part) * BigInt(sum) - BigInt(whole) * BigInt(weights[index]!)
          assert.ok(gap < BigInt(sum) && gap > -BigInt(sum))
        })
      },
    ),
    { numRuns: 2000 },
  )
})

test('currencies have the decimals of ISO 4217', () => {
  assert.deepEqual(['EUR', 'JPY', 'KWD', 'UGX', 'CLF'].map(exponentOf), [2, 0, 3, 0, 4])
  assert.equal(decimalOf({ amount: 5, currency: 'EUR' }), '0.05')
  assert.equal(decimalOf({ amount: -1234, currency: 'KWD' }), '-1.234')
  assert.equal(decimalOf({ amount: 1200, currency: 'JPY' }), '1200')
})

test('two currencies never meet in one sum', () => {
  assert.throws(() => add({ amount: 1, currency: 'EUR' }, { amount: 1, currency: 'USD' }), /EUR and USD/)
})
