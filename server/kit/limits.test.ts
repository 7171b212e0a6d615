import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { kitApp, kitDatabase, ROBOT } from '#testing/kit.ts'
import { randomFrom, seed } from '#testing/random.ts'
import type { TestDatabase } from '#testing/database.ts'
import { isFailure } from './failure.ts'
import { createLimits, mustHaveToken, takeDurable } from './limits.ts'

const START = Date.parse('2026-03-01T10:00:00Z')
const at = (seconds: number) => new Date(START + seconds * 1000)
const classes = { 'notes.write': { burst: 3, perSecond: 0.5 } }
const tooMany = (retryAfterSeconds: number) => ({ code: 'too_many_requests', details: { retryAfterSeconds } })

test('a burst is allowed, then the caller is told when to come back', () => {
  const limits = createLimits({ scale: 1, classes })
  for (let i = 0; i < 3; i++) void limits.take('notes.write', 'alice', at(0))
  assert.throws(() => limits.take('notes.write', 'alice', at(0)), tooMany(2))
  assert.throws(() => limits.take('notes.write', 'alice', at(1)), tooMany(1))
  void limits.take('notes.write', 'alice', at(2))
  assert.throws(() => limits.take('notes.write', 'alice', at(2)), tooMany(2))
})

test('one caller does not use up another’s bucket, nor one class another’s', () => {
  const limits = createLimits({ scale: 1, classes: { ...classes, 'notes.read': { burst: 1, perSecond: 1 } } })
  for (let i = 0; i < 3; i++) void limits.take('notes.write', 'alice', at(0))
  void limits.take('notes.write', 'bob', at(0))
  void limits.take('notes.read', 'alice', at(0))
})

test('the state tells what is left, without taking', () => {
  const limits = createLimits({ scale: 1, classes })
  void limits.take('notes.write', 'alice', at(0))
  const state = { limit: 3, remaining: 2, resetSeconds: 2 }
  assert.deepEqual(limits.state('notes.write', 'alice', at(0)), state)
  assert.deepEqual(limits.state('notes.write', 'alice', at(0)), state)
  assert.equal(limits.state('notes.write', 'alice', at(2)).remaining, 3)
})

test('never more than the burst plus what time gave, whatever the rhythm and a clock that steps back', () => {
  console.log(`SEED=${seed}`)
  const random = randomFrom(seed)
  const limits = createLimits({ scale: 1, classes })
  let [now, latest, allowed] = [0, 0, 0]
  for (let i = 0; i < 5_000; i++) {
    now += random() < 0.02 ? -random() * 5 : random()
    latest = Math.max(latest, now)
    try {
      void limits.take('notes.write', 'alice', at(now))
      allowed++
    } catch (error) {
      assert.ok(isFailure(error))
    }
  }
  // Each step back (about 100 of at most 5 s) may be lived through once more.
  assert.ok(allowed <= 3 + (latest + 5 * 150) * 0.5, `${allowed} in ${latest} s`)
  assert.ok(allowed > latest * 0.4, `only ${allowed} in ${latest} s`)
})

test('after a long silence a caller has the burst and no more', () => {
  const limits = createLimits({ scale: 1, classes })
  void limits.take('notes.write', 'alice', at(0))
  for (let i = 0; i < 3; i++) void limits.take('notes.write', 'alice', at(86_400))
  assert.throws(() => limits.take('notes.write', 'alice', at(86_400)), tooMany(2))
})

test('a clock that steps back takes nothing away', () => {
  const limits = createLimits({ scale: 1, classes })
  void limits.take('notes.write', 'alice', at(600))
  void limits.take('notes.write', 'alice', at(0))
  assert.equal(limits.state('notes.write', 'alice', at(0)).remaining, 1)
})

test('scale 0 switches them off', () => {
  const limits = createLimits({ scale: 0, classes })
  for (let i = 0; i < 100; i++) void limits.take('notes.write', 'alice', at(0))
})

test('a class nobody declared is a mistake in the code', () => {
  assert.throws(
    () => createLimits({ scale: 1 }).take('nobody.knows', 'alice', at(0)),
    /no rate limit called nobody.knows/,
  )
})

test('a flood of addresses stays inside a bound', () => {
  const limits = createLimits({ scale: 1, classes })
  for (let i = 0; i < 60_000; i++) void limits.take('notes.write', `address ${i}`, at(0))
  assert.equal(limits.state('notes.write', 'address 0', at(0)).remaining, 3, 'the first is forgotten')
  assert.equal(limits.state('notes.write', 'address 59999', at(0)).remaining, 2, 'the last is not')
})

let database: TestDatabase
before(async () => (database = await kitDatabase()))
after(() => database.drop())

test('a durable bucket counts across restarts and parallel callers', async () => {
  let now = at(0)
  const take = async (app: ReturnType<typeof kitApp>) =>
    app.inTransaction({ actor: ROBOT }, (ctx) =>
      takeDurable(ctx, 'logIn alice@example.com', { burst: 5, perSecond: 0.1 }),
    )
  const first = kitApp({ url: database.url, clock: () => now })
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => take(first)))
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 5)
  await first.close()

  const second = kitApp({ url: database.url, clock: () => now })
  await assert.rejects(take(second), tooMany(10))
  now = at(4)
  await assert.rejects(take(second), tooMany(6))
  await assert.rejects(
    second.inTransaction({ actor: ROBOT }, (ctx) =>
      mustHaveToken(ctx, 'logIn alice@example.com', { burst: 5, perSecond: 0.1 }),
    ),
    tooMany(6),
  )
  now = at(10)
  await take(second)
  now = at(1_000)
  for (let i = 0; i < 4; i++) await take(second)
  now = at(0)
  await take(second)
  await assert.rejects(take(second), tooMany(10))
  await second.close()
})
