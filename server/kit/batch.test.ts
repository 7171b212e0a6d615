import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { TestDatabase } from '#testing/database.ts'
import { add, ALICE, BOB, kitApp, kitDatabase, list, raiseBoth, tidyUp } from '#testing/kit.ts'
import { invokeBatch, type BatchItem } from './batch.ts'

let database: TestDatabase
let app: ReturnType<typeof kitApp>
before(async () => {
  database = await kitDatabase()
  app = kitApp({ url: database.url })
})
after(async () => {
  await app.close()
  await database.drop()
})
beforeEach(() =>
  app.pool.query('truncate notes.note, notes.counter, kit.event, kit.audit, kit.idempotency', []),
)

const pin = (text: string, more: object = {}): BatchItem => ({ operation: add.id, input: { text, ...more } })
const atomic = (items: BatchItem[], call = {}) =>
  invokeBatch(app, { atomic: true, items }, { actor: BOB, ...call })
const each = (items: BatchItem[], call = {}) =>
  invokeBatch(app, { atomic: false, items }, { actor: BOB, ...call })
const board = async () => (await app.invoke(list, {}, {})).notes.map(({ text }) => text)
const count = async (table: string) =>
  (await app.pool.query<{ n: number }>(`select count(*) as n from ${table}`, []))[0]!.n

test('an atomic batch is one transaction, with the events of all', async () => {
  const statements = { count: 0, texts: [] as string[] }
  let woken = 0
  app.onWake(() => woken++)
  const results = await atomic([pin('milk'), pin('bread')], { statements })
  assert.deepEqual(
    results.map((result) => result.ok),
    [true, true],
  )
  assert.deepEqual(await board(), ['milk', 'bread'])
  assert.equal(statements.count, 5, statements.texts.join('\n'))
  assert.deepEqual([await count('kit.event'), woken], [2, 1])
})

test('an atomic batch leaves nothing when one fails, and says which', async () => {
  await assert.rejects(atomic([pin('milk'), pin('bread', { fail: 1 })]), {
    code: 'notes.full_board',
    errors: [{ path: 'items.1', code: 'notes.full_board', message: 'The board holds 0 notes.' }],
  })
  await assert.rejects(atomic([pin('milk'), pin('')]), {
    code: 'invalid_input',
    errors: [{ path: 'items.1.input.text', code: 'too_short', message: 'This must not be empty.' }],
  })
  await assert.rejects(atomic([pin('milk'), { operation: 'notes.nobody', input: {} }]), {
    code: 'not_found',
    errors: [
      { path: 'items.1.operation', code: 'not_found', message: 'There is nothing here that you may see.' },
    ],
  })
  await assert.rejects(atomic([pin('milk'), { operation: tidyUp.id, input: {} }]), { code: 'forbidden' })
  assert.deepEqual([await board(), await count('kit.event'), await count('kit.idempotency')], [[], 0, 0])
})

test('what a failure is told to keep is kept, also in an atomic batch', async () => {
  await assert.rejects(atomic([pin('milk', { fail: 1 })]), { code: 'notes.full_board' })
  assert.equal(await count('notes.counter'), 1)
})

test('a batch that is not atomic goes on after a failure and answers for each', async () => {
  const results = await each([pin('milk'), pin('bread', { fail: 1 }), pin('tea')])
  assert.deepEqual(
    results.map((result) => (result.ok ? 'ok' : result.failure.code)),
    ['ok', 'notes.full_board', 'ok'],
  )
  assert.deepEqual(await board(), ['milk', 'tea'])
})

test('the whole batch again does nothing twice and answers the same', async () => {
  for (const batch of [atomic, each]) {
    const items = [pin(batch.name), pin(`${batch.name} again`)]
    const first = await batch(items, { idempotencyKey: `k-${batch.name}` })
    assert.deepEqual(await batch(items, { idempotencyKey: `k-${batch.name}` }), first)
  }
  assert.equal((await board()).length, 4)
})

test('a half-done batch is finished by its repeat', async () => {
  const call = { idempotencyKey: 'k' }
  await each([pin('milk'), pin('bread', { fail: 1 }), pin('tea')], call)
  const repeat = await each([pin('milk'), pin('bread'), pin('tea')], call)
  assert.deepEqual(
    repeat.map((result) => result.ok),
    [true, true, true],
  )
  assert.deepEqual((await board()).sort(), ['bread', 'milk', 'tea'])
})

test('each staff operation of an atomic batch has its own audit row', async () => {
  await atomic([pin('milk'), { operation: tidyUp.id, input: {} }, { operation: tidyUp.id, input: {} }], {
    actor: ALICE,
  })
  const rows = await app.pool.query<{ operation: string; before: unknown }>(
    'select operation, before from kit.audit order by id',
    [],
  )
  assert.deepEqual(rows, [
    { operation: tidyUp.id, before: { text: 'milk' } },
    { operation: tidyUp.id, before: null },
  ])
})

test('a deadlock runs the whole atomic batch again', async () => {
  const raise = (first: string, second: string): BatchItem => ({
    operation: raiseBoth.id,
    input: { first, second },
  })
  await Promise.all([atomic([raise('a', 'b'), pin('one')]), atomic([raise('b', 'a'), pin('two')])])
  assert.deepEqual((await board()).sort(), ['one', 'two'])
})

test('nothing, and more than a hundred, are refused', async () => {
  await assert.rejects(each([]), {
    status: 422,
    errors: [{ path: 'items', code: 'too_short', message: 'A batch needs at least 1 item.' }],
  })
  await assert.rejects(atomic(Array(101).fill(pin('milk'))), { status: 422 })
  assert.deepEqual(await board(), [])
})

test('each item draws from its own limit', async () => {
  const mine = kitApp({
    url: database.url,
    limitScale: 1,
    limitClasses: { 'shop.write': { burst: 3, perSecond: 0.1 } },
  })
  await assert.rejects(
    invokeBatch(mine, { atomic: true, items: [pin('1'), pin('2'), pin('3')] }, { actor: BOB }),
    { status: 429 },
  )
  assert.deepEqual(await board(), [])
  await mine.close()
})
