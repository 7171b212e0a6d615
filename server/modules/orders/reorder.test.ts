/** Alice orders again what she had before; meanwhile the shop has gone on. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { placed } from '#testing/orders.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { archive } from '../catalog/products/archive.ts'
import { create } from '../cart/create.ts'
import { cancel } from './cancel.ts'
import { reorder } from './reorder.ts'

const shop = await openShop()
after(() => shop.close())
const { pg } = shop.app.pool

/** What is left of an order that did not come about: she starts from an empty cart. */
async function before(who: Person, ...wanted: { of: Goods; quantity?: number }[]): Promise<string> {
  const { order } = await placed(shop, who, ...wanted)
  await who.call(cancel, { orderId: order.id })
  await pg.query("update cart.cart set state = 'abandoned' where id = $1", [order.cartId])
  return order.id
}
const leave = ({ variantId }: Goods, onHand: number) =>
  pg.query(
    'update inventory.level l set on_hand = $2 from inventory.variant_item vi where vi.item_id = l.item_id and vi.variant_id = $1',
    [variantId, onHand],
  )

test('what is still for sale is in the cart again; of the rest each says why not', async () => {
  const ann = await shop.person(`p-${newId()}`, [])
  const [cup, tea, pot, jar] = await Promise.all(Array.from({ length: 4 }, () => shop.goods({ stock: 9 })))
  const orderId = await before(
    ann,
    { of: cup!, quantity: 2 },
    { of: tea!, quantity: 4 },
    { of: pot! },
    { of: jar! },
  )
  await leave(tea!, 3)
  await leave(pot!, 0)
  await shop.bob.call(archive, { productId: jar!.productId })

  const { id: cartId } = await ann.call(create, {})
  const told = await ann.call(reorder, { cartId, orderId })
  assert.deepEqual(
    told.lines.map(({ productId, wanted, put, shortOf }) => [productId, wanted, put, shortOf]),
    [
      [cup!.productId, 2, 2, null],
      [tea!.productId, 4, 3, 'fewer'],
      [pot!.productId, 1, 0, 'sold_out'],
      [jar!.productId, 1, 0, 'gone'],
    ],
  )
  assert.deepEqual(
    told.cart.lines.map(({ variantId, quantity }) => [variantId, quantity]).sort(),
    [
      [cup!.variantId, 2],
      [tea!.variantId, 3],
    ].sort(),
  )
  assert.deepEqual(told.cart.problems, [])
})

test('it is added to what the cart has, at the price of today, as often as it is asked for', async () => {
  const ann = await shop.person(`p-${newId()}`, [])
  const cup = await shop.goods({ price: 500, stock: 9 })
  const orderId = await before(ann, { of: cup, quantity: 3 })
  const cart = await cartOf(ann, { of: cup, quantity: 2 })
  const once = await ann.call(reorder, { cartId: cart.id, orderId, expectedVersion: cart.version })
  assert.deepEqual([once.cart.itemCount, once.lines[0]!.put], [5, 3])
  await ann.call(reorder, { cartId: cart.id, orderId })
  const last = await ann.call(reorder, { cartId: cart.id, orderId })
  assert.deepEqual(
    [last.cart.itemCount, last.lines[0]!.put, last.lines[0]!.shortOf],
    [9, 1, 'fewer'],
    'no more than there is',
  )
  await assert.rejects(ann.call(reorder, { cartId: cart.id, orderId, expectedVersion: 1 }), {
    code: 'stale_version',
  })
})

test('minimum and steps of today are kept', async () => {
  const ann = await shop.person(`p-${newId()}`, [])
  const cup = await shop.goods({ stock: 20 })
  const orderId = await before(ann, { of: cup, quantity: 5 })
  await pg.query('update catalog.variant set min_quantity = 4, quantity_step = 4 where id = $1', [
    cup.variantId,
  ])
  const { id: cartId } = await ann.call(create, {})
  const { lines } = await ann.call(reorder, { cartId, orderId })
  assert.deepEqual([lines[0]!.put, lines[0]!.shortOf], [4, 'fewer'])
})

test('another’s order cannot be looked into this way, nor another’s cart be filled; the order’s link will do', async () => {
  const guest = shop.guest()
  const cup = await shop.goods({ stock: 9 })
  const { order, accessToken: token } = await placed(shop, guest, { of: cup })
  const { id: cartId } = await shop.charlie.call(create, {})
  await assert.rejects(shop.charlie.call(reorder, { cartId, orderId: order.id }), { code: 'not_found' })
  await assert.rejects(shop.bob.call(reorder, { cartId, orderId: order.id, token }), { code: 'not_found' })
  const told = await shop.charlie.call(reorder, { cartId, orderId: order.id, token })
  assert.equal(told.lines[0]!.put, 1)
})
