/** Alice looks at a lamp and wants to know when it would be with her. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { unpublish } from '../catalog/products/unpublish.ts'
import { set as setCalendar } from './calendar/set.ts'
import { estimate } from './estimate.ts'
import { list as methods } from './methods/list.ts'
import { update } from './methods/update.ts'

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

test('the second who looks is answered from memory, until ways, calendar or the cut-off say otherwise', async () => {
  shop.clock.now = new Date('2026-12-21T12:50:00Z') // a Monday, 13:50 in Berlin
  const { variantId } = await shop.goods({ price: 2000 })
  const statements = { count: 0 }
  const look = async () => (await guest.call(estimate, { variantId }, { statements })).items[0]!
  const first = await look()
  statements.count = 0
  assert.deepEqual(await look(), first)
  assert.equal(statements.count, 0)

  const { items } = await shop.bob.call(methods, {})
  const [{ id: methodId, rates, minDays }] = items as [(typeof items)[0]]
  const dearer = rates.map((rate) => ({ ...rate, price: { amount: 590, currency: 'EUR' } }))
  await shop.bob.call(update, { methodId, rates: dearer })
  assert.equal((await look()).price.amount, 590)

  assert.equal(minDays, 2)
  assert.equal((await look()).earliest, '2026-12-23')
  await shop.bob.call(setCalendar, { cutoffMinute: 14 * 60, workingDays: [1, 2, 3, 4, 5], holidays: [] })
  assert.equal((await look()).earliest, '2026-12-23')
  shop.clock.now = new Date('2026-12-21T13:00:00Z')
  assert.equal((await look()).earliest, '2026-12-24')
})
