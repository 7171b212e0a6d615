/** Where a country and a city tax at once, an order is taxed twice, and every cent of it says by which rate, in the cart, the order and what goes back. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { BACK, payNow } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { newId } from '#kit/id.ts'
import { get as getCart } from '../../cart/get.ts'
import { setDetails } from '../../cart/set-details.ts'
import { list as categories } from '../../tax/categories/list.ts'
import { set } from '../../tax/rates/set.ts'
import { get } from './get.ts'
import { place } from '../place.ts'
import { refund } from './refund.ts'
import { taxes } from './taxes.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const { items } = await bob.call(categories, {})
const categoryId = items.find(({ key }) => key === 'standard')!.id
const VIENNA = { ...ADDRESS, city: 'Wien', region: 'Wien', postalCode: '1010', country: 'AT' }

async function ordered(pricesIncludeTax: boolean) {
  const guest = shop.guest()
  const goods = await shop.goods({ price: 999, stock: 50 })
  const cart = await cartOf(guest, { of: goods, quantity: 3 })
  const { market_id: marketId } = (
    await sql<{ market_id: string }>`select market_id from cart.cart where id = ${cart.id}`.execute(
      shop.app.pool.db,
    )
  ).rows[0]!
  await sql`update settings.market set prices_include_tax = ${pricesIncludeTax} where id = ${marketId}`.execute(
    shop.app.pool.db,
  )
  shop.app.snapshots.forget(shop.storeId, ['settings'])
  await guest.call(setDetails, {
    cartId: cart.id,
    email: guest.email,
    shippingAddress: VIENNA,
    deliveryMethodId: shop.methodId,
  })
  const shown = await guest.call(getCart, { cartId: cart.id })
  const placement = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  assert.deepEqual(placement.order.totals, shown.totals)
  return payNow(shop, placement)
}

const state = await bob.call(set, {
  categoryId,
  country: 'AT',
  name: 'State',
  rateBasisPoints: 500,
  startsOn: '2020-01-01',
})
const city = await bob.call(set, {
  categoryId,
  country: 'AT',
  region: 'Wien',
  layer: 1,
  name: 'City',
  rateBasisPoints: 700,
  startsOn: '2020-01-01',
})

for (const included of [false, true])
  test(`tax ${included ? 'inside prices' : 'on top'}: two tax lines, each line's and the delivery's by its rates`, async () => {
    const order = await ordered(included)
    const { totals } = order
    assert.deepEqual(
      totals.taxes.map(({ name }) => name),
      ['City', 'State'],
    )
    const sumOf = (name: string) => totals.taxes.find((tax) => tax.name === name)!.amount.amount
    const told = await bob.call(taxes, { orderId: order.id })
    assert.deepEqual(
      told.items.map(({ orderLineId, taxes: charged }) => [orderLineId, charged.map(({ rateId }) => rateId)]),
      [order.lines[0]!.id, null].map((id) => [id, [state.id, city.id]]),
    )
    const charged = told.items.flatMap((item) => item.taxes)
    for (const name of ['State', 'City'])
      assert.equal(
        charged.filter((tax) => tax.name === name).reduce((sum, tax) => sum + tax.amount.amount, 0),
        sumOf(name),
      )
    if (!included)
      assert.deepEqual(
        [totals.subtotal, charged[0]!.amount, charged[1]!.amount],
        [eur(2997), eur(150), eur(210)],
      )
    await shop.invariants()

    const { refunds } = await bob.call(refund, { orderId: order.id, reason: 'All of it' }, { key: newId() })
    assert.deepEqual(refunds[0]!.taxes, totals.taxes)
    await bob.call(get, { orderId: order.id })
    await shop.invariants()
  })

test('only who sees orders sees their taxes', async () => {
  await assert.rejects(bob.call(taxes, { orderId: newId() }), { status: 404 })
  await assert.rejects(shop.alice.call(taxes, { orderId: newId() }), { code: 'forbidden' })
})
