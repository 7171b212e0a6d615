/** Samples of what staff do with people, customers and stock. */
import { newId } from '#kit/id.ts'
import type { Shop } from '#testing/shop.ts'
import { itemOf } from '#testing/stock.ts'
import type { Samples } from './sample.ts'

const stocked = async (shop: Shop) => {
  const goods = await shop.goods({ stock: 10 })
  return { goods, itemId: await itemOf(shop, goods), locationId: shop.locationId }
}

export const staffPeopleSamples: Samples = {
  'inventory.locations.list': { input: () => ({}) },
  'inventory.locations.create': {
    input: () => ({ key: `k${newId().slice(-8)}`, name: 'Cellar', country: 'DE' }),
  },
  'inventory.levels.list': { input: () => ({ limit: 5, availableAtMost: 10 }) },
  'inventory.levels.setLimits': {
    input: async (shop) => {
      const { itemId, locationId } = await stocked(shop)
      return { itemId, locationId, safetyStock: 1 }
    },
  },
  'inventory.stock.adjust': {
    input: async (shop) => {
      const { goods, locationId } = await stocked(shop)
      return { variantId: goods.variantId, locationId, delta: 2, reason: 'received', note: 'Pallet 7' }
    },
  },
  'inventory.stock.count': {
    input: async (shop) => {
      const { itemId, locationId } = await stocked(shop)
      return { itemId, locationId, onHand: 7 }
    },
  },
  'inventory.movements.list': { input: () => ({ limit: 5 }) },
  'inventory.reconcile': { input: () => ({ repair: true }) },
}
