/** Samples of what staff do. Orders in them belong to the given owner, a shopper. */
import { newId } from '#kit/id.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { buy as buyLabel } from '../../modules/fulfilment/labels/buy.ts'
import { create as ship } from '../../modules/fulfilment/shipments/create.ts'
import { payOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { get } from '../../modules/orders/get.ts'
import { add as suppress } from '../../modules/messages/suppressions/add.ts'
import { pause } from '../../modules/system/jobs/pause.ts'
import type { Samples } from './sample.ts'
import { pendingOrder } from './shop.ts'

/** Paid on the sandbox's page, the webhook handled. */
export async function paidOrder(shop: Shop, owner: Person): Promise<string> {
  const orderId = await pendingOrder(shop, owner)
  const { payments } = await owner.call(get, { orderId })
  await payOnSandbox(payments[0]!.nextUrl!, 'pay')
  for (let tries = 0; tries < 100; tries++) {
    await shop.settle()
    if ((await owner.call(get, { orderId })).state === 'confirmed') return orderId
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The sandbox did not tell of the payment.')
}

const sentParcel = async (shop: Shop, owner: Person) => ({
  shipmentId: (await shop.bob.call(ship, { orderId: await paidOrder(shop, owner) })).id,
})

const nothing = { input: () => ({}) }

export const staffSamples: Samples = {
  'system.invariants': nothing,
  'system.jobs.dead': nothing,
  'system.jobs.retry': { input: () => ({ jobId: 1 }) },
  'system.jobs.discard': { input: () => ({ jobId: 1 }) },
  'system.jobs.list': { input: () => ({ limit: 5 }) },
  'system.jobs.overview': nothing,
  'system.jobs.pause': { input: () => ({ name: 'cart.expire', reason: 'The mails are wrong' }) },
  'system.jobs.resume': {
    input: async (shop) => {
      await shop.bob.call(pause, { name: 'cart.expire' })
      return { name: 'cart.expire' }
    },
  },
  'system.schedules.list': nothing,
  'system.schedules.run': { input: () => ({ job: 'cart.expire' }) },
  'system.schedules.runs': { input: () => ({ limit: 5 }) },
  'system.logLevel.get': nothing,
  'system.logLevel.set': { input: () => ({ level: 'info' }) },
  'system.errors.list': nothing,
  'system.health': nothing,
  'system.events.list': { input: () => ({ limit: 5 }) },
  'system.audit.list': { input: () => ({ limit: 5 }) },
  'system.sql.ask': {
    input: () => ({
      text: 'select number, total_amount from orders_order where state = $1',
      values: ['confirmed'],
    }),
  },
  'messages.suppressions.add': {
    input: () => ({ email: `${newId()}@example.com`, reason: 'bounce', note: 'No such user' }),
  },
  'messages.suppressions.list': { input: () => ({ limit: 5 }) },
  'messages.suppressions.remove': {
    input: async (shop) => {
      const { id } = await shop.bob.call(suppress, { email: `${newId()}@example.com`, reason: 'wish' })
      return { suppressionId: id }
    },
  },
  'settings.store.get': nothing,
  'settings.store.update': { input: () => ({ name: 'Another name' }) },
  'settings.channels.list': nothing,
  'settings.markets.list': nothing,
  'orders.admin.list': { input: () => ({ limit: 5 }) },
  'orders.admin.summary': { input: () => ({ from: '2026-03-01', to: '2026-03-31', byMarket: true }) },
  'orders.admin.get': { input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }) },
  'orders.admin.cancel': {
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner), reason: 'Out of clay' }),
  },
  'fulfilment.shipments.create': {
    input: async (shop, owner) => ({
      orderId: await paidOrder(shop, owner),
      carrier: 'DHL',
      trackingCode: 'T1',
    }),
  },
  'fulfilment.services.render': {
    input: async (shop, owner) => ({ orderId: await paidOrder(shop, owner) }),
  },
  'fulfilment.shipments.deliver': { input: sentParcel },
  'fulfilment.labels.list': { input: sentParcel },
  'fulfilment.labels.buy': {
    input: async (shop, owner) => ({
      ...(await sentParcel(shop, owner)),
      carrier: 'sandbox',
      service: 'standard',
    }),
  },
  'fulfilment.labels.void': {
    input: async (shop, owner) => {
      const wanted = { ...(await sentParcel(shop, owner)), carrier: 'sandbox', service: 'standard' }
      return { labelId: (await shop.bob.call(buyLabel, wanted, { key: newId() })).id }
    },
  },
  'fulfilment.labels.reconcile': { input: () => ({ since: '2026-03-01T00:00:00.000Z' }) },
}
