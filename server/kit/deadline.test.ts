import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { within } from './deadline.ts'

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

test('what takes too long hears of it by its signal', async () => {
  const slow = within(5, (signal) => sleep(5_000, undefined, { signal }))
  await assert.rejects(slow, (error: Error) => (error.cause as Error).name === 'TimeoutError')
})

test('no timer stays behind, whether the work ends well or not', async () => {
  const before = timers()
  assert.equal(await within(60_000, async () => 'done'), 'done')
  await assert.rejects(
    within(60_000, async () => Promise.reject(new Error('no luck'))),
    /no luck/,
  )
  assert.equal(timers(), before)
})
