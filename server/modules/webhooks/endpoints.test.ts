/** Bob says who hears of what happens in the shop; each is told what it asked for, signed, and nobody inside the network. */
import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { create } from './endpoints/create.ts'
import { get } from './endpoints/get.ts'
import { list } from './endpoints/list.ts'
import { remove } from './endpoints/remove.ts'
import { rotateSecret } from './endpoints/rotate-secret.ts'
import { sendTest } from './endpoints/send-test.ts'
import { update } from './endpoints/update.ts'
import { deliveriesTo, happen, openHearing, saying, type Heard } from './testing.ts'

const { shop, receiver, endpoint, sendAll, silence, close } = await openHearing()
after(close)
afterEach(silence)
const { bob } = shop
const remember = (id: string) => bob.call(get, { endpointId: id })
const isSignedBy = (secret: string, { headers, body }: Heard) => {
  // The package has a clock of its own; what it signs at ours must be among what came.
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const signature = new Webhook(secret).sign(headers['webhook-id'] as string, at, body)
  return (headers['webhook-signature'] as string).split(' ').includes(signature)
}

test('who wants to hear of orders hears of them, signed with the secret that was told once', async () => {
  const [orders, all, some] = [
    await endpoint(['orders.*']),
    await endpoint(['*']),
    await endpoint(['catalog.productsChanged', 'returns.changed']),
  ]
  await sendAll()
  assert.equal(all.heard().length, 2, 'itself and the last endpoint')
  const id = newId()
  await happen(shop, 'orders.changed', id)
  await happen(shop, 'catalog.productsChanged', id)
  await happen(shop, 'nobody.declares', id)
  await sendAll()
  const [first] = orders.heard()
  assert.deepEqual(JSON.parse(first!.body), {
    type: 'orders.changed',
    timestamp: shop.clock.now.toISOString(),
    data: { ids: [id] },
  })
  assert.equal(first!.headers['content-type'], 'application/json')
  assert.ok(isSignedBy(orders.secret, first!))
  assert.ok(!isSignedBy(all.secret, first!))
  const types = (heard: Heard[]) => heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)
  assert.deepEqual(types(all.heard()), ['orders.changed', 'catalog.productsChanged'])
  assert.deepEqual(types(some.heard()), ['catalog.productsChanged'])
  await sendAll()
  assert.equal(receiver.heard.length, 0, 'once')

  const [delivery] = await deliveriesTo(shop, orders.id)
  assert.equal(delivery!.messageId, first!.headers['webhook-id'])
  assert.deepEqual([delivery!.state, delivery!.tries, delivery!.body], ['delivered', 1, first!.body])
  assert.equal(delivery!.attempts[0]!.status, 204)
  const told = JSON.stringify([await remember(orders.id), await bob.call(list, {}), delivery])
  assert.ok(!told.includes(orders.secret))
  const rows = await shop.app.pool.pg.query(
    'select e::text as text from webhooks.endpoint e union all select a::text from kit.audit a union all select i::text from kit.idempotency i',
  )
  assert.ok(!rows.rows.some(({ text }) => (text as string).includes(orders.secret.slice(6))))
})

test('a redirect is an answer like another, and nobody follows it', async () => {
  const { id: endpointId, path, heard } = await endpoint(['orders.changed'])
  receiver.answers.set(path, saying(307, 'over there', { location: `${receiver.at}/elsewhere` }))
  await happen(shop, 'orders.changed', newId())
  await sendAll()
  assert.equal(heard().length, 1)
  assert.equal(receiver.take('/elsewhere').length, 0)
  const [delivery] = await deliveriesTo(shop, endpointId)
  assert.deepEqual([delivery!.state, delivery!.attempts[0]!.status], ['retrying', 307])
})

