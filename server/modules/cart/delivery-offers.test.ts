import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { deliveryOffers } from './delivery-offers.ts'
import { get } from './get.ts'
import { setDetails } from './set-details.ts'
import { ADDRESS, cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('offers follow the address, and delivery is free from a sum on', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ price: 3000 })
  const { id: cartId } = await cartOf(guest, { of: tea })
  const { items } = await guest.call(deliveryOffers, { cartId })
  assert.deepEqual(
    items.map(({ name, price, minDays, maxDays }) => [name, price.amount, minDays, maxDays]),
    [['Parcel', 490, 2, 4]],
  )
  await cartOf(guest, { of: tea })
  assert.equal((await guest.call(deliveryOffers, { cartId })).items[0]!.price.amount, 0)
  await guest.call(setDetails, {
    cartId,
    shippingAddress: { ...ADDRESS, country: 'US', postalCode: '10001', region: 'NY' },
  })
  assert.deepEqual((await guest.call(deliveryOffers, { cartId })).items, [])
})

test('it says what is missing until delivery is free, and what it would cost elsewhere', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ price: 2000 })
  const { id: cartId } = await cartOf(guest, { of: tea })
  const shown = async (place: { country?: string; postalCode?: string } = {}) =>
    (await guest.call(deliveryOffers, { cartId, ...place })).items.map(({ name, freeFrom, untilFree }) => [
      name,
      freeFrom?.amount,
      untilFree?.amount,
    ])
  const [[name, from, missing] = []] = await shown()
  assert.deepEqual([name, from, missing], ['Parcel', from, Number(from) - 2000])
  assert.deepEqual(await shown({ country: 'DE', postalCode: '20457' }), [[name, from, missing]])
  assert.deepEqual(await shown({ country: 'BR' }), [], 'nothing goes there')
  assert.equal((await guest.call(get, { cartId })).shippingAddress, null, 'nothing of it is kept')
  await cartOf(guest, { of: tea, quantity: 3 })
  assert.deepEqual(await shown(), [[name, from, 0]])
})

test('what is not sent needs no delivery', async () => {
  const guest = shop.guest()
  const voucher = await shop.goods()
  await shop.inside((ctx) =>
    sql`update catalog.product set shippable = false where id = ${voucher.productId}`.execute(ctx.db),
  )
  const cart = await cartOf(guest, { of: voucher })
  assert.deepEqual(cart.missing, ['email', 'billing_address'])
  const billed = await guest.call(setDetails, {
    cartId: cart.id,
    email: 'a@example.com',
    billingAddress: ADDRESS,
  })
  assert.deepEqual(billed.missing, [])
  assert.deepEqual((await guest.call(deliveryOffers, { cartId: cart.id })).items, [])
})

test('others see no offers of it', async () => {
  const cart = await cartOf(shop.alice)
  await assert.rejects(shop.charlie.call(deliveryOffers, { cartId: cart.id }), { code: 'not_found' })
})
