/** A store in production leaves in good order, and has no door that only the demo has. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { testDatabase } from '#testing/database.ts'
import { ask, get, soon } from './shopper.ts'
import { endAll, freePort, newFolder, startStore, type Settings, type StoreProcess } from './store-process.ts'

const database = await testDatabase()
const production: Settings = {
  QUAYSIDE_MODE: 'production',
  SECRET: 'a secret that is made for this test',
  OWNER_EMAIL: 'olga@shop.example',
  OWNER_PASSWORD: 'a password of the owner',
  PUBLIC_URL: 'https://shop.example',
  DATABASE_URL: database.url,
  DATA_DIR: newFolder(),
}
const client = new pg.Client({ connectionString: database.url })
let store: StoreProcess

before(async () => {
  await client.connect()
  store = startStore({ ...production, PORT: await freePort() })
  await store.says(/Quayside is open/)
})
after(async () => {
  await client.query('rollback')
  await endAll()
  await client.end()
  await database.drop()
})

test('production has no sandbox, no mailbox and nothing under /dev, and prints no password', async () => {
  for (const path of [
    '/sandbox',
    '/sandbox/',
    '/sandbox/api/payments',
    '/dev',
    '/dev/mailbox',
    '/dev/anything',
  ]) {
    const answer = await fetch(store.url + path, { method: 'GET' })
    await answer.body?.cancel()
    assert.equal(answer.status, 404, path)
    const posted = await fetch(store.url + path, { method: 'POST', body: '{}' })
    await posted.body?.cancel()
    assert.ok([403, 404, 405, 415].includes(posted.status), `POST ${path} answered ${posted.status}`)
  }
  const owner = { email: production['OWNER_EMAIL'], password: production['OWNER_PASSWORD'] }
  assert.equal((await ask(store.url, 'POST', '/v1/sessions', { body: owner })).status, 201)
  assert.doesNotMatch(store.said(), /a password of the owner/)
})

test('in production every line is JSON, and without a mail server that is said', () => {
  const lines = store.said().trimEnd().split('\n')
  const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
  assert.ok(messages.includes('Quayside is open'))
  assert.ok(messages.some((message) => /SMTP_URL is not set/.test(message)))
})

/** What scanners of security headers ask for; each is a grade less when it is missing. */
const ASKED: [what: string, holds: (headers: Headers) => boolean][] = [
  ['https for half a year', (headers) => seconds(headers.get('strict-transport-security')) >= 15_552_000],
  ['a policy for what a page loads', (headers) => /default-src '(none|self)'/.test(policy(headers))],
  ['no inline script', (headers) => !/(script|default)-src[^;]*'unsafe-(inline|eval)'/.test(policy(headers))],
  ['no frame around it', (headers) => /frame-ancestors 'none'/.test(policy(headers))],
  ['no guessed types', (headers) => headers.get('x-content-type-options') === 'nosniff'],
  [
    'no address told to others',
    (headers) => /^(same-origin|no-referrer)$/.test(headers.get('referrer-policy') ?? ''),
  ],
  ['no word on what serves it', (headers) => !headers.has('server') && !headers.has('x-powered-by')],
]
const DEVICES = /camera=\(\).*geolocation=\(\).*microphone=\(\).*payment=\(\)/
const policy = (headers: Headers) => headers.get('content-security-policy') ?? ''
const seconds = (text: string | null) => Number(/^max-age=(\d+)/.exec(text ?? '')?.[1] ?? 0)

test('every page and every answer has the best grade for its security headers', async () => {
  const pages = ['/', '/products', '/cart', '/login', '/signup', '/no/such/page']
  const others = ['/docs', '/openapi.json', '/v1/products', '/v1/nothing', '/livez', '/favicon.svg']
  for (const path of [...pages, ...others]) {
    const { headers, body } = await fetch(store.url + path)
    await body?.cancel()
    const missing = ASKED.filter(([, holds]) => !holds(headers)).map(([what]) => what)
    if (pages.includes(path) && !DEVICES.test(headers.get('permissions-policy') ?? ''))
      missing.push('no devices')
    assert.deepEqual(missing, [], path)
  }
})

/** A write that waits for a row until `free` is called. */
async function slowRequest(url: string) {
  const { token } = await get<{ token: string }>(url, 'POST', '/v1/guests')
  const { id } = await get<{ id: string }>(url, 'POST', '/v1/carts', { token, body: {} })
  await client.query('begin')
  await client.query('select from cart.cart where id = $1 for update', [id])
  const answer = ask(url, 'PATCH', `/v1/carts/${id}`, { token, body: { email: 'gil@example.com' } }).catch(
    (error: Error) => error,
  )
  await soon('the write waits', async () => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return (rowCount ?? 0) > 0
  })
  return { answer, free: () => client.query('rollback') }
}

test('on SIGTERM /readyz says no at once, a running request is still answered, and the process ends with 0', async () => {
  const slow = await slowRequest(store.url)
  const ended = store.end('SIGTERM')
  const told = await soon('/readyz says no', async () => {
    const ready = await ask(store.url, 'GET', '/readyz')
    return ready.status === 503 && ready
  })
  assert.equal((told.json['checks'] as Record<string, boolean>)['serving'], false)
  assert.equal(told.headers.get('connection'), 'close')
  assert.equal((await ask(store.url, 'GET', '/v1/categories')).status, 200, 'who still comes is served')

  await sleep(2_000) // by now it listens no more
  await assert.rejects(fetch(`${store.url}/livez`))
  await slow.free()
  const answer = await slow.answer
  assert.ok(!(answer instanceof Error), `the running request was cut off: ${String(answer)}`)
  assert.equal(answer.status, 200)
  assert.equal(answer.json['email'], 'gil@example.com')
  const { code, signal, ms } = await ended
  assert.deepEqual({ code, signal }, { code: 0, signal: null })
  assert.ok(ms < 10_000, `it took ${ms} ms: a connection was waited for that had nothing more to ask`)
  assert.match(store.said(), /"msg":"Closed cleanly\."/)
})

test('two Ctrl-C at once are one; a later one ends it at once', async () => {
  const [patient, hasty] = [
    startStore({ ...production, PORT: await freePort() }),
    startStore({ ...production, PORT: await freePort() }),
  ]
  await Promise.all([patient, hasty].map((store) => store.says(/Quayside is open/)))
  patient.child.kill('SIGINT')
  patient.child.kill('SIGINT')
  const gentle = patient.exit

  const slow = await slowRequest(hasty.url)
  hasty.child.kill('SIGINT')
  await sleep(700)
  assert.equal(hasty.hasExited(), false, 'it waits for the running request')
  const { code, ms } = await hasty.end('SIGINT')
  assert.equal(code, 1)
  assert.ok(ms < 1_000, `it took ${ms} ms`)
  await slow.free()
  await slow.answer
  assert.equal((await gentle).code, 0)
  assert.match(patient.said(), /"msg":"Closed cleanly\."/)
})
