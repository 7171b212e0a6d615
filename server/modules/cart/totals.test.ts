/** Totals against an exact rational twin: slow, of BigInt fractions, rounded in one place only. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { totalsOf, type TotalsInput } from './totals.ts'

const RATES = [
  { name: 'VAT 19 %', rateBasisPoints: 1900 },
  { name: 'VAT 7 %', rateBasisPoints: 700 },
  { name: 'Sales tax', rateBasisPoints: 888 },
  { name: 'No tax', rateBasisPoints: 0 },
]
const rate = fc.constantFrom(...RATES)
const amount = fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 2_000_000_000 }))
const cart: fc.Arbitrary<TotalsInput> = fc.record({
  lines: fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 999 }),
      unitAmount: amount,
      isDeposit: fc.boolean(),
      rate,
    }),
    { maxLength: 12 },
  ),
  delivery: fc.option(fc.record({ amount: fc.integer({ min: 0, max: 5000 }), rate })),
  taxIncluded: fc.boolean(),
  rounding: fc.constantFrom('line' as const, 'total' as const),
})

/** The exact tax of an amount is `amount * points / of`; halves round up, amounts are never negative. */
function rounded(numerator: bigint, of: bigint): bigint {
  return (2n * numerator + of) / (2n * of)
}

function twin(input: TotalsInput) {
  const parts = input.lines.map((line) => ({
    amount: BigInt(line.quantity) * BigInt(line.unitAmount),
    rate: line.rate,
  }))
  if (input.delivery) parts.push({ amount: BigInt(input.delivery.amount), rate: input.delivery.rate })
  const taxes = new Map<string, bigint>()
  for (const { name, rateBasisPoints } of RATES) {
    const points = BigInt(rateBasisPoints)
    const of = input.taxIncluded ? 10_000n + points : 10_000n
    const mine = parts.filter((part) => part.rate.name === name).map((part) => part.amount)
    const sum = mine.reduce((total, each) => total + each, 0n)
    const tax =
      input.rounding === 'total'
        ? rounded(sum * points, of)
        : mine.reduce((total, each) => total + rounded(each * points, of), 0n)
    if (mine.length > 0) taxes.set(name, tax)
  }
  const tax = [...taxes.values()].reduce((total, each) => total + each, 0n)
  const asked = parts.reduce((total, part) => total + part.amount, 0n)
  return { taxes, tax, total: input.taxIncluded ? asked : asked + tax }
}

test('tax and total equal the exact twin, to the last unit', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const [ours, exact] = [totalsOf(input), twin(input)]
      assert.equal(BigInt(ours.total), exact.total)
      assert.equal(BigInt(ours.tax), exact.tax)
      assert.deepEqual(
        new Map(ours.taxes.map((each) => [each.name, BigInt(each.amount)])),
        new Map([...exact.taxes].toSorted()),
        'the tax lines',
      )
    }),
    { numRuns: 500 },
  )
})

test('everything shown adds up: lines, tax lines, delivery, total', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const totals = totalsOf(input)
      const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
      const ofKind = (deposits: boolean) =>
        sum(totals.lines.map((line, index) => (input.lines[index]!.isDeposit === deposits ? line.total : 0)))
      assert.deepEqual([ofKind(false), ofKind(true)], [totals.subtotal, totals.deposit])
      assert.equal(sum(totals.lines.map((line) => line.tax)) + totals.deliveryTax, totals.tax)
      assert.equal(sum(totals.taxes.map((each) => each.amount)), totals.tax)
      const onTop = input.taxIncluded ? 0 : totals.tax
      assert.equal(totals.subtotal + totals.deposit + totals.delivery - totals.discount + onTop, totals.total)
      const bases = sum(totals.taxes.map((each) => each.base))
      assert.equal(
        bases + totals.tax,
        totals.subtotal + totals.deposit + totals.delivery + onTop,
        'base and tax make the whole',
      )
      for (const line of totals.lines) assert.ok(line.tax >= 0 && line.total >= 0)
    }),
    { numRuns: 500 },
  )
})

test('an empty cart costs nothing', () => {
  const totals = totalsOf({ lines: [], delivery: null, taxIncluded: true, rounding: 'line' })
  assert.equal(totals.total, 0)
  assert.deepEqual(totals.taxes, [])
})

test('an amount past what a number can hold is refused, not rounded', () => {
  const line = { quantity: 999, unitAmount: Number.MAX_SAFE_INTEGER, rate: RATES[3]! }
  assert.throws(
    () => totalsOf({ lines: [line], delivery: null, taxIncluded: true, rounding: 'line' }),
    RangeError,
  )
})
