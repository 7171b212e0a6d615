import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { PLAIN } from './page-locale.ts'
import { freshNonce, mountPages, type PageContext } from './pages.ts'

/** A storefront of a few lines: enough to see what goes in and what comes out. */
const seen: { request?: Request; aborted?: boolean } = {}
const build = {
  entry: {
    module: {
      openPages: () => async (request: Request, page: PageContext & { isFromHere: boolean }) => {
        seen.request = request
        const { pathname } = new URL(request.url)
        if (!page.isFromHere) return new Response('not from here', { status: 403 })
        if (pathname === '/form') {
          const form = await request.formData()
          return new Response(null, {
            status: 303,
            headers: { location: `/?said=${String(form.get('word'))}` },
          })
        }
        if (pathname === '/read') {
          const store = page.store as unknown as { browse: { product(input: object): Promise<never> } }
          return store.browse
            .product({})
            .catch(
              (error: { status: number; code: string }) => new Response(error.code, { status: error.status }),
            )
        }
        if (pathname.endsWith('/broken')) throw new Error('select * from secret')
        if (pathname === '/slow') {
          request.signal.addEventListener('abort', () => (seen.aborted = true))
          await sleep(400)
        }
        if (pathname === '/text')
          return new Response('x'.repeat(5_000), { headers: { 'content-type': 'text/plain' } })
        page.cookies.push('guest=1; HttpOnly')
        if (pathname === '/robots.txt')
          return new Response('all', {
            headers: [
              ['cache-control', 'public, max-age=60'],
              ['set-cookie', 'theme=dark'],
            ],
          })
        page.render = {
          pipe(to) {
            to.write('<p>first</p>')
            setTimeout(() => to.end('<p>last</p>'), 20)
          },
          abort() {},
        }
        return new Response(null, {
          headers: [
            ['set-cookie', 'theme=dark'],
            ['content-type', 'text/html'],
          ],
        })
      },
    },
  },
}

let app: FastifyInstance
let url: string
let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'console.log(1)')
  await writeFile(join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync('console.log(1)'))
  await writeFile(join(folder, 'favicon.svg'), '<svg/>')
  await writeFile(join(folder, 'service-worker.js'), 'self.skipWaiting()')
  await writeFile(join(folder, 'secret.txt'), 'not served')
  app = Fastify()
  app.post('/v1/echo', (request) => request.body)
  await mountPages(app, {
    files: folder,
    build: async () => build,
    locale: async () => PLAIN,
    context: async (request) => {
      if (request.headers['x-database'] === 'away')
        throw Object.assign(new Error('away'), { status: 503, code: 'unavailable' })
      return {
        store: null as never,
        session: { kind: 'anonymous', name: null },
        nonce: freshNonce(),
        ...PLAIN,
        timeZone: 'UTC',
        closed: null,
        origin: 'https://shop.test',
        traceId: 'trace-1',
        formOrigins: [],
        cookies: [],
        formToken: 'token',
        sharing: null,
        saysItIsFromHere: false,
        report: () => {},
      }
    },
  })
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})

after(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const post = (path: string, headers: Record<string, string> = {}, body = 'word=hello') =>
  fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  })

test('what a cache may give to everybody carries nobody’s cookies', async () => {
  const answer = await fetch(`${url}/robots.txt`)
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=60')
  assert.deepEqual(answer.headers.getSetCookie(), [])
})

test('a page is written straight into the answer, with its headers and every cookie', async () => {
  const answer = await fetch(url)
  assert.equal(await answer.text(), '<p>first</p><p>last</p>')
  assert.equal(answer.headers.get('content-encoding'), 'gzip')
  assert.deepEqual(answer.headers.getSetCookie(), ['guest=1; HttpOnly', 'theme=dark'])
  assert.equal(answer.headers.get('referrer-policy'), 'same-origin')
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('cache-control'), 'private, no-cache')
  assert.equal(answer.headers.get('x-trace-id'), 'trace-1')
  assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age/)
})

