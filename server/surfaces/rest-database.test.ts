import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Log } from '#kit/log.ts'
import { defineModule } from '#kit/module.ts'
import { stream } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { Note, kitApp, kitDatabase, notes, notesChanged, until } from '#testing/kit.ts'
import { createHttp } from './http.ts'

const watch = stream({
  id: 'board.watch',
  summary: 'Follow one note',
  rest: 'GET /notes/:noteId/changes',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ noteId: Id }),
  output: Note,
  events: [notesChanged],
  topic: ({ noteId }) => noteId,
  run: async ({ noteId }, ctx) => {
    const { rows } = await sql<{ text: string }>`select text from notes.note where id = ${noteId}`.execute(
      ctx.db,
    )
    return { id: noteId, text: rows[0]?.text ?? 'not yet' }
  },
})

const lines: Record<string, unknown>[] = []
const note = (line: object) => void lines.push(line as Record<string, unknown>)
const log: Log = {
  level: 'info',
  info: note,
  plain: note,
  warn: note,
  error: note,
  debug: note,
  child: () => log,
} as unknown as Log

const database = await kitDatabase()
const app = kitApp({
  url: database.url,
  log,
  modules: [notes, defineModule({ name: 'board', operations: [watch] })],
})
app.onWake(() => app.tail.poke())
app.tail.start()
const http = await createHttp(app)
after(async () => {
  await http.close()
  await app.close()
  await database.drop()
})

const add = (payload: object, key?: string) =>
  http.inject({ method: 'POST', url: '/v1/notes', payload, headers: key ? { 'idempotency-key': key } : {} })
const count = async (text: string) => {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from notes.note where text = ${text}`.execute(app.pool.db)
  return rows[0]!.count
}

test('the same key and body answer the same again, and the work is done once', async () => {
  const first = await add({ text: 'once' }, 'key-1')
  const again = await add({ text: 'once' }, 'key-1')
  assert.equal(first.statusCode, 200)
  assert.deepEqual(again.json(), first.json())
  assert.equal(await count('once'), 1)
})

test('a key used with another body is refused', async () => {
  await add({ text: 'mine' }, 'key-2')
  const other = await add({ text: 'other' }, 'key-2')
  assert.equal(other.statusCode, 422)
  assert.equal(other.json().code, 'idempotency_key_reused')
  assert.equal(await count('other'), 0)
})

test('while the first request runs, a second with its key is told so', async () => {
  const codes = await Promise.all(
    [1, 2, 3].map(async () => (await add({ text: 'slow', waitMs: 200 }, 'key-3')).statusCode),
  )
  assert.deepEqual(
    codes.toSorted((a, b) => a - b),
    [200, 409, 409],
  )
  assert.equal(await count('slow'), 1)
})

test('a refusal is not kept: the same key may be sent again', async () => {
  assert.equal((await add({ text: 'again', fail: 1 }, 'key-4')).statusCode, 409)
  assert.equal((await add({ text: 'again', fail: 1 }, 'key-4')).json().code, 'notes.full_board')
  assert.equal(await count('again'), 0)
})

test('the line of a request counts its statements', async () => {
  lines.length = 0
  await add({ text: 'counted' })
  await until(() => lines.length > 0)
  const line = lines.find(({ route }) => route === '/v1/notes')!
  assert.equal(line['statements'], 4) // begin, insert, event, commit
  assert.equal(line['status'], 200)
})

test('a stream hears of a write through the event log', async () => {
  const { id } = (await add({ text: 'first' })).json() as { id: string }
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as { port: number }
  const gone = new AbortController()
  const response = await fetch(`http://127.0.0.1:${port}/v1/notes/${id}/changes`, { signal: gone.signal })
  let text = ''
  void (async () => {
    for await (const chunk of response.body!) text += Buffer.from(chunk).toString()
  })().catch(() => {})
  await until(() => text.includes('"text":"first"'))
  await sql`update notes.note set text = 'second' where id = ${id}`.execute(app.pool.db)
  await app.inTransaction({}, async (ctx) => ctx.emit(notesChanged, { ids: [id] }))
  await until(() => text.includes('"text":"second"'))
  gone.abort()
})

test('without its database the server answers 503 with Retry-After, and lives', async () => {
  const lost = kitApp({ url: 'postgres://nobody@127.0.0.1:1/none' })
  const server = await createHttp(lost)
  for (const [method, url] of [
    ['GET', '/v1/notes'],
    ['POST', '/v1/notes'],
  ] as const) {
    const answer = await server.inject({
      method,
      url,
      ...(method === 'POST' ? { payload: { text: 'x' } } : {}),
    })
    assert.equal(answer.statusCode, 503)
    assert.equal(answer.headers['retry-after'], '1')
    assert.equal(answer.json().code, 'unavailable')
  }
  assert.equal((await server.inject('/readyz')).statusCode, 503)
  assert.equal((await server.inject('/livez')).statusCode, 200)
  await server.close()
  await lost.close()
})
