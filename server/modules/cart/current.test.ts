import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { current } from './current.ts'
import { cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('everybody finds their own cart, and nobody else’s', async () => {
  const guest = shop.guest()
  assert.deepEqual(await guest.call(current, {}), { cart: null })
  const cart = await cartOf(guest, { of: await shop.goods() })
  assert.equal((await guest.call(current, {})).cart?.id, cart.id)
  assert.deepEqual(await shop.charlie.call(current, {}), { cart: null })
})

test('without a session there is no cart', async () => {
  const answer = await shop.app.invoke(
    current,
    {},
    { actor: { kind: 'anonymous' }, hint: { storeId: shop.storeId } },
  )
  assert.deepEqual(answer, { cart: null })
})
