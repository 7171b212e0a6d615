/** What came to nothing is forgotten; what an order speaks of is not. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { days } from '#kit/clock.ts'
import { cartOf, readyCart } from '#testing/carts.ts'
import { placed } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { cancel } from '../orders/cancel.ts'
import { get } from './get.ts'
import { setDetails } from './set-details.ts'

const shop = await openShop()
after(() => shop.close())

test('a cart that was left goes with its address after three months, but not one that an order began from', async () => {
  const tea = await shop.goods({ stock: 50 })
  const [leaves, orders, comes] = [shop.guest(), shop.guest(), shop.guest()]
  const left = await readyCart(shop, leaves, { of: tea })
  const { order } = await placed(shop, orders, { of: tea })
  await orders.call(cancel, { orderId: order.id })
  const stays = await cartOf(comes, { of: tea })
  const there = async () => {
    await shop.job('cart.expire')
    await shop.job('cart.purge')
    const { rows } = await sql<{
      id: string
    }>`select id from cart.cart where store_id = ${shop.storeId}`.execute(shop.app.pool.db)
    return new Set(rows.map(({ id }) => id))
  }

  shop.clock.forward(days(31))
  assert.equal((await there()).size, 3)
  shop.clock.forward(days(59))
  assert.equal((await there()).size, 3)
  await comes.call(setDetails, { cartId: stays.id, email: 'back@example.com' })
  shop.clock.forward(days(2))
  const now = await there()
  assert.deepEqual([now.has(left.id), now.has(order.cartId!), now.has(stays.id)], [false, true, true])
  await assert.rejects(leaves.call(get, { cartId: left.id }), { status: 404 })
  assert.equal((await comes.call(get, { cartId: stays.id })).email, 'back@example.com')
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from cart.line where cart_id = ${left.id}`.execute(shop.app.pool.db)
  assert.equal(rows[0]!.n, 0)
  await shop.invariants()
})
