/** Bob closes the house on Sundays and at Christmas, and carts promise accordingly. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { openShop } from '#testing/shop.ts'
import { deliveryOffers } from '../../cart/delivery-offers.ts'
import { setDetails } from '../../cart/set-details.ts'
import { get } from './get.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

test('the promise in the cart follows working days, cut-off and holidays', async () => {
  const first = await bob.call(get, {})
  assert.deepEqual(first, {
    cutoffMinute: 1440,
    workingDays: [1, 2, 3, 4, 5, 6, 7],
    holidays: [],
    version: 0,
  })
  shop.clock.now = new Date('2026-12-23T12:00:00Z') // a Wednesday
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: await shop.goods() })
  const promised = async () => {
    const { items } = await guest.call(deliveryOffers, { cartId })
    const { minDays, maxDays, earliest, latest } = items[0]!
    return [minDays, maxDays, earliest, latest]
  }
  assert.deepEqual(await promised(), [2, 4, '2026-12-25', '2026-12-27'])
  const holidays = [
    { day: '2026-12-25', name: ' Christmas ' },
    { day: '2026-12-26', name: 'Christmas' },
  ]
  const calendar = { cutoffMinute: 14 * 60, workingDays: [5, 4, 3, 2, 1], holidays }
  const closed = await bob.call(set, { ...calendar, expectedVersion: 0 })
  assert.deepEqual(
    [closed.workingDays, closed.holidays[0]!.name, closed.version],
    [[1, 2, 3, 4, 5], 'Christmas', 1],
  )
  assert.deepEqual(await promised(), [5, 7, '2026-12-28', '2026-12-30'])
  await guest.call(setDetails, { cartId, shippingAddress: ADDRESS, deliveryMethodId: shop.methodId })
  const kept = await guest.call(setDetails, { cartId })
  assert.deepEqual([kept.delivery?.minDays, kept.delivery?.maxDays], [5, 7])

  shop.clock.now = new Date('2026-12-23T13:00:00Z') // 14:00 in Berlin
  assert.deepEqual(await promised(), [6, 8, '2026-12-29', '2026-12-31'])
  const late = await bob.call(set, { cutoffMinute: 1440 })
  assert.deepEqual([late.holidays.length, late.version], [2, 2], 'the rest stays')
  assert.deepEqual(await promised(), [5, 7, '2026-12-28', '2026-12-30'])
})

test('every fault is named by its place', async () => {
  const before = await bob.call(get, {})
  const faults = (given: object) =>
    bob.call(set, given).then(
      () => [],
      (error: { errors: { path: string; code: string }[] }) =>
        error.errors.map(({ path, code }) => [path, code]),
    )
  const holiday = { day: '2027-01-01', name: 'New year' }
  assert.deepEqual(await faults({ workingDays: [] }), [['workingDays', 'too_short']])
  assert.deepEqual(await faults({ workingDays: [1, 1] }), [['workingDays.1', 'duplicate']])
  assert.deepEqual(await faults({ workingDays: [8] }), [['workingDays.0', 'too_large']])
  assert.deepEqual(await faults({ holidays: [holiday, holiday] }), [['holidays.1', 'duplicate']])
  assert.deepEqual(await faults({ cutoffMinute: 1441 }), [['cutoffMinute', 'too_large']])
  await assert.rejects(bob.call(set, { expectedVersion: 99 }), { code: 'stale_version' })
  await assert.rejects(shop.staff('delivery.read').call(set, {}), { code: 'forbidden' })
  assert.deepEqual(await bob.call(get, {}), before)
})
