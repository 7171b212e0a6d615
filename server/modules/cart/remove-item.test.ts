import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { removeItem } from './remove-item.ts'
import { cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('a line goes, the others stay', async () => {
  const guest = shop.guest()
  const [tea, mug] = [await shop.goods(), await shop.goods({ price: 700 })]
  const cart = await cartOf(guest, { of: tea }, { of: mug })
  const lineId = cart.lines[0]!.id
  const left = await guest.call(removeItem, { cartId: cart.id, lineId })
  assert.deepEqual(
    left.lines.map((line) => line.variantId),
    [mug.variantId],
  )
  assert.equal(left.totals.total.amount, 700)
  await assert.rejects(
    guest.call(removeItem, { cartId: cart.id, lineId }),
    { code: 'not_found' },
    'it is gone',
  )
})

test('nobody empties another person’s cart, and an ordered one stays full', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods() })
  const input = { cartId: cart.id, lineId: cart.lines[0]!.id }
  await assert.rejects(shop.charlie.call(removeItem, input), { code: 'not_found' })
  await shop.inside((ctx) =>
    sql`update cart.cart set state = 'completed' where id = ${cart.id}`.execute(ctx.db),
  )
  await assert.rejects(guest.call(removeItem, input), { code: 'cart.closed' })
})