test('a form reaches the page as it was sent, and the API keeps its own parsers', async () => {
  const answer = await post('/form')
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/?said=hello')
  const echo = await fetch(`${url}/v1/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  })
  assert.deepEqual(await echo.json(), { a: 1 })
})

test('the pages are told of a form sent from another site, whichever way the browser says so', async () => {
  assert.equal((await post('/form', { origin: 'https://evil.test' })).status, 403)
  assert.equal((await post('/form', { origin: 'null' })).status, 403)
  assert.equal((await post('/form', { 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await post('/form', { 'sec-fetch-site': 'same-site' })).status, 403)
  assert.equal((await post('/form', { origin: 'https://shop.test' })).status, 303)
  assert.equal((await post('/form', { origin: url, 'sec-fetch-site': 'same-origin' })).status, 303)
})

test('a form larger than 64 KB is refused', async () => {
  assert.equal((await post('/form', {}, `word=${'x'.repeat(64 * 1024)}`)).status, 413)
})

test('an address that looks like another host stays a path of the shop', async () => {
  await fetch(`${url}//evil.test/x`)
  assert.equal(seen.request && new URL(seen.request.url).host, 'shop.test')
})

test('a visitor who leaves stops the work on the page', async () => {
  delete seen.aborted
  await assert.rejects(fetch(`${url}/slow`, { signal: AbortSignal.timeout(100) }))
  await sleep(100)
  assert.equal(seen.aborted, true)
})

test('hashed files come compressed and for ever, and nothing beside them is served', async () => {
  const answer = await fetch(`${url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'br' } })
  assert.equal(answer.headers.get('content-encoding'), 'br')
  assert.equal(await answer.text(), 'console.log(1)')
  assert.match(answer.headers.get('cache-control') ?? '', /max-age=31536000, immutable/)
  assert.match((await fetch(`${url}/favicon.svg`)).headers.get('cache-control') ?? '', /max-age=86400$/)
  const worker = await fetch(`${url}/service-worker.js`)
  assert.match(worker.headers.get('content-type') ?? '', /javascript/)
  assert.equal(worker.headers.get('cache-control'), 'public, max-age=0')
  assert.match(worker.headers.get('content-security-policy') ?? '', /connect-src 'self'/)
  assert.notEqual(await (await fetch(`${url}/assets/..%2fsecret.txt`)).text(), 'not served')
  assert.notEqual(await (await fetch(`${url}/secret.txt`)).text(), 'not served')
})

test('a plain body is sent whole, and a HEAD request has none', async () => {
  assert.equal((await (await fetch(`${url}/text`)).text()).length, 5_000)
  const head = await fetch(`${url}/text`, { method: 'HEAD' })
  assert.equal(head.status, 200)
})

test('with the database away there is still a page, which says so and when to come back', async () => {
  const answer = await fetch(`${url}/read`, { headers: { 'x-database': 'away' } })
  assert.equal(answer.status, 503)
  assert.equal(await answer.text(), 'unavailable')
  assert.equal(answer.headers.get('retry-after'), '2')
})

test('a page that cannot even be drawn is one file of HTML in the visitor’s language, with the number to quote', async () => {
  const ask = (path: string, language: string, accept = 'text/html') =>
    fetch(url + path, { headers: { accept, 'accept-language': language } })
  const german = await ask('/de/broken', 'en')
  const page = await german.text()
  assert.equal(german.status, 500)
  assert.match(page, /<html lang="de" dir="ltr">/)
  assert.ok(page.includes(german.headers.get('x-trace-id')!), page)
  assert.doesNotMatch(page, /secret|select|stack|\/modules\//)
  const [, style] = /<style>([^]*)<\/style>/.exec(page)!
  const hash = createHash('sha256').update(style!).digest('base64')
  assert.ok(german.headers.get('content-security-policy')!.includes(hash))
  assert.match(await (await ask('/broken', 'ar')).text(), /<html lang="ar" dir="rtl">/)
  const odd = await (await ask('/%22%3E%3Cscript%3E/broken', 'en')).text()
  assert.doesNotMatch(odd, /<script/)
  const program = await ask('/broken', 'de', 'application/json')
  assert.match(program.headers.get('content-type')!, /json/)
})
