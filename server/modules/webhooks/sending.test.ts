/** What happened comes in order, until it has come or was given up; whoever dies on the way, nothing is lost. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, afterEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { days, hours, minutes, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { list as listDeliveries } from './deliveries/list.ts'
import { redeliverFailed } from './deliveries/redeliver-failed.ts'
import { redeliver } from './deliveries/redeliver.ts'
import { get } from './endpoints/get.ts'
import { sendTest } from './endpoints/send-test.ts'
import { update } from './endpoints/update.ts'
import { deliveriesTo, happen, idsOf, openHearing, saying } from './testing.ts'

const { shop, receiver, endpoint, sendAll, sendNow, silence, close } = await openHearing()
after(close)
afterEach(silence)
const { bob } = shop
const remember = (id: string) => bob.call(get, { endpointId: id })

test('of one thing the next is not told before the one before it came; other things are', async () => {
  const { id: endpointId, path, heard } = await endpoint(['orders.changed', 'returns.changed'])
  const [cup, bowl] = [newId(), newId()]
  receiver.answers.set(path, saying(503))
  await happen(shop, 'orders.changed', cup)
  await sendAll()
  assert.deepEqual(heard().map(idsOf), [[cup]])
  receiver.answers.set(path, saying(200))
  await happen(shop, 'returns.changed', cup, bowl)
  await happen(shop, 'orders.changed', bowl)
  await happen(shop, 'orders.changed', newId())
  await sendAll()
  assert.equal(heard().length, 1, 'only what is of neither')
  shop.clock.forward(seconds(6))
  await sendAll()
  assert.deepEqual(heard().map(idsOf), [[cup], [cup, bowl], [bowl]])
  const states = (await deliveriesTo(shop, endpointId)).map(({ state }) => state)
  assert.deepEqual(new Set(states), new Set(['delivered']))
})

test('given up it no longer holds up what comes after it', async () => {
  const { path, heard } = await endpoint(['orders.changed'])
  const cup = newId()
  receiver.answers.set(path, saying(500))
  for (const name of ['orders.changed', 'orders.changed']) await happen(shop, name, cup)
  for (let n = 0; n < 10; n++) {
    await sendAll()
    shop.clock.forward(hours(27))
  }
  assert.equal(new Set(heard().map(({ headers }) => headers['webhook-id'])).size, 1)
  receiver.answers.delete(path)
  await sendAll()
  assert.equal(heard().length, 1)
})

test('ten attempts in about 76 hours, then it is a dead letter that says what was answered', async () => {
  const { id: endpointId, path, heard } = await endpoint(['orders.changed'])
  receiver.answers.set(path, saying(500, `no\u0000 luck ${'x'.repeat(5000)}`))
  await happen(shop, 'orders.changed', newId())
  const began = shop.clock.now
  const pauses: number[] = []
  for (let attempt = 1; attempt <= 10; attempt++) {
    await sendAll()
    const [delivery] = await deliveriesTo(shop, endpointId)
    const dueAt = delivery!.dueAt!
    assert.equal(delivery!.tries, attempt)
    await sendAll()
    assert.equal(heard().length, 1, 'not before its time')
    if (attempt === 10) assert.equal(dueAt, null)
    else {
      pauses.push(Date.parse(dueAt) - shop.clock.now.getTime())
      shop.clock.now = new Date(dueAt)
    }
  }
  const usual = [seconds(5), minutes(5), minutes(30), ...[2, 5, 10, 14, 20, 24].map(hours)]
  usual.forEach((pause, n) => assert.ok(Math.abs(pauses[n]! / pause - 1) <= 0.1, `pause ${n}: ${pauses[n]}`))
  assert.ok(new Set(pauses.map((pause, n) => (pause / usual[n]!).toFixed(4))).size > 1, 'not all alike')
  const whole = (shop.clock.now.getTime() - began.getTime()) / hours(1)
  assert.ok(whole > 68 && whole < 84, `${whole} h`)
  assert.equal((await remember(endpointId)).state, 'failing')

  const dead = await bob.call(listDeliveries, { endpointId, state: 'dead' })
  assert.equal(dead.items.length, 1)
  const [letter] = await deliveriesTo(shop, endpointId)
  assert.equal(letter!.attempts.length, 10)
  const { status, answer, fault, milliseconds } = letter!.attempts[0]!
  assert.deepEqual([status, fault], [500, null])
  assert.match(answer!, /^no luck x{991}$/)
  assert.ok(milliseconds >= 0)
  shop.clock.forward(days(30))
  await sendAll()
  assert.equal(heard().length, 0)
})

test('by hand it goes out again as the same message, alone or with all that failed since', async () => {
  const { id: endpointId, path, heard } = await endpoint(['orders.changed'])
  const things = [newId(), newId(), newId()]
  await happen(shop, 'orders.changed', things[0]!)
  await sendAll()
  const [first] = heard()
  const [delivery] = await deliveriesTo(shop, endpointId)
  const again = await bob.call(redeliver, { deliveryId: delivery!.id })
  assert.equal(again.state, 'queued')
  await assert.rejects(bob.call(redeliver, { deliveryId: delivery!.id }), {
    code: 'webhooks.delivery_not_over',
  })
  shop.clock.forward(minutes(1))
  await sendAll()
  const [second] = heard()
  assert.deepEqual([second!.headers['webhook-id'], second!.body], [first!.headers['webhook-id'], first!.body])
  assert.notEqual(second!.headers['webhook-timestamp'], first!.headers['webhook-timestamp'])

  receiver.answers.set(path, saying(500))
  for (const thing of things) await happen(shop, 'orders.changed', thing)
  for (let n = 0; n < 10; n++) {
    await sendAll()
    shop.clock.forward(hours(27))
  }
  heard()
  receiver.answers.delete(path)
  const since = new Date(shop.clock.now.getTime() - days(2)).toISOString()
  assert.deepEqual(await bob.call(redeliverFailed, { endpointId, since: shop.clock.now.toISOString() }), {
    count: 0,
    more: false,
  })
  assert.deepEqual(await bob.call(redeliverFailed, { endpointId, since }), { count: 3, more: false })
  await sendAll()
  assert.deepEqual(heard().flatMap(idsOf).sort(), things.sort())
  assert.equal((await remember(endpointId)).state, 'active')
})

test('who answers that it is gone is sent nothing more; enabled again it hears of what is new', async () => {
  const { id: endpointId, path, heard } = await endpoint(['orders.changed'])
  const other = await endpoint(['webhooks.endpointsChanged'])
  const cup = newId()
  receiver.answers.set(path, saying(410))
  for (let n = 0; n < 3; n++) await happen(shop, 'orders.changed', cup)
  await sendAll()
  assert.equal(heard().length, 1)
  const { state, disabledBy } = await remember(endpointId)
  assert.deepEqual([state, disabledBy], ['disabled', 'answer'])
  assert.deepEqual(
    (await deliveriesTo(shop, endpointId)).map((each) => each.state),
    ['dead', 'dead', 'dead'],
  )
  await sendAll()
  assert.ok(
    other.heard().some((each) => idsOf(each).includes(endpointId)),
    'others hear of it',
  )
  await happen(shop, 'orders.changed', cup)
  await sendAll()
  const [given] = await deliveriesTo(shop, endpointId)
  for (const ask of [
    () => bob.call(sendTest, { endpointId }),
    () => bob.call(redeliverFailed, { endpointId, since: shop.clock.now.toISOString() }),
    () => bob.call(redeliver, { deliveryId: given!.id }),
  ])
    await assert.rejects(ask, { code: 'webhooks.endpoint_disabled' })
  receiver.answers.delete(path)
  shop.clock.forward(1)
  assert.equal((await bob.call(update, { endpointId, enabled: true })).state, 'active')
  await happen(shop, 'orders.changed', cup)
  await sendAll()
  assert.equal(heard().length, 1)
  await bob.call(redeliverFailed, { endpointId, since: '2026-01-01T00:00:00.000Z' })
  await sendAll()
  assert.equal(heard().length, 3)
})

test('who does not answer in time, or nobody, is tried again', async () => {
  const { id: endpointId } = await endpoint(['orders.changed'], 'http://127.0.0.1:1')
  await happen(shop, 'orders.changed', newId())
  await sendAll()
  const [delivery] = await deliveriesTo(shop, endpointId)
  assert.equal(delivery!.attempts[0]!.fault, 'Nobody answers there.')
})

test('killed between the sending and the mark it sends again, under the same id', async () => {
  const { id: endpointId, path, heard } = await endpoint(['orders.changed'])
  await happen(shop, 'orders.changed', newId())
  const url = (file: string) => pathToFileURL(join(import.meta.dirname, '../..', file)).href
  const { roles: _, ...config } = shop.app.config
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openApp } from '${url('assemble.ts')}'
       import { perform } from '${url('kit/worker.ts')}'
       import { silentLog } from '${url('kit/log.ts')}'
       const config = { ...${JSON.stringify(config)}, roles: new Set(['work']) }
       const app = await openApp(config, { clock: () => new Date('${shop.clock.now.toISOString()}'), log: silentLog })
       await perform(app, app.jobs, { job: 'webhooks.send', storeId: '${shop.storeId}', payload: {} })`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const gone = new Promise<string | null>((done) => child.once('exit', (_code, signal) => done(signal)))
  receiver.answers.set(path, () => child.kill('SIGKILL'))
  assert.equal(await gone, 'SIGKILL')
  receiver.answers.delete(path)
  assert.equal((await deliveriesTo(shop, endpointId))[0]!.state, 'sending')
  const [first] = heard()
  await sendAll()
  assert.equal(heard().length, 0, 'it is on lease')
  shop.clock.forward(minutes(1))
  await sendAll()
  const [second] = heard()
  assert.equal(second!.headers['webhook-id'], first!.headers['webhook-id'])
  assert.equal(second!.body, first!.body)
  const [delivery] = await deliveriesTo(shop, endpointId)
  assert.deepEqual([delivery!.state, delivery!.tries], ['delivered', 2])
})

test('what commits late is neither skipped nor overtaken', async () => {
  const { heard } = await endpoint(['orders.changed'])
  const [late, soon] = [newId(), newId()]
  const { promise: committed, resolve: commit } = Promise.withResolvers<void>()
  const { promise: written, resolve: wrote } = Promise.withResolvers<void>()
  const open = shop.inside(async (ctx) => {
    await sql`insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
      values (${newId()}, ${ctx.storeId}, 'orders.changed', ${JSON.stringify({ ids: [late] })}::jsonb, 'test', 'trace', ${ctx.now()})`.execute(
      ctx.db,
    )
    wrote()
    await committed
  })
  await written
  await happen(shop, 'orders.changed', soon)
  await sendNow()
  assert.equal(heard().length, 0)
  commit()
  await open
  await sendAll()
  assert.deepEqual(heard().map(idsOf), [[late], [soon]])
})

test('a slow one holds up nobody else', async () => {
  const [slow, quick] = [await endpoint(['orders.changed']), await endpoint(['orders.changed'])]
  const { promise: held, resolve: let_go } = Promise.withResolvers<void>()
  receiver.answers.set(slow.path, (_, response) => void held.then(() => response.writeHead(200).end()))
  const things = Array.from({ length: 25 }, () => newId())
  for (const thing of things) await happen(shop, 'orders.changed', thing)
  const sending = sendAll()
  const came: string[] = []
  for (let n = 0; came.length < 25 && n < 400; n++) {
    await new Promise((next) => setTimeout(next, 50))
    came.push(...quick.heard().flatMap(idsOf))
  }
  assert.deepEqual(came.sort(), things.sort())
  assert.equal(slow.heard().length, 10, 'so many at a time')
  await happen(shop, 'orders.changed', things[0]!)
  for (let n = 0; quick.heard().length === 0; n++) {
    assert.ok(n < 400, 'what happens meanwhile is sent as well')
    await new Promise((next) => setTimeout(next, 50))
  }
  let_go()
  await sending
  assert.equal(slow.heard().length, 16)
})

test('two senders at once send each message once', async () => {
  const { heard } = await endpoint(['orders.changed'])
  for (let n = 0; n < 30; n++) await happen(shop, 'orders.changed', newId())
  await Promise.all([sendAll(), sendAll(), sendAll()])
  const ids = heard().map(({ headers }) => headers['webhook-id'])
  assert.deepEqual([ids.length, new Set(ids).size], [30, 30])
})

test('rows restored into a younger cluster: what was not told is told, and nothing twice', async () => {
  const { heard } = await endpoint(['orders.changed'])
  const [told, open] = [newId(), newId()]
  await happen(shop, 'orders.changed', told)
  await sendAll()
  assert.deepEqual(heard().map(idsOf), [[told]])
  await happen(shop, 'orders.changed', open)
  await shop.app.pool.pg.query(`update webhooks.progress set tx = (tx::text::bigint + 1000000)::text::xid8`)
  await sendAll()
  assert.deepEqual(heard().map(idsOf), [[open]])
})
