import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { countStatements } from '#kit/db.ts'
import { newId } from '#kit/id.ts'
import { react } from '#kit/worker.ts'
import { openPayDesk } from '../../testing/pay-desk.ts'

const desk = await openPayDesk()
const { shop } = desk
after(() => desk.close())

interface Entry {
  id: string
  state: string
  reason: string | null
  attempts: number
  next_at: Date | null
}

async function entry(eventId: string): Promise<Entry> {
  const { rows } = await sql<Entry>`
    select id, state, reason, attempts, next_at from payments.inbox where event_id = ${eventId}`.execute(
    shop.app.pool.db,
  )
  return rows[0]!
}

async function eventAbout(inboxId: string) {
  const { rows } = await sql<{ id: string; name: string; payload: never; trace_id: string }>`
    select id, name, payload, trace_id from kit.event where name = 'payments.inboxReceived' and payload->'ids' ? ${inboxId}`.execute(
    shop.app.pool.db,
  )
  return rows[0]!
}

/** Until the company has posted its webhook to the shop, over HTTP. */
async function heard(paymentId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await sql`
      select 1 from payments.inbox where fact->'payment'->>'paymentId' = ${paymentId}`.execute(
      shop.app.pool.db,
    )
    if (rows.length > 0) return
    await pause(20)
  }
  throw new Error('The webhook did not come.')
}

test('the company’s own webhook over HTTP pays the thing', async () => {
  shop.receiveWebhooks = true
  const payment = await desk.open()
  await desk.pay(payment)
  await heard(payment.id)
  shop.receiveWebhooks = false
  await shop.settle()
  assert.equal((await desk.row(payment.id)).state, 'captured')
})

test('a webhook costs at most four statements, and its reaction at most fourteen', async (t) => {
  await desk.paid() // the accounts are open
  const payment = await desk.open()
  await desk.pay(payment)
  const told = await desk.about(payment, { id: 'evt_counted' })
  const request = { count: 0, texts: [] as string[] }
  await countStatements(request, () => desk.tell(told))
  assert.ok(request.count <= 4, request.texts.join('\n'))

  const { id, name, payload, trace_id: traceId } = await eventAbout((await entry('evt_counted')).id)
  const order = { eventId: id, storeId: shop.storeId, name, payload, traceId, reaction: 'payments.inbox' }
  const reaction = await statementsOf(() => react(shop.app, order))
  t.diagnostic(`${request.count} and ${reaction} statements`)
  assert.ok(reaction <= 14, `${reaction} statements`)
  assert.equal((await desk.row(payment.id)).state, 'captured')
})

/** A worker counts its own statements and tells the metrics. */
async function statementsOf(run: () => Promise<void>): Promise<number> {
  const { metrics } = shop.app
  const plain = metrics.operation
  let counted = 0
  metrics.operation = (id, outcome, ms, statements) => {
    counted += statements
    plain(id, outcome, ms, statements)
  }
  try {
    await run()
    return counted
  } finally {
    metrics.operation = plain
  }
}

// C10
test('a webhook that comes before the shop has kept the provider’s answer pays all the same', async () => {
  const begun = await desk.begin()
  const reply = await desk.ask(begun)
  await desk.pay(begun)
  await desk.toldAndDone(begun)
  assert.equal((await desk.row(begun.id)).state, 'captured')
  const settled = await desk.settle(begun, reply)
  assert.deepEqual([settled.state, settled.captured_amount], ['captured', 2500])
})

