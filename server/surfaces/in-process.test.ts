import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Flag, Type, shape } from '#kit/types.ts'
import { problemOf } from '../../packages/client/src/index.ts'
import { inProcess, type InProcessOptions } from './in-process.ts'
import { teaApp, teaId } from './tea-app.ts'

const who = command({
  id: 'tea.cups.who',
  summary: 'Who asks',
  rest: 'POST /who',
  audience: 'shop',
  access: visitor,
  input: Type.Object({}),
  output: shape('Who', { known: Flag }),
  run: async (_, ctx) => ({ known: ctx.actor.kind === 'person' }),
})
const shop = teaApp({ operations: [who] })

type Ask = (input?: object, options?: object) => Promise<Record<string, unknown>>
interface TeaStore {
  tea: Record<'get' | 'pack' | 'logIn' | 'logOut', Ask> & {
    cups: { who: Ask }
    watch: (input: object, options?: object) => AsyncIterable<{ name: string }>
  }
}
const clientOf = (options: InProcessOptions = {}, token?: string) =>
  inProcess(
    shop.app,
    { traceId: 'f'.repeat(32), credentials: { cookieToken: token } },
    options,
  ) as unknown as TeaStore

test('a page calls operations by the names of the client, two or three deep', async () => {
  const store = clientOf()
  assert.equal((await store.tea.get({ teaId: teaId(1) }))['name'], 'Sencha')
  assert.deepEqual(await store.tea.cups.who(), { known: false })
  assert.deepEqual(await clientOf({}, 'alice-token').tea.cups.who(), { known: true })
  assert.equal(shop.seen.traceId, 'f'.repeat(32))
})

test('a refusal is the failure itself, and reads like one from the wire', async () => {
  await assert.rejects(clientOf().tea.pack({ teaId: teaId(1), quantity: 51 }), (error) => {
    assert.ok(isFailure(error))
    const problem = problemOf(error) as unknown as Record<string, unknown>
    assert.equal(problem['code'], 'tea.gone')
    assert.deepEqual(problem['details'], { left: 50 })
    assert.equal(problem['traceId'], 'f'.repeat(32))
    return true
  })
})

test('a session that begins speaks for the later calls, and one that ends no more', async () => {
  const told: unknown[] = []
  const store = clientOf({
    onSession: (session, output) => told.push([session, (output as { token?: string }).token]),
  })
  await store.tea.logIn({ name: 'Alice' })
  assert.deepEqual(await store.tea.cups.who(), { known: true })
  assert.deepEqual(await clientOf().tea.cups.who(), { known: false }, 'another visitor is not Alice')
  await store.tea.logOut()
  assert.deepEqual(await store.tea.cups.who(), { known: false })
  assert.deepEqual(told, [
    ['starts', 'alice-token'],
    ['ends', undefined],
  ])
})

test('a stream tells the present state and every change, until the page is gone', async () => {
  const gone = new AbortController()
  const seen: string[] = []
  const before = shop.listeners()
  for await (const tea of clientOf().tea.watch({ teaId: teaId(1) }, { signal: gone.signal })) {
    seen.push(tea.name)
    if (seen.length === 3) gone.abort()
    shop.tea.name = `Sencha ${seen.length}`
    shop.changed([teaId(2)])
    shop.changed()
  }
  shop.tea.name = 'Sencha'
  assert.deepEqual(seen, ['Sencha', 'Sencha 1', 'Sencha 2'])
  assert.equal(shop.listeners(), before)
})
