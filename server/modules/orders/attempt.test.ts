/** A process that dies between the two transactions of an attempt: nothing is lost, nothing is opened twice. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { resumeTask } from '#kit/invoke.ts'
import { newId } from '#kit/id.ts'
import { readyCart } from '#testing/carts.ts'
import { BACK, orderWhen, payNow } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { ownUrl, type Placement } from './attempt.ts'
import { pay } from './pay.ts'
import { place } from './place.ts'

const shop = await openShop()
after(() => shop.close())

/** The first transaction of placing, and then nothing more. */
async function cutOff(buyer: Person): Promise<{ orderId: string; cartId: string }> {
  const cart = await readyCart(shop, buyer, { of: await shop.goods() })
  const input = { cartId: cart.id, ...BACK }
  const call = { actor: buyer.actor, hint: { storeId: shop.storeId } }
  const { resourceId } = await shop.app.inTransaction(call, async (ctx) => {
    await place.access.check(input as never, ctx)
    return place.task!.begin(input, ctx)
  })
  return { orderId: resourceId, cartId: cart.id }
}

test('the next request goes on with the same payment', async () => {
  const guest = shop.guest()
  const { orderId, cartId } = await cutOff(guest)
  const again = await guest.call(place, { cartId, ...BACK }, { key: newId() })
  assert.deepEqual([again.order.id, again.order.payments.length, again.next.kind], [orderId, 1, 'redirect'])
  assert.equal((await payNow(shop, again)).state, 'confirmed')
  await shop.invariants()
})

test('so does a repeat with the same key', async () => {
  const guest = shop.guest()
  const { orderId } = await cutOff(guest)
  const call = { actor: guest.actor, hint: { storeId: shop.storeId } }
  const first = (await resumeTask(shop.app, place, orderId, call)) as Placement
  const second = (await resumeTask(shop.app, place, orderId, call)) as Placement
  assert.equal(first.next.kind, 'redirect')
  assert.deepEqual(second, first)
})

test('with nobody asking again the attempt is given up, and the order can still be paid', async () => {
  const guest = shop.guest()
  const { orderId } = await cutOff(guest)
  for (let n = 0; n < 8; n++) {
    shop.clock.forward(seconds(45))
    await shop.job('payments.sweep')
  }
  const order = await orderWhen(shop, orderId, (now) => now.payments[0]!.state === 'failed')
  assert.deepEqual(
    [order.state, order.payments[0]!.declineCode, order.canPay],
    ['pending', 'never_opened', true],
  )
  const placement = await guest.call(pay, { orderId, ...BACK }, { key: newId() })
  assert.equal((await payNow(shop, placement)).state, 'confirmed')
  await shop.invariants()
})

test('addresses to come back to are those of this shop, whole or from its root', () => {
  const here = { origin: 'https://shop.example' }
  assert.equal(ownUrl(here, 'o1', '/back?order={orderId}', 'returnUrl'), 'https://shop.example/back?order=o1')
  assert.equal(ownUrl(here, 'o1', 'https://shop.example/{orderId}', 'returnUrl'), 'https://shop.example/o1')
  for (const link of [
    'https://evil.example/',
    '//evil.example/',
    'http://shop.example/',
    'https://a:b@shop.example/',
    'javascript:alert(1)',
  ]) {
    assert.throws(() => ownUrl(here, 'o1', link, 'returnUrl'), { code: 'invalid_input' }, link)
  }
})
