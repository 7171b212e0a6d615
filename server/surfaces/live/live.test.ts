import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { request as ask } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import fastify from 'fastify'
import { Forbidden, Unavailable } from '#kit/failure.ts'
import { liveClient, until, type Said } from '#testing/live-client.ts'
import { createHttp } from '../http.ts'
import { mountSockets, opensSocket } from '../sockets.ts'
import { teaApp, teaId } from '../tea-app.ts'
import { mountLive, type LiveOptions } from './mount.ts'

type Options = Parameters<typeof teaApp>[0] & { live?: LiveOptions }

async function open(t: TestContext, { live, ...options }: Options = {}) {
  const shop = teaApp(options)
  const http = live ? await bare(shop, live) : await createHttp(shop.app)
  await http.listen({ port: 0, host: '127.0.0.1' })
  t.after(() => http.close())
  const { port } = http.server.address() as { port: number }
  const url = `http://127.0.0.1:${port}`
  const client = async (given: Parameters<typeof liveClient>[1] = {}) => {
    const made = await liveClient(url, given)
    t.after(made.close)
    return made
  }
  return { shop, http, port, url, client }
}

async function bare(shop: ReturnType<typeof teaApp>, live: LiveOptions) {
  const http = fastify({ http: { shouldUpgradeCallback: opensSocket }, genReqId: () => 'a'.repeat(32) })
  http.decorateRequest('statements', null)
  await mountSockets(http)
  mountLive(http, shop.app, live)
  return http
}

const watch = (id = 't', more: object = {}) => ({
  kind: 'subscribe',
  id,
  operation: 'tea.watch',
  input: { teaId: teaId(1) },
  ...more,
})
const problemOf = (said: Said) =>
  said['problem'] as {
    code: string
    status: number
    detail: string
    errors: { path: string; code: string }[]
  }

test('operations are called by name; what is refused is the problem that REST would answer', async (t) => {
  const { client, shop } = await open(t)
  const live = await client({ token: 'alice-token' })
  assert.deepEqual(live.said[0], { kind: 'hello', as: 'person' })
  assert.equal((await live.call('tea.get', { teaId: teaId(1) }))['name'], 'Sencha')
  assert.deepEqual(await live.call('tea.get', { teaId: teaId(1) }, { fields: 'name' }), { name: 'Sencha' })
  assert.equal((await live.call('tea.fast', { number: 3 }))['name'], 'json')
  assert.equal((await live.call('tea.update', { teaId: teaId(1), name: 'Shincha' }))['version'], 8)
  assert.equal((shop.seen.actor as { kind: string }).kind, 'person')

  live.send({ kind: 'call', id: 'bad', operation: 'tea.pack', input: { teaId: 'x', quantity: 0, more: 1 } })
  const refused = problemOf(await live.heard('problem', 'bad'))
  assert.equal(refused.status, 422)
  assert.deepEqual(refused.errors.map(({ path }) => path).sort(), ['more', 'quantity', 'teaId'])
  await assert.rejects(live.call('tea.get', { teaId: teaId(2) }), { code: 'not_found' })
  await assert.rejects(live.call('tea.break'), { code: 'internal', detail: /our side/ })
  await assert.rejects(live.call('tea.nothing'), { code: 'unreadable' })
  await assert.rejects(live.call('tea.watch', { teaId: teaId(1) }), { code: 'unreadable' })
  await assert.rejects(live.call('tea.get', { teaId: teaId(1) }, { key: 'a b' }), { code: 'invalid_input' })
  await assert.rejects(live.call('tea.get', { teaId: teaId(1) }, { colour: 1 }), { code: 'unknown_field' })
  live.send({ kind: 'shout', id: 's' })
  assert.equal(problemOf(await live.heard('problem', 's')).errors[0]!.path, 'kind')
  live.send({ kind: 'ping' })
  await live.heard('pong')
  assert.ok(shop.lines.some(({ road, operation }) => road === 'live' && operation === 'tea.update'))
})

