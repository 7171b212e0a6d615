import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { cancel } from '../../orders/admin/cancel.ts'
import { get } from '../../orders/admin/get.ts'
import { mailsTo, paid, placed } from '#testing/orders.ts'
import { create } from './create.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())

test('everything of an order goes: the stock leaves, the buyer is told', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ name: 'Green tea', stock: 10 })
  const order = await paid(shop, guest, { of: tea, quantity: 3 })
  const parcel = await shop.bob.call(create, {
    orderId: order.id,
    carrier: 'Post',
    trackingCode: 'T-1',
    trackingUrl: 'https://post.example/T-1',
  })
  assert.deepEqual([parcel.state, parcel.carrier, parcel.trackingCode], ['shipped', 'Post', 'T-1'])
  assert.deepEqual(parcel.lines, [{ orderLineId: order.lines[0]!.id, quantity: 3 }])
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 7, reserved: 0, available: 7 })
  const after = await shop.bob.call(get, { orderId: order.id })
  assert.deepEqual(
    [after.status, after.fulfilmentStanding, after.lines[0]!.quantityShipped],
    ['shipped', 'shipped', 3],
  )
  assert.deepEqual(after.timeline.at(-1), {
    at: parcel.shippedAt,
    kind: 'shipped',
    text: '3 items are on the way.',
  })
  const mail = (await mailsTo(shop, guest.email)).at(-1)!
  assert.equal(mail.subject, `Your order ${order.number} is on its way`)
  assert.match(mail.text, /3 × Green tea/)
  assert.match(mail.text, /by Post under T-1/)
  await shop.invariants()
})

test('an order goes in parts, and never more than is left', async () => {
  const order = await paid(
    shop,
    shop.guest(),
    { of: await shop.goods(), quantity: 3 },
    { of: await shop.goods() },
  )
  const [first, second] = order.lines.map((line) => line.id) as [string, string]
  const send = (...lines: { orderLineId: string; quantity: number }[]) =>
    shop.bob.call(create, { orderId: order.id, lines })
  await send({ orderLineId: first, quantity: 2 })
  assert.equal((await shop.bob.call(get, { orderId: order.id })).fulfilmentStanding, 'part_shipped')
  await assert.rejects(send({ orderLineId: first, quantity: 2 }), (error: any) => {
    assert.equal(error.code, 'fulfilment.more_than_left')
    assert.deepEqual(error.details, { orderLineId: first, left: 1 })
    return true
  })
  await shop.invariants()
  assert.deepEqual(
    new Map(
      (await shop.bob.call(create, { orderId: order.id })).lines.map((line) => [
        line.orderLineId,
        line.quantity,
      ]),
    ),
    new Map([
      [first, 1],
      [second, 1],
    ]),
  )
  await assert.rejects(shop.bob.call(create, { orderId: order.id }), { code: 'fulfilment.nothing_to_ship' })
  await shop.invariants()
})

test('two people who pack at once send each thing once', async () => {
  const tea = await shop.goods({ stock: 10 })
  const order = await paid(shop, shop.guest(), { of: tea, quantity: 2 })
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, () => shop.bob.call(create, { orderId: order.id })),
  )
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
  for (const result of results)
    if (result.status === 'rejected') assert.equal(result.reason.code, 'fulfilment.nothing_to_ship')
  assert.equal((await shop.onHand(tea.variantId)).onHand, 8)
  await shop.invariants()
})

test('what is not paid, is off or is not there is not sent', async () => {
  const { order: pending } = await placed(shop, shop.guest(), { of: await shop.goods() })
  await assert.rejects(shop.bob.call(create, { orderId: pending.id }), {
    code: 'fulfilment.not_shippable',
    message: /not paid/,
  })
  await shop.bob.call(cancel, { orderId: pending.id })
  await assert.rejects(shop.bob.call(create, { orderId: pending.id }), { code: 'fulfilment.not_shippable' })
  await assert.rejects(shop.bob.call(create, { orderId: newId() }), { code: 'not_found' })
})

test('a foreign line, a line named twice, nothing of it: refused with the place', async () => {
  const order = await paid(shop, shop.guest(), { of: await shop.goods(), quantity: 2 })
  const other = await paid(shop, shop.guest(), { of: await shop.goods() })
  const line = { orderLineId: order.lines[0]!.id, quantity: 1 }
  const send = (lines: { orderLineId: string; quantity: number }[]) =>
    shop.bob.call(create, { orderId: order.id, lines })
  await assert.rejects(send([line, { orderLineId: other.lines[0]!.id, quantity: 1 }]), (error: any) => {
    assert.equal(error.errors[0].path, 'lines.1.orderLineId')
    return true
  })
  await assert.rejects(send([line, line]), { code: 'invalid_input' })
  for (const quantity of [0, -1])
    await assert.rejects(send([{ ...line, quantity }]), { code: 'invalid_input' })
  await assert.rejects(send([]), { code: 'invalid_input' })
})

test('only who may', async () => {
  const order = await paid(shop, shop.alice, { of: await shop.goods() })
  for (const other of [shop.alice, shop.staff('orders.read', 'orders.write')]) {
    await assert.rejects(other.call(create, { orderId: order.id }), { code: 'forbidden' })
  }
  await assert.rejects(shop.guest().call(create, { orderId: order.id }), { code: 'unauthenticated' })
})
