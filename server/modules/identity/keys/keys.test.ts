/** A program of somebody else works with a key: it may what it was given, until it is taken away, on every road. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#kit/id.ts'
import { liveClient } from '#testing/live-client.ts'
import { openShop } from '#testing/shop.ts'
import { openGrpcRoad } from '../../../proof/road-grpc.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { faults } from '../../exchange/runs/faults.ts'
import { exchangeOf } from '../../exchange/testing.ts'
import { list as audit } from '../../system/audit/list.ts'
import { list as orders } from '../../orders/admin/list.ts'
import { suspend } from '../people/suspend.ts'
import { create as createRole } from '../roles/create.ts'
import { grant } from '../roles/grant.ts'
import { revoke as revokeRole } from '../roles/revoke.ts'
import { startSession } from '../session.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { revoke } from './revoke.ts'
import { rotate } from './rotate.ts'
import { update } from './update.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
await http.listen({ host: '127.0.0.1', port: 0 })
const grpc = await openGrpcRoad(shop.app)
shop.app.tail.start()
const origin = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
after(async () => {
  await grpc.close()
  await http.close()
  await shop.close()
})
const { bob, app } = shop
await shop.goods({ name: 'Assam' })

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
async function ask(secret: string | null, url: string, method: Method = 'GET', body?: object) {
  const answer = await fetch(`${origin}${url}`, {
    method,
    headers: {
      ...(secret && { authorization: `Bearer ${secret}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as any }
}
/** A tool called by an assistant. */
async function agent(secret: string, name: string, input: object): Promise<any> {
  const answer = await fetch(`${origin}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } }),
  })
  return answer.json()
}
const made = (permissions: string[], more: object = {}) =>
  bob.call(create, { name: 'Till', kind: 'secret', permissions, ...more })
const publishable = (more: object = {}) => bob.call(create, { name: 'Widget', kind: 'publishable', ...more })
const refused = { status: 401, code: 'unauthenticated' }

test('a program reads orders with its key over REST, GraphQL, gRPC, the socket and as an agent, and nothing else', async () => {
  const { secret } = await made(['orders.read'])
  assert.match(secret, /^qs_sk_[0-9a-f]{12}_[\w-]{43}$/)
  assert.equal((await ask(secret, '/v1/admin/orders')).status, 200)
  assert.equal((await ask(secret, '/v1/admin/people')).status, 403)

  const query = '{ ordersAdminList { items { id } } }'
  const byGraphql = await ask(secret, '/graphql/admin', 'POST', { query })
  assert.deepEqual(byGraphql.json.data.ordersAdminList.items, [])

  assert.equal((await grpc.call(orders, {}, secret))!.code, 0)
  assert.equal((await grpc.call(list, {}, secret))!.status, 403)

  const live = await liveClient(origin, { token: secret })
  assert.deepEqual(await live.call('orders.admin.list', {}).then(({ items }: any) => items), [])
  await assert.rejects(live.call('identity.keys.list', {}), { code: 'forbidden' })
  live.close()

  const told = await agent(secret, 'orders_admin_list', {})
  assert.equal(told.result.isError, false, JSON.stringify(told))
})

test('a secret is told once and kept nowhere', async () => {
  const input = { name: 'Till', kind: 'secret' as const, permissions: ['orders.read'] }
  const first = await bob.call(create, input, { key: 'same-key' })
  const second = await bob.call(create, input, { key: 'same-key' })
  assert.notEqual(first.id, second.id, 'a repeat makes another, and tells no secret twice')
  assert.equal(((await bob.call(get, { keyId: first.id })) as any).secret, undefined)
  const { rows } = await app.pool.pg.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('kit', 'identity') and table_type = 'BASE TABLE'`,
  )
  for (const { name } of rows) {
    const { rows: found } = await app.pool.pg.query(`select 1 from ${name} t where t::text like $1`, [
      `%${first.secret.slice(19)}%`,
    ])
    assert.deepEqual(found, [], name)
  }
  assert.ok(rows.length > 15)
})

