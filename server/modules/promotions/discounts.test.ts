/** Discounts against an exact rational twin: slow, of BigInt fractions, each promotion on what the ones before left. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { totalsOf } from '../cart/index.ts'
import { discountsOf, type Discounts, type Goods, type Rule } from './discounts.ts'

const none = {
  exclusive: false,
  priority: 0,
  basisPoints: null,
  buyQuantity: null,
  getQuantity: null,
  offAmount: null,
  minimumAmount: null,
  minimumQuantity: null,
  tiers: [],
  lines: null,
  budgetLeft: null,
}
let made = 0
const rule = (given: Partial<Rule>): Rule => ({ id: `rule ${++made}`, kind: 'percentage', ...none, ...given })
const ten = (given: Partial<Rule> = {}) => rule({ basisPoints: 1000, ...given })
const line = (unitAmount: number, quantity = 1): Goods => ({ unitAmount, quantity })

const amount = fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 2_000_000_000 }))
const goods = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 999 }), unitAmount: amount }), {
  maxLength: 8,
})
const kind = fc.oneof(
  fc.record({ kind: fc.constant('percentage' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({
    kind: fc.constant('amount' as const),
    offAmount: fc.option(fc.integer({ min: 1, max: 100_000 })),
  }),
  fc.record({ kind: fc.constant('free_delivery' as const) }),
  fc.record({
    kind: fc.constant('buy_x_get_y' as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    buyQuantity: fc.integer({ min: 1, max: 4 }),
    getQuantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('tiers' as const),
    tiers: fc.array(
      fc.record({
        fromQuantity: fc.integer({ min: 1, max: 50 }),
        fromAmount: fc.constant(null),
        basisPoints: fc.integer({ min: 1, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
)
const rules = fc.array(
  fc
    .tuple(
      kind,
      fc.record({
        exclusive: fc.boolean(),
        priority: fc.integer({ min: 0, max: 2 }),
        minimumAmount: fc.option(amount),
        minimumQuantity: fc.option(fc.integer({ min: 1, max: 50 })),
        lines: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7])),
        budgetLeft: fc.option(fc.integer({ min: 0, max: 100_000 })),
      }),
    )
    .map(([of, more]) => rule({ ...of, ...more })),
  { maxLength: 5 },
)
const basket = fc
  .record({ goods, delivery: fc.option(fc.integer({ min: 0, max: 5000 })), rules })
  .map((each) => ({
    ...each,
    rules: each.rules.map((one) => ({
      ...one,
      lines: one.lines?.filter((index) => index < each.goods.length) ?? null,
    })),
  }))

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** What one rule takes off exactly, as a fraction rounded down once; null: another test says. */
function twin(one: Rule, left: readonly bigint[], bought: readonly Goods[]): bigint | null {
  const lines = one.lines ?? left.map((_, index) => index)
  const whole = lines.reduce((total, index) => total + left[index]!, 0n)
  if (one.kind === 'percentage') return (whole * BigInt(one.basisPoints!)) / 10_000n
  if (one.kind === 'amount') return whole < BigInt(one.offAmount!) ? whole : BigInt(one.offAmount!)
  if (one.kind !== 'tiers') return null
  const pieces = sum(lines.map((index) => bought[index]!.quantity))
  const points = one.tiers.filter((tier) => tier.fromQuantity! <= pieces).map((tier) => tier.basisPoints)
  return (whole * BigInt(Math.max(...points))) / 10_000n
}

function mustBeExact(found: Discounts, bought: readonly Goods[], all: Rule[]): void {
  const left = bought.map((each) => BigInt(each.quantity) * BigInt(each.unitAmount))
  for (const { promotionId, amount: off, lines } of found.applied) {
    const one = all.find((each) => each.id === promotionId)!
    const exact = twin(one, left, bought)
    if (exact !== null) {
      assert.equal(BigInt(off), exact, one.kind)
      const whole = (one.lines ?? left.map((_, index) => index)).reduce(
        (total, index) => total + left[index]!,
        0n,
      )
      for (const [index, part] of lines.entries()) {
        const of = one.lines === null || one.lines.includes(index) ? left[index]! : 0n
        // At most one unit off its exact share: | part - exact * of / whole | < 1.
        const drift: bigint = BigInt(part) * whole - exact * of
        assert.ok((drift < 0n ? -drift : drift) < (whole || 1n), 'spread to the last unit')
      }
    }
    lines.forEach((part, index) => (left[index]! -= BigInt(part)))
    assert.ok(
      left.every((each) => each >= 0n),
      'nothing below zero',
    )
  }
}

test('every stack of promotions equals the exact twin, is spread to the last unit and stays above zero', () => {
  fc.assert(
    fc.property(basket, ({ goods: bought, delivery, rules: all }) => {
      const found = discountsOf(bought, delivery, all)
      mustBeExact(found, bought, all)
      assert.equal(sum(found.applied.map((each) => each.amount)), sum(found.lines) + found.delivery)
      for (const each of found.applied) assert.equal(each.amount, sum(each.lines) + each.delivery)
      assert.ok(found.delivery >= 0 && found.delivery <= (delivery ?? 0))
      const named = new Set([...found.applied.map((each) => each.promotionId), ...found.refused.keys()])
      assert.equal(named.size, all.length, 'each is applied or refused with a reason')
      assert.equal(found.applied.length + found.refused.size, all.length, 'and never both')
      const alone = found.applied.filter((each) => all.find((one) => one.id === each.promotionId)!.exclusive)
      assert.ok(alone.length === 0 || found.applied.length === 1, 'an exclusive one stands alone')
    }),
    { numRuns: 1000 },
  )
})

