import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { get } from './get.ts'
import { setDetails } from './set-details.ts'
import { ADDRESS, cartOf, readyCart } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('step by step nothing is missing any more, and the answer is the cart as it is kept', async () => {
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: await shop.goods({ price: 1000 }) })
  const email = await guest.call(setDetails, { cartId, email: 'ann@example.com' })
  assert.deepEqual(email.missing, ['shipping_address', 'delivery'])
  const address = await guest.call(setDetails, {
    cartId,
    shippingAddress: { ...ADDRESS, name: '  Ann   Lee ' },
  })
  assert.equal(address.shippingAddress?.name, 'Ann Lee')
  assert.deepEqual(address.missing, ['delivery'])
  const ready = await guest.call(setDetails, { cartId, deliveryMethodId: shop.methodId })
  assert.deepEqual(ready.missing, [])
  assert.deepEqual(ready.delivery?.price, { amount: 490, currency: 'EUR' })
  assert.equal(ready.totals.total.amount, 1490)
  assert.deepEqual(ready, await guest.call(get, { cartId }))
})

test('null clears, absent stays', async () => {
  const guest = shop.guest()
  const { id: cartId } = await readyCart(shop, guest, { of: await shop.goods() })
  const cleared = await guest.call(setDetails, { cartId, email: null })
  assert.equal(cleared.email, null)
  assert.equal(cleared.shippingAddress?.city, 'Hamburg')
  assert.deepEqual(await guest.call(get, { cartId }), cleared)
})

test('a delivery that is not offered there is refused; one no longer offered is to be chosen anew', async () => {
  const guest = shop.guest()
  const { id: cartId } = await readyCart(shop, guest, { of: await shop.goods() })
  await assert.rejects(guest.call(setDetails, { cartId, deliveryMethodId: newId() }), {
    code: 'cart.delivery_not_offered',
  })
  const abroad = { ...ADDRESS, country: 'US', postalCode: '10001', region: 'NY' }
  const moved = await guest.call(setDetails, { cartId, shippingAddress: abroad })
  assert.equal(moved.delivery, null)
  assert.deepEqual(moved.missing, ['delivery'])
  await assert.rejects(guest.call(setDetails, { cartId, deliveryMethodId: shop.methodId }), {
    code: 'cart.delivery_not_offered',
  })
})

test('a postal code that the country does not have is told with its place', async () => {
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest)
  await assert.rejects(
    guest.call(setDetails, { cartId, shippingAddress: { ...ADDRESS, postalCode: 'X1' } }),
    (error: any) => {
      assert.equal(error.errors[0].path, 'shippingAddress.postalCode')
      return true
    },
  )
})

test('not by others, not once it is ordered', async () => {
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest)
  await assert.rejects(shop.charlie.call(setDetails, { cartId, email: 'c@example.com' }), {
    code: 'not_found',
  })
  await shop.inside((ctx) =>
    sql`update cart.cart set state = 'completed' where id = ${cartId}`.execute(ctx.db),
  )
  await assert.rejects(guest.call(setDetails, { cartId, email: 'c@example.com' }), { code: 'cart.closed' })
})

test('setting details costs at most 6 statements', async () => {
  const guest = shop.guest()
  const { id: cartId } = await readyCart(shop, guest, { of: await shop.goods() })
  const statements = { count: 0 }
  await guest.call(setDetails, { cartId, email: 'b@example.com', shippingAddress: ADDRESS }, { statements })
  assert.ok(statements.count <= 6, `${statements.count} statements`)
})
