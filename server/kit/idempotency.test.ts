import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { TestDatabase } from '#testing/database.ts'
import { add, ALICE, BOB, kitApp, kitDatabase, list, Note, notes, STORE } from '#testing/kit.ts'
import { randomFrom, seed } from '#testing/random.ts'
import { isFailure } from './failure.ts'
import { keyUse, storeKey } from './idempotency.ts'
import type { Call } from './invoke.ts'
import { defineModule } from './module.ts'
import { command, Nothing } from './operation.ts'
import { anyone, callerOf } from './policy.ts'
import { shape, Text } from './types.ts'

const pay = command({
  id: 'notes.pay',
  summary: 'Must be asked with a key',
  rest: 'POST /pay',
  audience: 'shop',
  access: anyone,
  idempotency: 'required',
  input: Nothing,
  output: Nothing,
  run: async () => ({}),
})
/** Behaves as if a first request with the same key committed between our look and our record. */
const late = command({
  id: 'notes.late',
  summary: 'Comes second',
  rest: 'POST /late',
  audience: 'shop',
  access: anyone,
  input: shape('Late', { text: Text(100) }),
  output: Note,
  async run({ text }, ctx) {
    await first(text)
    return { id: ctx.id(), text: 'the second' }
  },
})
let first: (text: string) => Promise<void> = async () => {}

let database: TestDatabase
let app: ReturnType<typeof kitApp>
before(async () => {
  database = await kitDatabase()
  app = kitApp({
    url: database.url,
    modules: [notes, defineModule({ name: 'extra', operations: [pay, late] })],
  })
})
after(async () => {
  await app.close()
  await database.drop()
})
beforeEach(() => app.pool.query('truncate notes.note, notes.counter, kit.event, kit.idempotency', []))

const withKey = (idempotencyKey: string, call: Call = { actor: BOB }): Call => ({ ...call, idempotencyKey })
const board = async () => (await app.invoke(list, {}, {})).notes.map(({ text }) => text)
const records = () =>
  app.pool.query<{ n: number }>('select count(*) as n from kit.idempotency', []).then(([row]) => row!.n)

test('the same request again does nothing and answers the same', async () => {
  const once = await app.invoke(add, { text: 'milk' }, withKey('k1'))
  assert.deepEqual(await app.invoke(add, { text: 'milk' }, withKey('k1')), once)
  assert.deepEqual(await board(), ['milk'])
  assert.equal((await app.pool.query<{ n: number }>('select count(*) as n from kit.event', []))[0]!.n, 1)
})

test('the same key at the same moment: one effect; each gets the answer or “still running”', async () => {
  console.log(`SEED=${seed}`)
  const random = randomFrom(seed)
  for (let round = 0; round < 25; round++) {
    const ask = { text: 'milk', waitMs: 3 }
    const buyers = Array.from({ length: 6 }, async () => {
      await sleep(random() * 8)
      return app.invoke(add, ask, withKey(`round ${round}`)).catch((error: unknown) => error)
    })
    const answers = await Promise.all(buyers)
    const ids = new Set<string>()
    for (const answer of answers) {
      if (isFailure(answer)) assert.equal(answer.code, 'idempotency_in_progress')
      else if (answer instanceof Error) throw answer
      else ids.add((answer as { id: string }).id)
    }
    assert.equal(ids.size, 1)
    assert.equal((await board()).length, round + 1)
  }
})

test('while the first is at work a second is told so at once, whatever it brings', async () => {
  const slow = app.invoke(add, { text: 'milk', waitMs: 400 }, withKey('k0'))
  await sleep(100)
  const began = performance.now()
  for (const text of ['milk', 'bread']) {
    await assert.rejects(app.invoke(add, { text, waitMs: 400 }, withKey('k0')), {
      status: 409,
      code: 'idempotency_in_progress',
    })
  }
  assert.ok(performance.now() - began < 200, 'it did not wait for the first')
  await slow
})

test('the key with another body is refused; another order of its properties is the same body', async () => {
  await app.invoke(add, { text: 'milk', waitMs: 1 }, withKey('k2'))
  await app.invoke(add, { waitMs: 1, text: 'milk' }, withKey('k2'))
  await assert.rejects(app.invoke(add, { text: 'bread', waitMs: 1 }, withKey('k2')), {
    status: 422,
    code: 'idempotency_key_reused',
  })
  assert.deepEqual(await board(), ['milk'])
})

test('a failure is not stored: the request may be sent again', async () => {
  const key = withKey('k3')
  await assert.rejects(app.invoke(add, { text: 'milk', fail: 1 }, key), { code: 'notes.full_board' })
  assert.equal(await records(), 0)
  await app.invoke(add, { text: 'milk' }, key)
  assert.deepEqual(await board(), ['milk'])
})

test('keys of two callers, and of two operations, do not meet', async () => {
  await app.invoke(add, { text: 'milk' }, withKey('k4'))
  await app.invoke(add, { text: 'milk' }, withKey('k4', { actor: ALICE }))
  await app.invoke(pay, {}, withKey('k4'))
  assert.deepEqual(await board(), ['milk', 'milk'])
})

test('where a key is required, none is refused', async () => {
  await assert.rejects(app.invoke(pay, {}, { actor: BOB }), { status: 400, code: 'idempotency_key_needed' })
})

test('a first request that commits after our look wins, and its answer is repeated', async () => {
  const winner = { id: '01900000-0000-7000-8000-0000000000f1', text: 'the first' }
  let runs = 0
  first = async (text) => {
    if (++runs > 1) return
    await app.inTransaction({ actor: BOB }, async (ctx) => {
      await sql`insert into notes.note (id, store_id, text, at) values (${winner.id}, ${ctx.storeId}, ${winner.text}, ${ctx.now()})`.execute(
        ctx.db,
      )
      await storeKey(
        keyUse(late.id, callerOf(BOB), 'k5', { text }),
        { state: 'done', resourceId: winner.id, response: winner },
        ctx,
      )
    })
  }
  assert.deepEqual(await app.invoke(late, { text: 'x' }, withKey('k5')), winner)
  assert.equal(runs, 1, 'the second was not run again')
  assert.deepEqual(await board(), ['the first'])
})

test('an answer over 64 KB is not stored; a repeat tells the id', async () => {
  const text = 'é'.repeat(20_000)
  const big = await app.invoke(add, { text: `${text}` }, withKey('k6'))
  assert.deepEqual(await app.invoke(add, { text }, withKey('k6')), big, '40 KB are')
  await app.pool.query('update kit.idempotency set response = null', [])
  assert.deepEqual(await app.invoke(add, { text }, withKey('k6')), { id: big.id })
})

test('a record names the store, the caller and a digest, not the request', async () => {
  await app.invoke(add, { text: 'a secret' }, withKey('k7'))
  const [record] = await app.pool.query<Record<string, unknown>>(
    'select store_id, caller, operation, key, state, octet_length(body_hash) as bytes from kit.idempotency',
    [],
  )
  assert.deepEqual(record, {
    store_id: STORE,
    caller: callerOf(BOB),
    operation: 'notes.add',
    key: 'k7',
    state: 'done',
    bytes: 32,
  })
})
