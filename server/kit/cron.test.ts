import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastTime, nextTime, parseCron } from './cron.ts'

/** The next `count` times after `from`, as UTC without seconds. */
function times(text: string, timeZone: string, from: string, count: number): string[] {
  const cron = parseCron(text)
  const found: string[] = []
  for (let at = new Date(from); found.length < count;) {
    at = nextTime(cron, timeZone, at)!
    assert.deepEqual(lastTime(cron, timeZone, at), at, 'the last time at a time is that time')
    found.push(at.toISOString().slice(5, 16))
  }
  return found
}

test('times of the day, days of the week and of the month', () => {
  assert.deepEqual(times('30 2 * * *', 'UTC', '2026-01-01T02:30:00Z', 2), ['01-02T02:30', '01-03T02:30'])
  assert.deepEqual(times('0 9 * * mon-fri', 'UTC', '2026-01-02T10:00:00Z', 1), ['01-05T09:00'])
  assert.deepEqual(times('*/20 8-9 * * *', 'UTC', '2026-01-01T08:40:00Z', 2), ['01-01T09:00', '01-01T09:20'])
  assert.deepEqual(times('0 0 1,15 * *', 'UTC', '2026-01-01T00:00:00Z', 2), ['01-15T00:00', '02-01T00:00'])
  assert.deepEqual(times('0 0 13 * fri', 'UTC', '2026-02-10T00:00:00Z', 2), ['02-13T00:00', '02-20T00:00'])
  assert.deepEqual(times('0 0 29 feb *', 'UTC', '2026-01-01T00:00:00Z', 1), ['02-29T00:00'])
  assert.deepEqual(times('5/25 0 * * 7', 'UTC', '2026-01-01T00:00:00Z', 3), [
    '01-04T00:05',
    '01-04T00:30',
    '01-04T00:55',
  ])
})

test('an hour that the clocks leave out runs an hour later, once', () => {
  assert.deepEqual(times('30 2 * * *', 'Europe/Berlin', '2026-03-28T00:00:00Z', 3), [
    '03-28T01:30',
    '03-29T01:30', // half past three in summer time
    '03-30T00:30',
  ])
})

test('an hour that comes twice runs once, at its first', () => {
  assert.deepEqual(times('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2), [
    '10-25T00:30',
    '10-26T01:30',
  ])
  assert.deepEqual(times('30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', 2), [
    '11-01T05:30',
    '11-02T06:30',
  ])
})

test('every half hour stays every half hour, whatever the clocks do', () => {
  for (const from of ['2026-10-24T23:00:00Z', '2026-03-28T23:00:00Z']) {
    const found = times('0,30 * * * *', 'Europe/Berlin', from, 10)
    const minutes = found.map((time) => Date.parse(`2026-${time}Z`) / 60_000)
    assert.deepEqual(
      minutes.slice(1).map((at, index) => at - minutes[index]!),
      Array.from({ length: 9 }, () => 30),
    )
  }
})

test('what cannot be read is said', () => {
  for (const text of ['', '* * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '* * * * 8'])
    assert.throws(() => parseCron(text), /no cron time/, text)
  for (const text of [
    '1-0 * * * *',
    '*/0 * * * *',
    'a * * * *',
    '1-2-3 * * * *',
    '1/2/3 * * * *',
    '*-5 * * * *',
  ])
    assert.throws(() => parseCron(text), /no cron time/, text)
  assert.equal(nextTime(parseCron('0 0 30 2 *'), 'UTC', new Date('2026-01-01')), null)
})