test('with the tax of each market and rounding, what is shown still adds up', () => {
  const rates = [
    { name: 'VAT', rateBasisPoints: 1900 },
    { name: 'VAT reduced', rateBasisPoints: 700 },
  ]
  fc.assert(
    fc.property(
      basket,
      fc.boolean(),
      fc.constantFrom('line' as const, 'total' as const),
      ({ goods: bought, delivery, rules: all }, taxIncluded, rounding) => {
        const found = discountsOf(bought, delivery, all)
        const totals = totalsOf({
          lines: bought.map((each, index) => ({
            ...each,
            discount: found.lines[index]!,
            rate: rates[index % 2]!,
          })),
          delivery:
            delivery === null ? null : { amount: delivery, discount: found.delivery, rate: rates[0]! },
          taxIncluded,
          rounding,
        })
        const onTop = taxIncluded ? 0 : totals.tax
        assert.equal(totals.subtotal + totals.delivery - totals.discount + onTop, totals.total)
        assert.equal(
          sum(totals.lines.map((each) => each.total)) + totals.delivery - totals.deliveryDiscount + onTop,
          totals.total,
        )
        assert.equal(sum(totals.lines.map((each) => each.tax)) + totals.deliveryTax, totals.tax)
        assert.equal(sum(totals.taxes.map((each) => each.amount)), totals.tax)
        assert.equal(
          sum(totals.taxes.map((each) => each.base)) + totals.tax,
          totals.total,
          'base and tax make the whole',
        )
        for (const each of totals.lines)
          assert.ok(each.tax >= 0 && each.total >= 0 && each.tax <= each.total + onTop)
        assert.ok(totals.total >= 0)
      },
    ),
    { numRuns: 500 },
  )
})

test('a percentage is rounded down once, over all its lines, and the odd cent goes where it belongs', () => {
  const found = discountsOf([line(333), line(333), line(333)], null, [ten()])
  assert.deepEqual([found.applied[0]!.amount, found.lines], [99, [33, 33, 33]])
  assert.deepEqual(discountsOf([line(5), line(5), line(5)], null, [ten()]).lines, [1, 0, 0])
})

test('one after the other by priority, each on what is left', () => {
  const [half, tenEuros] = [ten({ basisPoints: 5000 }), rule({ kind: 'amount', offAmount: 1000 })]
  assert.equal(sum(discountsOf([line(3000)], null, [half, tenEuros]).lines), 1500 + 1000)
  assert.equal(sum(discountsOf([line(3000)], null, [half, { ...tenEuros, priority: 1 }]).lines), 1000 + 1000)
})

test('exclusive: the higher priority decides, among equals what is best for the shopper', () => {
  const [a, b] = [ten(), ten()]
  const big = ten({ basisPoints: 3000, exclusive: true })
  assert.deepEqual(
    discountsOf([line(1000)], null, [a, b, big]).applied.map((each) => each.promotionId),
    [big.id],
  )
  const small = ten({ basisPoints: 500, exclusive: true })
  const together = discountsOf([line(1000)], null, [small, a, b])
  assert.equal(together.applied.length, 2)
  assert.deepEqual(together.refused.get(small.id), { reason: 'not_combinable', with: a.id })
  const first = { ...small, priority: 1 }
  assert.deepEqual(
    discountsOf([line(1000)], null, [a, b, first]).applied.map((each) => each.promotionId),
    [first.id],
  )
})

test('buy two get one free: of each three the cheapest', () => {
  const free = rule({ kind: 'buy_x_get_y', basisPoints: 10_000, buyQuantity: 2, getQuantity: 1 })
  assert.deepEqual(discountsOf([line(900, 2), line(500, 1)], null, [free]).lines, [0, 500])
  assert.deepEqual(discountsOf([line(900, 4), line(500, 1)], null, [free]).lines, [0, 500])
  assert.deepEqual(discountsOf([line(900, 5), line(500, 1)], null, [free]).lines, [900, 500])
  assert.deepEqual(discountsOf([line(900, 2)], null, [free]).refused.get(free.id), {
    reason: 'below_minimum_quantity',
    missing: 1,
  })
})

test('tiers by quantity and by sum: the best that is reached', () => {
  const steps = [
    { fromQuantity: 3, fromAmount: null, basisPoints: 500 },
    { fromQuantity: 10, fromAmount: null, basisPoints: 2000 },
  ]
  const byPieces = rule({ kind: 'tiers', tiers: steps })
  assert.deepEqual(
    [2, 3, 9, 10].map((count) => sum(discountsOf([line(100, count)], null, [byPieces]).lines)),
    [0, 15, 45, 200],
  )
  const bySum = rule({ kind: 'tiers', tiers: [{ fromQuantity: null, fromAmount: 5000, basisPoints: 1000 }] })
  assert.deepEqual(discountsOf([line(4999)], null, [bySum]).refused.get(bySum.id), {
    reason: 'below_minimum_amount',
    missing: 1,
  })
  assert.equal(sum(discountsOf([line(5000)], null, [bySum]).lines), 500)
})

test('an amount past what a number can hold is refused, not rounded', () => {
  assert.throws(() => discountsOf([line(Number.MAX_SAFE_INTEGER, 999)], null, [ten()]), RangeError)
})
