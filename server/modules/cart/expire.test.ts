import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { addItem } from './add-item.ts'
import { current } from './current.ts'
import { get } from './get.ts'
import { cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('a cart that nobody touches is set aside after a month, and a change opens it again', async () => {
  const guest = shop.guest()
  const tea = await shop.goods()
  const { id: cartId } = await cartOf(guest, { of: tea })
  shop.clock.forward(days(29))
  await shop.job('cart.expire')
  assert.equal((await guest.call(get, { cartId })).state, 'open')
  shop.clock.forward(days(2))
  await shop.job('cart.expire')
  assert.equal((await guest.call(get, { cartId })).state, 'abandoned')
  assert.equal((await guest.call(current, {})).cart, null)
  const again = await guest.call(addItem, { cartId, variantId: tea.variantId, quantity: 1 })
  assert.equal(again.state, 'open')
  assert.equal(again.itemCount, 2)
})

test('who has started a new cart goes on with that one', async () => {
  const guest = shop.guest()
  const tea = await shop.goods()
  const old = await cartOf(guest, { of: tea })
  shop.clock.forward(days(31))
  await shop.job('cart.expire')
  const young = await cartOf(guest)
  assert.notEqual(young.id, old.id)
  await assert.rejects(guest.call(addItem, { cartId: old.id, variantId: tea.variantId, quantity: 1 }), {
    code: 'cart.closed',
  })
})