test('what is forged, changed, run out or revoked is refused with the same words', async () => {
  const key = await made(['orders.read'], {
    expiresAt: new Date(shop.clock.now.getTime() + 3_600_000).toISOString(),
  })
  const gone = await made(['orders.read'])
  assert.equal((await ask(key.secret, '/v1/admin/orders')).status, 200)
  await bob.call(revoke, { keyId: gone.id })
  shop.clock.forward(3_600_000)
  const changed = `${key.secret.slice(0, -1)}${key.secret.endsWith('A') ? 'B' : 'A'}`
  const words = new Set<string>()
  for (const secret of [key.secret, gone.secret, changed, 'qs_sk_', 'qs_pk_nothing', `${key.prefix}_`]) {
    for (const url of ['/v1/admin/orders', '/v1/products', '/v1/me']) {
      const { status, json } = await ask(secret, url)
      assert.deepEqual({ status, code: json.code }, refused, `${secret} ${url}`)
      const { traceId: _, instance: __, ...rest } = json
      words.add(JSON.stringify(rest))
    }
  }
  assert.equal(words.size, 1)
  assert.deepEqual((await bob.call(get, { keyId: gone.id })).revokedAt !== null, true)
})

test('a key never may more than whoever made it may now', async () => {
  const dora = await shop.person(`dora-${newId()}`, ['keys.write', 'orders.read'])
  await assert.rejects(dora.call(create, { name: 'Mine', kind: 'secret', permissions: ['settings.read'] }), {
    code: 'identity.beyond_own_rights',
    details: { permissions: ['settings.read'] },
  })
  await assert.rejects(dora.call(create, { name: 'Mine', kind: 'secret', permissions: ['*'] }), {
    code: 'identity.beyond_own_rights',
  })
  const role = await bob.call(createRole, { key: `r-${newId()}`, name: 'Role', permissions: ['people.read'] })
  await bob.call(grant, { personId: dora.id, roleId: role.id })
  const acting = { ...dora.actor, permissions: new Set(['keys.write', 'orders.read', 'people.read']) }
  const { secret } = await app.invoke(
    create,
    { name: 'Mine', kind: 'secret', permissions: ['people.read', 'orders.read'] },
    { actor: acting as never, hint: { storeId: shop.storeId } },
  )
  assert.equal((await ask(secret, '/v1/admin/people')).status, 200)
  await bob.call(revokeRole, { personId: dora.id, roleId: role.id })
  assert.equal((await ask(secret, '/v1/admin/people')).status, 403)
  assert.equal((await ask(secret, '/v1/admin/orders')).status, 200)
  await bob.call(suspend, { personId: dora.id })
  assert.equal((await ask(secret, '/v1/admin/orders')).status, 401)
})

test('of all rights a key has those that its maker has', async () => {
  const boss = await shop.person(`boss-${newId()}`, ['*'])
  const { secret } = await boss.call(create, { name: 'All', kind: 'secret', permissions: ['*'] })
  assert.equal((await ask(secret, '/v1/admin/people')).status, 200)
  await app.pool.pg.query(
    `update identity.role set permissions = '{orders.read}' where id in (select role_id from identity.person_role where person_id = $1)`,
    [boss.id],
  )
  assert.equal((await ask(secret, '/v1/admin/people')).status, 403)
  assert.equal((await ask(secret, '/v1/admin/orders')).status, 200)
})

test('a key makes no key, and whose it is is never said by the caller (S7)', async () => {
  const { id, secret } = await made(['keys.read', 'keys.write', 'orders.read'])
  const input = { name: 'More', kind: 'secret', permissions: ['orders.read'] }
  assert.equal((await ask(secret, '/v1/admin/keys', 'POST', input)).status, 403)
  assert.equal((await ask(secret, `/v1/admin/keys/${id}`, 'PATCH', { expiresAt: null })).status, 403)
  assert.equal((await ask(secret, `/v1/admin/keys/${id}/secrets`, 'POST', { overlapSeconds: 0 })).status, 403)
  for (const field of ['makerId', 'personId', 'storeId', 'userId'])
    assert.equal(
      (await ask(null, '/v1/admin/keys', 'POST', { ...input, [field]: bob.id })).status,
      400,
      field,
    )
  assert.equal((await ask(null, '/v1/admin/keys', 'POST', input)).status, 401)
  assert.equal((await ask(secret, `/v1/admin/keys/${id}`, 'DELETE')).status, 200, 'it may end itself')
  assert.equal((await ask(secret, '/v1/admin/keys')).status, 401)
})

