/** Samples of what a shop promises: which prices stay, where goods come from, and when what is not there yet will leave. */
import { paid } from '#testing/orders.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }

export const promiseSamples: Samples = {
  'cart.settings.get': nothing,
  'cart.settings.update': { input: () => ({ priceHoldMinutes: 30 }) },
  'inventory.allocation.get': nothing,
  'inventory.allocation.set': { input: () => ({ strategy: 'nearest' }) },
  'fulfilment.sources.list': {
    input: async (shop) => ({ orderId: (await paid(shop, shop.alice, { of: await shop.goods() })).id }),
  },
}