test('the first message says the language, the store and the rest', async (t) => {
  const { client, shop } = await open(t)
  const live = await client({ hello: { locale: 'de-AT, en;q=0.5', market: 'at', currency: 'EUR' } })
  await assert.rejects(live.call('tea.get', { teaId: teaId(2) }), { detail: /Hier gibt es nichts/ })
  assert.deepEqual([shop.seen.scope.locale, shop.seen.scope.market], ['de-AT,en', 'at'])
  live.send({ kind: 'hello' })
  await live.heard('problem')
  assert.equal((await live.ended).code, 4400)
})

test('a topic shows the present at once, and again after each change with what happened', async (t) => {
  const { client, shop } = await open(t)
  const live = await client()
  live.send(watch())
  const first = await live.heard('event', 't')
  assert.equal((first['output'] as { name: string }).name, 'Sencha')
  assert.deepEqual(first['changes'], [])
  assert.equal(typeof first['cursor'], 'string')
  shop.changed([teaId(2)])
  shop.tea.name = 'Bancha'
  shop.changed()
  await until(() => live.events('t').length === 2, 'the second event')
  const second = live.events('t')[1]!
  assert.equal((second['output'] as { name: string }).name, 'Bancha')
  assert.deepEqual(
    (second['changes'] as { event: string }[]).map(({ event }) => event),
    ['tea.changed'],
  )
  shop.changed()
  await until(() => live.events('t').length === 3, 'the third event')
  assert.ok(!('output' in live.events('t')[2]!), 'the same shape is not sent again')

  live.send(watch())
  assert.equal(problemOf(await live.heard('problem', 't')).errors[0]!.code, 'taken')
  live.send({ kind: 'subscribe', id: 'u', operation: 'tea.get', input: {} })
  await live.heard('problem', 'u')
  live.send(watch('v', { after: 'bm9uc2Vuc2U' }))
  assert.equal(problemOf(await live.heard('problem', 'v')).errors[0]!.path, 'after')
  live.send({ kind: 'unsubscribe', id: 't' })
  await until(() => shop.listeners() === 0, 'nobody listens any more')
})

test('a taken id leaves the topic that has it alone', async (t) => {
  const { client, shop } = await open(t)
  const live = await client()
  live.send(watch())
  live.send(watch())
  await live.heard('problem', 't')
  await live.heard('event', 't')
  shop.tea.name = 'Bancha'
  shop.changed()
  await until(() => live.events('t').length === 2, 'it goes on')
})

test('a change during the first look is not lost', async (t) => {
  const { client, shop } = await open(t)
  shop.meanwhile = () => {
    shop.meanwhile = () => {}
    shop.tea.name = 'Hojicha'
    shop.changed()
  }
  const live = await client()
  live.send(watch())
  await until(
    () => (live.events('t').at(-1)?.['output'] as { name?: string })?.name === 'Hojicha',
    'the newest shape',
  )
})

test('who has lost the right hears that, and no more', async (t) => {
  const { client, shop } = await open(t)
  const live = await client()
  live.send(watch())
  await live.heard('event', 't')
  shop.trouble.watch = Forbidden({})
  shop.tea.name = 'Secret'
  shop.changed()
  assert.equal(problemOf(await live.heard('problem', 't')).code, 'forbidden')
  assert.equal(live.events('t').length, 1)
  await until(() => shop.listeners() === 0, 'nobody listens any more')
  live.send(watch('w'))
  assert.equal(problemOf(await live.heard('problem', 'w')).code, 'forbidden')
})

test('a database that is away for a moment ends no topic', async (t) => {
  const { client, shop } = await open(t)
  const live = await client()
  live.send(watch())
  await live.heard('event', 't')
  shop.trouble.watch = Unavailable({ retryAfterSeconds: 0 })
  shop.tea.name = 'Later'
  shop.changed()
  await sleep(30)
  shop.trouble.watch = null
  await until(
    () => (live.events('t').at(-1)!['output'] as { name: string }).name === 'Later',
    'the shape after it',
  )
})