test('a webhook about a payment nobody knows is accepted, parked, tried again, and stays listed', async () => {
  const stranger = await desk.api.open({
    amount: 100,
    currency: 'EUR',
    capture: 'automatic',
    reference: newId(),
    description: 'Not ours',
    returnUrl: 'http://127.0.0.1:1/',
    cancelUrl: 'http://127.0.0.1:1/',
    webhookUrl: 'http://127.0.0.1:1/',
  })
  const told = await desk.about({ id: stranger.reference }, { id: 'evt_stranger' })
  assert.equal(await desk.tell(told), 200)
  await shop.settle()
  const parked = await entry('evt_stranger')
  assert.deepEqual([parked.state, parked.reason, parked.attempts], ['parked', 'unknown_payment', 1])
  assert.equal(parked.next_at!.getTime(), shop.clock.now.getTime() + 5000)
  for (let hours = 0; hours < 3; hours++) {
    for (let tries = 0; tries < 8; tries++) {
      shop.clock.forward(450_000)
      await desk.sweep()
    }
  }
  const { state, next_at: nextAt, attempts } = await entry('evt_stranger')
  assert.deepEqual([state, nextAt, attempts], ['parked', null, 14])
})

test('a payment that turns up later is paid by its parked webhook', async () => {
  const begun = await desk.begin()
  await desk.ask(begun)
  await desk.pay(begun)
  const told = await desk.about(begun, { id: 'evt_early' })
  await sql`update payments.payment set provider = 'elsewhere' where id = ${begun.id}`.execute(
    shop.app.pool.db,
  )
  await desk.tell(told)
  await shop.settle()
  assert.equal((await entry('evt_early')).state, 'parked')
  await sql`update payments.payment set provider = 'sandbox' where id = ${begun.id}`.execute(shop.app.pool.db)
  shop.clock.forward(6000)
  await desk.sweep()
  assert.equal((await entry('evt_early')).state, 'handled')
  assert.equal((await desk.row(begun.id)).state, 'captured')
})

test('a webhook whose process died is handled by the sweep', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  await desk.tell(await desk.about(payment, { id: 'evt_left' }))
  await desk.sweep()
  assert.equal((await entry('evt_left')).state, 'received', 'not before its reaction had its time')
  shop.clock.forward(31_000)
  await desk.sweep()
  assert.equal((await entry('evt_left')).state, 'handled')
})

test('one that cannot be handled does not keep the others waiting, and is listed in the end', async () => {
  const bad = await desk.open()
  const good = await desk.open()
  for (const payment of [bad, good]) await desk.pay(payment)
  await desk.tell(await desk.about(bad, { id: 'evt_bad' }))
  await desk.tell(await desk.about(good, { id: 'evt_good' }))
  await sql`update payments.payment set payable_kind = 'nobody' where id = ${bad.id}`.execute(
    shop.app.pool.db,
  )
  shop.clock.forward(31_000)
  await desk.sweep()
  assert.equal((await entry('evt_good')).state, 'handled')
  const failed = await entry('evt_bad')
  assert.deepEqual([failed.state, failed.reason, failed.attempts], ['parked', 'failed', 1])
  await sql`update payments.payment set payable_kind = 'thing' where id = ${bad.id}`.execute(shop.app.pool.db)
  shop.clock.forward(6000)
  await desk.sweep()
  assert.equal((await entry('evt_bad')).state, 'handled')
  assert.equal((await desk.row(bad.id)).state, 'captured')
})

test('an event that is about neither payment nor refund is kept and ignored', async () => {
  const payment = await desk.open()
  const { headers, body } = await desk.about(payment)
  assert.equal(await desk.tell({ headers, body: Buffer.concat([body, Buffer.from(' ')]) }), 400)
  const { Webhook } = await import('standardwebhooks')
  const { WEBHOOK_SECRET } = await import('../../adapters/sandbox/standing.ts')
  const other = JSON.stringify({ type: 'account.updated', timestamp: shop.clock.now.toISOString(), data: {} })
  const signature = new Webhook(WEBHOOK_SECRET).sign('evt_other', shop.clock.now, other)
  const status = await desk.tell({
    headers: { ...headers, 'webhook-id': 'evt_other', 'webhook-signature': signature },
    body: Buffer.from(other),
  })
  assert.equal(status, 200)
  await shop.settle()
  assert.deepEqual(
    [(await entry('evt_other')).state, (await entry('evt_other')).reason],
    ['ignored', 'other'],
  )
})
