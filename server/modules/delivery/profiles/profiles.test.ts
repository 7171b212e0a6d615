/** Bulky and cold goods are sent in ways of their own, and a cart with both is told what that costs. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { openShop } from '#testing/shop.ts'
import { deliveryOffers } from '../../cart/delivery-offers.ts'
import { get } from '../../cart/get.ts'
import { setDetails } from '../../cart/set-details.ts'
import { update as updateMethod } from '../methods/update.ts'
import { set as setSizes } from '../sizes/set.ts'
import { archive } from './archive.ts'
import { assign } from './assign.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const { methodId } = shop
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('a sofa and a cup: the sum of both rates, or the dearer one, as the way has it', async () => {
  const [sofa, cup] = [await shop.goods({ price: 1000 }), await shop.goods({ price: 1000 })]
  const bulky = await bob.call(create, { key: 'bulky', name: ' Bulky goods ' })
  assert.deepEqual([bulky.name, bulky.namedOnly, bulky.productCount], ['Bulky goods', false, 0])
  assert.equal((await bob.call(assign, { profileId: bulky.id, add: [sofa.productId] })).productCount, 1)
  const rates = [{ price: eur(490) }, { price: eur(2900), profileId: bulky.id }]
  await bob.call(updateMethod, { methodId, rates })

  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: cup })
  const costs = async () => (await guest.call(deliveryOffers, { cartId })).items[0]!.price.amount
  assert.equal(await costs(), 490)
  await cartOf(guest, { of: sofa })
  assert.equal(await costs(), 3390)
  await bob.call(updateMethod, { methodId, combination: 'dearest' })
  assert.equal(await costs(), 2900)
  await guest.call(setDetails, { cartId, shippingAddress: ADDRESS, deliveryMethodId: methodId })
  assert.equal((await guest.call(get, { cartId })).totals.delivery.amount, 2900)

  await bob.call(assign, { profileId: bulky.id, remove: [sofa.productId] })
  assert.equal(await costs(), 490)
})

test('what must not go by a way is refused there, and the shopper is told what it is', async () => {
  const ice = await shop.goods()
  const cold = await bob.call(create, { key: 'cold', name: 'Cold goods', namedOnly: true })
  await bob.call(assign, { profileId: cold.id, add: [ice.productId] })
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: ice })
  const told = async () => {
    const { items, refused } = await guest.call(deliveryOffers, { cartId })
    return [items.map(({ name }) => name), refused.map(({ reason, message }) => [reason, message])]
  }
  assert.deepEqual(await told(), [[], [['profile', 'Cold goods cannot go this way.']]])
  await assert.rejects(
    guest.call(setDetails, { cartId, shippingAddress: ADDRESS, deliveryMethodId: methodId }),
    { code: 'cart.delivery_not_offered' },
  )
  await bob.call(update, { profileId: cold.id, namedOnly: false })
  assert.deepEqual(await told(), [['Parcel'], []])
  await bob.call(setSizes, {
    items: [{ variantId: ice.variantId, size: { lengthMm: 1300, widthMm: 10, heightMm: 10 } }],
  })
  await bob.call(updateMethod, { methodId, limits: { lengthMm: 1200 } })
  const message = 'One of the goods is longer than the 120 cm that may go this way.'
  assert.deepEqual(await told(), [[], [['too_long', message]]])
  await bob.call(updateMethod, { methodId, limits: { lengthMm: null } })
})

test('a product has one profile: the last word counts, and an archived one lets its products go', async () => {
  const tea = await shop.goods()
  const [one, other] = [
    await bob.call(create, { key: 'one', name: 'One' }),
    await bob.call(create, { key: 'other', name: 'Other' }),
  ]
  await bob.call(assign, { profileId: one.id, add: [tea.productId, tea.productId] })
  await bob.call(assign, { profileId: other.id, add: [tea.productId] })
  const counts = async () =>
    Object.fromEntries((await bob.call(list, {})).items.map(({ key, productCount }) => [key, productCount]))
  assert.deepEqual([(await counts())['one'], (await counts())['other']], [0, 1])
  await bob.call(updateMethod, {
    methodId,
    rates: [{ price: eur(490) }, { price: eur(1), profileId: other.id }],
  })
  await bob.call(archive, { profileId: other.id, expectedVersion: other.version })
  assert.equal((await counts())['other'], undefined)
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: tea })
  assert.equal((await guest.call(deliveryOffers, { cartId })).items[0]!.price.amount, 490)
  await assert.rejects(bob.call(assign, { profileId: other.id }), { code: 'not_found' })
  await shop.invariants()
})

test('every fault is named by its place', async () => {
  const [known] = (await bob.call(list, {})).items
  const profileId = known!.id
  const { productId } = await shop.goods()
  assert.deepEqual(await faults(bob.call(create, { key: known!.key, name: 'X' })), ['key taken'])
  assert.deepEqual(await faults(bob.call(assign, { profileId, add: [shop.storeId] })), ['add.0 unknown'])
  assert.deepEqual(await faults(bob.call(assign, { profileId, add: [productId], remove: [productId] })), [
    'add.0 duplicate',
  ])
  await assert.rejects(bob.call(update, { profileId, expectedVersion: 99 }), { code: 'stale_version' })
  const reader = shop.staff('delivery.read')
  await reader.call(list, {})
  await assert.rejects(reader.call(create, { key: 'x', name: 'X' }), { code: 'forbidden' })
  await assert.rejects(reader.call(assign, { profileId }), { code: 'forbidden' })
  for (let left = 100 - (await bob.call(list, {})).items.length; left > 0; left--)
    await bob.call(create, { key: `p${left}`, name: 'One more' })
  await assert.rejects(bob.call(create, { key: 'more', name: 'Too many' }), {
    code: 'delivery.too_many_profiles',
    details: { limit: 100 },
  })
})
