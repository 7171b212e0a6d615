/**
 * The roles apart, as on several machines: two that serve, one that works, one that migrates and goes, on one database.
 *
 * A whole purchase runs through them, with marked personal data that must not show in any log.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '#testing/database.ts'
import { liveClient, until } from '#testing/live-client.ts'
import { payOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { ask, follow, get, mailsTo, placeOrder, soon, type Bought, type Buyer } from './shopper.ts'
import { endAll, freePort, newFolder, runToEnd, startStore } from './store-process.ts'

const database = await testDatabase([]) // empty: nothing is migrated yet
const [port, otherPort, dataDir] = [await freePort(), await freePort(), newFolder()]
const settings = {
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  SECRET: 'one secret for all the processes of a store',
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  PORT: port,
  LOG_LEVEL: 'trace',
  LIMIT_SCALE: '0',
}
after(async () => {
  await endAll()
  await database.drop()
})

const one = startStore({ ...settings, QUAYSIDE_ROLES: 'serve' })
const other = startStore({ ...settings, QUAYSIDE_ROLES: 'serve', PORT: otherPort })
const healthPort = await freePort()
const worker = startStore({ ...settings, QUAYSIDE_ROLES: 'work', HEALTH_PORT: healthPort })

const buyer: Buyer = {
  email: 'marker-mail@example.com',
  password: 'Marker-Password-47',
  name: 'Marker-Name Person',
  street: 'Marker-Street 47',
  phone: '+49304747474747',
}
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
let bought: Bought
let ownersToken: string

test('a pending migration is told by /readyz, and its end too', async () => {
  const early = await soon('it listens', () => ask(one.url, 'GET', '/readyz').catch(() => false as const))
  assert.equal(early.status, 503)
  assert.deepEqual(early.json, { ready: false, checks: { serving: true, database: true, migrations: false } })

  const { code, said } = await runToEnd({ ...settings, QUAYSIDE_ROLES: 'migrate' })
  assert.equal(code, 0, said)
  assert.match(said, /Applied \d+ migrations .*\n.*Stocking the demo shop.*\n\s+The database is up to date\./)
  await Promise.all([one.ready(), other.ready(), worker.says(/At work\./)])
  assert.deepEqual([one.hasExited(), other.hasExited(), worker.hasExited()], [false, false, false])
})

test('an order placed through one process shows on a page of another within a second', async (t) => {
  bought = await placeOrder(one.url, buyer)
  const live = await follow(other.url, `/v1/orders/${bought.orderId}/events`, bought.token)
  await live.until((order) => order['state'] === 'pending')
  await bought.pay()
  const { shape, at } = await live.until((order) => order['state'] === 'confirmed')
  live.close()
  const took = at - Date.parse(shape['confirmedAt'] as string)
  t.diagnostic(`seen ${took} ms after it was confirmed in the working process`)
  assert.ok(took < 1_000, `seen after ${took} ms`)
})

test('a whole purchase over a socket; a socket of another process sees each step in order, and misses none while cut off', async (t) => {
  const here = await liveClient(one.url, { hello: { locale: 'en' } })
  const { items } = await here.call<{ items: { slug: string }[] }>('browse.products', { limit: 20 })
  const { token } = await here.call<{ token: string }>('identity.startGuest')
  const cart = await here.call<{ id: string; version: number }>('cart.create')
  const there = await liveClient(other.url, { token })
  there.send({ kind: 'subscribe', id: 'cart', operation: 'cart.follow', input: { cartId: cart.id } })
  const shown = async (version: number) => {
    const versions = () =>
      there.events('cart').flatMap(({ output }) => (output as { version: number } | undefined)?.version ?? [])
    await until(() => versions().includes(version), `version ${version} over there, but ${versions().join()}`)
    assert.deepEqual(
      versions(),
      versions().toSorted((a, b) => a - b),
    )
  }
  await shown(cart.version)
  const variants: { id: string; available: number }[] = []
  for (const { slug } of items.slice(0, 5))
    variants.push(...(await here.call<{ variants: typeof variants }>('browse.product', { slug })).variants)
  const [tea] = variants.filter(({ available }) => available > 10)
  const add = () =>
    here.call<{ version: number }>(
      'cart.addItem',
      { cartId: cart.id, variantId: tea!.id, quantity: 1 },
      { key: crypto.randomUUID() },
    )
  let slowest = 0
  for (let n = 0; n < 4; n++) {
    const { version } = await add()
    const acknowledged = performance.now()
    await shown(version)
    slowest = Math.max(slowest, performance.now() - acknowledged)
  }
  t.diagnostic(`seen by the other process ${slowest.toFixed(0)} ms after it was acknowledged, at most`)
  assert.ok(slowest < 1_000, `seen after ${slowest} ms`)

  const { cursor } = there.events('cart').at(-1)!
  there.close()
  for (let n = 0; n < 3; n++) await add()
  const { email, name, street, phone } = buyer
  const shippingAddress = { name, line1: street, postalCode: '10115', city: 'Berlin', country: 'DE', phone }
  const last = await here.call<{ version: number }>('cart.setDetails', {
    cartId: cart.id,
    email,
    shippingAddress,
  })
  const back = await liveClient(other.url, { token })
  const resume = { kind: 'subscribe', id: 'cart', operation: 'cart.follow', input: { cartId: cart.id } }
  back.send({ ...resume, after: cursor })
  const first = await back.heard('event', 'cart')
  assert.equal((first['output'] as { version: number }).version, last.version)
  assert.deepEqual(
    (first['changes'] as { event: string }[]).map(({ event }) => event),
    Array.from({ length: 4 }, () => 'cart.changed'),
    'each change of the meantime, once',
  )

  const offers = await here.call<{ items: { methodId: string }[] }>('cart.deliveryOffers', {
    cartId: cart.id,
  })
  const { totals } = await here.call<{ totals: { total: object } }>('cart.setDetails', {
    cartId: cart.id,
    deliveryMethodId: offers.items[0]!.methodId,
  })
  const placed = await here.call<{ order: { id: string }; next: { url: string } }>(
    'orders.place',
    {
      cartId: cart.id,
      paymentMethod: 'sandbox',
      returnUrl: '/checkout/return',
      cancelUrl: '/checkout',
      expectedTotal: totals.total,
    },
    { key: crypto.randomUUID() },
  )
  back.send({
    kind: 'subscribe',
    id: 'order',
    operation: 'orders.follow',
    input: { orderId: placed.order.id },
  })
  await back.heard('event', 'order')
  await payOnSandbox(placed.next.url)
  const states = () =>
    back.events('order').flatMap(({ output }) => (output as { state: string } | undefined)?.state ?? [])
  await until(() => states().includes('confirmed'), 'the order is confirmed')
  assert.deepEqual([...new Set(states())], ['pending', 'confirmed'])
  here.close()
  back.close()
})

test('every process hears at once what the others commit', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(
    `select count(*)::int as listening from pg_stat_activity
     where datname = current_database() and application_name = 'quayside-wakeup' and query like 'listen%'`,
  )
  await client.end()
  assert.deepEqual(rows, [{ listening: 3 }])
})

test('the goods are sent and delivered, one mail for each step, and the books are right', async () => {
  const password = readFileSync(join(dataDir, 'owner-password'), 'utf8').trim()
  const owner = { email: 'owner@quayside.example', password }
  ownersToken = (await get<{ token: string }>(other.url, 'POST', '/v1/sessions', { body: owner })).token
  const shipment = await get<{ id: string }>(
    other.url,
    'POST',
    `/v1/admin/orders/${bought.orderId}/shipments`,
    { token: ownersToken, body: { carrier: 'Harbour Post' } },
  )
  await get(one.url, 'POST', `/v1/admin/shipments/${shipment.id}/delivery`, { token: ownersToken, body: {} })
  const mails = await soon('three mails came', async () => {
    const found = await mailsTo(one.url, buyer.email)
    return found.length >= 3 && found
  })
  assert.equal(new Set(mails.map((mail) => mail.subject)).size, mails.length, 'no mail came twice')

  const proof = await runToEnd(settings, ['cli.ts', 'system.invariants'])
  assert.equal(proof.code, 0, proof.said)
  assert.equal((JSON.parse(proof.said) as { holds: boolean }).holds, true, proof.said)
})

test('/metrics tells rate, errors and duration of each operation, the pool and the statements', async () => {
  await ask(one.url, 'POST', '/v1/sessions', {
    body: { email: 'nobody@example.com', password: 'not the one' },
  })
  const text = await (await fetch(`${one.url}/metrics`)).text()
  for (const line of [
    /^quayside_operations_total\{operation="orders\.place",outcome="ok"\} 2$/m,
    /^quayside_operations_total\{operation="identity\.logIn",outcome="identity\.log_in_refused"\} 1$/m,
    /^quayside_operation_seconds_bucket\{le="\+Inf",operation="orders\.place"\} 2$/m,
    /^quayside_operation_seconds_sum\{operation="orders\.place"\} \d+\.\d+$/m,
    /^quayside_statements_total\{operation="orders\.place"\} [1-9]\d*$/m,
    /^quayside_pool_connections [1-9]\d*$/m,
    /^quayside_pool_waiting 0$/m,
    /^process_resident_memory_bytes \d+$/m,
  ])
    assert.ok(line.test(text), `no line like ${line}`)
})

test('a process that only works answers on a small port of its own how it is, and nothing else', async () => {
  const at = `http://127.0.0.1:${healthPort}`
  assert.equal((await fetch(`${at}/livez`)).status, 200)
  assert.equal((await fetch(`${at}/readyz`)).status, 200)
  const deep = (await (await fetch(`${at}/readyz?deep`)).json()) as {
    checks: Record<string, { ok: boolean }>
  }
  assert.deepEqual([deep.checks['database']!.ok, deep.checks['queue']!.ok], [true, true])
  const text = await (await fetch(`${at}/metrics`)).text()
  for (const line of [
    /^quayside_jobs_waiting \d+$/m,
    /^quayside_event_lag_seconds \d/m,
    /^quayside_operations_total\{operation="reaction:messages\.deliver",outcome="ok"\} [1-9]/m,
    /^quayside_orders_confirmed_total\{currency="EUR"\} 2$/m,
  ])
    assert.ok(line.test(text), `no line like ${line}`)
  assert.equal((await fetch(`${at}/v1/products`)).status, 404)
})

test('what the logs say is changed in all processes at once', async () => {
  const processes = [one, other, worker]
  await get(one.url, 'PUT', '/v1/admin/log-level', { token: ownersToken, body: { level: 'debug' } })
  await Promise.all(processes.map((store) => store.says(/"now":"debug"/)))
  await get(other.url, 'PUT', '/v1/admin/log-level', { token: ownersToken, body: { level: 'trace' } })
  await Promise.all(processes.map((store) => store.says(/"now":"trace"/)))
})

test('all end when asked to, and nothing personal was logged by any of them', async () => {
  // Refusals are where personal data slips in: a known address again, a wrong one, a body that does not fit.
  for (const body of [
    buyer,
    { ...buyer, email: 'marker-mail' },
    { email: buyer.email, street: buyer.street },
  ])
    await ask(one.url, 'POST', '/v1/people', { body })
  await ask(one.url, 'GET', `/v1/orders/${bought.orderId}?token=${bought.accessToken}`)
  await fetch(`${one.url}/orders/${bought.orderId}?token=${bought.accessToken}`).then((page) => page.text())

  const exits = await Promise.all([one, other, worker].map((store) => store.end()))
  assert.deepEqual(
    exits.map(({ code, signal }) => ({ code, signal })),
    exits.map(() => ({ code: 0, signal: null })),
  )
  const lines = [one, other, worker].flatMap((store) => store.said().split('\n'))
  const logged = lines.filter((line) => line.startsWith('{'))
  assert.ok(logged.length > 20, 'there is a log')
  for (const line of logged) {
    const { level, time, msg } = JSON.parse(line) as Record<string, unknown>
    assert.ok(
      typeof level === 'string' && typeof msg === 'string' && !Number.isNaN(Date.parse(time as string)),
      line,
    )
  }
  const placed = logged
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .find(({ route, method }) => route === '/v1/orders' && method === 'POST')!
  for (const [field, form] of Object.entries({ trace: /^[0-9a-f]{32}$/, actor: ID, store: ID }))
    assert.match(String(placed[field]), form, field)
  // What is no JSON is the greeting, for people.
  assert.deepEqual(
    lines.filter((line) => line !== '' && !/^(\{| {2})/.test(line)),
    [],
  )

  const all = logged.join('\n').toLowerCase()
  const marks = {
    ...buyer,
    phone: '4747474747',
    name: 'marker-name',
    session: bought.token,
    link: bought.accessToken,
  }
  for (const [what, mark] of Object.entries({ ...marks, owner: ownersToken }))
    assert.ok(!all.includes(mark.toLowerCase()), `the ${what} is in the log`)
  assert.ok(!all.includes(settings.SECRET), 'the secret is in the log')
})
