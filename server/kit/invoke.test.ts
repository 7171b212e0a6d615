import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import type { TestDatabase } from '#testing/database.ts'
import {
  add,
  ALICE,
  BOB,
  bump,
  kitApp,
  kitDatabase,
  list,
  Note,
  notes,
  notesChanged,
  raiseBoth,
  ROBOT,
  STORE,
  tidyUp,
} from '#testing/kit.ts'
import type { Ctx } from './context.ts'
import { NotFound } from './failure.ts'
import { contextFor, invokeJson, resumeTask, type Call } from './invoke.ts'
import { defineModule } from './module.ts'
import { command, Nothing, query, task } from './operation.ts'
import { anyone, member, system } from './policy.ts'
import { Int, shape, Text, Type } from './types.ts'

let told: string[] = []
let stumbles = 0

const stumble = command({
  id: 'notes.stumble',
  summary: 'Fails a few times',
  rest: 'POST /stumble',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: Nothing,
  async run(_, ctx) {
    await bump('stumbled', ctx)
    if (stumbles-- > 0) throw Object.assign(new Error('could not serialize access'), { code: '40001' })
    return {}
  },
})
const tell = command({
  id: 'notes.tell',
  summary: 'Speaks after the commit',
  rest: 'POST /tell',
  audience: 'shop',
  access: anyone,
  input: shape('Tell', { fail: Int(0, 1) }),
  output: Nothing,
  async run({ fail }, ctx) {
    ctx.afterCommit(() => {
      throw new Error('nobody hears this')
    })
    ctx.afterCommit(async () => void told.push(`${(await counters())['told'] ?? 0} on disk`))
    await bump('told', ctx)
    if (fail) throw NotFound({})
    return {}
  },
})
const broken = query({
  id: 'notes.broken',
  summary: 'A bug',
  rest: 'GET /broken',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: Nothing,
  run: async () => ({ secret: (undefined as unknown as { inside: string }).inside }),
})
const count = query({
  id: 'notes.howMany',
  summary: 'How many',
  rest: 'GET /count',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: shape('HowMany', { n: Int(0, 1000) }),
  run: async () => ({ n: 0 }),
  json: async (_, ctx) =>
    (
      await sql<{
        text: string
      }>`select json_build_object('n', count(*))::text as text from notes.note`.execute(ctx.db)
    ).rows[0]!.text,
})
const hurried = async ({ seconds, write }: { seconds: number; write?: number }, ctx: Ctx) => {
  if (write) await bump('written', ctx)
  await sql`select pg_sleep(${seconds})`.execute(ctx.db)
  return {}
}
const hurry = command({
  id: 'notes.hurry',
  summary: 'Works against the clock',
  rest: 'POST /hurry',
  audience: 'shop',
  access: anyone,
  deadlineMs: 50,
  input: shape('Hurry', { seconds: Int(0, 5), write: Type.Optional(Int(0, 1)) }),
  output: Nothing,
  run: hurried,
})
const lookInHurry = query({
  id: 'notes.lookInHurry',
  summary: 'Looks against the clock',
  rest: 'GET /hurry',
  audience: 'shop',
  access: anyone,
  deadlineMs: 50,
  input: shape('LookInHurry', { seconds: Int(0, 5), write: Type.Optional(Int(0, 1)) }),
  output: Nothing,
  run: hurried,
})
const whoAmI = query({
  id: 'notes.whoAmI',
  summary: 'Who asks',
  rest: 'GET /me',
  audience: 'shop',
  access: member,
  input: Nothing,
  output: shape('Me', { id: Text(50) }),
  run: async (_, { actor }) => ({ id: actor.kind === 'person' ? actor.personId : '' }),
})
const inside = command({
  id: 'notes.inside',
  summary: 'For the house',
  rest: 'POST /inside',
  audience: 'system',
  access: system,
  input: Nothing,
  output: Nothing,
  run: async () => ({}),
})

