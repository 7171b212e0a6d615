/** Tax against a twin that computes with exact fractions, over thousands of made-up carts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { taxOf, type Taxable } from './amounts.ts'

/** Rates as states levy them, and odd ones. */
const rate = fc.constantFrom(0, 1, 333, 550, 700, 810, 1900, 2100, 2550, 2700, 9999, 10_000)
const line = fc.record({
  amount: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100_000_000_000 })),
  name: fc.constantFrom('VAT', 'Reduced'),
  rateBasisPoints: rate,
})
const lines = fc.array(line, { maxLength: 20 })
const how = fc.record({
  included: fc.boolean(),
  rounding: fc.constantFrom('line' as const, 'total' as const),
})
const runs = { numRuns: 3_000 }
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

interface Fraction {
  over: bigint
  under: bigint
}

/** The exact tax in an amount, or on it. */
function exactTax(amount: number, rateBasisPoints: number, included: boolean): Fraction {
  return {
    over: BigInt(amount) * BigInt(rateBasisPoints),
    under: included ? 10_000n + BigInt(rateBasisPoints) : 10_000n,
  }
}

/** Halves go up; amounts here are never below zero. */
const rounded = ({ over, under }: Fraction) => Number((2n * over + under) / (2n * under))

/** Whether a whole number is less than one away from the fraction. */
const near = (value: number, { over, under }: Fraction) => {
  const off = BigInt(value) * under - over
  return off < under && -off < under
}

const groupsOf = (given: Taxable[]) => [
  ...Map.groupBy(
    given.map((each, index) => ({ ...each, index })),
    (each) => `${each.name} ${each.rateBasisPoints}`,
  ).values(),
]

test('rounded by line, each line has the exact tax rounded once', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), (given, included) => {
      const totals = taxOf(given, { included, rounding: 'line' })
      assert.deepEqual(
        totals.lines,
        given.map((each) => rounded(exactTax(each.amount, each.rateBasisPoints, included))),
      )
    }),
    runs,
  )
})

test('rounded over the total, each rate has the exact tax of its sum rounded once', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), (given, included) => {
      const totals = taxOf(given, { included, rounding: 'total' })
      for (const group of groupsOf(given)) {
        const { name, rateBasisPoints } = group[0]!
        const tax = totals.taxes.find(
          (each) => each.name === name && each.rateBasisPoints === rateBasisPoints,
        )!
        const whole = sum(group.map((each) => each.amount))
        assert.equal(tax.amount, rounded(exactTax(whole, rateBasisPoints, included)))
        // A line may be one unit beside its own exact tax, and the rounding of the sum adds less than one.
        for (const { index, amount } of group) {
          const own = { over: BigInt(tax.amount) * BigInt(amount), under: BigInt(whole || 1) }
          assert.ok(near(totals.lines[index]!, own), `line ${index} of ${JSON.stringify(given)}`)
        }
      }
    }),
    runs,
  )
})

test('nothing is lost: lines sum to their tax lines, these to the tax, and base and tax to what is paid', () => {
  fc.assert(
    fc.property(lines, how, (given, { included, rounding }) => {
      const totals = taxOf(given, { included, rounding })
      assert.equal(totals.lines.length, given.length)
      assert.equal(sum(totals.lines), totals.tax)
      assert.equal(sum(totals.taxes.map((tax) => tax.amount)), totals.tax)
      const paid = sum(given.map((each) => each.amount))
      const bases = sum(totals.taxes.map((tax) => tax.base))
      assert.equal(included ? bases + totals.tax : bases, paid)
      assert.ok(totals.lines.every((tax, index) => tax >= 0 && tax <= given[index]!.amount))
      assert.equal(totals.taxes.length, groupsOf(given).length)
    }),
    runs,
  )
})

test('the order of the lines does not matter to the tax', () => {
  fc.assert(
    fc.property(lines, how, (given, rules) => {
      assert.deepEqual(taxOf(given.toReversed(), rules).taxes, taxOf(given, rules).taxes)
    }),
    runs,
  )
})

test('by hand: 19 % in 10.00 is 1.60, three times 0.99 differ by rounding', () => {
  const vat = (amount: number) => ({ amount, name: 'VAT', rateBasisPoints: 1900 })
  assert.equal(taxOf([vat(1000)], { included: true, rounding: 'line' }).tax, 160)
  assert.equal(taxOf([vat(1000)], { included: false, rounding: 'line' }).tax, 190)
  const three = [vat(99), vat(99), vat(99)]
  assert.deepEqual(taxOf(three, { included: true, rounding: 'line' }).lines, [16, 16, 16])
  assert.deepEqual(taxOf(three, { included: true, rounding: 'total' }).lines, [16, 16, 15])
})