test('a forged token is refused at the handshake and in the first message', async (t) => {
  const { client, shop } = await open(t)
  const live = await client({ token: 'forged' })
  assert.equal(problemOf(live.said[0]!).code, 'unauthenticated')
  assert.equal((await live.ended).code, 4401)
  await assert.rejects(client({ headers: { authorization: 'Bearer forged' } }), { status: 401 })
  const cookie = await client({ headers: { cookie: 'qs_session=forged' } })
  await assert.rejects(cookie.call('tea.update', { teaId: teaId(1) }), { code: 'unauthenticated' })
  assert.equal(shop.listeners(), 0)
})

test('a page of another site gets no socket; one of ours speaks with its cookie', async (t) => {
  const { client } = await open(t)
  const cookie = 'qs_session=alice-token'
  for (const headers of [
    { origin: 'https://evil.example', cookie },
    { origin: 'null', cookie },
    { 'sec-fetch-site': 'cross-site', cookie },
    { 'sec-fetch-site': 'same-site', cookie },
  ] as Record<string, string>[])
    await assert.rejects(client({ headers }), { status: 403 })
  const ours = await client({ headers: { origin: 'http://shop.example', cookie } })
  assert.equal((await ours.call('tea.update', { teaId: teaId(1) }))['version'], 8)
})

test('a log-in over the socket speaks for it from then on', async (t) => {
  const { client } = await open(t)
  const live = await client()
  await assert.rejects(live.call('tea.update', { teaId: teaId(1) }), { code: 'unauthenticated' })
  await live.call('tea.logIn', { name: 'alice' })
  await live.call('tea.update', { teaId: teaId(1) })
})

test('what is no message ends the socket', async (t) => {
  const { client } = await open(t)
  for (const frame of [
    'no json',
    '[]',
    '3',
    '{"kind":"ping","kind":"ping"}',
    '{"a":'.repeat(40) + '1' + '}'.repeat(40),
  ]) {
    const live = await client()
    live.socket.send(frame)
    assert.equal((await live.ended).code, 4400, frame)
    assert.equal(problemOf(live.said[0]!).status, 400)
  }
  const live = await client()
  live.socket.send(Buffer.from('{"kind":"ping"}'))
  assert.equal((await live.ended).code, 1003)
})

test('a frame of 100 MB is refused at its head', async (t) => {
  const { port } = await open(t)
  const socket = connect(port, '127.0.0.1')
  t.after(() => socket.destroy())
  let got = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => (got = Buffer.concat([got, bytes])))
  socket.write(
    'GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  await until(() => got.includes('\r\n\r\n'), 'the handshake')
  const from = got.length
  const head = Buffer.alloc(14)
  head[0] = 0x81
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(100_000_000n, 2)
  socket.write(head)
  await until(() => got.length >= from + 4, 'the closing')
  assert.equal(got[from]! & 0x0f, 8, 'a closing frame')
  assert.equal(got.readUInt16BE(from + 2), 1009)
})

