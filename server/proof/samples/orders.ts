/** Samples of what staff do with orders and parcels. Orders in them belong to the given owner, a shopper. */
import type { Samples } from './sample.ts'
import { cartToPlace } from './shop.ts'

export const orderSamples: Samples = {
  'orders.admin.place': {
    input: async (shop, owner) => ({ cartId: await cartToPlace(shop, owner), paymentMethod: 'sandbox' }),
  },
}
