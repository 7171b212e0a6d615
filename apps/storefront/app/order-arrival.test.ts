import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDays } from '@quayside/words'
import { arrivalOfOrder } from './order-arrival.ts'
import type { Order } from './store.ts'

const order = (given: Partial<Order> = {}) =>
  ({
    confirmedAt: '2026-11-19T23:30:00.000Z', // Friday in Berlin
    deliveryPromise: { minDays: 2, maxDays: 4 },
    lines: [],
    pickUp: null,
    ...given,
  }) as unknown as Order

const days = (from: string, to: string) => formatDays(from, to, 'en')

test('an order arrives so many working days after it was paid, by the shop’s own day', () => {
  assert.equal(arrivalOfOrder(order(), 'Europe/Berlin', 'en'), days('2026-11-24', '2026-11-26'))
  assert.equal(arrivalOfOrder(order(), 'America/New_York', 'en'), days('2026-11-23', '2026-11-25'))
})

test('what is ordered ahead counts from the day it leaves', () => {
  const lines = [
    { promise: null },
    { promise: { kind: 'preorder', shipsOn: '2026-12-01', quantity: 1 } },
  ] as never
  assert.equal(arrivalOfOrder(order({ lines }), 'Europe/Berlin', 'en'), days('2026-12-03', '2026-12-07'))
})

test('nothing is promised of what is fetched, downloaded or not paid', () => {
  for (const given of [{ confirmedAt: null }, { deliveryPromise: null }, { pickUp: {} as never }])
    assert.equal(arrivalOfOrder(order(given), 'Europe/Berlin', 'en'), null)
})
