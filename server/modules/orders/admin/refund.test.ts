/** Bob gives Alice her money back: all of it or a part, never more than was taken, and goods where he says. */
import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { OutcomeUnknown } from '../../payments/index.ts'
import { openShop } from '#testing/shop.ts'
import { mailsTo, orderWhen, paid, placed } from '#testing/orders.ts'
import { sandboxSecrets } from '../../../adapters/sandbox/adapter.ts'
import { merchantOf } from '../../../adapters/sandbox/merchant.ts'
import { create as ship } from '../../fulfilment/shipments/create.ts'
import { deliver } from '../../fulfilment/shipments/deliver.ts'
import { create as createLocation } from '../../inventory/locations/create.ts'
import { list as levels } from '../../inventory/levels/list.ts'
import { list as movements } from '../../inventory/movements/list.ts'
import { balances } from '../../ledger/index.ts'
import { get as seenByBuyer } from '../get.ts'
import type { StaffOrder } from '../order.ts'
import { get } from './get.ts'
import { refund } from './refund.ts'
import { refundPreview } from './refund-preview.ts'

const shop = await openShop({ poolSize: 20 })
const { bob } = shop
const company = merchantOf(shop.sandbox.origin, sandboxSecrets(shop.app.config).secretKey)
const faults = (wanted: object) => company.send('PUT', '/faults', { body: JSON.stringify(wanted) })
afterEach(() => faults({}))
after(() => shop.close())

const give = async (orderId: string, wish: object = {}, key = newId()) => {
  const { refunds } = await bob.call(refund, { orderId, reason: 'A chipped cup', ...wish }, { key })
  assert.equal(refunds.length, 1)
  return refunds[0]!
}
const euros = (amount: number) => ({ amount, currency: 'EUR' })

/** Until the provider has paid out. */
async function sent(orderId: string): Promise<StaffOrder> {
  await shop.job('payments.sweep')
  shop.clock.forward(seconds(40))
  await shop.job('payments.sweep')
  return orderWhen(shop, orderId, (now) =>
    now.refunds.every((each) => ['succeeded', 'failed'].includes(each.state)),
  )
}

async function teaAndCups(buyer = shop.guest()) {
  const tea = await shop.goods({ name: 'Tea', price: 999, taxCategory: 'reduced' })
  const cup = await shop.goods({ name: 'Cup', price: 1250 })
  const order = await paid(shop, buyer, { of: tea, quantity: 3 }, { of: cup })
  return { buyer, tea, cup, order, teas: order.lines[0]!, cups: order.lines[1]! }
}

test('pieces of a line that was not sent: money with its exact tax, stock, books, one mail, the order’s page', async () => {
  const { buyer, tea, order, teas } = await teaAndCups()
  const lines = [{ orderLineId: teas.id, quantity: 2, restock: 'cancel' as const }]
  const preview = await bob.call(refundPreview, { orderId: order.id, lines })
  const made = await give(order.id, { lines, expectedVersion: order.version })
  assert.deepEqual(
    [made.state, made.amount, made.tax, made.lines],
    [
      'approved',
      euros(1998),
      euros(131), // 7 % in 19.98
      [
        {
          orderLineId: teas.id,
          quantity: 2,
          amount: euros(1998),
          tax: euros(131),
          restock: 'cancel',
          locationId: null,
        },
      ],
    ],
  )
  assert.deepEqual(made.taxes, [
    { name: 'VAT reduced', rateBasisPoints: 700, rateHundredths: 0, base: euros(1867), amount: euros(131) },
  ])
  assert.deepEqual(
    [preview.amount, preview.tax, preview.taxes, preview.lines, preview.refundable],
    [made.amount, made.tax, made.taxes, made.lines, order.totals.total],
  )
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 10, reserved: 1, available: 9 })
  const now = await sent(order.id)
  assert.deepEqual(
    [now.state, now.paymentStanding, now.lines[0]!.quantityCancelled, now.refunds.map((each) => each.state)],
    ['confirmed', 'part_refunded', 2, ['succeeded']],
  )
  const books = await shop.inside((ctx) => balances(ctx, { kind: 'order', id: order.id }))
  assert.equal(books.get('receivable'), 1998 - order.totals.total.amount)
  const seen = await buyer.call(seenByBuyer, { orderId: order.id })
  assert.deepEqual([seen.refunds[0]!.amount, seen.refunds[0]!.lines[0]!.quantity], [euros(1998), 2])
  assert.ok(!('reason' in seen.refunds[0]!))
  assert.equal(seen.timeline.at(-1)!.text, 'We have paid back €19.98.')
  const mails = (await mailsTo(shop, buyer.email)).filter(
    (mail) => mail.subject === 'We have refunded €19.98',
  )
  assert.equal(mails.length, 1)
  assert.match(mails[0]!.text, /It is for 2 × Tea\./)
  await shop.invariants()
})

