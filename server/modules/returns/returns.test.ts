/** Goods go back: asked for, answered, received, put on the shelf, paid back; and never more than were sent. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { mailsTo, paid } from '#testing/orders.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { deliver } from '../fulfilment/shipments/deliver.ts'
import { get as getOrder } from '../orders/admin/get.ts'
import { refund as refundOrder } from '../orders/admin/refund.ts'
import { update as updateSettings } from '../orders/settings/update.ts'
import { orderToken } from '../orders/token.ts'
import { assign as assignDeposits } from '../pricing/deposits/assign.ts'
import { create as createDeposit } from '../pricing/deposits/create.ts'
import { approve } from './admin/approve.ts'
import { close } from './admin/close.ts'
import { list as adminList } from './admin/list.ts'
import { receive } from './admin/receive.ts'
import { refund } from './admin/refund.ts'
import { refuse } from './admin/refuse.ts'
import { invariants } from './invariants.ts'
import { list } from './list.ts'
import { request } from './request.ts'
import { withdraw } from './withdraw.ts'

const shop = await openShop({ poolSize: 4 })
after(() => shop.close())
const { alice, bob, charlie } = shop

/** An order that has arrived; its lines in the order of the goods. */
async function arrived(buyer: Person, ...wanted: { of: Goods; quantity?: number }[]) {
  const order = await paid(shop, buyer, ...wanted)
  const { id } = await bob.call(ship, { orderId: order.id })
  await bob.call(deliver, { shipmentId: id })
  await shop.settle()
  const lineIds = wanted.map(({ of }) => order.lines.find((line) => line.variantId === of.variantId)!.id)
  return { orderId: order.id, lineIds, email: order.email }
}

const wish = (orderLineId: string, quantity = 1) => ({
  orderLineId,
  quantity,
  reason: 'changed_mind' as const,
})

const someone = shop.guest()
const sent = await arrived(someone, { of: await shop.goods() })
const planted = await someone.call(request, { orderId: sent.orderId, lines: [wish(sent.lineIds[0]!)] })

test('alice sends one of two back: told at each step, back on the shelf, and paid back to the cent', async () => {
  const tea = await shop.goods({ price: 1500, stock: 5 })
  const { orderId, lineIds } = await arrived(alice, { of: tea, quantity: 2 })
  const before = await alice.call(list, { orderId })
  assert.deepEqual([before.returns, before.returnable.map(({ quantity }) => quantity)], [[], [2]])

  const asked = await alice.call(request, { orderId, lines: [wish(lineIds[0]!)], note: ' Too strong. ' })
  assert.deepEqual([asked.state, asked.note, asked.refunded], ['requested', 'Too strong.', null])
  assert.equal((await alice.call(list, { orderId })).returnable[0]!.quantity, 1)
  await shop.settle()

  const address = { name: 'Bob', line1: 'Am Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' }
  await bob.call(updateSettings, { seller: { address, taxId: 'DE1' } })
  const staff = await shop.person('rita', ['returns.write', 'payments.refund'])
  await staff.call(approve, { returnId: asked.id, answer: 'Use the label inside.' })
  await shop.settle()
  const received = await staff.call(receive, { returnId: asked.id })
  assert.deepEqual([received.state, received.lines[0]!.quantityRestocked], ['received', 1])
  assert.equal((await shop.onHand(tea.variantId)).onHand, 4)
  await shop.settle()

  const closed = await staff.call(refund, { returnId: asked.id }, { key: newId() })
  assert.deepEqual([closed.state, closed.refunded], ['closed', { amount: 1500, currency: 'EUR' }])
  await shop.job('payments.sweep')
  await shop.settle()
  const order = await bob.call(getOrder, { orderId })
  assert.deepEqual(
    order.refunds.map(({ amount, tax }) => [amount.amount, tax.amount]),
    [[1500, 240]],
  )
  assert.deepEqual(
    (await mailsTo(shop, order.email))
      .slice(-4)
      .map(({ subject }) => subject.replace(/order \d+/, 'order N')),
    [
      'Your order N: we have your return',
      'Your order N: please send it back',
      'Your order N: your return has arrived',
      'We have refunded €15.00',
    ],
  )
  const told = (await mailsTo(shop, order.email)).find(({ subject }) =>
    subject.endsWith('please send it back'),
  )!
  for (const said of ['Use the label inside.', 'Am Kai 1', '1 × Tea'])
    assert.ok(told.text.includes(said), said)
  assert.equal((await alice.call(list, { orderId })).returnable[0]!.quantity, 1)
  await shop.invariants()
})

