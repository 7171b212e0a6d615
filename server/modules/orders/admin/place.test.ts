import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { payOnSandbox } from '../../../adapters/sandbox/buyer.ts'
import { openShop } from '#testing/shop.ts'
import { readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, orderWhen } from '#testing/orders.ts'
import { place as placeOwn } from '../place.ts'
import { place } from './place.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { alice, bob } = shop

const forHer = (cartId: string, key = newId(), more: object = {}) =>
  bob.call(place, { cartId, paymentMethod: 'sandbox', ...more }, { key })

test('Bob places Alice’s cart: she gets the link by mail, pays, and it is her order', async () => {
  const tea = await shop.goods({ stock: 5 })
  const cart = await readyCart(shop, alice, { of: tea, quantity: 2 })
  const key = newId()
  const first = await forHer(cart.id, key, { expectedTotal: cart.totals.total })
  assert.deepEqual(
    [first.order.state, first.order.customerId, first.order.history[0]!.actor, first.order.history[0]!.cause],
    ['pending', alice.id, bob.id, 'orders.admin.place'],
  )
  assert.ok(!('accessToken' in first), 'staff get no token of the customer')
  assert.deepEqual(await forHer(cart.id, key, { expectedTotal: cart.totals.total }), first)
  await forHer(cart.id)
  const [mail, ...others] = await mailsTo(shop, alice.email)
  assert.deepEqual([mail!.subject, others], ['Your order at Test shop is ready to be paid', []])
  assert.match(mail!.text, new RegExp(`/orders/${first.order.id}\\?token=`))
  await payOnSandbox((first.next as { url: string }).url, 'pay')
  const order = await orderWhen(shop, first.order.id, (now) => now.state === 'confirmed')
  assert.equal(order.payments.length, 1)
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 5, reserved: 2, available: 3 })
  await shop.invariants()
})

test('shopper, staff and the payment’s webhook at once make one order with one payment', async () => {
  for (let round = 0; round < 10; round++) {
    const guest = shop.guest()
    const tea = await shop.goods({ stock: 50 })
    const { id: cartId } = await readyCart(shop, guest, { of: tea, quantity: 3 })
    const own = () => guest.call(placeOwn, { cartId, ...BACK }, { key: newId() })
    const half = round % 2 === 0 ? await own() : await forHer(cartId)
    const asks = [0, 1, 2].flatMap(() => [own(), forHer(cartId)])
    const [answers] = await Promise.all([
      Promise.all(asks),
      payOnSandbox((half.next as { url: string }).url, 'pay'),
    ])
    assert.deepEqual([...new Set(answers.map((answer) => answer.order.id))], [half.order.id])
    const order = await orderWhen(shop, half.order.id, (now) => now.state === 'confirmed')
    assert.deepEqual(
      order.payments.map((payment) => payment.state),
      ['captured'],
    )
    assert.equal((await shop.onHand(tea.variantId)).reserved, 3)
  }
  await shop.invariants()
})

test('what stands in a shopper’s way stands in the way of staff, and changes nothing', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 1 })
  const cart = await readyCart(shop, guest, { of: tea })
  await assert.rejects(forHer(cart.id, newId(), { expectedTotal: { amount: 1, currency: 'EUR' } }), {
    code: 'orders.total_changed',
  })
  await assert.rejects(forHer(cart.id, newId(), { paymentMethod: 'shells' }), {
    code: 'payments.method_unknown',
  })
  await assert.rejects(forHer(newId()), { code: 'not_found' })
  const wish = { cartId: cart.id, paymentMethod: 'sandbox' }
  await assert.rejects(bob.call(place, wish), { code: 'idempotency_key_needed' })
  const reader = shop.staff('orders.read')
  await assert.rejects(reader.call(place, wish, { key: newId() }), { code: 'forbidden' })
  await assert.rejects(guest.call(place, wish, { key: newId() }), { code: 'unauthenticated' })
  assert.equal((await shop.onHand(tea.variantId)).reserved, 0)
})
