/** Subscriptions as the graphql-ws client of strangers has them, and what a client that keeps no rules meets. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws'
import { WebSocket } from 'ws'
import { Forbidden, Unavailable } from '#kit/failure.ts'
import { createHttp } from '../http.ts'
import { teaApp, teaId } from '../tea-app.ts'

const WATCH = 'subscription ($id: ID!) { teaWatch(teaId: $id) { name price { amount } } }'
const WITH_EDGE = 'subscription ($id: ID!) { t: teaWatch(teaId: $id) { name crates { kind } } }'

async function open(t: TestContext, options: Parameters<typeof teaApp>[0] = {}) {
  const shop = teaApp(options)
  const http = await createHttp(shop.app)
  await http.listen({ port: 0, host: '127.0.0.1' })
  t.after(() => http.close())
  const { port } = http.server.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}/graphql`
  const client = (connectionParams: Record<string, unknown> = {}) => {
    const made = createClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 })
    t.after(() => made.dispose())
    return made
  }
  const raw = async (headers: Record<string, string> = {}) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers })
    t.after(() => socket.terminate())
    const heard: Record<string, unknown>[] = []
    const closed = once(socket, 'close') as Promise<[number, Buffer]>
    socket.on('message', (bytes: Buffer) => heard.push(JSON.parse(bytes.toString()) as never))
    await once(socket, 'open')
    return { socket, heard, closed, send: (message: unknown) => socket.send(JSON.stringify(message)) }
  }
  return { shop, http, port, client, raw }
}

interface Problem {
  code: string
  status: number
  errors: { path: string }[]
}
interface Heard {
  results: FormattedExecutionResult<Record<string, { name: string }>>[]
  names: () => (string | undefined)[]
  refused: () => Problem | undefined
  isOver: () => boolean
  stop: () => void
}

function follow(client: Client, query = WATCH, variables: Record<string, unknown> = { id: teaId(1) }): Heard {
  const results: Heard['results'] = []
  let refused: Problem | undefined
  let isOver = false
  const stop = client.subscribe<Record<string, { name: string }>, Record<string, unknown>>(
    { query, variables },
    {
      next: (result) => void results.push(result),
      error: (error) => {
        isOver = true
        refused = Array.isArray(error)
          ? (error[0] as { extensions: Problem }).extensions
          : { code: String((error as CloseEvent).code ?? error), status: 0, errors: [] }
      },
      complete: () => (isOver = true),
    },
  )
  const names = () => results.map(({ data }) => Object.values(data ?? {})[0]?.name)
  return { results, names, refused: () => refused, isOver: () => isOver, stop }
}

async function until(holds: () => boolean, what: string) {
  for (let tries = 0; !holds(); tries++) {
    assert.ok(tries < 400, `never: ${what}`)
    await sleep(5)
  }
}

test('a subscription tells the present at once and the newest after each change', async (t) => {
  const { shop, client } = await open(t)
  const tea = follow(client())
  await until(() => tea.results.length === 1, 'the first shape')
  assert.deepEqual(tea.results[0]!.data, { teaWatch: { name: 'Sencha', price: { amount: 450 } } })
  shop.tea.name = 'Bancha'
  shop.changed([teaId(2)])
  await sleep(30)
  assert.equal(tea.results.length, 1, 'another topic says nothing')
  shop.changed()
  await until(() => tea.results.length === 2, 'the second shape')
  shop.tea.name = 'Hojicha'
  shop.changed()
  await until(() => tea.names().at(-1) === 'Hojicha', 'the third shape')
  tea.stop()
  await until(() => shop.listeners() === 0, 'nobody listens any more')
})

test('a change during the first look is not lost', async (t) => {
  const { shop, client } = await open(t)
  shop.meanwhile = () => {
    shop.meanwhile = () => {}
    shop.tea.name = 'Hojicha'
    shop.changed()
  }
  const tea = follow(client())
  await until(() => tea.names().at(-1) === 'Hojicha', 'the newest shape')
})

test('who comes again after the line broke is told what is now', async (t) => {
  const { shop, http } = await open(t)
  const sockets = new Set<{ destroy(): void }>()
  http.server.on('connection', (socket) => sockets.add(socket))
  const again = createClient({
    url: `ws://127.0.0.1:${(http.server.address() as AddressInfo).port}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 5,
    retryWait: () => sleep(10),
    shouldRetry: () => true,
  })
  t.after(() => again.dispose())
  const tea = follow(again)
  await until(() => tea.results.length === 1, 'the first shape')
  shop.tea.name = 'Meanwhile'
  for (const socket of sockets) socket.destroy()
  await until(() => tea.names().at(-1) === 'Meanwhile', 'the shape after the break')
})

test('edges come along, and what belongs to the shape counts as a change', async (t) => {
  const { shop, client } = await open(t)
  const tea = follow(client(), WITH_EDGE)
  await until(() => tea.results.length === 1, 'the first shape')
  assert.deepEqual(tea.results[0]!.data, {
    t: { name: 'Sencha', crates: [{ kind: 'tin' }, { kind: 'tin' }] },
  })
  shop.changed()
  await until(() => tea.results.length === 2, 'told again, for crates may be others')
})

test('what is refused is the problem document, at the start and when access is lost', async (t) => {
  const { shop, client } = await open(t)
  const one = client()
  const cases: [query: string, variables: Record<string, unknown>, code: string][] = [
    [WATCH, { id: 'none' }, 'invalid_input'],
    [WATCH, {}, 'invalid_input'],
    ['subscription { nothing }', {}, 'unknown_field'],
    ['{ teaList { next } }', {}, 'unreadable'],
    [`mutation { teaPack(teaId: "${teaId(1)}", quantity: 1) { id } }`, {}, 'method_not_allowed'],
    ['subscription { __typename }', {}, 'unreadable'],
    ['subscription { teaWatch(teaId: "x") @skip(if: true) { id } }', {}, 'unreadable'],
    [`subscription { ${'{ a '.repeat(200)} ${'}'.repeat(200)} }`, {}, 'query_too_costly'],
  ]
  for (const [query, variables, code] of cases) {
    const refused = follow(one, query, variables)
    await until(refused.isOver, `an answer to ${query.slice(0, 40)}`)
    assert.equal(refused.refused()?.code, code, query)
  }
  shop.trouble.watch = Forbidden({})
  const kept = follow(one)
  await until(kept.isOver, 'the refusal')
  assert.equal(kept.refused()!.code, 'forbidden')
  shop.trouble.watch = null
  const tea = follow(one)
  await until(() => tea.results.length === 1, 'the first shape')
  shop.trouble.watch = Forbidden({})
  shop.tea.name = 'Secret'
  shop.changed()
  await until(tea.isOver, 'the end')
  assert.equal(tea.refused()!.code, 'forbidden')
  assert.ok(!JSON.stringify(tea.results).includes('Secret'))
  await until(() => shop.listeners() === 0, 'nobody listens any more')
})

test('a database that is away for a moment ends no subscription', async (t) => {
  const { shop, client } = await open(t)
  const tea = follow(client())
  await until(() => tea.results.length === 1, 'the first shape')
  shop.trouble.watch = Unavailable({ retryAfterSeconds: 0 })
  shop.tea.name = 'Later'
  shop.changed()
  await sleep(30)
  shop.trouble.watch = null
  await until(() => tea.names().at(-1) === 'Later', 'the shape after the trouble')
})

test('who asks is said in the first message or by the cookie, and another site’s page opens nothing', async (t) => {
  const { shop, client, port } = await open(t)
  const alice = follow(client({ Authorization: 'Bearer alice-token', 'Accept-Language': 'de' }))
  await until(() => alice.results.length === 1, 'the first shape')
  assert.equal((shop.seen.actor as { kind: string }).kind, 'person')
  assert.deepEqual([shop.seen.scope.locale].flat(), ['de'])
  const stale = follow(client({ authorization: 'Bearer stale' }))
  await until(stale.isOver, 'the end of who is nobody')
  assert.equal(stale.refused()!.code, '4401')

  const url = `ws://127.0.0.1:${port}/graphql`
  const foreign = new WebSocket(url, 'graphql-transport-ws', {
    headers: { cookie: 'qs_session=alice-token', origin: 'http://evil.example' },
  })
  const [error] = (await once(foreign, 'error')) as [Error]
  assert.match(error.message, /403/)
  const cookie = { cookie: 'qs_session=alice-token', origin: 'http://shop.example' }
  const ours = createClient({
    url,
    webSocketImpl: class extends WebSocket {
      constructor(to: string, protocol: string) {
        super(to, protocol, { headers: cookie })
      }
    },
  })
  t.after(() => ours.dispose())
  shop.seen.actor = null
  const mine = follow(ours)
  await until(() => mine.results.length === 1, 'the first shape')
  assert.equal((shop.seen.actor as unknown as { kind: string }).kind, 'person')
})

test('who keeps no rules is sent away with the code of the protocol', async (t) => {
  const { raw } = await open(t)
  const init = { type: 'connection_init' }
  const subscribe = (id: string) => ({
    type: 'subscribe',
    id,
    payload: { query: WATCH, variables: { id: teaId(1) } },
  })
  const cases: [says: string, messages: unknown[], code: number][] = [
    ['no JSON', ['{'], 4400],
    ['a deep message', [init, { type: 'ping', payload: nested(200) }], 4400],
    ['before the beginning', [subscribe('1')], 4401],
    ['the beginning twice', [init, init], 4429],
    ['the same id twice', [init, subscribe('1'), subscribe('1')], 4409],
  ]
  for (const [says, messages, code] of cases) {
    const { socket, closed, heard, send } = await raw()
    for (const message of messages) {
      if (message === '{') socket.send('{')
      else send(message)
      if (message === init) await until(() => heard.length > 0, 'the beginning')
    }
    assert.equal((await closed)[0], code, says)
  }
})

const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) })

test('one socket has its subscriptions counted', async (t) => {
  const { raw, shop } = await open(t)
  const { heard, send } = await raw()
  send({ type: 'connection_init' })
  await until(() => heard.length === 1, 'the beginning')
  for (let at = 0; at < 60; at++) {
    send({ type: 'subscribe', id: String(at), payload: { query: WATCH, variables: { id: teaId(1) } } })
    await until(() => heard.length === at + 2, `an answer to ${at}`)
  }
  assert.equal(shop.listeners(), 50)
  const refused = heard.filter(({ type }) => type === 'error')
  assert.equal(refused.length, 10)
})

test('who reads slowly is told the newest, and nothing piles up', async (t) => {
  const { raw, shop } = await open(t)
  const { socket, heard, send } = await raw()
  send({ type: 'connection_init' })
  await until(() => heard.length === 1, 'the beginning')
  send({ type: 'subscribe', id: '1', payload: { query: WATCH, variables: { id: teaId(1) } } })
  await until(() => heard.length === 2, 'the first shape')
  socket.pause()
  const wide = 'x'.repeat(200_000) // soon more than any buffer on the way holds
  for (let at = 0; at < 300; at++) {
    shop.tea.name = `${at} ${wide}`
    shop.changed()
    await sleep(1)
  }
  socket.resume()
  const last = () => (heard.at(-1)!['payload'] as { data: { teaWatch: { name: string } } }).data.teaWatch.name
  await until(() => last().startsWith('299 '), 'the newest')
  assert.ok(heard.length < 150, `${heard.length} messages`)
})

test('on the way out every socket is closed as one that may come again', async (t) => {
  const { http, client, raw } = await open(t)
  const tea = follow(client())
  await until(() => tea.results.length === 1, 'the first shape')
  const idle = await raw()
  const began = performance.now()
  await http.close()
  assert.equal((await idle.closed)[0], 1012)
  await until(tea.isOver, 'the end')
  assert.equal(tea.refused()!.code, '1012')
  assert.ok(performance.now() - began < 2_500)
})

test('the same address answers plain questions beside sockets', async (t) => {
  const { http } = await open(t)
  const answer = await http.inject('/graphql?query=%7B__typename%7D')
  assert.deepEqual(answer.json(), { data: { __typename: 'Query' } })
})
