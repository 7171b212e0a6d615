/** Samples of what a shop promises: which prices stay, where goods come from, and when what is not there yet will leave. */
import { paid } from '#testing/orders.ts'
import { itemOf } from '#testing/stock.ts'
import { list as channels } from '../../modules/settings/channels/list.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }

export const promiseSamples: Samples = {
  'cart.settings.get': nothing,
  'cart.settings.update': { input: () => ({ priceHoldMinutes: 30, mergeRule: 'larger' }) },
  'inventory.allocation.get': nothing,
  'inventory.allocation.set': { input: () => ({ strategy: 'nearest' }) },
  'inventory.channels.list': nothing,
  'inventory.channels.setPlaces': {
    input: async (shop) => ({
      channelId: (await shop.bob.call(channels, {})).items[0]!.id,
      locationIds: [], // others are sampled in the same shop
    }),
  },
  'inventory.items.setPromise': {
    input: async (shop) => ({
      itemId: await itemOf(shop, await shop.goods()),
      preOrder: true,
      shipsOn: '2031-03-12',
    }),
  },
  'fulfilment.sources.list': {
    input: async (shop) => ({ orderId: (await paid(shop, shop.alice, { of: await shop.goods() })).id }),
  },
}
