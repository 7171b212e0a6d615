/** Samples of what is handed over by files and licence keys. */
import { newId } from '#kit/id.ts'
import { digital, privateFile, service } from '#testing/digital.ts'
import type { Samples } from './sample.ts'
import { pendingOrder } from './shop.ts'

export const digitalSamples: Samples = {
  'fulfilment.digital.get': {
    input: async (shop) => ({ variantId: (await digital(shop, { keys: 'wait' })).variantId }),
  },
  'fulfilment.digital.set': {
    input: async (shop) => ({
      variantId: (await service(shop)).variantId,
      fileIds: [await privateFile(shop)],
      downloadLimit: 3,
      linkDays: 10,
    }),
  },
  'fulfilment.keys.add': {
    input: async (shop) => ({
      variantId: (await digital(shop, { keys: 'sold_out' })).variantId,
      keys: [`KEY-${newId()}`],
    }),
  },
  'fulfilment.keys.list': {
    input: async (shop) => ({
      variantId: (await digital(shop, { keys: 'wait' })).variantId,
      state: 'free',
      limit: 5,
    }),
  },
  'fulfilment.handedOver': {
    owned: true,
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }),
  },
}