test('a guest with the link of the order asks, and thinks better of it; a stranger sees nothing', async () => {
  const guest = shop.guest()
  const { orderId, lineIds } = await arrived(guest, { of: await shop.goods() })
  const token = orderToken(shop.app.config, { id: orderId, link_series: 0 })
  const asked = await charlie.call(request, { orderId, token, lines: [wish(lineIds[0]!)] })
  await assert.rejects(charlie.call(list, { orderId }), { code: 'not_found' })
  await assert.rejects(charlie.call(withdraw, { orderId, returnId: asked.id }), { code: 'not_found' })
  const other = await arrived(charlie, { of: await shop.goods() })
  const foreign = { orderId: other.orderId, returnId: asked.id }
  await assert.rejects(charlie.call(withdraw, foreign), { code: 'not_found' })

  assert.equal((await guest.call(withdraw, { orderId, returnId: asked.id })).state, 'withdrawn')
  await assert.rejects(guest.call(withdraw, { orderId, returnId: asked.id }), { code: 'returns.wrong_step' })
  assert.equal((await guest.call(list, { orderId })).returnable.length, 1, 'and may ask again')
})

test('only what has arrived goes back, in its time, once, and no line twice in one request', async () => {
  const tea = await shop.goods()
  const waiting = await paid(shop, alice, { of: tea })
  const wanted = { orderId: waiting.id, lines: [wish(waiting.lines[0]!.id)] }
  await assert.rejects(alice.call(request, wanted), { code: 'returns.not_returnable' })

  const { orderId, lineIds } = await arrived(alice, { of: tea, quantity: 2 })
  const [lineId] = lineIds as [string]
  await assert.rejects(alice.call(request, { orderId, lines: [wish(lineId), wish(lineId)] }), {
    code: 'invalid_input',
  })
  await assert.rejects(alice.call(request, { orderId, lines: [wish(lineId, 3)] }), {
    code: 'returns.not_returnable',
    details: { orderLineId: lineId, left: 2 },
  })
  const both = await Promise.allSettled(
    [1, 2, 3].map(() => alice.call(request, { orderId, lines: [wish(lineId)] })),
  )
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 2)

  const late = await arrived(alice, { of: tea })
  shop.clock.forward(days(15))
  assert.deepEqual((await alice.call(list, { orderId: late.orderId })).returnable, [])
  const tooLate = { orderId: late.orderId, lines: [wish(late.lineIds[0]!)] }
  await assert.rejects(alice.call(request, tooLate), { code: 'returns.not_returnable' })
})

test('staff refuse with a reason, and nothing goes on from there', async () => {
  const { orderId, lineIds, email } = await arrived(alice, { of: await shop.goods() })
  const { id: returnId } = await alice.call(request, { orderId, lines: [wish(lineIds[0]!)] })
  await assert.rejects(bob.call(receive, { returnId }), { code: 'returns.wrong_step' })
  await assert.rejects(bob.call(refund, { returnId }, { key: newId() }), { code: 'returns.wrong_step' })
  await assert.rejects(bob.call(refuse, { returnId, answer: 'No', expectedVersion: 9 }), {
    code: 'stale_version',
  })
  await bob.call(refuse, { returnId, answer: 'Opened tea cannot be sold again.' })
  await assert.rejects(bob.call(approve, { returnId }), { code: 'returns.wrong_step' })
  assert.match((await mailsTo(shop, email)).at(-1)!.text, /Opened tea cannot be sold again/)
  await assert.rejects(shop.staff('returns.read').call(refuse, { returnId, answer: 'No' }), {
    code: 'forbidden',
  })
  const { items } = await shop.staff('returns.read').call(adminList, { state: 'refused', orderId })
  assert.deepEqual(
    items.map(({ id, answer }) => [id, answer]),
    [[returnId, 'Opened tea cannot be sold again.']],
  )
})

test('what came broken is counted and paid back, and not put on the shelf; a deposit goes back with its bottle', async () => {
  const juice = await shop.goods({ price: 300, stock: 9 })
  const texts = [{ locale: 'en', name: 'bottle' }]
  const bottle = await bob.call(createDeposit, {
    key: 'glass',
    texts,
    amounts: [{ amount: 25, currency: 'EUR' }],
  })
  await bob.call(assignDeposits, { variantId: juice.variantId, items: [{ depositId: bottle.id, count: 1 }] })
  const { orderId, lineIds } = await arrived(alice, { of: juice, quantity: 3 })
  const [orderLineId] = lineIds as [string]
  const { id: returnId } = await alice.call(request, {
    orderId,
    lines: [{ orderLineId, quantity: 3, reason: 'damaged' }],
  })
  await bob.call(approve, { returnId })
  const line = { orderLineId, quantity: 2, restocked: 1 }
  for (const wrong of [
    [{ ...line, quantity: 4 }],
    [{ ...line, restocked: 3 }],
    [line, line],
    [{ ...line, orderLineId: newId() }],
    [{ ...line, locationId: newId() }],
  ])
    await assert.rejects(bob.call(receive, { returnId, lines: wrong }), { code: 'invalid_input' })
  await bob.call(receive, { returnId, lines: [line] })
  assert.equal((await shop.onHand(juice.variantId)).onHand, 7)
  const closed = await bob.call(refund, { returnId }, { key: newId() })
  assert.deepEqual(closed.refunded, { amount: 650, currency: 'EUR' })
  const left = (await alice.call(list, { orderId })).returnable.map(({ quantity }) => quantity)
  assert.deepEqual(left, [1], 'the one that was not in the parcel')
  await alice.call(request, { orderId, lines: [wish(orderLineId)] })
  await shop.settle()
  await shop.invariants()
})

