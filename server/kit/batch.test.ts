import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { TestDatabase } from '#testing/database.ts'
import {
  add,
  ALICE,
  BOB,
  kitApp,
  kitDatabase,
  list,
  Note,
  notesChanged,
  raiseBoth,
  tidyUp,
} from '#testing/kit.ts'
import { invokeBatch, type BatchItem } from './batch.ts'
import type { Failure } from './failure.ts'
import { command, stream, task, type Operation } from './operation.ts'
import { anyone, visitor } from './policy.ts'
import { Id, Type } from './types.ts'

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

test('each item draws from its own limit, and the batch from none', async () => {
  const mine = () =>
    kitApp({
      url: database.url,
      limitScale: 1,
      limitClasses: { 'shop.write': { burst: 3, perSecond: 0.1 } },
    })
  const [wide, narrow] = [mine(), mine()]
  const items = [pin('1'), pin('2'), pin('3'), pin('4')]
  await assert.rejects(invokeBatch(narrow, { atomic: true, items }, { actor: BOB }), {
    status: 429,
    errors: [
      { path: 'items.3', code: 'too_many_requests', message: 'Too many requests. Try again in 10 s.' },
    ],
  })
  assert.deepEqual(await board(), [])
  await invokeBatch(wide, { atomic: true, items: items.slice(0, 3) }, { actor: BOB })
  assert.equal((await board()).length, 3)
  await wide.close()
  await narrow.close()
})

test('an item may have a key of its own', async () => {
  const once = [{ ...pin('milk'), key: 'mine' }, pin('bread')]
  await atomic(once)
  await each(once)
  assert.deepEqual(await board(), ['milk', 'bread', 'bread'])
})

const watch = stream({
  id: 'notes.watch',
  summary: 'Follow a note',
  rest: 'GET /notes/:noteId/live',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ noteId: Id }),
  output: Note,
  events: [notesChanged],
  topic: ({ noteId }) => noteId,
  run: async ({ noteId }) => ({ id: noteId, text: 'A note' }),
})
const post = task({
  id: 'notes.post',
  summary: 'Send a note by post',
  rest: 'POST /notes/posted',
  audience: 'shop',
  access: visitor,
  input: Type.Object({}),
  output: Note,
  begin: async (_, ctx) => ({ resourceId: ctx.id(), carry: null }),
  call: async () => 'posted',
  settle: async (_, text, ctx) => ({ id: ctx.id(), text }),
  resume: async () => ({ carry: null }),
})
const enter = command({
  id: 'notes.enter',
  summary: 'Begin a session',
  rest: 'POST /session',
  audience: 'shop',
  access: visitor,
  session: 'starts',
  input: Type.Object({}),
  output: Note,
  run: async (_, ctx) => ({ id: ctx.id(), text: 'in' }),
})

test('what a batch cannot hold is told apart before any work', async () => {
  const road: Operation[] = [add, watch, post, enter]
  const run = (atomicly: boolean, items: BatchItem[]) =>
    invokeBatch(app, { atomic: atomicly, items }, { actor: BOB }, (id) => road.find((each) => each.id === id))
  const others = [watch.id, post.id, enter.id, list.id].map((operation) => ({ operation, input: {} }))
  const results = await run(false, [pin('milk'), ...others, pin('tea')])
  const said = results.map((result) =>
    result.ok ? 'ok' : result.failure.errors.map(({ path, code }) => `${path} ${code}`).join(),
  )
  assert.deepEqual(said, [
    'ok',
    'items.1.operation not_in_batch',
    'ok',
    'items.3.operation not_in_batch',
    'items.4.operation not_found',
    'ok',
  ])
  assert.deepEqual(await board(), ['milk', 'tea'])
  for (const [other, code] of [
    [others[0]!, 'not_in_batch'],
    [others[1]!, 'not_in_atomic_batch'],
    [others[2]!, 'not_in_batch'],
    [others[3]!, 'not_found'],
  ] as const)
    await assert.rejects(run(true, [pin('bread'), other]), (error: Failure) => {
      assert.deepEqual(
        error.errors.map((fault) => `${fault.path} ${fault.code}`),
        [`items.1.operation ${code}`],
      )
      return true
    })
  assert.deepEqual(await board(), ['milk', 'tea'])
})
