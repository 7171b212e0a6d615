import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { writePrices } from '../pricing/index.ts'
import { get } from './get.ts'
import { cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

const setStock = (variantId: string, onHand: number) =>
  shop.inside((ctx) =>
    sql`update inventory.level set on_hand = ${onHand} where item_id in (select item_id from inventory.variant_item where variant_id = ${variantId})`.execute(
      ctx.db,
    ),
  )

test('a cart says what has become of its things', async () => {
  const guest = shop.guest()
  const [tea, mug, pot, cup] = [
    await shop.goods(),
    await shop.goods(),
    await shop.goods({ price: 1000 }),
    await shop.goods(),
  ]
  const { id } = await cartOf(guest, { of: tea, quantity: 3 }, { of: mug }, { of: pot }, { of: cup })
  await setStock(tea.variantId, 2)
  await setStock(mug.variantId, 0)
  await shop.inside((ctx) => writePrices([{ variantId: pot.variantId, currency: 'EUR', amount: 1250 }], ctx))
  await shop.inside((ctx) =>
    sql`update catalog.product set state = 'draft' where id = ${cup.productId}`.execute(ctx.db),
  )

  const cart = await guest.call(get, { cartId: id })
  assert.deepEqual(
    cart.problems.map(({ kind, available, was, is }) => [kind, available, was?.amount, is?.amount]),
    [
      ['less_left', 2, undefined, undefined],
      ['out_of_stock', 0, undefined, undefined],
      ['price_changed', null, 1000, 1250],
      ['not_for_sale', null, undefined, undefined],
    ],
  )
  assert.match(cart.problems[2]!.message, /now costs €12\.50 instead of €10\.00/)
})

test('a cart is there for its owner only', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest)
  for (const stranger of [shop.charlie, shop.bob, shop.guest()]) {
    await assert.rejects(stranger.call(get, { cartId: cart.id }), { code: 'not_found' })
  }
  await guest.call(get, { cartId: cart.id })
})

test('reading a cart is one statement', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods() })
  const statements = { count: 0 }
  await guest.call(get, { cartId: cart.id }, { statements })
  assert.equal(statements.count, 1)
})