/** A note that is printed outside; `printed` is the printer's book. */
const printed = new Map<string, number>()
let printerBreaks = false
const print = task({
  id: 'notes.print',
  summary: 'Print a note',
  rest: 'POST /prints',
  audience: 'shop',
  access: anyone,
  input: shape('Print', { text: Text(100) }),
  output: Note,
  async begin({ text }, ctx) {
    const id = ctx.id()
    await sql`insert into notes.note (id, store_id, text, at) values (${id}, ${ctx.storeId}, ${text}, ${ctx.now()})`.execute(
      ctx.db,
    )
    return { resourceId: id, carry: { id, text } }
  },
  async call(_, { key, ctx }) {
    assert.equal(
      (
        await sql<{ n: number }>`select count(*) as n from notes.note where id = ${key}`.execute(
          ctx.app.pool.db,
        )
      ).rows[0]!.n,
      1,
      'begin is committed',
    )
    printed.set(key, (printed.get(key) ?? 0) + 1)
    if (printerBreaks) throw new Error('paper jam')
    return 'fine'
  },
  async settle({ id, text }, reply, ctx) {
    await sql`update notes.note set text = ${`${text} (${reply})`} where id = ${id}`.execute(ctx.db)
    ctx.emit(notesChanged, { ids: [id] })
    return { id, text: `${text} (${reply})` }
  },
  async resume(id, ctx) {
    const { rows } = await sql<{
      text: string
    }>`select text from notes.note where id = ${id} for update`.execute(ctx.db)
    const text = rows[0]!.text
    return text.endsWith('(fine)') ? { done: { id, text } } : { carry: { id, text } }
  },
})

const extra = defineModule({
  name: 'extra',
  operations: [stumble, tell, broken, count, whoAmI, inside, print],
})

let database: TestDatabase
let app: ReturnType<typeof kitApp>
before(async () => {
  database = await kitDatabase()
  app = kitApp({ url: database.url, modules: [notes, extra] })
})
after(async () => {
  await app.close()
  await database.drop()
})
beforeEach(() =>
  app.pool.query('truncate notes.note, notes.counter, kit.event, kit.audit, kit.idempotency', []),
)

const bob: Call = { actor: BOB }
async function rows<T extends object>(text: string): Promise<T[]> {
  return app.pool.query<T & { [key: string]: unknown }>(text, [])
}
async function counters(): Promise<Record<string, number>> {
  return Object.fromEntries(
    (await rows<{ name: string; value: number }>('select name, value from notes.counter')).map(
      ({ name, value }) => [name, value],
    ),
  )
}
async function board(): Promise<string[]> {
  return (await app.invoke(list, {}, {})).notes.map(({ text }) => text)
}

test('a command writes its row and its event together, with who, where and why', async () => {
  const note = await app.invoke(add, { text: 'milk' }, { ...bob, traceId: 'trace1' })
  assert.deepEqual(await board(), ['milk'])
  assert.deepEqual(await rows('select store_id, name, payload, actor, trace_id from kit.event'), [
    {
      store_id: STORE,
      name: 'notes.changed',
      payload: { ids: [note.id] },
      actor: BOB.kind === 'person' && BOB.personId,
      trace_id: 'trace1',
    },
  ])
})

test('statements are counted with begin and commit', async () => {
  const of = async (work: (call: Call) => Promise<unknown>) => {
    const statements = { count: 0, texts: [] as string[] }
    await work({ ...bob, statements })
    return statements
  }
  const written = await of((call) => app.invoke(add, { text: 'milk' }, call))
  assert.equal(written.count, 4, written.texts.join('\n'))
  assert.match(written.texts[0]!, /^(begin|start transaction)/)
  assert.equal(written.texts[3], 'commit')
  assert.equal((await of((call) => app.invoke(list, {}, call))).count, 1)
  assert.equal(
    (await of((call) => app.invoke(add, { text: 'milk' }, { ...call, idempotencyKey: 'k' }))).count,
    6,
  )
})

test('input that does not fit changes nothing and names the place', async () => {
  await assert.rejects(app.invoke(add, { text: 'x', price: 1 } as never, bob), {
    status: 400,
    errors: [{ path: 'price', code: 'unknown_field', message: 'There is no such field.' }],
  })
  await assert.rejects(app.invoke(add, { text: 'a\u0000b' }, bob), { status: 422, code: 'invalid_input' })
  await assert.rejects(app.invoke(add, null as never, bob), { status: 400, code: 'unreadable' })
  assert.deepEqual(await board(), [])
})

