import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { payOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { get as getCart } from '../cart/get.ts'
import { lockCart } from '../cart/index.ts'
import { get } from './admin/get.ts'
import { cancel } from './cancel.ts'
import { lockOrder } from './lock.ts'
import { orderPayable } from './payable.ts'
import { mailsTo, orderWhen, paid, payNow, placed } from '#testing/orders.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())

const url = (placement: Awaited<ReturnType<typeof placed>>) => (placement.next as { url: string }).url

async function refundedOrder(orderId: string) {
  await shop.settle()
  await shop.job('payments.sweep')
  return orderWhen(shop, orderId, (order) => order.timeline.some((entry) => entry.kind === 'refunded'))
}

test('money that comes after the order was cancelled goes back by itself', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 5 })
  const placement = await placed(shop, guest, { of: tea })
  const orderId = placement.order.id
  await guest.call(cancel, { orderId })
  await payOnSandbox(url(placement))
  await orderWhen(shop, orderId, (order) => order.payments[0]!.captured.amount > 0)
  const order = await refundedOrder(orderId)
  assert.equal(order.state, 'cancelled')
  assert.deepEqual(order.payments[0]!.refunded, order.totals.total)
  assert.ok(order.history.some((entry) => entry.kind === 'came_too_late'))
  assert.equal((await shop.onHand(tea.variantId)).available, 5)
  assert.match((await mailsTo(shop, guest.email)).at(-1)!.subject, /We have refunded/)
  await shop.invariants()
})

test('money that comes after the order expired goes back too', async () => {
  const placement = await placed(shop, shop.guest(), { of: await shop.goods() })
  shop.clock.forward(minutes(16))
  await shop.job('orders.expire')
  await payOnSandbox(url(placement))
  await orderWhen(shop, placement.order.id, (order) => order.payments[0]!.captured.amount > 0)
  const order = await refundedOrder(placement.order.id)
  assert.deepEqual([order.state, order.status], ['expired', 'refunded'])
  await shop.invariants()
})

test('an order paid twice is paid once: the second payment goes back', async () => {
  const order = await paid(shop, shop.guest(), { of: await shop.goods() })
  const second = newId()
  await shop
    .inside(async (ctx) => {
      await sql`insert into payments.payment (id, store_id, provider, method, payable_kind, payable_id, currency, amount, capture, state, authorised_amount,
        captured_amount, return_url, cancel_url, created_at, updated_at)
      select ${second}, store_id, provider, method, payable_kind, payable_id, currency, amount, capture, 'captured', amount, amount, return_url, cancel_url, created_at, updated_at
      from payments.payment where payable_id = ${order.id}`.execute(ctx.db)
      const { rows } = await sql<never>`select * from payments.payment where id = ${second}`.execute(ctx.db)
      assert.equal(await orderPayable.secured(ctx, order.id, rows[0]!), 'unwanted')
      throw new Error('undo')
    })
    .catch((error: Error) => assert.equal(error.message, 'undo'))
})

test('a decline leaves the order waiting, tells the buyer once, and keeps the stock', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 5 })
  const order = await payNow(shop, await placed(shop, guest, { of: tea }), 'decline')
  assert.deepEqual([order.state, order.paymentStanding], ['pending', 'failed'])
  assert.equal((await shop.onHand(tea.variantId)).reserved, 1)
  const mails = await mailsTo(shop, guest.email)
  assert.equal(mails.length, 1)
  assert.match(mails[0]!.text, /Nothing was charged/)
  assert.match(mails[0]!.text, new RegExp(`/orders/${order.id}\\?token=`))
  await shop.invariants()
})

test('an order whose hold was lost is confirmed if the stock is there, else it is cancelled and refunded', async () => {
  const tea = await shop.goods({ stock: 1 })
  const lose = (orderId: string) =>
    shop.app.pool.pg.query(
      `with lost as (update inventory.reservation set state = 'expired' where holder_id = $1 returning item_id, quantity)
       update inventory.level l set reserved = reserved - lost.quantity from lost where lost.item_id = l.item_id`,
      [orderId],
    )
  const first = await placed(shop, shop.guest(), { of: tea })
  await lose(first.order.id)
  const second = await placed(shop, shop.guest(), { of: tea })
  await lose(second.order.id)
  assert.equal((await payNow(shop, first)).state, 'confirmed')
  const late = await payNow(shop, second)
  assert.deepEqual([late.state, late.cancelReason], ['cancelled', 'sold_out'])
  assert.equal((await refundedOrder(late.id)).status, 'refunded')
  await shop.invariants()
})

test('the redirect’s question and both copies of the webhook at once confirm one order once', async () => {
  for (let round = 0; round < 10; round++) {
    const guest = shop.guest()
    const placement = await placed(shop, guest, { of: await shop.goods() })
    await payOnSandbox(url(placement), 'pay', 'twice')
    await Promise.all([
      shop.job('payments.sweep'),
      orderWhen(shop, placement.order.id, (order) => order.state === 'confirmed'),
    ])
    const order = await shop.bob.call(get, { orderId: placement.order.id })
    assert.equal(order.timeline.filter((entry) => entry.kind === 'confirmed').length, 1)
    assert.equal((await guest.call(getCart, { cartId: order.cartId })).state, 'completed')
  }
  await shop.invariants()
})

test('an order is locked after its cart, and who waited sees it as it is then', async () => {
  const { order } = await placed(shop, shop.guest(), { of: await shop.goods() })
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const { promise: inside, resolve: entered } = Promise.withResolvers<void>()
  const first = shop.inside(async (ctx) => {
    await lockCart(order.cartId, ctx)
    entered()
    await gate
    await sql`update orders.order set version = 77 where id = ${order.id}`.execute(ctx.db)
  })
  await inside
  let seen = 0
  const second = shop.inside(async (ctx) => void (seen = (await lockOrder(ctx, order.id)).version))
  await sleep(100)
  assert.equal(seen, 0, 'whoever has the cart keeps others from its order')
  open()
  await Promise.all([first, second])
  assert.equal(seen, 77)
})

test('two who want the order at once have it one after the other', async () => {
  const { order } = await placed(shop, shop.guest(), { of: await shop.goods() })
  const raise = () =>
    shop.inside(async (ctx) => {
      const { version } = await lockOrder(ctx, order.id)
      await sleep(5)
      await sql`update orders.order set version = ${version + 1} where id = ${order.id}`.execute(ctx.db)
    })
  await Promise.all(Array.from({ length: 8 }, raise))
  assert.equal((await shop.bob.call(get, { orderId: order.id })).version, order.version + 8)
})
