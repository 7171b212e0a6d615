/** Each problem of a cart names what mends it, so that a program can: done as it says, the problem is gone. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { ADDRESS, cartOf, readyCart } from '#testing/carts.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { coded } from '#testing/promotions.ts'
import { adjust } from '../inventory/stock/adjust.ts'
import { writePrices } from '../pricing/index.ts'
import { addCode } from './add-code.ts'
import type { Cart } from './cart.ts'
import { deliveryOffers } from './delivery-offers.ts'
import { get } from './get.ts'
import { removeCode } from './remove-code.ts'
import { removeItem } from './remove-item.ts'
import { setDetails } from './set-details.ts'
import { setQuantity } from './set-quantity.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, locationId } = shop

const lower = ({ variantId }: Goods, by: number) =>
  bob.call(adjust, { variantId, locationId, delta: -by, reason: 'damaged' })
const tell = (cart: Cart) =>
  cart.problems.map(({ kind, actions }) => [kind, actions.map((each) => [each.kind, each.quantity])])

/** Does the first thing that each problem of a line names. */
async function mend(guest: Person, cart: Cart): Promise<Cart> {
  for (const { actions } of cart.problems) {
    const [{ kind, lineId, quantity }] = actions as [Cart['problems'][number]['actions'][number]]
    if (kind === 'remove_item') await guest.call(removeItem, { cartId: cart.id, lineId: lineId! })
    else await guest.call(setQuantity, { cartId: cart.id, lineId: lineId!, quantity: quantity! })
  }
  return guest.call(get, { cartId: cart.id })
}

test('sold out, fewer left, dearer, gone, and in another quantity: each says what mends it', async () => {
  const guest = shop.guest()
  const [gone, few, dear, archived, dozens] = [
    await shop.goods({ stock: 2 }),
    await shop.goods({ stock: 5 }),
    await shop.goods({ price: 1000 }),
    await shop.goods(),
    await shop.goods({ stock: 30 }),
  ]
  const { id } = await cartOf(
    guest,
    { of: gone, quantity: 2 },
    { of: few, quantity: 4 },
    { of: dear, quantity: 3 },
    { of: archived },
    { of: dozens, quantity: 7 },
  )
  await lower(gone, 2)
  await lower(few, 2)
  await shop.inside(async (ctx) => {
    await writePrices([{ variantId: dear.variantId, currency: 'EUR', amount: 1250 }], ctx)
    await sql`update catalog.product set state = 'draft' where id = ${archived.productId}`.execute(ctx.db)
    await sql`update catalog.variant set min_quantity = 6, quantity_step = 6 where id = ${dozens.variantId}`.execute(
      ctx.db,
    )
  })
  const cart = await guest.call(get, { cartId: id })
  assert.deepEqual(tell(cart), [
    ['out_of_stock', [['remove_item', null]]],
    [
      'less_left',
      [
        ['set_quantity', 3],
        ['remove_item', null],
      ],
    ],
    [
      'price_changed',
      [
        ['accept_price', 3],
        ['remove_item', null],
      ],
    ],
    ['not_for_sale', [['remove_item', null]]],
    [
      'wrong_quantity',
      [
        ['set_quantity', 6],
        ['remove_item', null],
      ],
    ],
  ])
  const mended = await mend(guest, cart)
  assert.deepEqual(mended.problems, [])
  assert.deepEqual(
    mended.lines.map((line) => line.quantity),
    [3, 3, 6],
  )
})

test('fewer left than are sold at once can only be taken out', async () => {
  const guest = shop.guest()
  const dozens = await shop.goods({ stock: 12 })
  await shop.inside((ctx) =>
    sql`update catalog.variant set min_quantity = 12, quantity_step = 6 where id = ${dozens.variantId}`.execute(
      ctx.db,
    ),
  )
  const { id: cartId } = await cartOf(guest, { of: dozens, quantity: 12 })
  await lower(dozens, 2)
  assert.deepEqual(tell(await guest.call(get, { cartId })), [['less_left', [['remove_item', null]]]])
})

test('a code that no longer holds names its removal, and one that waits for the delivery its choice', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ price: 700 })
  const five = await coded(shop, {
    kind: 'amount',
    sums: [{ currency: 'EUR', offAmount: 500, minimumAmount: 1400 }],
  })
  const free = await coded(shop, { kind: 'free_delivery' })
  const { id: cartId } = await cartOf(guest, { of: tea, quantity: 2 })
  await guest.call(addCode, { cartId, code: five.code })
  const { lines } = await guest.call(addCode, { cartId, code: free.code })
  const less = await guest.call(setQuantity, { cartId, lineId: lines[0]!.id, quantity: 1 })
  assert.deepEqual(
    less.codes.map(({ problem }) => problem?.actions.map(({ kind, code }) => [kind, code])),
    [
      [['remove_code', five.code]],
      [
        ['choose_delivery', null],
        ['remove_code', free.code],
      ],
    ],
  )
  const { code } = less.codes[0]!.problem!.actions[0]!
  const { codes } = await guest.call(removeCode, { cartId, code: code! })
  assert.equal(codes.length, 1)
})

test('a way of delivery that is not offered there is told, with what to do', async () => {
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: await shop.goods() })
  assert.equal(cart.deliveryProblem, null)
  const far = { ...ADDRESS, country: 'NZ', postalCode: '6011' }
  const abroad = await guest.call(setDetails, { cartId: cart.id, shippingAddress: far })
  assert.equal(abroad.deliveryProblem?.kind, 'nowhere')
  assert.deepEqual(
    abroad.deliveryProblem?.actions.map((action) => action.kind),
    ['change_address'],
  )
  assert.deepEqual((await guest.call(deliveryOffers, { cartId: cart.id })).items, [])
  const back = await guest.call(setDetails, { cartId: cart.id, shippingAddress: ADDRESS })
  assert.equal(back.deliveryProblem, null)
  await shop.inside((ctx) =>
    sql`update cart.cart set delivery_method_id = null where id = ${cart.id}`.execute(ctx.db),
  )
  assert.equal((await guest.call(get, { cartId: cart.id })).deliveryProblem, null, 'none is chosen yet')
})
