/** Bob also teaches: lessons are bought like mugs, but nothing is sent and nobody counts them unless he wants to. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { BACK, paid, payNow } from '#testing/orders.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { deliveryOffers } from '../../cart/delivery-offers.ts'
import { setDetails } from '../../cart/set-details.ts'
import { addItem } from '../../cart/add-item.ts'
import { create as createProduct } from '../../catalog/products/create.ts'
import { publish } from '../../catalog/products/publish.ts'
import { count } from '../../inventory/stock/count.ts'
import { get } from '../../orders/admin/get.ts'
import { place } from '../../orders/place.ts'
import { set as setPrices } from '../../pricing/prices/set.ts'
import { create as ship } from '../shipments/create.ts'
import { deliver } from '../shipments/deliver.ts'
import { render } from './render.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob } = shop

/** As staff make it, over operations alone. */
async function lesson(): Promise<Goods> {
  const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
    shop.app.pool.db,
  )
  const sku = `LESSON-${newId().slice(-6)}`
  const made = await bob.call(createProduct, {
    taxCategoryId: rows[0]!.id,
    shippable: false,
    texts: [{ locale: 'en', name: `Throwing lesson ${sku}` }],
    variants: [{ sku }],
  })
  const variantId = made.variants[0]!.id
  await bob.call(setPrices, { prices: [{ variantId, price: { amount: 4000, currency: 'EUR' } }] })
  await bob.call(publish, { productId: made.id })
  return { productId: made.id, variantId, sku, slug: made.texts[0]!.slug }
}

/** Bought with nothing but an e-mail and whose bill it is. */
async function bought(buyer: Person, of: Goods, quantity = 1) {
  const cart = await cartOf(buyer, { of, quantity })
  await buyer.call(setDetails, { cartId: cart.id, email: buyer.email, billingAddress: ADDRESS })
  return payNow(shop, await buyer.call(place, { cartId: cart.id, ...BACK }, { key: newId() }))
}

test('a cart of services asks for no delivery and no shipping address; one with goods in it does', async () => {
  const guest = shop.guest()
  const course = await lesson()
  const cart = await cartOf(guest, { of: course, quantity: 3 })
  assert.deepEqual([cart.needsDelivery, cart.missing], [false, ['email', 'billing_address']])
  assert.deepEqual((await guest.call(deliveryOffers, { cartId: cart.id })).items, [])
  const ready = await guest.call(setDetails, {
    cartId: cart.id,
    email: guest.email,
    billingAddress: ADDRESS,
  })
  assert.deepEqual([ready.missing, ready.problems, ready.totals.delivery.amount], [[], [], 0])
  const mixed = await guest.call(addItem, {
    cartId: cart.id,
    variantId: (await shop.goods()).variantId,
    quantity: 1,
  })
  assert.deepEqual([mixed.needsDelivery, mixed.missing], [true, ['shipping_address', 'delivery']])
})

test('an order of a service is completed without a parcel', async () => {
  const course = await lesson()
  const order = await bought(shop.guest(), course, 3)
  assert.deepEqual([order.state, order.shippingAddress, order.deliveryName], ['confirmed', null, null])
  const orderLineId = order.lines[0]!.id
  await assert.rejects(bob.call(ship, { orderId: order.id }), { code: 'fulfilment.nothing_to_ship' })
  await assert.rejects(bob.call(ship, { orderId: order.id, lines: [{ orderLineId, quantity: 1 }] }), {
    code: 'invalid_input',
  })
  await bob.call(render, { orderId: order.id, lines: [{ orderLineId, quantity: 1 }] })
  assert.equal((await bob.call(get, { orderId: order.id })).fulfilmentStanding, 'part_delivered')
  await assert.rejects(bob.call(render, { orderId: order.id, lines: [{ orderLineId, quantity: 3 }] }), {
    code: 'fulfilment.more_than_left',
    details: { orderLineId, left: 2 },
  })
  const results = await Promise.allSettled([1, 2, 3].map(() => bob.call(render, { orderId: order.id })))
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  const done = await bob.call(get, { orderId: order.id })
  assert.deepEqual([done.state, done.status], ['completed', 'delivered'])
  await assert.rejects(bob.call(render, { orderId: order.id }), { code: 'fulfilment.nothing_to_render' })
  await shop.invariants()
})

test('goods and services in one order: it is completed when the goods arrived and the services are rendered', async () => {
  const [mug, course] = [await shop.goods(), await lesson()]
  const order = await paid(shop, shop.guest(), { of: mug }, { of: course })
  const parcel = await bob.call(ship, { orderId: order.id })
  assert.equal(parcel.lines.length, 1, 'a lesson goes into no parcel')
  await bob.call(deliver, { shipmentId: parcel.id })
  assert.equal((await bob.call(get, { orderId: order.id })).state, 'confirmed')
  await bob.call(render, { orderId: order.id })
  assert.equal((await bob.call(get, { orderId: order.id })).state, 'completed')
  await shop.invariants()
})

test('who counts places sells no more than there are', async () => {
  const guest = shop.guest()
  const course = await lesson()
  const available = async () =>
    (await guest.call(product, { slug: course.slug })).variants.map((each) => each.available)
  assert.deepEqual(await available(), [99])
  const asked = { variantId: course.variantId, locationId: shop.locationId, onHand: 2 }
  const [first] = await Promise.all([1, 2, 3].map(() => bob.call(count, asked)))
  assert.deepEqual([first!.onHand, await available()], [2, [2]])
  await assert.rejects(cartOf(shop.guest(), { of: course, quantity: 3 }), { code: 'cart.out_of_stock' })
  const order = await bought(shop.guest(), course, 2)
  assert.deepEqual(await available(), [0])
  await bob.call(render, { orderId: order.id })
  assert.deepEqual(await shop.onHand(course.variantId), { onHand: 0, reserved: 0, available: 0 })
  await shop.invariants()
})

test('only who may, and only what is paid', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await lesson() })
  await guest.call(setDetails, { cartId: cart.id, email: guest.email, billingAddress: ADDRESS })
  const { order } = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  await assert.rejects(bob.call(render, { orderId: order.id }), { code: 'fulfilment.not_shippable' })
  await assert.rejects(shop.alice.call(render, { orderId: order.id }), { code: 'forbidden' })
})