test('what was sent comes back to the place that is named, or to where it had come from', async () => {
  const { tea, order, teas } = await teaAndCups()
  await bob.call(ship, { orderId: order.id })
  const cellar = await bob.call(createLocation, {
    key: `cellar-${newId().slice(-6)}`,
    name: 'Cellar',
    country: 'DE',
  })
  const back = (more: object) => give(order.id, { lines: [{ orderLineId: teas.id, quantity: 1, ...more }] })
  await back({ restock: 'return', locationId: cellar.id })
  await back({ restock: 'return' })
  await back({})
  const { items } = await bob.call(levels, { variantIds: [tea.variantId] })
  assert.deepEqual(
    new Map(items[0]!.levels.map((level) => [level.locationId, level.onHand])),
    new Map([
      [shop.locationId, 8],
      [cellar.id, 1],
    ]),
  )
  const moved = await bob.call(movements, { variantId: tea.variantId })
  assert.deepEqual(
    moved.items.slice(0, 2).map(({ delta, reason, subjectId, cause }) => [delta, reason, subjectId, cause]),
    [
      [1, 'returned', order.id, 'orders.admin.refund'],
      [1, 'returned', order.id, 'orders.admin.refund'],
    ],
  )
  assert.equal((await sent(order.id)).refunds.length, 3)
  await shop.invariants()
})

test('the delivery, a free amount, and then the rest: together exactly what was paid, tax and all', async () => {
  const { order } = await teaAndCups()
  const parts = [
    await give(order.id, { delivery: 100 }),
    await give(order.id, { amount: 777 }),
    await give(order.id, { delivery: 50 }),
    await give(order.id),
  ]
  assert.deepEqual([parts[0]!.delivery, parts[0]!.tax, parts[1]!.lines], [euros(100), euros(16), []])
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0)
  assert.equal(
    sum((part) => part.amount.amount),
    order.totals.total.amount,
  )
  assert.equal(
    sum((part) => part.tax.amount),
    order.totals.tax.amount,
  )
  const byRate = Map.groupBy(
    parts.flatMap((part) => part.taxes),
    (tax) => tax.rateBasisPoints,
  )
  for (const tax of order.totals.taxes)
    assert.equal(
      byRate.get(tax.rateBasisPoints)!.reduce((total, each) => total + each.amount.amount, 0),
      tax.amount.amount,
    )
  assert.deepEqual(
    parts[3]!.lines.map(({ quantity, restock }) => [quantity, restock]),
    [
      [3, 'none'],
      [1, 'none'],
    ],
  )
  await assert.rejects(give(order.id), { code: 'orders.nothing_to_refund' })
  const now = await sent(order.id)
  assert.deepEqual([now.status, now.state], ['refunded', 'confirmed'])
  await shop.invariants()
})

// C22
test('twenty refunds at once, each asked for twice: never more than was taken, each key once', async () => {
  const order = await paid(shop, shop.guest(), { of: await shop.goods({ price: 1000 }) })
  const keys = Array.from({ length: 20 }, () => newId())
  const tries = await Promise.allSettled(
    [...keys, ...keys].map((key) => give(order.id, { amount: 300 }, key)),
  )
  const done = new Set(tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : [])))
  assert.equal(done.size, Math.floor(order.totals.total.amount / 300))
  for (const each of tries)
    if (each.status === 'rejected')
      assert.ok(
        ['payments.refund_too_large', 'idempotency_in_progress'].includes(each.reason.code),
        each.reason,
      )
  const now = await sent(order.id)
  assert.equal(now.payments[0]!.refunded.amount, done.size * 300)
  await shop.invariants()
})

