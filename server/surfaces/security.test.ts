import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createHttp } from './http.ts'
import { teaApp, teaId } from './tea-app.ts'

const shop = teaApp()
const http = await createHttp(shop.app)
const secure = await createHttp(teaApp({ config: { publicUrl: 'https://shop.example' } }).app)
after(() => Promise.all([http.close(), secure.close()]))

const formToken = 'f'.repeat(43)
const cookie = `qs_session=alice-token; qs_form=${formToken}`
const writes = [...shop.app.operations.values()].filter(
  ({ rest, access }) => rest.method !== 'GET' && access.rule !== 'system',
)

/** Status of every write, sent as a browser with these headers would. */
async function codesOf(headers: Record<string, string>) {
  const codes = new Set<string>()
  for (const { rest } of writes) {
    const url = rest.path.replace(':teaId', teaId(1))
    const answer = await http.inject({
      method: rest.method as 'POST',
      url,
      headers: { host: 'shop.example', 'x-csrf-token': formToken, ...headers },
    })
    codes.add(answer.statusCode === 403 ? (answer.json() as { code: string }).code : 'passed')
  }
  return [...codes]
}

test('there are writes to ask', () => assert.ok(writes.length >= 5))

test('a write that another site sends with a visitor’s cookie is refused, on every operation', async () => {
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://shop.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://shop.example' }, // another scheme is another origin
    { origin: 'http://shop.example:8080' },
    { origin: 'http://shop.example.evil.example' },
    { referer: 'https://evil.example/http://shop.example/' },
    { referer: 'nonsense' },
  ]) {
    assert.deepEqual(
      await codesOf({ cookie, ...(headers as Record<string, string>) }),
      ['cross_site'],
      JSON.stringify(headers),
    )
  }
})

test('a log-in from another site is refused too: it would put a visitor into a stranger’s account', async () => {
  const answer = await http.inject({
    method: 'POST',
    url: '/v1/log-in',
    payload: { name: 'eve' },
    headers: { origin: 'https://evil.example' },
  })
  assert.equal(answer.statusCode, 403)
})

