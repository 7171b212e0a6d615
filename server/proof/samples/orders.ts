/** Samples of what is done with orders and parcels. Orders in them belong to the given owner, a shopper. */
import { create as createCart } from '../../modules/cart/create.ts'
import type { Samples } from './sample.ts'
import { cartToPlace, pendingOrder } from './shop.ts'
import { paidOrder } from './staff.ts'

export const orderSamples: Samples = {
  'orders.sendLink': { input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }) },
  'orders.reorder': {
    owned: true,
    input: async (shop, owner) => {
      const orderId = await pendingOrder(shop, owner)
      return { cartId: (await owner.call(createCart, {})).id, orderId }
    },
  },
  'fulfilment.carriers.list': { input: () => ({}) },
  'orders.settings.get': { input: () => ({}) },
  'orders.settings.update': { input: () => ({ returnDays: 30 }) },
  'orders.admin.place': {
    input: async (shop, owner) => ({ cartId: await cartToPlace(shop, owner), paymentMethod: 'sandbox' }),
  },
  'orders.admin.refund': {
    input: async (shop, owner) => ({
      orderId: await paidOrder(shop, owner),
      amount: 100,
      reason: 'A chipped cup',
    }),
  },
  'orders.admin.refundPreview': {
    input: async (shop, owner) => ({ orderId: await paidOrder(shop, owner), delivery: 1 }),
  },
}
