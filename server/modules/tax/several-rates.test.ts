/** Several taxes on one thing, and taxes on taxes, against a twin that computes with exact fractions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { taxOf, type TaxRule, type Taxable } from './amounts.ts'

interface Fraction {
  over: bigint
  under: bigint
}
const of = (over: bigint, under = 1n): Fraction => ({ over, under })
const plus = (a: Fraction, b: Fraction) => of(a.over * b.under + b.over * a.under, a.under * b.under)
const minus = (a: Fraction, b: Fraction) => plus(a, of(-b.over, b.under))
const times = (a: Fraction, b: Fraction) => of(a.over * b.over, a.under * b.under)
const by = (a: Fraction, b: Fraction) => of(a.over * b.under, a.under * b.over)
const sumOf = (all: Fraction[]) => all.reduce(plus, of(0n))
/** Halves go up; amounts here are never below zero. */
const rounded = ({ over, under }: Fraction) => Number((2n * over + under) / (2n * under))
/** Whether a whole number is less than `units` away. */
const near = (value: number, exact: Fraction, units = 1) => {
  const { over, under } = minus(of(BigInt(value)), exact)
  return over < BigInt(units) * under && -over < BigInt(units) * under
}

/** The twin: each tax of a price without tax, one after the other, as a law would say it. */
function exactTaxes(net: Fraction, rules: readonly TaxRule[]): Fraction[] {
  const taxes: Fraction[] = []
  for (const { rateBasisPoints, rateHundredths, compound } of rules) {
    const rate = of(BigInt(rateBasisPoints) * 100n + BigInt(rateHundredths), 1_000_000n)
    taxes.push(times(compound ? plus(net, sumOf(taxes)) : net, rate))
  }
  return taxes
}

/** What is left of a price when the taxes in it are taken out. */
function exactNet(gross: Fraction, rules: readonly TaxRule[]): Fraction {
  return by(gross, plus(of(1n), sumOf(exactTaxes(of(1n), rules))))
}

const RULES = {
  gst: { rateBasisPoints: 500 },
  pst: { rateBasisPoints: 700 },
  qst: { rateBasisPoints: 997, rateHundredths: 50 },
  qstOfOld: { rateBasisPoints: 950, compound: true },
  county: { rateBasisPoints: 37, rateHundredths: 50 },
  state: { rateBasisPoints: 400 },
  onAll: { rateBasisPoints: 333, rateHundredths: 33, compound: true },
}
const rule = (name: keyof typeof RULES): TaxRule => ({
  rateId: null,
  name,
  rateHundredths: 0,
  compound: false,
  ...RULES[name],
})
const several = fc
  .constantFrom<(keyof typeof RULES)[]>(
    ['gst'],
    ['gst', 'pst'],
    ['gst', 'qst'],
    ['gst', 'qstOfOld'],
    ['state', 'county'],
    ['state', 'county', 'onAll'],
    ['gst', 'qstOfOld', 'onAll'],
  )
  .map((names) => names.map(rule))
const line = fc.record({
  amount: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100_000_000_000 })),
  name: fc.constant('several'),
  rateBasisPoints: fc.constant(0),
  rules: several,
})
const lines = fc.array(line, { maxLength: 15 })
const runs = { numRuns: 2_000 }
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
const amounts = (parts: { amount: number }[]) => parts.map(({ amount }) => amount)

test('on top of prices, by line: each tax of each line is the exact one, rounded once', () => {
  fc.assert(
    fc.property(lines, (given) => {
      const { parts } = taxOf(given, { included: false, rounding: 'line' })
      given.forEach(({ amount, rules }, index) =>
        assert.deepEqual(amounts(parts[index]!), exactTaxes(of(BigInt(amount)), rules).map(rounded)),
      )
    }),
    runs,
  )
})

test('inside prices, by line: the tax in each is rounded once, and each tax of it is less than one unit off its own', () => {
  fc.assert(
    fc.property(lines, (given) => {
      const totals = taxOf(given, { included: true, rounding: 'line' })
      given.forEach(({ amount, rules }, index) => {
        const gross = of(BigInt(amount))
        const net = exactNet(gross, rules)
        assert.equal(totals.lines[index], rounded(minus(gross, net)))
        exactTaxes(net, rules).forEach((exact, position) =>
          // Rounding the whole moves a part by half a unit at most, sharing it out by less than one.
          assert.ok(near(2 * totals.parts[index]![position]!.amount, times(exact, of(2n)), 3)),
        )
      })
    }),
    runs,
  )
})

test('on top of prices, over the total: all that one tax is charged on is rounded once', () => {
  fc.assert(
    fc.property(lines, (given) => {
      const { taxes } = taxOf(given, { included: false, rounding: 'total' })
      const exact = new Map<string, Fraction>()
      for (const { amount, rules } of given)
        exactTaxes(of(BigInt(amount)), rules).forEach((tax, position) => {
          const { name } = rules[position]!
          exact.set(name, plus(exact.get(name) ?? of(0n), tax))
        })
      for (const { name, amount } of taxes) {
        // A tax on taxes is another one where these differ: rounded for each, so for two of them at most.
        if (name === 'onAll') assert.ok(near(amount, exact.get(name)!, 2))
        else assert.equal(amount, rounded(exact.get(name)!), name)
      }
    }),
    runs,
  )
})

test('nothing is lost, whichever way: parts sum to lines and to tax lines, and these to the tax', () => {
  fc.assert(
    fc.property(
      lines,
      fc.boolean(),
      fc.constantFrom('line' as const, 'total' as const),
      (given, included, rounding) => {
        const totals = taxOf(given, { included, rounding })
        assert.deepEqual(
          totals.lines,
          totals.parts.map((parts) => sum(amounts(parts))),
        )
        assert.equal(sum(totals.lines), totals.tax)
        assert.equal(sum(amounts(totals.taxes)), totals.tax)
        assert.ok(totals.parts.flat().every(({ amount }) => amount >= 0))
        const all = totals.parts.flat()
        for (const { name, amount } of totals.taxes)
          assert.equal(sum(amounts(all.filter((part) => part.name === name))), amount)
        const gst = totals.taxes.find(({ name }) => name === 'gst')
        const nets = given.map(({ amount }, index) => (included ? amount - totals.lines[index]! : amount))
        const taxed = nets.filter((_, index) => given[index]!.rules.some(({ name }) => name === 'gst'))
        assert.equal(gst?.base ?? 0, sum(taxed))
      },
    ),
    runs,
  )
})

test('by hand: Québec as it is and as it was, and a county’s three eighths of a per cent', () => {
  const of100 = (...names: (keyof typeof RULES)[]): Taxable => ({
    amount: 10_000,
    name: 'both',
    rateBasisPoints: 0,
    rules: names.map(rule),
  })
  const onTop = { included: false, rounding: 'line' as const }
  assert.deepEqual(amounts(taxOf([of100('gst', 'qst')], onTop).taxes), [998, 500])
  const old = taxOf([of100('gst', 'qstOfOld')], onTop)
  assert.deepEqual(
    old.taxes.map(({ name, base, amount }) => [name, base, amount]),
    [
      ['qstOfOld', 10_500, 998],
      ['gst', 10_000, 500],
    ],
  )
  assert.deepEqual(amounts(taxOf([of100('state', 'county')], onTop).taxes), [400, 38])
  const inside = taxOf([{ ...of100('gst', 'qstOfOld'), amount: 11_498 }], { ...onTop, included: true })
  assert.deepEqual([inside.tax, amounts(inside.parts[0]!)], [1498, [500, 998]])
})
