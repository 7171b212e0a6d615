/** Samples of what staff do to have enough: alerts, transfers between places, purchases. */
import { newId } from '#kit/id.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { itemOf } from '#testing/stock.ts'
import { lotOf, otherPlace, purchase, supplier, tracked, transfer } from '#testing/supply.ts'
import { confirm, consume, hold } from '../../modules/inventory/index.ts'
import { setLimits } from '../../modules/inventory/levels/set-limits.ts'
import { order } from '../../modules/inventory/purchases/order.ts'
import { receive } from '../../modules/inventory/purchases/receive.ts'
import { send } from '../../modules/inventory/transfers/send.ts'
import type { Samples } from './sample.ts'
import { pendingOrder } from './shop.ts'

const item = async (shop: Shop) => itemOf(shop, await shop.goods())
const draft = async (shop: Shop) => ({ transferId: await transfer(shop) })
const sent = async (shop: Shop) => {
  const made = await draft(shop)
  await shop.bob.call(send, made)
  return made
}
const prepared = async (shop: Shop) => ({ purchaseId: await purchase(shop) })
const ordered = async (shop: Shop) => {
  const made = await prepared(shop)
  await shop.bob.call(order, made)
  return made
}
const price = { amount: 450, currency: 'EUR' }

const lot = async (shop: Shop) => {
  const { itemId } = await tracked(shop)
  return { lotId: await lotOf(shop, itemId, 'A', 5, '2031-01-01') }
}

/** Two orders of the owner's got a piece each. */
async function soldLot(shop: Shop, owner: Person) {
  const { itemId, variantId } = await tracked(shop)
  const lotId = await lotOf(shop, itemId, 'A', 5, '2031-01-01')
  for (let n = 0; n < 2; n++) {
    const holder = { kind: 'order', id: await pendingOrder(shop, owner) }
    const lineId = newId()
    await shop.inside(async (ctx) => {
      const until = new Date(ctx.now().getTime() + 600_000)
      await hold(ctx, { holder, lines: [{ lineId, variantId, quantity: 1 }], until })
      await confirm(ctx, holder)
      await consume(ctx, holder, [{ lineId, quantity: 1, ofLine: 1 }], 'sample')
    })
  }
  return { lotId }
}

export const stockSamples: Samples = {
  'inventory.low.list': {
    input: async (shop) => {
      await shop.bob.call(setLimits, { itemId: await item(shop), locationId: shop.locationId, lowAt: 1000 })
      await shop.job('inventory.watchLow')
      return { limit: 5 }
    },
  },
  'inventory.transfers.list': { input: () => ({ limit: 5 }) },
  'inventory.transfers.get': { input: draft },
  'inventory.transfers.create': {
    input: async (shop) => ({
      fromLocationId: shop.locationId,
      toLocationId: await otherPlace(shop),
      lines: [{ itemId: await item(shop), quantity: 2 }],
      expectedOn: '2026-04-01',
    }),
  },
  'inventory.transfers.update': {
    input: async (shop) => ({ ...(await draft(shop)), note: 'Two boxes', expectedOn: null }),
  },
  'inventory.transfers.send': { input: draft },
  'inventory.transfers.receive': { input: sent },
  'inventory.transfers.close': { input: async (shop) => ({ ...(await sent(shop)), missing: 'lost' }) },
  'inventory.transfers.cancel': { input: sent },
  'inventory.suppliers.list': { input: () => ({ limit: 5 }) },
  'inventory.suppliers.create': {
    input: () => ({ name: `Potter ${newId().slice(-8)}`, email: 'potter@example.com', leadDays: 14 }),
  },
  'inventory.suppliers.update': {
    input: async (shop) => ({ supplierId: await supplier(shop), leadDays: 21, note: null }),
  },
  'inventory.suppliers.archive': { input: async (shop) => ({ supplierId: await supplier(shop) }) },
  'inventory.purchases.list': { input: () => ({ limit: 5 }) },
  'inventory.purchases.get': { input: prepared },
  'inventory.purchases.create': {
    input: async (shop) => ({
      supplierId: await supplier(shop),
      locationId: shop.locationId,
      lines: [{ itemId: await item(shop), quantity: 12, unitCost: price }],
      overPercent: 10,
    }),
  },
  'inventory.purchases.update': {
    input: async (shop) => ({ ...(await prepared(shop)), expectedOn: '2026-05-01', reference: 'PO 7' }),
  },
  'inventory.purchases.order': { input: prepared },
  'inventory.purchases.receive': { input: async (shop) => ({ ...(await ordered(shop)), reference: 'LS 1' }) },
  'inventory.purchases.close': { input: ordered },
  'inventory.purchases.cancel': { input: ordered },
  'inventory.receipts.list': {
    input: async (shop) => {
      await shop.bob.call(receive, await ordered(shop))
      return { limit: 5 }
    },
  },
  'inventory.expected.list': {
    input: async (shop) => {
      const goods = await shop.goods()
      await shop.bob.call(order, { purchaseId: await purchase(shop, goods) })
      return { itemIds: [await itemOf(shop, goods)] }
    },
  },
  'inventory.items.setTracking': {
    input: async (shop) => ({ itemId: await itemOf(shop, await shop.goods({ stock: 0 })), tracking: 'lot' }),
  },
  'inventory.lots.list': {
    input: async (shop) => {
      await lot(shop)
      return { limit: 5 }
    },
  },
  'inventory.lots.recall': { input: async (shop) => ({ ...(await lot(shop)), reason: 'Glaze chips off' }) },
  'orders.admin.recall': { input: soldLot },
}
