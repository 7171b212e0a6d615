/** Alice fetches her order herself: from the place where it lies, and from nowhere else. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { ADDRESS, cartOf, readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, payNow } from '#testing/orders.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { place as placeOf } from '#testing/stock.ts'
import { deliveryOffers } from '../cart/delivery-offers.ts'
import { get as getCart } from '../cart/get.ts'
import { setDetails } from '../cart/set-details.ts'
import { create as createMethod } from '../delivery/methods/create.ts'
import { list as methods } from '../delivery/methods/list.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { deliver } from '../fulfilment/shipments/deliver.ts'
import { list as levels } from '../inventory/levels/list.ts'
import { update } from '../inventory/locations/update.ts'
import { adjust } from '../inventory/stock/adjust.ts'
import { writeTax } from '../tax/index.ts'
import { receipt } from './documents/receipt.ts'
import { get } from './get.ts'
import { place } from './place.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, locationId: warehouse } = shop
const kai = await placeOf(shop, 'kai', 1)
const inTheShop = { ...ADDRESS, name: 'The shop on the quay' }
await bob.call(update, { locationId: kai, name: 'Quay', leadDays: 1, address: inTheShop })
const [parcel] = (await bob.call(methods, {})).items
const { zoneId, taxCategoryId } = parcel!
const pickUpAt = (locationId: string, key: string) =>
  bob.call(createMethod, {
    zoneId,
    key,
    taxCategoryId,
    minDays: 0,
    maxDays: 1,
    texts: [{ locale: 'en', name: 'Fetch it' }],
    rates: [{ price: { amount: 0, currency: 'EUR' } }],
    locationId,
  })
const { id: fetching } = await pickUpAt(kai, 'kai')

/** So many at the quay, besides what is in the warehouse. */
async function goods(atQuay: number, inWarehouse = 10): Promise<Goods> {
  const tea = await shop.goods({ stock: inWarehouse })
  if (atQuay > 0)
    await bob.call(adjust, { variantId: tea.variantId, locationId: kai, delta: atQuay, reason: 'received' })
  return tea
}

async function reservedAt({ variantId }: Goods): Promise<Record<string, number>> {
  const [item] = (await bob.call(levels, { variantIds: [variantId] })).items
  return Object.fromEntries(item!.levels.map((level) => [level.locationId, level.reserved]))
}

test('a place where goods are picked up is offered with its address while all of them lie there', async () => {
  const guest = shop.guest()
  const [tea, cup] = [await goods(2), await goods(0)]
  const { id: cartId } = await cartOf(guest, { of: tea, quantity: 2 })
  const offered = async () =>
    (await guest.call(deliveryOffers, { cartId })).items.map((offer) => [
      offer.name,
      offer.minDays,
      offer.maxDays,
      offer.pickUp?.address.name ?? null,
    ])
  const byParcel = ['Parcel', 2, 4, null]
  assert.deepEqual(await offered(), [byParcel, ['Fetch it', 1, 2, 'The shop on the quay']])
  await cartOf(guest, { of: tea })
  assert.deepEqual(await offered(), [byParcel], 'two lie there, three are wanted')
  const other = shop.guest()
  const mixed = await cartOf(other, { of: tea }, { of: cup })
  assert.equal((await other.call(deliveryOffers, { cartId: mixed.id })).items.length, 1)
})

test('the promise has the days until goods leave the places they would come from, and no others', async () => {
  const guest = shop.guest()
  const tea = await goods(5, 1)
  const { id: cartId } = await cartOf(guest, { of: tea })
  const days = async () => (await guest.call(deliveryOffers, { cartId })).items[0]!.maxDays
  assert.equal(await days(), 4, 'the warehouse has it')
  await cartOf(guest, { of: tea })
  assert.equal(await days(), 5, 'one comes from the quay, a day later')
  await bob.call(update, { locationId: warehouse, leadDays: 3 })
  assert.equal(await days(), 7)
  await guest.call(setDetails, {
    cartId,
    email: guest.email,
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
  const { order } = await guest.call(place, { cartId, ...BACK }, { key: newId() })
  assert.deepEqual(order.deliveryPromise, { minDays: 5, maxDays: 7 })
  assert.deepEqual(await reservedAt(tea), { [warehouse]: 1, [kai]: 1 })
  await bob.call(update, { locationId: warehouse, leadDays: 0 })
})

test('who fetches needs no shipping address, and the goods are set aside and leave where they are fetched', async () => {
  const guest = shop.guest()
  const tea = await goods(3)
  const { id: cartId } = await cartOf(guest, { of: tea, quantity: 2 })
  const chosen = await guest.call(setDetails, { cartId, email: guest.email, deliveryMethodId: fetching })
  assert.deepEqual(chosen.missing, ['billing_address'])
  const cart = await guest.call(setDetails, { cartId, billingAddress: ADDRESS })
  assert.deepEqual([cart.missing, cart.delivery?.pickUp?.locationId], [[], kai])
  const placement = await guest.call(place, { cartId, ...BACK }, { key: newId() })
  assert.deepEqual(await reservedAt(tea), { [warehouse]: 0, [kai]: 2 })
  const order = await payNow(shop, placement)
  assert.deepEqual(
    [order.shippingAddress, order.pickUp?.name, order.pickUp?.address.line1, order.deliveryPromise],
    [null, 'Quay', 'Kai 1', { minDays: 1, maxDays: 2 }],
  )
  const [mail] = await mailsTo(shop, guest.email)
  assert.match(mail!.text, /You can fetch it at:\nThe shop on the quay\nKai 1\n20457 Hamburg\nGermany/)
  await bob.call(ship, { orderId: order.id })
  assert.deepEqual(await reservedAt(tea), { [warehouse]: 0, [kai]: 0 })
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 11, reserved: 0, available: 11 })
  await shop.invariants()
})

