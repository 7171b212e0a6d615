/** Totals of exempt buyers against an exact rational twin: what the prices include of exempt taxes comes off, to the last unit. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rateOf } from '../tax/rate-for.ts'
import { totalsOf, type TotalsInput } from './totals.ts'

const rule = (name: string, rateBasisPoints: number, rateHundredths = 0) => ({
  rateId: name,
  name,
  rateBasisPoints,
  rateHundredths,
  compound: false,
})
const RULES = [
  [rule('VAT', 1900)],
  [rule('VAT reduced', 700)],
  [rule('No tax', 0)],
  [rule('GST', 500), rule('QST', 997, 50)],
]
const rate = fc.constantFrom(...RULES.map(rateOf))
const amount = fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 2_000_000_000 }))
const EXEMPT = [['VAT', 'VAT reduced', 'No tax', 'GST', 'QST'], ['QST'], []]
const cart = fc.record({
  lines: fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 99 }), unitAmount: amount, off: fc.nat(100), rate }),
    { maxLength: 12 },
  ),
  delivery: fc.option(fc.record({ amount: fc.integer({ min: 0, max: 5000 }), off: fc.nat(100), rate })),
  taxIncluded: fc.boolean(),
  rounding: fc.constantFrom('line' as const, 'total' as const),
  exempt: fc.constantFrom(...EXEMPT),
})
type Given = typeof cart extends fc.Arbitrary<infer T> ? T : never

/** `off` per cent of a line are taken off it. */
function inputOf({ lines, delivery, taxIncluded, rounding, exempt }: Given): TotalsInput {
  const off = (whole: number, percent: number) => Math.floor((whole / 100) * percent)
  return {
    lines: lines.map((line) => ({ ...line, discount: off(line.quantity * line.unitAmount, line.off) })),
    delivery: delivery && { ...delivery, discount: off(delivery.amount, delivery.off) },
    taxIncluded,
    rounding,
    relief: { label: 'Exempt', exempts: ({ name }) => exempt.includes(name) },
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
/** Halves round up; amounts are never negative. */
const rounded = (over: bigint, under: bigint) => (2n * over + under) / (2n * under)
const millionths = (each: ReturnType<typeof rule>) => BigInt(each.rateBasisPoints * 100 + each.rateHundredths)

/** The whole tax of everybody, by rule, of lines that are taxed alike. */
function twinTax({ lines, delivery, taxIncluded, rounding }: TotalsInput): Map<string, bigint> {
  const parts = [
    ...lines.map(({ quantity, unitAmount, discount = 0, rate: of }) => ({
      amount: BigInt(quantity) * BigInt(unitAmount) - BigInt(discount),
      of,
    })),
    ...(delivery ? [{ amount: BigInt(delivery.amount - (delivery.discount ?? 0)), of: delivery.rate }] : []),
  ]
  const taxes = new Map<string, bigint>()
  for (const rules of RULES) {
    const mine = parts.filter((part) => part.of.rules![0] === rules[0]).map((part) => part.amount)
    const amounts = rounding === 'line' ? mine : [mine.reduce((total, each) => total + each, 0n)]
    const together = rules.reduce((total, each) => total + millionths(each), 0n)
    const add = (name: string, tax: bigint) => taxes.set(name, (taxes.get(name) ?? 0n) + tax)
    for (const amount of amounts) {
      if (taxIncluded)
        add(rules.map(({ name }) => name).join('+'), rounded(amount * together, 1_000_000n + together))
      else for (const each of rules) add(each.name, rounded(amount * millionths(each), 1_000_000n))
    }
  }
  return taxes
}

test('who is exempt of everything pays prices without the tax in them, and of a part without that part: to the last unit', () => {
  fc.assert(
    fc.property(cart, (given) => {
      const input = inputOf(given)
      const [ours, everybody] = [totalsOf(input), totalsOf({ ...input, relief: null })]
      const twin = twinTax(input)
      const whole = [...twin.values()].reduce((total, each) => total + each, 0n)
      assert.equal(BigInt(everybody.tax), whole)
      if (given.exempt === EXEMPT[0]) {
        assert.equal(ours.tax, 0)
        assert.equal(BigInt(ours.taxRelief), input.taxIncluded ? whole : 0n)
      }
      if (given.exempt === EXEMPT[2])
        assert.deepEqual({ ...ours, relief: null }, { ...everybody, relief: null })
      if (input.taxIncluded)
        assert.equal(ours.taxRelief + ours.tax, everybody.tax, 'what is not charged comes off')
      else
        assert.equal(
          ours.tax,
          sum(everybody.taxes.filter(({ name }) => !given.exempt.includes(name)).map((tax) => tax.amount)),
        )
    }),
    { numRuns: 1000 },
  )
})

test('an exempt cart adds up in each of its parts, and nothing falls below zero', () => {
  fc.assert(
    fc.property(cart, (given) => {
      const input = inputOf(given)
      const [totals, everybody] = [totalsOf(input), totalsOf({ ...input, relief: null })]
      assert.equal(totals.subtotal, everybody.subtotal, 'the listed prices stay')
      assert.equal(totals.discount, everybody.discount)
      assert.equal(
        sum(totals.lines.map((line) => line.taxRelief)) + totals.deliveryTaxRelief,
        totals.taxRelief,
      )
      assert.equal(sum(totals.lines.map((line) => line.tax)) + totals.deliveryTax, totals.tax)
      assert.equal(sum(totals.taxes.map((each) => each.amount)), totals.tax)
      const onTop = input.taxIncluded ? 0 : totals.tax
      const brought = totals.delivery - totals.deliveryDiscount - totals.deliveryTaxRelief
      assert.equal(sum(totals.lines.map((line) => line.total)) + brought + onTop, totals.total)
      assert.equal(
        totals.subtotal + totals.delivery - totals.discount - totals.taxRelief + onTop,
        totals.total,
      )
      // What two taxes are charged on is the base of both.
      if (totals.lines.every((line) => line.taxParts.length === 1) && totals.deliveryTaxParts.length < 2)
        assert.equal(
          sum(totals.taxes.map((each) => each.base)) + totals.tax,
          totals.total,
          'base and tax make the whole',
        )
      for (const [index, line] of totals.lines.entries()) {
        const { discount, taxRelief, total, tax, taxParts } = line
        const { quantity, unitAmount } = input.lines[index]!
        assert.equal(quantity * unitAmount - discount - taxRelief, total)
        assert.equal(sum(taxParts.map((part) => part.amount)), tax)
        assert.ok(taxRelief >= 0 && total >= 0 && tax >= 0 && (!input.taxIncluded || tax <= total))
      }
    }),
    { numRuns: 1000 },
  )
})