test('the same pieces at once are refunded once, and go back into stock once', async () => {
  const { tea, order, teas } = await teaAndCups()
  const lines = [{ orderLineId: teas.id, quantity: 2, restock: 'cancel' }]
  const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => give(order.id, { lines })))
  assert.equal(tries.filter((each) => each.status === 'fulfilled').length, 1)
  for (const each of tries)
    if (each.status === 'rejected') assert.equal(each.reason.code, 'orders.too_many_pieces')
  assert.equal((await shop.onHand(tea.variantId)).reserved, 1)
  await shop.invariants()
})

test('a provider that breaks, before or after it paid out, is asked again and pays out once', async () => {
  const { buyer, order } = await teaAndCups()
  await faults({ after: 1 })
  const made = await give(order.id, { amount: 500 })
  await shop.job('payments.sweep')
  const unknown = (await bob.call(get, { orderId: order.id })).refunds[0]!
  assert.deepEqual([unknown.state, unknown.outcomeUnknown], ['sent', true])
  await faults({ before: 1 })
  shop.clock.forward(seconds(10))
  await shop.job('payments.sweep')
  await faults({})
  shop.clock.forward(seconds(60))
  const now = await sent(order.id)
  assert.deepEqual(
    now.refunds.map(({ id, state, outcomeUnknown }) => [id, state, outcomeUnknown]),
    [[made.id, 'succeeded', false]],
  )
  assert.equal((await company.byReference(now.payments[0]!.id))!.refunded, 500)
  const told = (await mailsTo(shop, buyer.email)).filter((mail) =>
    mail.subject.startsWith('We have refunded'),
  )
  assert.equal(told.length, 1)
  await shop.invariants()
})

test('a refund that the provider fails frees its pieces and its money; the goods stay where they are', async () => {
  const { buyer, tea, order, teas } = await teaAndCups()
  const lines = [{ orderLineId: teas.id, quantity: 3, restock: 'cancel' }]
  await faults({ refunds: 'fail' })
  await give(order.id, { lines })
  await shop.job('payments.sweep')
  await faults({})
  const failed = await sent(order.id)
  assert.deepEqual([failed.refunds[0]!.state, failed.paymentStanding], ['failed', 'paid'])
  assert.deepEqual((await buyer.call(seenByBuyer, { orderId: order.id })).refunds, [])
  assert.equal((await shop.onHand(tea.variantId)).available, 10)
  const again = await give(order.id, { lines: [{ orderLineId: teas.id, quantity: 3 }] })
  assert.deepEqual(again.amount, euros(2997))
  assert.equal((await sent(order.id)).refunds[1]!.state, 'succeeded')
  await shop.invariants()
})

test('with the last piece and the last cent gone back an order is cancelled; with the last parcel it is completed', async () => {
  const { tea, cup, order, teas, cups } = await teaAndCups()
  const all = (line: { id: string; quantity: number }) => ({
    orderLineId: line.id,
    quantity: line.quantity,
    restock: 'cancel',
  })
  await give(order.id, { lines: [all(teas), all(cups)], delivery: 490 })
  const off = await bob.call(get, { orderId: order.id })
  assert.deepEqual([off.state, off.status, off.cancelReason], ['cancelled', 'refunded', 'refunded'])
  for (const goods of [tea, cup])
    assert.deepEqual(await shop.onHand(goods.variantId), { onHand: 10, reserved: 0, available: 10 })

  const other = await teaAndCups()
  const parcel = await bob.call(ship, {
    orderId: other.order.id,
    lines: [{ orderLineId: other.teas.id, quantity: 3 }],
  })
  await bob.call(deliver, { shipmentId: parcel.id })
  await give(other.order.id, { lines: [all(other.cups)] })
  assert.equal((await bob.call(get, { orderId: other.order.id })).state, 'completed')
  await shop.invariants()
})

