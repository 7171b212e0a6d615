import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fulfilmentStanding, paymentStanding, statusOf } from './standing.ts'
import { STATES } from './state.ts'

const none = { authorised: 0, captured: 0, refunded: 0, disputed: 0 }

test('payment standing follows the payments', () => {
  const captured = { state: 'captured', authorised: 100, captured: 100, refunded: 0, disputed: 0 }
  const cases: [Parameters<typeof paymentStanding>[0], string][] = [
    [[], 'none'],
    [[{ ...none, state: 'created' }], 'pending'],
    [[{ ...none, state: 'failed' }], 'failed'],
    [
      [
        { ...none, state: 'failed' },
        { ...none, state: 'requires_action' },
      ],
      'pending',
    ],
    [[{ ...none, state: 'authorised', authorised: 100 }], 'authorised'],
    [[{ ...captured, state: 'part_captured', captured: 40 }], 'part_paid'],
    [[{ ...none, state: 'failed' }, captured], 'paid'],
    [[{ ...captured, refunded: 1 }], 'part_refunded'],
    [[{ ...captured, refunded: 100 }], 'refunded'],
    [[captured, { ...captured, refunded: 100 }], 'paid'],
    [[{ ...captured, authorised: 110, captured: 110 }], 'over_paid'],
    [[{ ...captured, authorised: 110, captured: 110, refunded: 10 }], 'paid'],
    [[captured, captured], 'over_paid'],
    [[{ ...captured, state: 'captured', captured: 90 }], 'part_paid'],
    [[{ ...captured, state: 'disputed', disputed: 100 }], 'disputed'],
    [[{ ...captured, state: 'won' }], 'paid'],
    [[{ ...captured, state: 'lost', disputed: 100 }], 'charged_back'],
    [[{ ...captured, state: 'lost', disputed: 100 }, captured], 'paid'],
  ]
  for (const [payments, standing] of cases)
    assert.equal(paymentStanding(payments, 100), standing, JSON.stringify(payments))
})

test('fulfilment standing follows what left the house', () => {
  const line = (quantity: number, shipped: number, delivered: number, cancelled = 0) => ({
    quantity,
    shipped,
    delivered,
    cancelled,
  })
  assert.equal(fulfilmentStanding([line(2, 0, 0)]), 'none')
  assert.equal(fulfilmentStanding([line(2, 1, 0)]), 'part_shipped')
  assert.equal(fulfilmentStanding([line(2, 2, 0), line(1, 0, 0)]), 'part_shipped')
  assert.equal(fulfilmentStanding([line(2, 2, 0)]), 'shipped')
  assert.equal(fulfilmentStanding([line(2, 1, 0, 1)]), 'shipped', 'what was cancelled is not waited for')
  assert.equal(fulfilmentStanding([line(2, 2, 1)]), 'part_delivered')
  assert.equal(fulfilmentStanding([line(2, 2, 2)]), 'delivered')
  assert.equal(fulfilmentStanding([line(2, 0, 0, 2)]), 'none')
})

test('every mixture of states and standings has one status', () => {
  const words = new Set(['pending', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'])
  const payment = fc.record({
    state: fc.constantFrom('created', 'requires_action', 'processing', 'authorised', 'captured', 'failed'),
    authorised: fc.constant(100),
    captured: fc.constantFrom(0, 50, 100),
    refunded: fc.constantFrom(0, 50),
    disputed: fc.constantFrom(0, 50),
  })
  const line = fc.record({
    quantity: fc.constant(2),
    shipped: fc.integer({ min: 0, max: 2 }),
    delivered: fc.constant(0),
    cancelled: fc.constant(0),
  })
  fc.assert(
    fc.property(fc.constantFrom(...STATES), fc.array(payment), fc.array(line), (state, payments, lines) => {
      const status = statusOf(state, paymentStanding(payments, 100), fulfilmentStanding(lines))
      assert.ok(words.has(status))
      if (status === 'shipped' || status === 'delivered') assert.ok(lines.some((each) => each.shipped > 0))
    }),
  )
})
