import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openPayDesk, type Told } from '../../testing/pay-desk.ts'
import type { PaymentRow } from './index.ts'

const desk = await openPayDesk({ poolSize: 16 })
const { shop } = desk
after(() => desk.close())

const CHARGED_ONCE = { 'provider:sandbox': 2500, receivable: -2500 }

async function isPaidOnce(payment: PaymentRow): Promise<void> {
  const row = await desk.row(payment.id)
  assert.deepEqual([row.state, row.captured_amount, row.refunded_amount], ['captured', 2500, 0])
  assert.deepEqual(await desk.booked(payment), CHARGED_ONCE)
  assert.equal((await desk.thingOf(payment)).secured, 1)
}

async function tellAndHandle(told: Told): Promise<void> {
  assert.equal(await desk.tell(told), 200)
  await desk.handleAll()
}

// C7
test('ten copies of a webhook in one tick are one payment', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  const told = await desk.about(payment)
  assert.deepEqual(
    await Promise.all(Array.from({ length: 10 }, () => desk.tell(told))),
    Array.from({ length: 10 }, () => 200),
  )
  await Promise.all([desk.handleAll(), desk.handleAll(), desk.handleAll()])
  await isPaidOnce(payment)
})

test('ten different webhooks with the same news are one payment', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  const told = await Promise.all(Array.from({ length: 10 }, () => desk.about(payment)))
  await Promise.all(told.map(tellAndHandle))
  await isPaidOnce(payment)
})

test('an older webhook that comes later changes nothing', async () => {
  const payment = await desk.open({ capture: 'manual' })
  const opened = await desk.api.byReference(payment.id)
  await desk.pay(payment)
  const authorised = await desk.api.byReference(payment.id)
  await desk.api.post(`/payments/${authorised!.id}/capture`, { amount: 2500 })
  await tellAndHandle(await desk.about(payment))
  const before = await desk.row(payment.id)
  for (const as of [authorised!, opened!]) await tellAndHandle(await desk.about(payment, { as }))
  assert.deepEqual(await desk.row(payment.id), before)
  await isPaidOnce(payment)
})

test('a webhook that is forged is refused, and nothing of it is kept', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  const told = await desk.about(payment, { id: 'evt_forged', forged: true })
  assert.equal(await desk.tell(told), 400)
  const late = await desk.about(payment)
  shop.clock.forward(301_000)
  assert.equal(await desk.tell(late), 400)
  assert.equal((await desk.row(payment.id)).state, 'requires_action')
  const { rows } = await sql`select id from payments.inbox where event_id = 'evt_forged'`.execute(
    shop.app.pool.db,
  )
  assert.equal(rows.length, 0)
})

for (const [what, change] of [
  ['another amount', { amount: 250_000, authorised: 250_000, captured: 250_000 }],
  ['a smaller amount', { amount: 1, authorised: 1, captured: 1 }],
  ['another currency', { currency: 'JPY' }],
  ['another reference', { id: 'pay_of_somebody_else' }],
] as const)
  test(`a well signed webhook about ${what} changes nothing and is listed`, async () => {
    const payment = await desk.open()
    await desk.pay(payment)
    const before = await desk.row(payment.id)
    await tellAndHandle(await desk.about(payment, { id: `evt_${what.replaceAll(' ', '_')}`, change }))
    assert.deepEqual(await desk.row(payment.id), before)
    assert.deepEqual(await desk.booked(payment), {})
    const { rows } = await sql`select state, reason, next_at from payments.inbox
      where event_id = ${`evt_${what.replaceAll(' ', '_')}`}`.execute(shop.app.pool.db)
    assert.deepEqual(rows, [{ state: 'parked', reason: 'mismatch', next_at: null }])
    await desk.toldAndDone(payment)
    await isPaidOnce(payment)
  })

test('a reference that belongs to another payment is not believed', async () => {
  const payment = await desk.open()
  const begun = await desk.begin()
  await desk.ask(begun)
  await tellAndHandle(
    await desk.about(begun, { id: 'evt_taken', change: { id: payment.provider_reference } }),
  )
  assert.equal((await desk.row(begun.id)).provider_reference, null)
  const { rows } = await sql`select state, reason from payments.inbox where event_id = 'evt_taken'`.execute(
    shop.app.pool.db,
  )
  assert.deepEqual(rows, [{ state: 'parked', reason: 'mismatch' }])
})

