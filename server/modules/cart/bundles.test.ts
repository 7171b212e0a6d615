/** What bundles take off their parts, against an exact rational twin: slow, of BigInt fractions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bundled, type Bundle, type Bundled, type BundleLine } from './bundles.ts'
import { totalsOf } from './totals.ts'

const part = fc.record({
  units: fc.integer({ min: 1, max: 12 }),
  unitAmount: fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 2_000_000_000 })),
  rateBasisPoints: fc.constantFrom(0, 550, 700, 1900, 2550),
})
const wish = fc.record({
  quantity: fc.integer({ min: 1, max: 99 }),
  amount: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  reductionBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  parts: fc.array(part, { minLength: 1, maxLength: 6 }),
})
type Wish = typeof wish extends fc.Arbitrary<infer Of> ? Of : never
const wishes = fc.array(wish, { maxLength: 3 })
const single = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), unitAmount: fc.nat(9_999) }), {
  maxLength: 2,
})

/** The lines of several bundles in turn, with others between them. */
function basketOf(given: Wish[], others: { quantity: number; unitAmount: number }[]) {
  const bundles: Bundle[] = given.map(({ quantity, amount, reductionBasisPoints }, index) => ({
    id: `b${index}`,
    quantity,
    amount,
    reductionBasisPoints,
  }))
  const ofBundles = given.flatMap(({ quantity, parts }, index) =>
    parts.map(({ units, unitAmount }) => ({ bundleId: `b${index}`, quantity: quantity * units, unitAmount })),
  )
  const lines: BundleLine[] = [...ofBundles, ...others.map((line) => ({ ...line, bundleId: null }))]
  return { bundles, lines: lines.toSorted((a, b) => a.unitAmount - b.unitAmount) }
}

const sum = (numbers: readonly bigint[]) => numbers.reduce((total, each) => total + each, 0n)

/** What one of it costs by itself and as a bundle. */
function costOf(bundle: Bundle, lines: BundleLine[]): { alone: bigint; together: bigint } {
  const alone = sum(lines.map((line) => BigInt(line.quantity / bundle.quantity) * BigInt(line.unitAmount)))
  const off = (alone * BigInt(bundle.reductionBasisPoints)) / 10_000n
  const together = bundle.amount === null ? alone - off : BigInt(bundle.amount)
  return { alone, together: together < alone ? together : alone }
}

/** Where the answer leaves the exact one; null: nowhere. */
function fault(bundles: Bundle[], lines: BundleLine[], answer: Bundled): string | null {
  for (const [index, bundle] of bundles.entries()) {
    const own = lines.flatMap((line, at) => (line.bundleId === bundle.id ? [at] : []))
    const { alone, together } = costOf(
      bundle,
      own.map((at) => lines[at]!),
    )
    const off = (alone - together) * BigInt(bundle.quantity)
    if (sum(own.map((at) => BigInt(answer.off[at]!))) !== off) return 'the parts do not sum to the reduction'
    if (BigInt(answer.bundles[index]!.unitAmount) !== together) return 'one costs something else'
    for (const at of own) {
      const amount = BigInt(lines[at]!.quantity) * BigInt(lines[at]!.unitAmount)
      const taken = BigInt(answer.off[at]!)
      if (taken < 0n || taken > amount) return 'a part falls below zero, or rises'
      // |taken - off * amount / whole| < 1, without a division
      const whole = alone * BigInt(bundle.quantity)
      const distance = taken * whole - off * amount
      if (whole > 0n && (distance < 0n ? -distance : distance) >= whole)
        return 'a part is a unit off its share'
    }
  }
  return lines.some((line, at) => line.bundleId === null && answer.off[at] !== 0) ? 'others pay for it' : null
}

test('the price of a bundle is spread over its parts, to the last unit', () => {
  fc.assert(
    fc.property(wishes, single, (given, others) => {
      const { bundles, lines } = basketOf(given, others)
      assert.equal(fault(bundles, lines, bundled(bundles, lines)), null)
    }),
    { numRuns: 1000 },
  )
})

test('each planted fault is seen', () => {
  const { bundles, lines } = basketOf(
    [
      {
        quantity: 2,
        amount: 1000,
        reductionBasisPoints: 0,
        parts: [333, 333, 334, 999].map((unitAmount) => ({ units: 1, unitAmount, rateBasisPoints: 1900 })),
      },
    ],
    [{ quantity: 1, unitAmount: 100 }],
  )
  const right = bundled(bundles, lines)
  const planted: Record<string, (answer: Bundled) => void> = {
    'a unit is lost': ({ off }) => (off[1]! -= 1),
    'all of it on one part': ({ off }) => {
      const whole = off.reduce((total, each) => total + each, 0)
      off.fill(0)
      off[4] = whole
    },
    'spread evenly instead of by price': ({ off }) => off.splice(0, 5, 0, 499, 499, 499, 501),
    'taken from what is in no bundle': ({ off }) => (off[0]! += 1),
    'once instead of for each': ({ off }) => off.forEach((each, at) => (off[at] = Math.floor(each / 2))),
    'another price is told': ({ bundles: [one] }) => (one!.unitAmount += 1),
  }
  assert.equal(fault(bundles, lines, right), null)
  for (const [name, plant] of Object.entries(planted)) {
    const wrong = structuredClone(right)
    plant(wrong)
    assert.notEqual(fault(bundles, lines, wrong), null, name)
  }
})

test('each part is taxed at its own rate on its share, and the sums are those of the bundle', () => {
  fc.assert(
    fc.property(wish, fc.boolean(), fc.constantFrom('line', 'total'), (given, taxIncluded, rounding) => {
      const { bundles } = basketOf([given], [])
      const lines = given.parts.map(({ units, unitAmount }) => ({
        bundleId: 'b0',
        quantity: given.quantity * units,
        unitAmount,
      }))
      const { off, bundles: priced } = bundled(bundles, lines)
      const rates = given.parts.map(({ rateBasisPoints }) => ({
        name: `${rateBasisPoints}`,
        rateBasisPoints,
      }))
      const totals = totalsOf({
        lines: lines.map((line, index) => ({ ...line, discount: off[index]!, rate: rates[index]! })),
        delivery: null,
        taxIncluded,
        rounding: rounding as 'line' | 'total',
      })
      const paid = given.quantity * priced[0]!.unitAmount
      assert.equal(totals.total, taxIncluded ? paid : paid + totals.tax)
      assert.equal(
        totals.lines.reduce((total, line) => total + line.tax, 0),
        totals.tax,
      )
      assert.equal(
        totals.taxes.reduce((total, tax) => total + tax.amount, 0),
        totals.tax,
      )
    }),
    { numRuns: 300 },
  )
})

test('a bundle never costs more than its parts', () => {
  const lines = [{ bundleId: 'b', quantity: 2, unitAmount: 450 }]
  const { bundles, off } = bundled([{ id: 'b', quantity: 2, amount: 9999, reductionBasisPoints: 0 }], lines)
  assert.deepEqual([bundles[0]!.unitAmount, off], [450, [0]])
})