test('access is asked before anything happens', async () => {
  await app.invoke(add, { text: 'milk' }, bob)
  await assert.rejects(app.invoke(tidyUp, {}, {}), { status: 401 })
  await assert.rejects(app.invoke(tidyUp, {}, bob), { status: 403 })
  await assert.rejects(app.invoke(inside, {}, { actor: ALICE }), { status: 403 })
  await app.invoke(inside, {}, { actor: ROBOT })
  assert.deepEqual(await board(), ['milk'])
})

test('whoever sends credentials is asked for them only where it matters', async () => {
  let asked = 0
  const mine = kitApp({
    url: database.url,
    modules: [notes, extra],
    policy: { identify: async ({ bearerToken }) => (asked++, bearerToken === 'bobs' ? BOB : ALICE) },
  })
  const credentials = { bearerToken: 'bobs' }
  await mine.invoke(list, {}, { credentials })
  assert.equal(asked, 0)
  assert.deepEqual(await mine.invoke(whoAmI, {}, { credentials }), {
    id: BOB.kind === 'person' && BOB.personId,
  })
  await assert.rejects(mine.invoke(whoAmI, {}, {}), { status: 401 })
  assert.equal(asked, 1)
  await mine.close()
})

test('a failure undoes all but what it is told to keep', async () => {
  await assert.rejects(app.invoke(add, { text: 'milk', fail: 1 }, bob), {
    code: 'notes.full_board',
    details: { limit: 0 },
  })
  assert.deepEqual(await board(), [])
  assert.deepEqual(await counters(), { refused: 1 })
  assert.deepEqual(await rows('select * from kit.event'), [])
})

test('a staff command leaves who, what, before and after; a shopper’s leaves its event', async () => {
  await app.invoke(tidyUp, {}, { actor: ALICE, address: '203.0.113.7', traceId: 'trace2' })
  const note = await app.invoke(add, { text: 'milk' }, bob)
  await app.invoke(tidyUp, {}, { actor: ALICE, address: '203.0.113.7', traceId: 'trace3' })
  const who = {
    actor: ALICE.kind === 'person' && ALICE.personId,
    operation: 'notes.tidyUp',
    address: '203.0.113.7',
  }
  assert.deepEqual(
    await rows(
      'select actor, operation, address, trace_id, subject, subject_id, before, after from kit.audit order by id',
    ),
    [
      { ...who, trace_id: 'trace2', subject: null, subject_id: null, before: null, after: null },
      {
        ...who,
        trace_id: 'trace3',
        subject: 'notes.note',
        subject_id: note.id,
        before: { text: 'milk' },
        after: null,
      },
    ],
  )
})

test('two commands that deadlock both succeed: PostgreSQL ends one, and it is run again', async () => {
  const statements = { count: 0, texts: [] as string[] }
  await Promise.all([
    app.invoke(raiseBoth, { first: 'a', second: 'b' }, { ...bob, statements }),
    app.invoke(raiseBoth, { first: 'b', second: 'a' }, { ...bob, statements }),
  ])
  assert.deepEqual(await counters(), { a: 2, b: 2 })
  assert.equal(statements.texts.filter((text) => /^(begin|start)/.test(text)).length, 3, 'one was run twice')
})

test('a serialisation failure is tried three times more, then the caller is asked to come again', async () => {
  stumbles = 3
  await app.invoke(stumble, {}, bob)
  assert.deepEqual(await counters(), { stumbled: 1 }, 'the attempts before left nothing')
  stumbles = 4
  await assert.rejects(app.invoke(stumble, {}, bob), { status: 503, details: { retryAfterSeconds: 1 } })
  assert.deepEqual(await counters(), { stumbled: 1 })
})

test('work after the commit sees it on disk, is not harmed by a neighbour, and waits for a commit', async () => {
  told = []
  await app.invoke(tell, { fail: 0 }, bob)
  assert.deepEqual(told, ['1 on disk'])
  await assert.rejects(app.invoke(tell, { fail: 1 }, bob), { status: 404 })
  assert.deepEqual(told, ['1 on disk'])
})