test('the order’s page, its mails and its receipt say that it is fetched, and where', async () => {
  const guest = shop.guest()
  const { id: cartId } = await readyCart(shop, guest, { of: await goods(2), quantity: 2 })
  await guest.call(setDetails, { cartId, deliveryMethodId: fetching })
  const placement = await guest.call(place, { cartId, ...BACK }, { key: newId() })
  const { id: orderId } = await payNow(shop, placement)
  const { id: shipmentId } = await bob.call(ship, { orderId })
  await bob.call(deliver, { shipmentId })
  await shop.settle()
  const order = await guest.call(get, { orderId })
  assert.deepEqual(
    order.timeline.slice(-2).map(({ text }) => text),
    ['2 items are ready to be fetched at Quay.', '2 items were fetched.'],
  )
  const [, ready, fetched] = await mailsTo(shop, guest.email)
  assert.match(ready!.subject, /is ready to be fetched$/)
  assert.match(ready!.text, /You can fetch it at:\nThe shop on the quay\nKai 1\n20457 Hamburg\nGermany/)
  assert.match(fetched!.subject, /was fetched$/)
  assert.doesNotMatch(ready!.text + fetched!.text, /on its way|parcel|sent you/i)
  const page = receipt(order, { name: 'Test shop', email: 'shop@example.com', timeZone: 'Europe/Berlin' })
  assert.match(page, /<h2>Fetched at<\/h2>\s*<p>The shop on the quay<\/p>\s*<p>Kai 1<\/p>/)
  assert.doesNotMatch(page, /Sent to/)
})

test('what another buyer took from there is not brought from elsewhere: the first who fetches gets it', async () => {
  const tea = await goods(1)
  const carts = await Promise.all(
    [shop.guest(), shop.guest()].map(async (guest) => {
      const { id } = await readyCart(shop, guest, { of: tea })
      await guest.call(setDetails, { cartId: id, deliveryMethodId: fetching })
      return { guest, id }
    }),
  )
  const results = await Promise.allSettled(
    carts.map(({ guest, id }) => guest.call(place, { cartId: id, ...BACK }, { key: newId() })),
  )
  const lost = carts[results.findIndex(({ status }) => status === 'rejected')]!
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const { reason } = results.find((result) => result.status === 'rejected')!
  assert.ok(['cart.out_of_stock', 'cart.incomplete'].includes(reason.code), reason.code)
  const left = await lost.guest.call(getCart, { cartId: lost.id })
  assert.deepEqual([left.state, left.delivery, left.missing], ['open', null, ['delivery']])
  await lost.guest.call(setDetails, { cartId: lost.id, deliveryMethodId: shop.methodId })
  await lost.guest.call(place, { cartId: lost.id, ...BACK }, { key: newId() })
  assert.deepEqual(await reservedAt(tea), { [warehouse]: 1, [kai]: 1 })
})

test('a hold that lapsed before the payment is taken anew at the same place, or not at all', async () => {
  const guest = shop.guest()
  const tea = await goods(1)
  const { id: cartId } = await readyCart(shop, guest, { of: tea })
  await guest.call(setDetails, { cartId, deliveryMethodId: fetching })
  const placement = await guest.call(place, { cartId, ...BACK }, { key: newId() })
  await shop.inside(async (ctx) => {
    await sql`update inventory.reservation set state = 'expired', expires_at = null where holder_id = ${placement.order.id}`.execute(
      ctx.db,
    )
    await sql`update inventory.level set reserved = 0 where location_id = ${kai} and item_id in
      (select item_id from inventory.variant_item where variant_id = ${tea.variantId})`.execute(ctx.db)
  })
  const order = await payNow(shop, placement)
  assert.equal(order.state, 'confirmed')
  assert.deepEqual(await reservedAt(tea), { [warehouse]: 0, [kai]: 1 })
})

test('what is fetched is taxed where it is handed over', async () => {
  const { storeId } = shop
  await shop.inside(async (ctx) => {
    await sql`update tax.rate set ends_on = '2025-12-31' where store_id = ${storeId} and country = 'AT' and category_id = ${taxCategoryId}`.execute(
      ctx.db,
    )
    const rate = { country: 'AT', name: 'USt', rateBasisPoints: 2000, startsOn: '2026-01-01' }
    await writeTax({ categories: [], rates: [{ id: newId(), categoryId: taxCategoryId, ...rate }] }, ctx)
  })
  const guest = shop.guest()
  const tea = await goods(1)
  const { id: cartId } = await readyCart(shop, guest, { of: tea })
  const vienna = { ...ADDRESS, postalCode: '1010', city: 'Wien', country: 'AT' }
  const taxes = async (deliveryMethodId: string) => {
    const cart = await guest.call(setDetails, { cartId, shippingAddress: vienna, deliveryMethodId })
    return cart.totals.taxes.map((tax) => tax.rateBasisPoints)
  }
  assert.deepEqual(await taxes(shop.methodId), [2000])
  assert.deepEqual(await taxes(fetching), [1900])
})
