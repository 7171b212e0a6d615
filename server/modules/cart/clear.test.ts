import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { clear } from './clear.ts'
import { readyCart } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('everything goes, the address stays', async () => {
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: await shop.goods() }, { of: await shop.goods() })
  const empty = await guest.call(clear, { cartId: cart.id })
  assert.deepEqual(empty.lines, [])
  assert.deepEqual(empty.missing, ['items'])
  assert.equal(empty.totals.total.amount, 0)
})

test('not by others, not by whoever saw an older version, not once it is ordered', async () => {
  const guest = shop.guest()
  const { id: cartId, version } = await readyCart(shop, guest, { of: await shop.goods() })
  await assert.rejects(shop.charlie.call(clear, { cartId }), { code: 'not_found' })
  await assert.rejects(guest.call(clear, { cartId, expectedVersion: version - 1 }), { code: 'stale_version' })
  await shop.inside((ctx) =>
    sql`update cart.cart set state = 'completed' where id = ${cartId}`.execute(ctx.db),
  )
  await assert.rejects(guest.call(clear, { cartId }), { code: 'cart.closed' })
})
