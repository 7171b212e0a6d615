import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cartOf } from '#testing/carts.ts'
import { openShop } from '#testing/shop.ts'
import { setQuantity } from './set-quantity.ts'
import { cartChanged } from './events.ts'
import { follow } from './follow.ts'

const shop = await openShop()
after(() => shop.close())

test('a second device sees what the first one did, by the event it listens to', async () => {
  const cup = await shop.goods({ price: 1000, stock: 9 })
  const cart = await cartOf(shop.alice, { of: cup })
  assert.equal((await shop.alice.call(follow, { cartId: cart.id })).totals.subtotal.amount, 1000)
  await shop.alice.call(setQuantity, { cartId: cart.id, lineId: cart.lines[0]!.id, quantity: 3 })
  assert.equal((await shop.alice.call(follow, { cartId: cart.id })).totals.subtotal.amount, 3000)
  assert.equal(follow.topic!({ cartId: cart.id } as never), cart.id)
  const { rows } = await shop.app.pool.pg.query<{ n: number }>(
    "select count(*)::int as n from kit.event where name = $1 and payload->'ids' ? $2",
    [cartChanged.name, cart.id],
  )
  assert.ok(rows[0]!.n >= 2, 'filled and changed')
})

test('strangers hear nothing of it', async () => {
  const cart = await cartOf(shop.guest(), { of: await shop.goods() })
  await assert.rejects(shop.charlie.call(follow, { cartId: cart.id }), { code: 'not_found' })
})