test('only a WebSocket is taken out of HTTP', async (t) => {
  const { port, url } = await open(t)
  assert.equal((await fetch(`${url}/live`)).status, 404)
  for (const [path, upgrade] of [
    ['/live', 'h2c'],
    ['/v1/teas', 'websocket'],
    ['/v1/teas', 'h2c'],
  ] as const) {
    const status = await new Promise((resolve, reject) =>
      ask({ port, path, headers: { connection: 'Upgrade', upgrade } }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end(),
    )
    assert.equal(status, path === '/live' ? 404 : 200, `${path} ${upgrade}`)
  }
})

test('a client that does not read gets the newest shape once it does, and not all between', async (t) => {
  const { client, shop } = await open(t)
  const live = await client()
  live.send(watch())
  await live.heard('event', 't')
  live.socket.pause()
  const large = 'x'.repeat(200_000)
  for (let n = 0; n < 100; n++) {
    shop.tea.leaves = [{ id: teaId(n), name: large, size: String(n) }]
    shop.changed()
    await sleep(1)
  }
  live.socket.resume()
  const sizes = () =>
    live
      .events('t')
      .flatMap((said) => (said['output'] as { leaves?: { size: string }[] })?.leaves?.[0]?.size ?? [])
  await until(() => sizes().at(-1) === '99', 'the newest shape')
  assert.ok(sizes().length < 90, `${sizes().length} shapes were sent`)
  const cursors = sizes().map(Number)
  assert.deepEqual(
    cursors,
    cursors.toSorted((a, b) => a - b),
  )
})

test('a client that takes nothing is sent away, and holds little meanwhile', async (t) => {
  const { client, shop } = await open(t, { live: { heartbeatMs: 50, stuckMs: 200 } })
  const live = await client()
  live.send(watch())
  await live.heard('event', 't')
  live.socket.pause()
  shop.tea.leaves = [{ id: teaId(1), name: 'x'.repeat(20_000_000), size: 'big' }]
  shop.changed()
  await until(() => shop.listeners() === 0, 'its topics are closed')
  for (let n = 0; n < 20; n++) shop.changed()
  live.socket.resume()
  assert.ok([4408, 1006].includes((await live.ended).code))
})

test('pings that nobody takes the answers of are not answered without end', async (t) => {
  const { client } = await open(t)
  const live = await client()
  live.socket.pause()
  const ping = Buffer.alloc(125)
  const isTaken = async () => {
    for (let before = Infinity; live.socket.bufferedAmount > 64_000; await sleep(1000)) {
      if (live.socket.bufferedAmount === before) return false
      before = live.socket.bufferedAmount
    }
    return true
  }
  let megabytes = 0
  for (; megabytes < 12 && (await isTaken()); megabytes++)
    for (let n = 0; n < 8000; n++) live.socket.ping(ping)
  assert.ok(megabytes < 12, 'the server stopped reading')
})

test('an address has so many sockets, a socket so many topics and calls', async (t) => {
  const { client } = await open(t, { config: { limitScale: 0.01 }, limits: { scale: 0 } })
  const [live] = [await client(), await client()]
  await assert.rejects(client(), { status: 429 })
  for (let n = 0; n < 51; n++) live.send(watch(`t${n}`))
  assert.equal(problemOf(await live.heard('problem')).code, 'too_many_requests')
  await until(() => live.said.filter(({ kind }) => kind === 'event').length === 50, '50 topics')
  for (let n = 0; n < 2000; n++)
    live.send({ kind: 'call', id: `c${n}`, operation: 'tea.get', input: { teaId: teaId(1) } })
  await until(
    () => live.said.filter(({ kind }) => kind === 'result').length === 2000,
    'all answers, in turns',
  )
})

test('a socket that goes leaves nothing behind, and gives its place free', async (t) => {
  const { client, shop } = await open(t, { config: { limitScale: 0.005 }, limits: { scale: 0 } })
  const live = await client()
  live.send(watch())
  await live.heard('event', 't')
  live.close()
  await until(() => shop.listeners() === 0, 'nobody listens any more')
  await client()
  await until(
    () => shop.lines.some(({ route, topics }) => route === '/live' && topics === 1),
    'its line in the log',
  )
})

test('a client that is gone without a word is noticed', async (t) => {
  const { client, shop } = await open(t, { live: { heartbeatMs: 40 } })
  const live = await client()
  live.send(watch())
  await live.heard('event', 't')
  await sleep(200)
  assert.equal(shop.listeners(), 1, 'who answers pings stays')
  live.socket.pause() // takes no ping either
  await until(() => shop.listeners() === 0, 'it is cut off')
})

test('on the way out clients are told when to come back, and calls under way end', async (t) => {
  const { client, http, shop } = await open(t)
  const clients = await Promise.all([client(), client(), client()])
  for (const live of clients) live.send(watch())
  await Promise.all(clients.map((live) => live.heard('event', 't')))
  const began = performance.now()
  await http.close()
  for (const live of clients) {
    const { retryAfterMs } = await live.heard('drain')
    assert.ok(Number(retryAfterMs) >= 0 && Number(retryAfterMs) <= 4000)
    assert.equal((await live.ended).code, 1012)
  }
  assert.ok(performance.now() - began < 2000)
  assert.equal(shop.listeners(), 0)
})