test('a publishable key reads what anybody may read, and writes nothing', async () => {
  await assert.rejects(publishable({ permissions: ['orders.read'] }), { code: 'invalid_input' })
  const { secret } = await publishable()
  assert.match(secret, /^qs_pk_/)
  const products = await ask(secret, '/v1/products')
  assert.deepEqual([products.status, products.json.items.length], [200, 1])
  assert.equal(products.headers.get('cache-control'), 'no-store')
  for (const [method, url, body] of [
    ['POST', '/v1/guests', {}],
    ['POST', '/v1/sessions', { email: 'alice@example.com', password: 'correct horse' }],
    ['POST', '/v1/batch', { atomic: true, items: [{ operation: 'cart.create', input: {} }] }],
    ['GET', '/v1/admin/orders', undefined],
  ] as const) {
    const { status } = await ask(secret, url, method, body)
    assert.equal(status, 403, `${method} ${url}: ${status}`)
  }
  assert.equal((await ask(secret, '/v1/carts/current')).json.cart, null)
})

test('a new secret lives beside the old one until the overlap is over', async () => {
  const key = await made(['orders.read'])
  const next = await bob.call(rotate, { keyId: key.id, overlapSeconds: 600 })
  assert.equal(next.prefix, key.prefix)
  for (const secret of [key.secret, next.secret])
    assert.equal((await ask(secret, '/v1/admin/orders')).status, 200)
  shop.clock.forward(600_000)
  assert.equal((await ask(key.secret, '/v1/admin/orders')).status, 401)
  assert.equal((await ask(next.secret, '/v1/admin/orders')).status, 200)
  const last = await bob.call(rotate, { keyId: key.id, overlapSeconds: 0, expectedVersion: next.version })
  assert.equal((await ask(next.secret, '/v1/admin/orders')).status, 401)
  assert.equal((await ask(last.secret, '/v1/admin/orders')).status, 200)
  await assert.rejects(bob.call(rotate, { keyId: key.id, overlapSeconds: 0, expectedVersion: 1 }), {
    code: 'stale_version',
  })
})

test('whoever rotates a key answers for it from then on', async () => {
  const dora = await shop.person(`dora-${newId()}`, ['keys.write', 'orders.read'])
  const key = await dora.call(create, { name: 'Till', kind: 'secret', permissions: ['orders.read'] })
  await bob.call(rotate, { keyId: key.id, overlapSeconds: 60 })
  await bob.call(suspend, { personId: dora.id })
  assert.equal((await ask(key.secret, '/v1/admin/orders')).status, 200)
  const weak = await shop.person(`weak-${newId()}`, ['keys.write'])
  for (const change of [
    () => weak.call(rotate, { keyId: key.id, overlapSeconds: 0 }),
    () => weak.call(update, { keyId: key.id, expiresAt: null }),
  ])
    await assert.rejects(change(), { code: 'identity.beyond_own_rights' })
  assert.ok((await weak.call(revoke, { keyId: key.id })).revokedAt, 'but stop it they may')
})

