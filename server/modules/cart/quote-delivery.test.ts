/** Prices that a carrier names, from the address to the order, and a carrier that is down. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { update } from '../delivery/methods/update.ts'
import { tryCarriers } from '../delivery/try-carriers.ts'
import { why } from '../delivery/why.ts'
import { place } from '../orders/place.ts'
import { BACK } from '#testing/orders.ts'
import { addItem } from './add-item.ts'
import { deliveryOffers } from './delivery-offers.ts'
import { get } from './get.ts'
import { quoteDelivery } from './quote-delivery.ts'
import { setDetails } from './set-details.ts'

const shop = await openShop({ poolSize: 8 })
after(() => shop.close())
const carrier = await shop.carrier()
const live = { carrier: 'sandbox', service: 'express', markupBasisPoints: 1000, answerWithinMs: 1000 }
await shop.bob.call(update, { methodId: shop.methodId, live })
const tea = await shop.goods({ stock: 1000 })

// The sandbox: 9.90 and 1.20 for the first kilogram within Germany, and a tenth on top of it.
const LIVE = 1221
const OWN = 490

async function shopper(): Promise<{ buyer: Person; cartId: string }> {
  const buyer = shop.guest()
  const { id: cartId } = await cartOf(buyer, { of: tea })
  await buyer.call(setDetails, { cartId, email: buyer.email, shippingAddress: ADDRESS })
  return { buyer, cartId }
}

const offer = ({
  items,
  unasked,
}: {
  items: { price: { amount: number }; pricedBy: string }[]
  unasked: boolean
}) => [items[0]!.price.amount, items[0]!.pricedBy, unasked]

test('with the address the carrier is asked, once; its price is in the cart and in the order', async () => {
  const { buyer, cartId } = await shopper()
  assert.deepEqual(offer(await buyer.call(deliveryOffers, { cartId })), [OWN, 'fallback', true])
  const quoted = await buyer.call(quoteDelivery, { cartId })
  assert.deepEqual(offer(quoted), [LIVE, 'carrier', false])
  assert.deepEqual([quoted.items[0]!.minDays, quoted.items[0]!.maxDays], [1, 1])
  assert.deepEqual(offer(await buyer.call(deliveryOffers, { cartId })), [LIVE, 'carrier', false])
  carrier.plan({ before: 1 }) // so that it would be seen if it were asked again
  assert.deepEqual(offer(await buyer.call(quoteDelivery, { cartId })), [LIVE, 'carrier', false])
  const cart = await buyer.call(setDetails, { cartId, deliveryMethodId: shop.methodId })
  assert.deepEqual(
    [cart.totals.delivery.amount, cart.delivery!.price.amount, cart.delivery!.maxDays],
    [LIVE, LIVE, 1],
  )
  const { order } = await buyer.call(
    place,
    { cartId, expectedTotal: cart.totals.total, ...BACK },
    { key: newId() },
  )
  assert.equal(order.totals.delivery.amount, LIVE)
  carrier.plan({})
  await shop.invariants()
})

test('other goods and another address are another question', async () => {
  const { buyer, cartId } = await shopper()
  await buyer.call(quoteDelivery, { cartId })
  await buyer.call(addItem, { cartId, variantId: tea.variantId, quantity: 1 })
  assert.deepEqual(offer(await buyer.call(deliveryOffers, { cartId })), [OWN, 'fallback', true])
  await buyer.call(quoteDelivery, { cartId })
  await buyer.call(setDetails, {
    cartId,
    shippingAddress: { ...ADDRESS, country: 'FR', postalCode: '75001', city: 'Paris' },
  })
  assert.deepEqual(offer(await buyer.call(deliveryOffers, { cartId })), [OWN, 'fallback', true])
  const [, by, open] = offer(await buyer.call(quoteDelivery, { cartId }))
  assert.deepEqual([by, open], ['carrier', false])
})

for (const fault of ['before', 'after', 'silence'])
  test(`a carrier that is down (${fault}) costs a second at most, and nobody an order`, async () => {
    const { buyer, cartId } = await shopper()
    carrier.plan({ [fault]: 1 })
    const began = performance.now()
    const given = await buyer.call(quoteDelivery, { cartId })
    assert.ok(performance.now() - began < 4_000)
    assert.deepEqual(offer(given), [OWN, 'fallback', false])
    carrier.plan({})
    const cart = await buyer.call(setDetails, { cartId, deliveryMethodId: shop.methodId })
    assert.equal(cart.totals.delivery.amount, OWN)
    // Left alone for a minute, then asked again: the price is told before anything is ordered at another one.
    assert.deepEqual(offer(await buyer.call(quoteDelivery, { cartId })), [OWN, 'fallback', false])
    shop.clock.forward(minutes(1))
    assert.deepEqual(offer(await buyer.call(quoteDelivery, { cartId })), [LIVE, 'carrier', false])
    const late = buyer.call(place, { cartId, expectedTotal: cart.totals.total, ...BACK }, { key: newId() })
    await assert.rejects(late, { code: 'orders.total_changed' })
  })

test('a price that was shown holds while the carrier is silent, and is old after a day', async () => {
  const { buyer, cartId } = await shopper()
  await buyer.call(quoteDelivery, { cartId })
  shop.clock.forward(hours(1))
  carrier.plan({ before: 1 })
  assert.deepEqual(offer(await buyer.call(quoteDelivery, { cartId })), [LIVE, 'carrier', false])
  carrier.plan({})
  shop.clock.forward(hours(24))
  assert.deepEqual(offer(await buyer.call(deliveryOffers, { cartId })), [OWN, 'fallback', true])
})

test('the same key asks again and answers as things are; two at once are no harm', async () => {
  const { buyer, cartId } = await shopper()
  const key = newId()
  assert.deepEqual(offer(await buyer.call(quoteDelivery, { cartId }, { key })), [LIVE, 'carrier', false])
  assert.deepEqual(offer(await buyer.call(quoteDelivery, { cartId }, { key })), [LIVE, 'carrier', false])
  const other = await shopper()
  const both = await Promise.all([1, 2].map(() => other.buyer.call(quoteDelivery, { cartId: other.cartId })))
  for (const each of both) assert.deepEqual(offer(each), [LIVE, 'carrier', false])
  assert.equal((await other.buyer.call(get, { cartId: other.cartId })).version, 3)
})

test('nobody asks for another’s cart', async () => {
  const { cartId } = await shopper()
  await assert.rejects(shop.guest().call(quoteDelivery, { cartId }), { code: 'not_found' })
  await assert.rejects(shop.alice.call(quoteDelivery, { cartId }), { code: 'not_found' })
})

test('staff try a basket: without asking the price it falls back on, and with asking the carrier’s', async () => {
  const basket = { lines: [{ variantId: tea.variantId, quantity: 1 }], country: 'DE', postalCode: '20457' }
  const tried = async (ask: typeof why) =>
    (await shop.bob.call(ask, basket)).tried.map(({ price, pricedBy }) => [price!.amount, pricedBy])
  assert.deepEqual(await tried(why), [[OWN, 'fallback']])
  assert.deepEqual(await tried(tryCarriers), [[LIVE, 'carrier']])
  carrier.plan({ before: 1 })
  assert.deepEqual(await tried(tryCarriers), [[OWN, 'fallback']])
  carrier.plan({})
  const key = newId()
  for (let times = 0; times < 2; times++)
    assert.equal((await shop.bob.call(tryCarriers, basket, { key })).tried[0]!.pricedBy, 'carrier')
  await assert.rejects(shop.staff('orders.read').call(tryCarriers, basket), { code: 'forbidden' })
})

test('a carrier or a service that nobody knows is refused with its place', async () => {
  for (const [wrong, path] of [
    [{ ...live, carrier: 'pigeons' }, 'live.carrier'],
    [{ ...live, service: 'by_night' }, 'live.service'],
    [{ ...live, answerWithinMs: 60_000 }, 'live.answerWithinMs'],
  ] as const)
    await assert.rejects(shop.bob.call(update, { methodId: shop.methodId, live: wrong }), (error: any) => {
      assert.deepEqual([error.code, error.errors[0].path], ['invalid_input', path])
      return true
    })
})
