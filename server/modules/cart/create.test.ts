import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { create as createAddress } from '../customers/addresses/create.ts'
import { create } from './create.ts'
import { ADDRESS } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('a guest starts a cart, and starting again answers with the same one', async () => {
  const guest = shop.guest()
  const cart = await guest.call(create, {})
  assert.equal(cart.state, 'open')
  assert.deepEqual(cart.missing, ['items', 'email', 'shipping_address'])
  assert.deepEqual(cart.totals.total, { amount: 0, currency: 'EUR' })
  assert.equal((await guest.call(create, {})).id, cart.id)
})

test('a button pressed ten times at once makes one cart', async () => {
  for (const buyer of [shop.guest(), shop.charlie]) {
    const carts = await Promise.all(Array.from({ length: 10 }, () => buyer.call(create, {})))
    assert.equal(new Set(carts.map((cart) => cart.id)).size, 1)
  }
})

test('a member’s e-mail and usual address are filled in', async () => {
  await shop.alice.call(createAddress, { ...ADDRESS, isDefault: true })
  const cart = await shop.alice.call(create, {})
  assert.equal(cart.email, 'alice@example.com')
  assert.equal(cart.shippingAddress?.city, 'Hamburg')
})

test('whoever has no session cannot have a cart', async () => {
  const call = shop.app.invoke(create, {}, { actor: { kind: 'anonymous' }, hint: { storeId: shop.storeId } })
  await assert.rejects(call, { code: 'unauthenticated' })
})
