import assert from 'node:assert/strict'
import { request as ask, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import { Forbidden, Unavailable } from '#kit/failure.ts'
import { createHttp } from './http.ts'
import { createStreams } from './sse.ts'
import { teaApp, teaId } from './tea-app.ts'

const path = `/v1/teas/${teaId(1)}/changes`

async function open(t: TestContext, options: Parameters<typeof teaApp>[0] = {}) {
  const shop = teaApp(options)
  const http = await createHttp(shop.app)
  await http.listen({ port: 0, host: '127.0.0.1' })
  t.after(() => http.close())
  const { port } = http.server.address() as { port: number }
  return { shop, http, port, watch: (url = path) => watch(t, port, url) }
}

/** Reads a stream line by line, as a browser would. */
async function watch(t: TestContext, port: number, url: string) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = ask(
    {
      port,
      host: '127.0.0.1',
      path: url,
      headers: { accept: 'text/event-stream', 'last-event-id': 'x\u00ff' },
    },
    resolve,
  )
  request.on('error', reject).end()
  const response = await promise
  let text = ''
  response.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<void>((done) => response.on('close', done))
  response.on('error', () => {})
  t.after(() => response.destroy())
  return {
    response,
    ended,
    text: () => text,
    shapes: () =>
      [...text.matchAll(/^data: (.*)$/gm)].map(
        (match) => JSON.parse(match[1]!) as { name: string; code?: string },
      ),
  }
}

async function until(holds: () => boolean, what: string) {
  for (let tries = 0; !holds(); tries++) {
    assert.ok(tries < 200, `never: ${what}`)
    await sleep(5)
  }
}

test('a stream shows the present at once and again after each change of its topic', async (t) => {
  const { shop, watch } = await open(t)
  const stream = await watch()
  await until(() => stream.shapes().length === 1, 'the first shape')
  assert.equal(stream.response.headers['content-type'], 'text/event-stream')
  assert.equal(stream.response.headers['cache-control'], 'no-store')
  shop.tea.name = 'Bancha'
  shop.changed([teaId(2)])
  await sleep(30)
  assert.equal(stream.shapes().length, 1, 'another topic says nothing')
  shop.changed()
  await until(() => stream.shapes().length === 2, 'the second shape')
  shop.changed() // the same shape again is not worth sending
  await sleep(30)
  assert.deepEqual(
    stream.shapes().map(({ name }) => name),
    ['Sencha', 'Bancha'],
  )
})

test('a change during the first look is not lost', async (t) => {
  const { shop, watch } = await open(t)
  shop.meanwhile = () => {
    shop.meanwhile = () => {}
    shop.tea.name = 'Hojicha'
    shop.changed()
  }
  const stream = await watch()
  await until(() => stream.shapes().at(-1)?.name === 'Hojicha', 'the newest shape')
})

test('what is refused at the start is a problem document', async (t) => {
  const { shop, http } = await open(t)
  shop.trouble.watch = Forbidden({})
  const answer = await http.inject(path)
  assert.equal(answer.statusCode, 403)
  assert.equal(answer.headers['content-type'], 'application/problem+json')
  assert.equal(shop.listeners(), 0)
  assert.equal((await http.inject('/v1/teas/none/changes')).statusCode, 422)
  assert.equal((await http.inject(`${path}?x=1`)).statusCode, 400)
  assert.equal((await http.inject({ method: 'HEAD', url: path })).statusCode, 405)
})

test('access is asked again at each change: who has lost it hears that, and no more', async (t) => {
  const { shop, watch } = await open(t)
  const stream = await watch()
  shop.trouble.watch = Forbidden({})
  shop.tea.name = 'Secret'
  shop.changed()
  await stream.ended
  assert.match(stream.text(), /^event: problem$/m)
  assert.equal(stream.shapes().at(-1)!.code, 'forbidden')
  assert.ok(!stream.text().includes('Secret'))
  await until(() => shop.listeners() === 0, 'nobody listens any more')
})

test('a database that is away for a moment ends no stream', async (t) => {
  const { shop, watch } = await open(t)
  const stream = await watch()
  shop.trouble.watch = Unavailable({ retryAfterSeconds: 0 })
  shop.tea.name = 'Later'
  shop.changed()
  await sleep(30)
  shop.trouble.watch = null
  await until(() => stream.shapes().at(-1)?.name === 'Later', 'the shape after the trouble')
})

test('a client that goes leaves nothing behind', async (t) => {
  const { shop, watch } = await open(t)
  const stream = await watch()
  assert.equal(shop.listeners(), 1)
  stream.response.destroy()
  await until(() => shop.listeners() === 0, 'nobody listens any more')
  assert.deepEqual(
    shop.lines.map(({ route }) => route),
    ['/v1/teas/:teaId/changes'],
  )
})

test('on the way out all streams end, and the server closes at once', async (t) => {
  const { shop, http, watch } = await open(t)
  const streams = await Promise.all([watch(), watch(), watch()])
  const began = performance.now()
  await http.close()
  await Promise.all(streams.map(({ ended }) => ended))
  assert.ok(performance.now() - began < 1000)
  assert.equal(shop.listeners(), 0)
})

test('a client that does not read gets the newest shape once it does, and not all between', async (t) => {
  const { shop, watch } = await open(t)
  const stream = await watch()
  await until(() => stream.shapes().length === 1, 'the first shape')
  stream.response.pause()
  const large = 'x'.repeat(200_000)
  for (let n = 0; n < 100; n++) {
    shop.tea.leaves = [{ id: teaId(n), name: large, size: String(n) }]
    shop.changed()
    await sleep(1)
  }
  const unread = stream.text().length
  stream.response.resume()
  await until(() => stream.text().includes('"size":"99"'), 'the newest shape')
  assert.ok(stream.shapes().length < 90, `${stream.shapes().length} shapes were sent`)
  assert.ok(unread < 100 * large.length)
})

test('an address has so many streams and no more', async (t) => {
  const { http, watch } = await open(t, { config: { limitScale: 0.01 }, limits: { scale: 0 } })
  await watch()
  await watch()
  const third = await http.inject(path)
  assert.equal(third.statusCode, 429)
  assert.equal(third.headers['retry-after'], '10')
})

test('a quiet stream is kept alive', async (t) => {
  const shop = teaApp()
  const streams = createStreams(shop.app, { heartbeatMs: 20 })
  const { default: fastify } = await import('fastify')
  const http = fastify({ genReqId: () => 'a'.repeat(32) })
  http.decorateRequest('statements', null)
  http.get('/v1/teas/:teaId/changes', streams.handlerOf(shop.app.operations.get('tea.watch')!))
  await http.listen({ port: 0, host: '127.0.0.1' })
  t.after(() => {
    streams.close()
    return http.close()
  })
  const stream = await watch(t, (http.server.address() as { port: number }).port, path)
  await until(() => stream.text().split(': still here\n\n').length > 2, 'two heartbeats')
  assert.equal(streams.count(), 1)
})
