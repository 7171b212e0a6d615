/** Alice looks at a lamp and wants to know when it would be with her. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { unpublish } from '../catalog/products/unpublish.ts'
import { estimate } from './estimate.ts'

const shop = await openShop()
after(() => shop.close())
const guest = shop.guest()

test('it is what the cart would be offered, in days and money', async () => {
  const { variantId } = await shop.goods({ price: 2000 })
  const { country, items } = await guest.call(estimate, { variantId })
  assert.equal(country, 'DE')
  assert.equal(items[0]!.name, 'Parcel')
  assert.deepEqual(items[0]!.price, { amount: 490, currency: 'EUR' })
  assert.match(items[0]!.earliest, /^\d{4}-\d\d-\d\d$/)
  assert.ok(items[0]!.earliest <= items[0]!.latest)
})

test('where nothing is sent to, nothing is offered', async () => {
  const { variantId } = await shop.goods()
  assert.deepEqual((await guest.call(estimate, { variantId, country: 'BR' })).items, [])
})

test('of what is not for sale it tells nothing, and neither of what is not there', async () => {
  const { productId, variantId } = await shop.goods()
  await shop.bob.call(unpublish, { productId })
  await assert.rejects(guest.call(estimate, { variantId }), { code: 'not_found' })
  await assert.rejects(guest.call(estimate, { variantId: productId }), { code: 'not_found' })
})
