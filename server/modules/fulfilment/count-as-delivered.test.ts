import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, hours } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { mailsTo, paid } from '#testing/orders.ts'
import { get } from '../orders/admin/get.ts'
import { update } from '../orders/settings/update.ts'
import { readShipments } from './shipment.ts'
import { create } from './shipments/create.ts'
import { sql } from 'kysely'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

const parcels = (orderId: string) =>
  shop.inside((ctx) => readShipments(ctx, sql`s.order_id = ${orderId}`, 10))

test('a parcel of which nobody says more counts as delivered after the days that the store has set, and not before', async () => {
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: await shop.goods() })
  await bob.call(create, { orderId: order.id })
  shop.clock.forward(days(400))
  await shop.job('fulfilment.countAsDelivered')
  assert.equal(
    (await parcels(order.id))[0]!.state,
    'shipped',
    'without the setting a parcel never arrives by itself',
  )

  const late = await paid(shop, guest, { of: await shop.goods() })
  await bob.call(create, { orderId: late.id })
  await bob.call(update, { deliveredAfterDays: 7, returnDays: 30 })
  shop.clock.forward(days(7) - hours(1))
  await shop.job('fulfilment.countAsDelivered')
  assert.equal((await parcels(order.id))[0]!.state, 'delivered')
  assert.equal((await parcels(late.id))[0]!.state, 'shipped')
  shop.clock.forward(hours(1))
  await shop.job('fulfilment.countAsDelivered')
  await shop.job('fulfilment.countAsDelivered')
  const [arrived] = await parcels(late.id)
  assert.deepEqual(
    [arrived!.state, Date.parse(arrived!.returnableUntil!) - Date.parse(arrived!.deliveredAt!)],
    ['delivered', days(30)],
  )
  const done = await bob.call(get, { orderId: late.id })
  assert.equal(done.state, 'completed')
  assert.deepEqual(
    done.history.slice(-2).map((step) => [step.kind, step.actor.startsWith('system:'), step.cause]),
    [
      ['delivered', true, 'fulfilment.countAsDelivered'],
      ['completed', true, 'fulfilment.countAsDelivered'],
    ],
  )
  const told = (await mailsTo(shop, guest.email)).filter((mail) => mail.subject.endsWith('has arrived'))
  assert.equal(told.length, 2)
  assert.match(told[1]!.text, /You may send it back until \w+ \d+, 20\d\d\./)
  await shop.invariants()
})
