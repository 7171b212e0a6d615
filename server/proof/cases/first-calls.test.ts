/** Many first calls at once, on a pool smaller than they are: none waits for a connection that another of them holds. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { addItem } from '../../modules/cart/add-item.ts'
import { create } from '../../modules/cart/create.ts'

const shop = await openShop({ poolSize: 3 })
after(() => shop.close())

test('what commands compute with is loaded past a pool that they fill themselves', async () => {
  const tea = await shop.goods({ stock: 100 })
  const guests = Array.from({ length: 12 }, () => shop.guest())
  const carts = await Promise.all(guests.map((guest) => guest.call(create, {})))
  shop.app.snapshots.forget(shop.storeId, ['settings', 'tax', 'delivery'])
  const filled = await Promise.all(
    guests.map((guest, index) =>
      guest.call(addItem, { cartId: carts[index]!.id, variantId: tea.variantId, quantity: 1 }),
    ),
  )
  assert.equal(filled.filter((cart) => cart.lines.length === 1).length, 12)
})
