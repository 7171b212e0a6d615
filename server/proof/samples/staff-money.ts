/** Samples of what staff do with money. Payments in them are Alice's. */
import type { Person, Shop } from '#testing/shop.ts'
import { get } from '../../modules/orders/get.ts'
import type { Samples } from './sample.ts'
import { paidOrder } from './staff.ts'

const payment = async (shop: Shop, owner: Person) => {
  const orderId = await paidOrder(shop, owner)
  return { paymentId: (await owner.call(get, { orderId })).payments[0]!.id }
}

export const staffMoneySamples: Samples = {
  'ledger.transactions.list': { input: () => ({ limit: 5 }) },
  'ledger.proofs.list': { input: () => ({ limit: 5 }) },
  'payments.admin.list': { input: () => ({ limit: 5, state: 'captured' }) },
  'payments.admin.get': { input: payment },
  'payments.admin.capture': { input: payment },
  'payments.admin.void': { input: payment },
  'payments.admin.refund': {
    input: async (shop, owner) => ({ ...(await payment(shop, owner)), amount: 100, reason: 'A chipped cup' }),
  },
  'payments.inbox.list': { input: () => ({ limit: 5 }) },
  // Nothing is parked in a healthy shop: inside, the answer is that there is no such entry.
  'payments.inbox.retry': { input: () => ({ entryId: '01900000-0000-7000-8000-00000000dead' }) },
}
