/** When goods arrive, by days of work, the cut-off and holidays, in the zone of the store. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAfter, promiser } from './promise.ts'
import type { Calendar } from './rules.ts'
import { EVERY_DAY, SATURDAY } from './testing.ts'

const BERLIN = 'Europe/Berlin'
const weekdays: Calendar = { ...EVERY_DAY, workingDays: [1, 2, 3, 4, 5], cutoffMinute: 14 * 60 }

function arrives(
  at: string | Date,
  { calendar = weekdays, leadDays = 0, minDays = 1, maxDays = 2, timeZone = BERLIN } = {},
): string[] {
  const now = new Date(at)
  const promised = promiser(calendar, timeZone, now)({ leadDays, minDays, maxDays })
  return [promised.minDays, promised.maxDays].map((count) => dayAfter(timeZone, now, count))
}

test('a store that sends every day promises so many days from today', () => {
  assert.deepEqual(arrives(SATURDAY, { calendar: EVERY_DAY }), ['2026-11-22', '2026-11-23'])
  assert.deepEqual(promiser(EVERY_DAY, BERLIN, SATURDAY)({ leadDays: 3, minDays: 1, maxDays: 2 }), {
    minDays: 4,
    maxDays: 5,
  })
})

test('until the cut-off an order counts for its day, from it on for the next day of work', () => {
  // Wednesday, 13:59 and 14:00 in Berlin.
  assert.deepEqual(arrives('2026-11-18T12:59:59Z'), ['2026-11-19', '2026-11-20'])
  assert.deepEqual(arrives('2026-11-18T13:00:00Z'), ['2026-11-20', '2026-11-23'])
  assert.deepEqual(arrives('2026-11-18T13:00:00Z', { timeZone: 'America/New_York' }), [
    '2026-11-19',
    '2026-11-20',
  ])
})

test('nothing leaves or arrives on a weekend or a holiday', () => {
  assert.deepEqual(arrives(SATURDAY), ['2026-11-24', '2026-11-25'])
  const closed = { ...weekdays, holidays: ['2026-11-23', '2026-11-24'] }
  assert.deepEqual(arrives(SATURDAY, { calendar: closed }), ['2026-11-26', '2026-11-27'])
  assert.deepEqual(arrives('2026-11-19T08:00:00Z', { leadDays: 2 }), ['2026-11-24', '2026-11-25'])
})

test('the change to summer time moves no promise', () => {
  // Saturday before; the clocks go forward on Sunday, 29 March.
  assert.deepEqual(arrives('2026-03-28T22:30:00Z', { calendar: EVERY_DAY }), ['2026-03-29', '2026-03-30'])
  assert.deepEqual(arrives('2026-03-28T23:30:00Z', { calendar: EVERY_DAY }), ['2026-03-30', '2026-03-31'])
})

test('who works one day a week promises no further than can be said', () => {
  const sundays = { ...weekdays, workingDays: [7] }
  assert.deepEqual(promiser(sundays, BERLIN, SATURDAY)({ leadDays: 0, minDays: 0, maxDays: 1 }), {
    minDays: 1,
    maxDays: 8,
  })
  const { maxDays } = promiser(sundays, BERLIN, SATURDAY)({ leadDays: 365, minDays: 0, maxDays: 365 })
  assert.equal(maxDays, 1000)
})
