import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingOf } from './order-standing.ts'
import type { Order, OrderPayment } from './store.ts'

const euros = (amount: number) => ({ amount, currency: 'EUR' })

const payment = (state: string, rest: Partial<OrderPayment> = {}) =>
  ({
    state,
    declineCode: null,
    nextUrl: 'http://pay.test/1',
    captured: euros(0),
    refunded: euros(0),
    createdAt: '2026-01-01T10:00:00.000Z',
    ...rest,
  }) as OrderPayment

const order = (payments: OrderPayment[], rest: Partial<Order> = {}) =>
  ({ state: 'pending', confirmedAt: null, payments, ...rest }) as Order

test('a shopper who is back before the provider’s word waits, and may go back to the payment page', () => {
  assert.deepEqual(standingOf(order([payment('requires_action')]), false), {
    kind: 'waiting',
    payUrl: 'http://pay.test/1',
    slow: false,
  })
})

test('a shopper who has paid is not asked to pay again while the money is on its way', () => {
  assert.deepEqual(standingOf(order([payment('processing')]), true), {
    kind: 'waiting',
    payUrl: null,
    slow: true,
  })
})

test('a shopper who has sent too little is told what came and what is left', () => {
  const little = payment('captured', { captured: euros(900) })
  const totals = { total: euros(1000) } as Order['totals']
  const part = { paymentStanding: 'part_paid', totals } as Partial<Order>
  const short = { kind: 'short', paid: euros(900), rest: euros(100) }
  assert.deepEqual(standingOf(order([little], part), false), short)
  const at = { createdAt: '2026-01-01T10:05:00.000Z' }
  assert.deepEqual(standingOf(order([little, payment('failed', at)], part), false), short)
  assert.equal(standingOf(order([little, payment('requires_action', at)], part), false).kind, 'waiting')
})

test('a decline says why, and only the latest attempt counts', () => {
  const declined = payment('failed', { declineCode: 'insufficient_funds' })
  assert.deepEqual(standingOf(order([declined]), false), {
    kind: 'failed',
    declineCode: 'insufficient_funds',
    inTime: true,
  })
  const again = payment('requires_action', { createdAt: '2026-01-01T10:05:00.000Z' })
  assert.equal(standingOf(order([declined, again]), false).kind, 'waiting')
})

test('leaving the payment page is not a decline', () => {
  assert.equal(standingOf(order([payment('cancelled')]), true).kind, 'left')
  assert.deepEqual(standingOf(order([payment('requires_action')]), true), {
    kind: 'left',
    payUrl: 'http://pay.test/1',
  })
})

test('a confirmed order says thanks, whatever the address says', () => {
  const paid = order([payment('captured')], { state: 'confirmed', confirmedAt: '2026-01-01T10:01:00.000Z' })
  assert.equal(standingOf(paid, true).kind, 'thanks')
})

test('an order that ran out of time is closed', () => {
  assert.equal(standingOf(order([payment('expired')], { state: 'expired' }), false).kind, 'closed')
})
