import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { create as ship } from '../../fulfilment/shipments/create.ts'
import { mailsTo, orderWhen, paid, placed } from '#testing/orders.ts'
import { cancel } from './cancel.ts'

const shop = await openShop()
after(() => shop.close())

test('staff cancel a paid order: stock back, money back, the buyer is told', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 10 })
  const order = await paid(shop, guest, { of: tea, quantity: 3 })
  const cancelled = await shop.bob.call(cancel, {
    orderId: order.id,
    reason: 'The crate fell.',
    expectedVersion: order.version,
  })
  assert.deepEqual(
    [cancelled.state, cancelled.status, cancelled.cancelReason],
    ['cancelled', 'refunded', 'The crate fell.'],
  )
  assert.equal((await shop.onHand(tea.variantId)).available, 10)
  await shop.invariants()

  await shop.job('payments.sweep')
  shop.clock.forward(seconds(40))
  const refunded = await orderWhen(shop, order.id, (now) => now.timeline.at(-1)!.kind === 'refunded')
  assert.deepEqual(
    refunded.payments.map((payment) => payment.refunded),
    [order.totals.total],
  )
  const subjects = (await mailsTo(shop, guest.email)).map((mail) => mail.subject)
  assert.equal(subjects.length, 3)
  assert.match(subjects[1]!, /was cancelled/)
  assert.match(subjects[2]!, /We have refunded €/)
  await shop.invariants()
  const { rows } = await shop.app.pool.pg.query(
    'select actor, before, after from kit.audit where subject_id = $1',
    [order.id],
  )
  assert.deepEqual(rows, [
    { actor: shop.bob.id, before: { state: 'confirmed' }, after: { state: 'cancelled' } },
  ])
})

test('a pending order too, without a mail', async () => {
  const guest = shop.guest()
  const { order } = await placed(shop, guest, { of: await shop.goods() })
  assert.equal((await shop.bob.call(cancel, { orderId: order.id })).state, 'cancelled')
  await shop.invariants()
})

test('what has left the house, or is over, stays', async () => {
  const order = await paid(shop, shop.guest(), { of: await shop.goods(), quantity: 2 })
  await shop.bob.call(ship, { orderId: order.id, lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }] })
  await assert.rejects(shop.bob.call(cancel, { orderId: order.id }), { code: 'orders.not_cancellable' })
  const { order: other } = await placed(shop, shop.guest(), { of: await shop.goods() })
  await assert.rejects(shop.bob.call(cancel, { orderId: other.id, expectedVersion: 7 }), {
    code: 'stale_version',
  })
  await shop.bob.call(cancel, { orderId: other.id })
  await assert.rejects(shop.bob.call(cancel, { orderId: other.id }), { code: 'orders.not_cancellable' })
  await assert.rejects(shop.bob.call(cancel, { orderId: newId() }), { code: 'not_found' })
})

test('while the payment company has not said what became of a step, no money moves', async () => {
  const order = await paid(shop, shop.guest(), { of: await shop.goods() })
  await shop.app.pool.pg.query('update payments.payment set unknown_since = now() where payable_id = $1', [
    order.id,
  ])
  await assert.rejects(shop.bob.call(cancel, { orderId: order.id }), { code: 'payments.outcome_unknown' })
})

test('only who may', async () => {
  const { order } = await placed(shop, shop.alice, { of: await shop.goods() })
  for (const other of [shop.alice, shop.staff('orders.read')]) {
    await assert.rejects(other.call(cancel, { orderId: order.id }), { code: 'forbidden' })
  }
  await assert.rejects(shop.guest().call(cancel, { orderId: order.id }), { code: 'unauthenticated' })
})
