import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { atWork } from '#testing/kit-at-work.ts'
import { mark, notes, until } from '#testing/kit.ts'
import { hours } from './clock.ts'

const { open, work, counter } = atWork()

test('a scheduled job runs once for all workers, each time it is due', async () => {
  let now = Date.parse('2026-03-29T00:59:59Z') // the clocks change in Europe
  const hourly = { ...mark, everyMs: hours(1) }
  const options = { modules: [{ ...notes, jobs: [hourly] }], clock: () => new Date(now) }
  const [here, there] = [open(options), open(options)]
  await Promise.all([work(here), work(there)])
  await until(async () => (await counter('marked')) === 1)
  for (let round = 2; round <= 3; round++) {
    await sleep(1_100)
    assert.equal(await counter('marked'), round - 1)
    now += hours(1)
    await until(async () => (await counter('marked')) === round)
  }
})