test('our own pages, and callers that are no browser, may write', async () => {
  for (const headers of [
    {},
    { 'sec-fetch-site': 'same-origin', origin: 'http://shop.example' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://shop.example' },
    { referer: 'http://shop.example/cart' },
    { host: 'other.example', origin: 'http://other.example' }, // a store under its own name
    { host: 'inside:3000', origin: 'http://shop.example' }, // behind a proxy that keeps the public name to itself
  ]) {
    assert.deepEqual(
      await codesOf({ cookie, ...(headers as Record<string, string>) }),
      ['passed'],
      JSON.stringify(headers),
    )
  }
})

test('a write with the session’s cookie also says the form’s token, on every operation', async () => {
  const own = { 'sec-fetch-site': 'same-origin', origin: 'http://shop.example' }
  const other = 'g'.repeat(43)
  for (const [said, kept] of [
    ['', formToken],
    [other, formToken],
    [formToken, ''],
    [formToken, other],
    ['', ''],
    ['short', 'short'],
    [`${formToken}f`, formToken],
  ] as const) {
    const headers = { ...own, cookie: `qs_session=alice-token; qs_form=${kept}`, 'x-csrf-token': said }
    assert.deepEqual(await codesOf(headers), ['form_token_missing'], JSON.stringify([said, kept]))
  }
  assert.deepEqual(await codesOf({ ...own, cookie }), ['passed'])
  for (const from of [{ origin: 'http://shop.example' }, { referer: 'http://shop.example/cart' }] as const)
    assert.deepEqual(await codesOf({ ...from, cookie, 'x-csrf-token': '' }), ['form_token_missing'])
  assert.deepEqual(
    await codesOf({ cookie, 'x-csrf-token': '' }),
    ['passed'],
    'a script with a jar of cookies is no browser',
  )
  assert.deepEqual(
    await codesOf({ ...own, cookie: '', 'x-csrf-token': '' }),
    ['passed'],
    'nobody’s session is used',
  )
})

test('what begins a session also sets the form’s token, where the browser has none', async () => {
  const set = async (server: typeof http, headers = {}) => {
    const answer = await server.inject({
      method: 'POST',
      url: '/v1/log-in',
      payload: { name: 'alice' },
      headers,
    })
    return [answer.headers['set-cookie']].flat().map((line) => String(line).replace(/=[\w-]{43};/, '=…;'))
  }
  assert.deepEqual((await set(http)).slice(1), ['qs_form=…; Max-Age=34560000; Path=/; SameSite=Lax'])
  assert.deepEqual((await set(secure)).slice(1), [
    '__Host-qs_form=…; Max-Age=34560000; Path=/; SameSite=Lax; Secure',
  ])
  assert.equal((await set(http, { cookie: `qs_form=${formToken}` })).length, 1)
})

test('a bearer token is sent by no browser alone, and then the cookie does not count', async () => {
  const evil = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  assert.deepEqual(await codesOf({ ...evil, authorization: 'Bearer alice-token' }), ['passed'])
  assert.deepEqual(await codesOf({ ...evil, cookie, authorization: 'Basic YTpi' }), ['cross_site'])
  const answer = await http.inject({
    method: 'DELETE',
    url: `/v1/teas/${teaId(1)}`,
    headers: { ...evil, cookie, authorization: 'Bearer stale' },
  })
  assert.equal(answer.statusCode, 401)
})

test('no answer lets another origin read it', async () => {
  const origin = 'https://evil.example'
  const preflight = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  }
  for (const [method, headers] of [
    ['GET', { origin }],
    ['OPTIONS', preflight],
  ] as const) {
    const answer = await http.inject({ method, url: '/v1/teas', headers })
    assert.deepEqual(
      Object.keys(answer.headers).filter((name) => name.startsWith('access-control')),
      [],
    )
    assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin')
  }
})

test('every answer carries the headers that keep a browser safe', async () => {
  for (const url of ['/v1/teas', '/v1/nothing', '/livez', '/elsewhere', '/v1/teas/%zz', '/v1/break']) {
    const { headers } = await http.inject(url)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.equal(headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'", url)
    assert.equal(headers['referrer-policy'], 'same-origin', url)
    assert.match(String(headers['x-trace-id']), /^[0-9a-f]{32}$/, url)
    assert.equal(headers['strict-transport-security'], undefined)
    assert.equal(headers['server'] ?? headers['x-powered-by'], undefined)
  }
  const { headers } = await secure.inject('/v1/teas')
  assert.match(String(headers['strict-transport-security']), /^max-age=63072000/)
})

test('log-in sets the session cookie and log-out clears it; over https it is bound to the host', async () => {
  const logIn = (server = http, name = 'alice') =>
    server.inject({ method: 'POST', url: '/v1/log-in', payload: { name } })
  assert.equal(
    [(await logIn()).headers['set-cookie']].flat()[0],
    'qs_session=alice-token; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax',
  )
  assert.equal((await logIn()).headers['cache-control'], 'no-store')
  assert.equal(
    [(await logIn(secure, 'short')).headers['set-cookie']].flat()[0],
    '__Host-qs_session=alice-token; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax; Secure',
  )
  const out = await http.inject({ method: 'POST', url: '/v1/log-out' })
  assert.equal(out.headers['set-cookie'], 'qs_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
})

test('over https the cookie without __Host- does not count', async () => {
  const watched = teaApp({ config: { publicUrl: 'https://shop.example' } })
  const server = await createHttp(watched.app)
  await server.inject({ url: '/v1/teas', headers: { cookie: 'qs_session=alice-token' } })
  assert.deepEqual(watched.seen.actor, { kind: 'anonymous' })
  await server.inject({ url: '/v1/teas', headers: { cookie: '__Host-qs_session=alice-token' } })
  assert.equal((watched.seen.actor as { kind: string }).kind, 'person')
  await server.close()
})