test('what cannot be given back is refused with what can, and nothing changes', async () => {
  const { order, teas } = await teaAndCups()
  const { order: unpaid } = await placed(shop, shop.guest(), { of: await shop.goods() })
  const refuses = async (wish: object, code: string, details?: object, orderId = order.id) => {
    const expected = { code, ...(details && { details }) }
    await assert.rejects(give(orderId, wish), expected)
    if (!('expectedVersion' in wish) && !JSON.stringify(wish).includes('locationId'))
      await assert.rejects(bob.call(refundPreview, { orderId, ...wish }), expected)
  }
  const piece = (more: object) => ({ lines: [{ orderLineId: teas.id, quantity: 1, ...more }] })
  const total = order.totals.total
  await refuses({}, 'orders.nothing_to_refund', {}, unpaid.id)
  await refuses({}, 'not_found', undefined, newId())
  await refuses({ amount: total.amount + 1 }, 'payments.refund_too_large', { refundable: total })
  await refuses(piece({ quantity: 4 }), 'orders.too_many_pieces', { orderLineId: teas.id, left: 3 })
  await refuses(piece({ restock: 'return' }), 'orders.restock_too_many', { orderLineId: teas.id, left: 0 })
  await refuses(piece({ orderLineId: newId() }), 'invalid_input')
  await refuses(piece({ locationId: shop.locationId }), 'invalid_input')
  await refuses({ lines: [...piece({}).lines, ...piece({}).lines] }, 'invalid_input')
  await refuses({ delivery: 491 }, 'invalid_input')
  await refuses({ amount: 1, delivery: 1 }, 'invalid_input')
  await refuses({ expectedVersion: 99, amount: 1 }, 'stale_version')
  for (const amount of [0, -5, 1.5]) await refuses({ amount }, 'invalid_input')
  await bob.call(ship, { orderId: order.id, lines: [{ orderLineId: teas.id, quantity: 2 }] })
  await refuses(piece({ restock: 'cancel', quantity: 2 }), 'orders.restock_too_many', {
    orderLineId: teas.id,
    left: 1,
  })
  await refuses(piece({ restock: 'return', locationId: newId() }), 'invalid_input')
  await give(order.id, { amount: 1 })
  await shop.app.pool.pg.query(
    'update payments.payment set unknown_since = created_at where payable_id = $1',
    [order.id],
  )
  await assert.rejects(give(order.id, { amount: 1 }), { code: OutcomeUnknown.code })
  await shop.app.pool.pg.query('update payments.payment set unknown_since = null where payable_id = $1', [
    order.id,
  ])
  assert.equal((await bob.call(get, { orderId: order.id })).refunds.length, 1)
  await shop.invariants()
})

test('only those who may refund, and never without a key', async () => {
  const { order } = await teaAndCups()
  const wish = { orderId: order.id, reason: 'x' }
  const clerk = shop.staff('orders.read', 'orders.write')
  await assert.rejects(clerk.call(refund, wish, { key: newId() }), { code: 'forbidden' })
  await assert.rejects(clerk.call(refundPreview, { orderId: order.id }), { code: 'forbidden' })
  await assert.rejects(bob.call(refund, wish), { code: 'idempotency_key_needed' })
  const key = newId()
  const [first, again] = [
    await give(order.id, { amount: 100 }, key),
    await give(order.id, { amount: 100 }, key),
  ]
  assert.equal(again.id, first.id)
  assert.notEqual((await give(order.id, { amount: 100 })).id, first.id)
})

test('what the buyer’s bank took for good is no money of the shop: an order that is given back beside it is cancelled', async () => {
  const order = await paid(shop, shop.guest(), { of: await shop.goods() })
  // As if it had been paid twice, and the bank had taken the second one back.
  await shop.app.pool.pg.query(`
    with twin as (
      select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'provider_reference', 'pay_twin', 'state', 'lost',
        'disputed_amount', captured_amount))).* from payments.payment p where payable_id = '${order.id}'
    ), paid as (insert into payments.payment select * from twin returning *)
    insert into payments.dispute (id, store_id, payment_id, currency, provider_reference, amount, state, reason, opened_at, closed_at, created_at, updated_at)
    select gen_random_uuid(), store_id, id, currency, 'dis_twin', captured_amount, 'lost', 'fraud', paid_at, paid_at, paid_at, paid_at from paid`)
  const [line] = order.lines
  const lines = [{ orderLineId: line!.id, quantity: line!.quantity, restock: 'cancel' }]
  await give(order.id, { lines, delivery: order.totals.delivery.amount })
  assert.equal((await bob.call(get, { orderId: order.id })).state, 'cancelled')
})