test('staff change a key, see when it was last used, and every step is kept', async () => {
  const key = await made(['orders.read'], { origins: ['https://b.example', 'https://a.example'] })
  assert.deepEqual([key.lastUsedAt, key.origins], [null, ['https://a.example', 'https://b.example']])
  await ask(key.secret, '/v1/admin/orders')
  const used = (await bob.call(get, { keyId: key.id })).lastUsedAt
  assert.equal(used, shop.clock.now.toISOString())
  shop.clock.forward(59_000)
  await ask(key.secret, '/v1/admin/orders')
  assert.equal((await bob.call(get, { keyId: key.id })).lastUsedAt, used, 'once a minute is enough')
  shop.clock.forward(1_000)
  await ask(key.secret, '/v1/admin/orders')
  assert.equal((await bob.call(get, { keyId: key.id })).lastUsedAt, shop.clock.now.toISOString())

  const changed = await bob.call(update, { keyId: key.id, name: ' Other till ', plan: 'large', origins: [] })
  assert.deepEqual(
    [changed.name, changed.plan, changed.origins, changed.version],
    ['Other till', 'large', [], 2],
  )
  for (const origins of [
    ['https://a.example/'],
    ['https://a.example/path'],
    ['https://a@a.example'],
    ['https://A.example'],
  ])
    await assert.rejects(bob.call(update, { keyId: key.id, origins }), { code: 'invalid_input' }, origins[0])
  await assert.rejects(bob.call(update, { keyId: key.id, expiresAt: shop.clock.now.toISOString() }), {
    code: 'invalid_input',
  })
  await bob.call(rotate, { keyId: key.id, overlapSeconds: 0 })
  await bob.call(revoke, { keyId: key.id })
  assert.equal((await bob.call(revoke, { keyId: key.id })).version, 4)
  await assert.rejects(bob.call(update, { keyId: key.id, name: 'Again' }), { code: 'identity.key_revoked' })
  await assert.rejects(bob.call(rotate, { keyId: key.id, overlapSeconds: 0 }), {
    code: 'identity.key_revoked',
  })
  const { items } = await bob.call(audit, { subjectId: key.id })
  assert.deepEqual(
    items.map(({ operation }) => operation),
    ['identity.keys.revoke', 'identity.keys.rotate', 'identity.keys.update', 'identity.keys.create'],
  )
  assert.ok(!JSON.stringify(items).includes(key.secret.slice(19)))
  assert.ok((await bob.call(list, { limit: 1 })).next)
})

test('what a key does is told as the key’s, and a repeat is its own', async () => {
  const key = await made(['stock.write', 'stock.read'])
  const input = { key: `k${newId().slice(-8)}`, name: 'Cellar', country: 'DE' }
  const answer = await ask(key.secret, '/v1/admin/stock-locations', 'POST', input)
  assert.equal(answer.status, 201, JSON.stringify(answer.json))
  const { items } = await bob.call(audit, { subjectId: answer.json.id })
  assert.equal(items[0]!.actor, `key:${key.id}`)
})

test('who watches something with a key hears no more once it is revoked', async () => {
  const key = await made(['orders.read'])
  const live = await liveClient(origin, { token: key.secret })
  await live.call('orders.admin.list', {})
  await bob.call(revoke, { keyId: key.id })
  await sleep(0)
  await assert.rejects(live.call('orders.admin.list', {}), { code: 'unauthenticated' })
  live.close()
})

test('a key in a cookie is nothing', async () => {
  const { secret } = await made(['orders.read'])
  const answer = await fetch(`${origin}/v1/admin/orders`, { headers: { cookie: `qs_session=${secret}` } })
  assert.equal(answer.status, 401)
})

test('a key works in a batch; a secret comes out of no batch, no file and no conversation', async () => {
  const { secret } = await made(['orders.read'])
  const reads = { atomic: false, items: [{ operation: 'orders.admin.list' }] }
  assert.equal((await ask(secret, '/v1/admin/batch', 'POST', reads)).status, 200)

  const { token } = await shop.inside((ctx) => startSession(ctx, { personId: bob.id, guestId: newId() }))
  const input = { name: 'Till', kind: 'secret' }
  const item = { operation: 'identity.keys.create', input }
  const [one] = (await ask(token, '/v1/admin/batch', 'POST', { atomic: false, items: [item] })).json.results
  assert.equal(one.problem.errors[0].code, 'not_in_batch')

  const run = await exchangeOf(shop).bring('operations', JSON.stringify({ key: 'a', ...item }), {
    format: 'jsonl',
    dryRun: false,
  })
  const { items } = await bob.call(faults, { runId: run.id, limit: 10 })
  assert.deepEqual(
    items.map(({ column }) => column),
    ['operation'],
  )

  const told = await agent(token, 'identity_keys_create', input)
  assert.match(told.error.message, /no such tool/)
})