for (const [currency, amount] of [
  ['JPY', 1234],
  ['KWD', 1234],
  ['HUF', 123_450],
] as const)
  test(`${currency} is the same number of minor units from the start to the ledger and back`, async () => {
    const payment = await desk.paid({ amount, currency })
    assert.deepEqual((await desk.truth(payment)).amount, { amount, currency })
    assert.equal(payment.captured_amount, amount)
    assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': amount, receivable: -amount })
  })

test('money that nobody wants any more is given back by itself, once', async () => {
  const payment = await desk.open()
  await desk.unwanted(payment)
  await desk.pay(payment)
  const told = await desk.about(payment)
  await Promise.all([
    tellAndHandle(told),
    tellAndHandle(await desk.about(payment)),
    tellAndHandle(await desk.about(payment)),
  ])
  await desk.quiet(10)
  const refunds = await desk.refunds(payment.id)
  assert.deepEqual(
    refunds.map(({ amount, state, reason }) => [amount, state, reason]),
    [[2500, 'succeeded', 'came_too_late']],
  )
  assert.equal((await desk.truth(payment)).refunded, 2500)
  assert.deepEqual(await desk.booked(payment), { 'provider:sandbox': 0, receivable: 0 })
})

test('money that comes after the payment was given up is given back too', async () => {
  const begun = await desk.begin()
  await desk.unwanted(begun)
  await desk.quiet(150)
  assert.equal((await desk.row(begun.id)).state, 'failed')
  await desk.ask(begun)
  await desk.pay(begun)
  await desk.toldAndDone(begun)
  await desk.quiet(10)
  const row = await desk.row(begun.id)
  assert.deepEqual([row.state, row.captured_amount, row.refunded_amount], ['captured', 2500, 2500])
  assert.equal((await desk.truth(begun)).refunded, 2500)
})

test('an authorisation that nobody wants any more is voided', async () => {
  const payment = await desk.open({ capture: 'manual' })
  await desk.unwanted(payment)
  await desk.pay(payment)
  await desk.toldAndDone(payment)
  assert.equal((await desk.row(payment.id)).state, 'authorised')
  await desk.quiet(10)
  assert.equal((await desk.truth(payment)).state, 'voided')
  assert.equal((await desk.row(payment.id)).state, 'voided')
  assert.deepEqual(await desk.refunds(payment.id), [])
})

test('a payable that refunds by itself when it is told too late is not refunded twice', async () => {
  const payment = await desk.open()
  await desk.unwanted(payment)
  await desk.pay(payment)
  // What orders do when the goods are sold out: they close, and closing refunds.
  const { approveRefund } = await import('./index.ts')
  const { payable } = await import('./payable.ts')
  const thing = shop.app.ports(payable)[0]!
  const plain = thing.secured
  thing.secured = async (ctx, id, row) => {
    await approveRefund(ctx, row, { amount: 2500, reason: 'sold_out' })
    return plain(ctx, id, row)
  }
  try {
    await tellAndHandle(await desk.about(payment))
  } finally {
    thing.secured = plain
  }
  assert.deepEqual(
    (await desk.refunds(payment.id)).map(({ amount, reason }) => [amount, reason]),
    [[2500, 'sold_out']],
  )
})

test('the history tells each step with its actor and cause, in order', async () => {
  const payment = await desk.open({ capture: 'manual' })
  await desk.pay(payment)
  await tellAndHandle(await desk.about(payment, { id: 'evt_told' }))
  const { rows } = await sql<Record<string, string>>`
    select from_state, to_state, actor, cause from payments.history where payment_id = ${payment.id} order by at, id`.execute(
    shop.app.pool.db,
  )
  assert.deepEqual(
    rows.map((row) => [row['from_state'], row['to_state'], row['cause']]),
    [
      [null, 'created', 'payments.start'],
      ['created', 'requires_action', 'payments.start'],
      ['requires_action', 'authorised', 'webhook:evt_told'],
    ],
  )
})

test('the invariants hold after all of this', async () => {
  await desk.quiet(60)
  await shop.invariants()
})