test('goods whose money went back before are closed without', async () => {
  const { orderId, lineIds } = await arrived(alice, { of: await shop.goods() })
  const { id: returnId } = await alice.call(request, { orderId, lines: [wish(lineIds[0]!)] })
  await bob.call(approve, { returnId })
  await bob.call(refundOrder, { orderId, reason: 'At once' }, { key: newId() })
  await bob.call(receive, { returnId })
  await assert.rejects(bob.call(refund, { returnId }, { key: newId() }), { code: 'orders.nothing_to_refund' })
  const closed = await bob.call(close, { returnId, answer: 'Your money is on its way already.' })
  assert.deepEqual([closed.state, closed.refunded], ['closed', null])
  await shop.settle()
  await shop.invariants()
})

test('what was let back and never came is closed by staff, once; the buyer is told, and may ask anew', async () => {
  const { orderId, lineIds } = await arrived(alice, { of: await shop.goods() })
  const { id: returnId } = await alice.call(request, { orderId, lines: [wish(lineIds[0]!)] })
  await assert.rejects(bob.call(close, { returnId }), { code: 'returns.wrong_step' })
  await bob.call(approve, { returnId })
  await assert.rejects(bob.call(refund, { returnId }, { key: newId() }), { code: 'returns.wrong_step' })
  const lapsed = await bob.call(close, { returnId, answer: 'Nothing has come in two months.' })
  assert.deepEqual([lapsed.state, lapsed.refunded], ['lapsed', null])
  await assert.rejects(bob.call(receive, { returnId }), { code: 'returns.wrong_step' })
  await assert.rejects(bob.call(close, { returnId }), { code: 'returns.wrong_step' })
  const { email } = await bob.call(getOrder, { orderId })
  await shop.settle()
  const told = (await mailsTo(shop, email)).filter(({ subject }) => /did not arrive/.test(subject))
  assert.equal(told.length, 1)
  assert.match(told[0]!.text, /Nothing has come in two months/)
  await alice.call(request, { orderId, lines: [wish(lineIds[0]!)] })
  await shop.settle()
  await shop.invariants()
})

test('what staff took back without a return cannot be sent back once more', async () => {
  const { orderId, lineIds } = await arrived(alice, { of: await shop.goods(), quantity: 2 })
  const [orderLineId] = lineIds as [string]
  const asked = await alice.call(request, { orderId, lines: [wish(orderLineId, 2)] })
  const lines = [{ orderLineId, quantity: 1, restock: 'return' as const }]
  await bob.call(refundOrder, { orderId, lines, reason: 'Over the counter' }, { key: newId() })
  await bob.call(approve, { returnId: asked.id })
  await assert.rejects(bob.call(receive, { returnId: asked.id }), { code: 'orders.restock_too_many' })
  await alice.call(withdraw, { orderId, returnId: asked.id })
  assert.deepEqual(
    (await alice.call(list, { orderId })).returnable.map(({ quantity }) => quantity),
    [1],
  )
})

const FAULTS: Record<string, string> = {
  'returns.sent': `update returns.line set quantity = 2 where return_id = '${planted.id}'`,
  'returns.received': `update returns.line set quantity_received = 1 where return_id = '${planted.id}'`,
  'I18.return': `update returns.return set state = 'closed' where id = '${planted.id}'`,
}

for (const { id, says, sql } of invariants) {
  test(`${id}: ${says}`, async () => {
    const client = await shop.app.pool.pg.connect()
    try {
      assert.deepEqual((await client.query(sql)).rows, [])
      await client.query('begin')
      await client.query('set local session_replication_role = replica') // triggers and foreign keys look away
      await client.query(FAULTS[id]!)
      assert.ok((await client.query(sql)).rows.length > 0, 'the planted fault was not seen')
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
}

test('the database itself refuses another step, more than was sent, and another history', async () => {
  const query = (text: string) => shop.app.pool.pg.query(text)
  const step = query(`update returns.return set state = 'closed' where id = '${planted.id}'`)
  await assert.rejects(step, { constraint: 'return_step' })
  const more = query(`update returns.line set quantity = 2 where return_id = '${planted.id}'`)
  await assert.rejects(more, { constraint: 'line_sent' })
  await assert.rejects(query(`delete from returns.history where return_id = '${planted.id}'`), /never change/)
})
