/** Alice moves her cart to Japan: all of it costs yen there, is ordered in yen and booked in yen, or she is told what is not sold there. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { bundleOf } from '#testing/bundles.ts'
import { cartOf, readyCart } from '#testing/carts.ts'
import { BACK, payNow } from '#testing/orders.ts'
import { coded } from '#testing/promotions.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { update as updateMethod } from '../delivery/methods/update.ts'
import { refund } from '../orders/admin/refund.ts'
import { place } from '../orders/place.ts'
import { writePrices } from '../pricing/index.ts'
import { set as setCurrencies } from '../settings/currencies/set.ts'
import { create as createMarket } from '../settings/markets/create.ts'
import { addCode } from './add-code.ts'
import { addBundle } from './add-bundle.ts'
import { get } from './get.ts'
import { setMarket } from './set-market.ts'
import { update as updateCarts } from './settings/update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, charlie } = shop
const yen = (amount: number) => ({ amount, currency: 'JPY' })
const eur = (amount: number) => ({ amount, currency: 'EUR' })

await bob.call(setCurrencies, { currencies: ['EUR', 'JPY'] })
await bob.call(createMarket, {
  code: 'japan',
  name: 'Japan',
  currency: 'JPY',
  countries: ['JP'],
  pricesIncludeTax: true,
  taxRounding: 'line',
})
await bob.call(updateMethod, { methodId: shop.methodId, rates: [{ price: eur(490) }, { price: yen(800) }] })
const costs = ({ variantId }: Goods, amount: number) =>
  shop.inside((ctx) => writePrices([{ variantId, currency: 'JPY', amount }], ctx))
const tea = await shop.goods({ name: 'Tea', price: 1000, stock: 100 })
const cup = await shop.goods({ name: 'Cup', price: 2000, stock: 100 })
await costs(tea, 1650)
const toJapan = { market: 'japan' }

test('a cart that moves to Japan is paid in yen, and its books are in yen', async () => {
  const buyer = shop.guest()
  const { id: cartId } = await readyCart(shop, buyer, { of: tea, quantity: 2 })
  const { cart, prices, leftOut } = await buyer.call(setMarket, { cartId, ...toJapan })
  assert.deepEqual([prices, leftOut], [[{ name: 'Tea', was: eur(1000), is: yen(1650) }], []])
  assert.deepEqual([cart.currency, cart.problems, cart.deliveryProblem], ['JPY', [], null])
  assert.deepEqual(
    [cart.lines[0]!.unitPrice, cart.totals.delivery, cart.totals.total],
    [yen(1650), yen(800), yen(4100)],
  )
  assert.deepEqual(await buyer.call(get, { cartId }), cart)

  const placement = await buyer.call(
    place,
    { cartId, ...BACK, expectedTotal: cart.totals.total },
    { key: newId() },
  )
  const order = await payNow(shop, placement)
  assert.deepEqual(
    [order.state, order.totals.total, order.payments[0]!.captured],
    ['confirmed', yen(4100), yen(4100)],
  )
  const { refunds } = await bob.call(refund, { orderId: order.id, reason: 'Broken' }, { key: newId() })
  assert.deepEqual(refunds[0]!.amount, yen(4100))
  const { rows } = await shop.app.pool.pg.query<{ currency: string; sum: number }>(
    'select currency, sum(amount)::int as sum, count(*)::int as entries from ledger.entry where store_id = $1 group by currency',
    [shop.storeId],
  )
  assert.deepEqual(
    rows.map(({ currency, sum }) => [currency, sum]),
    [['JPY', 0]],
  )
  await shop.settle()
  await shop.invariants()
})

test('what has no price there stops the move, which changes nothing, or is left out when asked', async () => {
  const buyer = shop.guest()
  const { id: cartId } = await cartOf(buyer, { of: tea }, { of: cup, quantity: 3 })
  const before = await buyer.call(get, { cartId })
  await assert.rejects(buyer.call(setMarket, { cartId, ...toJapan }), {
    code: 'cart.not_sold_in_market',
    details: { market: 'japan', names: ['Cup'] },
  })
  assert.deepEqual(await buyer.call(get, { cartId }), before)
  const { cart, leftOut } = await buyer.call(setMarket, { cartId, ...toJapan, leaveOut: true })
  assert.deepEqual(leftOut, [{ name: 'Cup', quantity: 3 }])
  assert.deepEqual(
    cart.lines.map(({ name, unitPrice }) => [name, unitPrice]),
    [['Tea', yen(1650)]],
  )
  const back = await buyer.call(setMarket, { cartId, market: 'main' })
  assert.deepEqual([back.cart.currency, back.cart.totals.subtotal], ['EUR', eur(1000)])
})

test('a price held in euros is none in yen: the one seen there is held from now on', async () => {
  await bob.call(updateCarts, { priceHoldMinutes: 30 })
  const buyer = shop.guest()
  const { id: cartId } = await cartOf(buyer, { of: tea })
  shop.clock.forward(minutes(10))
  const { cart } = await buyer.call(setMarket, { cartId, ...toJapan })
  assert.deepEqual(cart.lines[0]!.unitPrice, yen(1650))
  assert.equal(cart.lines[0]!.priceHeldUntil, new Date(shop.clock.now.getTime() + minutes(30)).toISOString())
  await costs(tea, 1900)
  assert.deepEqual((await buyer.call(get, { cartId })).lines[0]!.unitPrice, yen(1650))
  shop.clock.forward(minutes(31))
  assert.deepEqual((await buyer.call(get, { cartId })).lines[0]!.unitPrice, yen(1900))
  await bob.call(updateCarts, { priceHoldMinutes: 0 })
})

test('a code of so many euros takes nothing off in yen, and says why', async () => {
  const { code } = await coded(shop, { kind: 'amount', sums: [{ currency: 'EUR', offAmount: 200 }] })
  const buyer = shop.guest()
  const { id: cartId } = await cartOf(buyer, { of: tea })
  const reduced = await buyer.call(addCode, { cartId, code })
  assert.deepEqual(reduced.totals.discount, eur(200))
  const { cart } = await buyer.call(setMarket, { cartId, ...toJapan })
  assert.deepEqual([cart.totals.discount, cart.codes[0]!.discount], [yen(0), yen(0)])
  assert.ok(cart.codes[0]!.problem)
})

test('only its owner moves a cart, to a market that there is, of the version they saw', async () => {
  const buyer = shop.guest()
  const { id: cartId, version } = await cartOf(buyer, { of: tea })
  await assert.rejects(charlie.call(setMarket, { cartId, ...toJapan }), { status: 404 })
  await assert.rejects(buyer.call(setMarket, { cartId, market: 'moon' }), { status: 422 })
  await assert.rejects(buyer.call(setMarket, { cartId, ...toJapan, expectedVersion: version + 1 }), {
    status: 412,
  })
})

test('a bundle comes along whole, at its price there, or not at all', async () => {
  const set = await bundleOf(
    shop,
    [
      [tea, 2],
      [cup, 1],
    ],
    { name: 'Tea for two', costs: 3500 },
  )
  const buyer = shop.guest()
  const { id: cartId } = await cartOf(buyer)
  await buyer.call(addBundle, { cartId, variantId: set.variantId, quantity: 1 })
  await costs(set, 5500)
  await assert.rejects(buyer.call(setMarket, { cartId, ...toJapan }), {
    details: { market: 'japan', names: ['Tea for two'] },
  })
  await costs(cup, 3300)
  const { cart, prices } = await buyer.call(setMarket, { cartId, ...toJapan })
  assert.deepEqual(prices, [{ name: 'Tea for two', was: eur(3500), is: yen(5500) }])
  assert.deepEqual([cart.bundles[0]!.unitPrice, cart.totals.total, cart.problems], [yen(5500), yen(5500), []])
})