test('readers of the log are woken by commands with events, and only by them', async () => {
  const woken: string[][] = []
  const mine = kitApp({ url: database.url })
  mine.onWake((names) => woken.push([...names]))
  await mine.invoke(raiseBoth, { first: 'c', second: 'd' }, bob)
  await mine.invoke(list, {}, bob)
  assert.deepEqual(woken, [])
  await mine.invoke(add, { text: 'milk' }, bob)
  assert.deepEqual(woken, [['notes.changed']], 'and told of what')
  await mine.close()
})

test('an operation’s own deadline ends its statement, and only there', async () => {
  for (const operation of [hurry, lookInHurry]) {
    await assert.rejects(app.invoke(operation, { seconds: 5 }, bob), { status: 503 })
    assert.deepEqual(await app.invoke(operation, { seconds: 0 }, bob), {})
  }
  await assert.rejects(app.invoke(lookInHurry, { seconds: 0, write: 1 }, bob), { code: '25006' })
  const left = await Promise.all(
    Array.from({ length: 8 }, () =>
      app.pool.query<{ ms: string }>(`select current_setting($1) as ms`, ['statement_timeout']),
    ),
  )
  assert.deepEqual([...new Set(left.map(([row]) => row!.ms))], ['10s'])
})

test('a bug is counted as internal and passed on as it is', async () => {
  await assert.rejects(app.invoke(broken, {}, {}), TypeError)
  assert.match(
    await app.metrics.text(),
    /quayside_operations_total\{operation="notes.broken",outcome="internal"\} 1/,
  )
})

test('too many requests are refused before a connection is used', async () => {
  const mine = kitApp({
    url: database.url,
    limitScale: 1,
    limitClasses: { 'shop.write': { burst: 2, perSecond: 0.1 } },
  })
  await mine.invoke(add, { text: '1' }, bob)
  await mine.invoke(add, { text: '2' }, bob)
  const statements = { count: 0 }
  await assert.rejects(mine.invoke(add, { text: '3' }, { ...bob, statements }), {
    status: 429,
    details: { retryAfterSeconds: 10 },
  })
  assert.equal(statements.count, 0)
  await mine.invoke(add, { text: 'of another' }, { actor: ALICE })
  await mine.close()
})

test('the hottest reads come as text from PostgreSQL', async () => {
  await app.invoke(add, { text: 'milk' }, bob)
  assert.deepEqual(JSON.parse(await invokeJson(app, count, {}, {})), { n: 1 })
})

test('work inside the server gets a transaction with events, and reads without one', async () => {
  await app.inTransaction({ actor: ROBOT }, async (ctx) => {
    await bump('inside', ctx)
    ctx.emit(notesChanged, { ids: [ctx.id()] })
  })
  assert.equal((await rows('select actor from kit.event'))[0]!['actor' as never], 'system:test')
  await assert.rejects(
    app.inTransaction({ actor: ROBOT }, async (ctx) => {
      await bump('inside', ctx)
      throw new Error('never mind')
    }),
    /never mind/,
  )
  assert.deepEqual(await counters(), { inside: 1 })
  assert.equal((await contextFor(app, { actor: ROBOT })).storeId, STORE)
})

test('a task begins and settles in its own transactions, with the call between them', async () => {
  const note = await app.invoke(print, { text: 'milk' }, bob)
  assert.deepEqual(await board(), ['milk (fine)'])
  assert.equal(printed.get(note.id), 1)
})

test('a task that broke off in its call goes on by the same key, for a repeat and for a sweep', async () => {
  printerBreaks = true
  const call = { ...bob, idempotencyKey: 'print-1' }
  await assert.rejects(app.invoke(print, { text: 'milk' }, call), /paper jam/)
  assert.deepEqual(await board(), ['milk'])
  printerBreaks = false
  const note = await app.invoke(print, { text: 'milk' }, call)
  assert.deepEqual(await board(), ['milk (fine)'])
  assert.equal(printed.get(note.id), 2, 'the printer was asked twice under one key')
  assert.deepEqual(await app.invoke(print, { text: 'milk' }, call), note)
  assert.deepEqual(await resumeTask(app, print, note.id, { actor: ROBOT }), note)
  assert.equal(printed.get(note.id), 2)
})
