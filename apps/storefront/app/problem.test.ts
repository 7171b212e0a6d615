/** What the store refuses becomes the page that says so, with its status, its language and when to try again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadWords, wordsFor } from '@quayside/words'
import type { PageContext } from './context.ts'
import { found, settle } from './problem.ts'

const page = { traceId: 'trace-1', report: () => {} } as unknown as PageContext
const refusal = (status: number, details: object = {}) => ({
  code: 'too_many_requests',
  status,
  message: 'Too many requests.',
  details,
  problem: { detail: 'Zu viele Anfragen.', errors: [] },
})

test('too much at once is a page of 429 that says when to try again, and quotes its number', async () => {
  const refused = found(page, Promise.reject(refusal(429, { retryAfterSeconds: 7 })))
  await assert.rejects(refused, (thrown: { data: object; init: ResponseInit }) => {
    assert.equal(thrown.init.status, 429)
    assert.equal(new Headers(thrown.init.headers).get('retry-after'), '7')
    assert.deepEqual(thrown.data, { traceId: 'trace-1', retryAfterSeconds: 7 })
    return true
  })
  await Promise.all((['en', 'de', 'ar'] as const).map(loadWords))
  assert.match(wordsFor('de').errors.tooMany.advice(7), /in 7 Sekunden/)
  assert.match(wordsFor('ar').errors.tooMany.advice(7), /7 ثوانٍ/)
})

test('a form is told in the page’s language', async () => {
  const { problem } = await settle(page, Promise.reject(refusal(409)))
  assert.equal(problem?.detail, 'Zu viele Anfragen.')
})