test('nothing is sent into the network inside, whatever a name leads to', async () => {
  const { port } = new URL(receiver.at)
  const inside = ['10.1.2.3', '[::1]', '169.254.169.254', '2130706432', '[::ffff:10.0.0.1]', '0x7f.2']
  for (const host of inside)
    await assert.rejects(bob.call(create, { url: `http://${host}:${port}/`, events: ['*'] }), {
      code: 'invalid_input',
      errors: [{ path: 'url', code: 'not_public', message: 'This address is not public.' }],
    })
  const { id: endpointId, heard } = await endpoint(['orders.changed'], `http://localhost:${port}`)
  await happen(shop, 'orders.changed', newId())
  await sendAll()
  assert.equal(heard().length, 0)
  const [delivery] = await deliveriesTo(shop, endpointId)
  assert.deepEqual(
    [delivery!.state, delivery!.attempts[0]!.status, delivery!.attempts[0]!.fault],
    ['retrying', null, 'This address is not public.'],
  )
})

test('while one secret takes the place of the other both sign, and after a day the new one alone', async () => {
  const { id: endpointId, secret: former, heard } = await endpoint(['orders.changed'])
  const { secret, endpoint: changed } = await bob.call(rotateSecret, { endpointId })
  assert.equal(Date.parse(changed.formerSecretUntil!) - shop.clock.now.getTime(), days(1))
  const next = async () => {
    await happen(shop, 'orders.changed', newId())
    await sendAll()
    return heard()[0]!
  }
  const both = await next()
  assert.equal((both.headers['webhook-signature'] as string).split(' ').length, 2)
  assert.ok(isSignedBy(secret, both) && isSignedBy(former, both))
  shop.clock.forward(days(1))
  const alone = await next()
  assert.ok(isSignedBy(secret, alone) && !isSignedBy(former, alone))
  await shop.job('webhooks.purge')
  assert.equal((await remember(endpointId)).formerSecretUntil, null)
})

test('a message to try goes the way of all others', async () => {
  const { id: endpointId, heard } = await endpoint(['returns.changed'])
  const { type, state } = await bob.call(sendTest, { endpointId })
  assert.deepEqual([type, state], ['webhooks.test', 'queued'])
  await sendAll()
  const [message] = heard()
  assert.deepEqual((JSON.parse(message!.body) as { data: unknown }).data, { endpointId })
})

test('what is changed holds; what nobody knows, and an older version, are refused', async () => {
  const { id: endpointId } = await endpoint(['orders.changed'])
  await assert.rejects(bob.call(update, { endpointId, events: ['orders.*', 'teapots.*'] }), {
    errors: [{ path: 'events.1', code: 'unknown_event', message: 'There is no event called teapots.*.' }],
  })
  const events = ['orders.*']
  const after = await bob.call(update, { endpointId, events, description: 'Stock', enabled: false })
  assert.deepEqual(
    [after.events, after.description, after.state, after.disabledBy, after.version],
    [events, 'Stock', 'disabled', 'staff', 2],
  )
  await assert.rejects(bob.call(update, { endpointId, expectedVersion: 1, description: null }), {
    code: 'stale_version',
  })
  await bob.call(remove, { endpointId })
  await assert.rejects(remember(endpointId), { code: 'not_found' })
})

test('in production webhooks go out over https only', async () => {
  const { config } = shop.app
  shop.app.config = { ...config, mode: 'production' }
  try {
    await assert.rejects(bob.call(create, { url: 'http://example.com/', events: ['*'] }), {
      errors: [
        {
          path: 'url',
          code: 'not_https',
          message: 'Webhooks are sent to addresses that begin with https:// only.',
        },
      ],
    })
  } finally {
    shop.app.config = config
  }
})

test('after five weeks it is forgotten, with the endpoints that were removed', async () => {
  const count = async (table: string) =>
    Number((await shop.app.pool.pg.query(`select count(*) as n from ${table}`)).rows[0].n)
  await silence()
  await shop.invariants()
  shop.clock.forward(days(34))
  await shop.job('webhooks.purge')
  assert.ok((await count('webhooks.delivery')) > 0)
  shop.clock.forward(days(2))
  await shop.job('webhooks.purge')
  for (const table of ['delivery', 'attempt', 'endpoint']) assert.equal(await count(`webhooks.${table}`), 0)
})
