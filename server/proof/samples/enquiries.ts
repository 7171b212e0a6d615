/** Samples of what people write to the shop. */
import type { Samples } from './sample.ts'
import { pendingOrder } from './shop.ts'

const said = { subject: 'Where is it?', text: 'It should be here.' }

export const enquirySamples: Samples = {
  'enquiries.write': { input: () => ({ name: 'Alice Hart', email: 'alice@example.com', ...said }) },
  'enquiries.writeAbout': {
    owned: true,
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner), ...said }),
  },
  'enquiries.list': {
    owned: true,
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }),
  },
  'enquiries.admin.list': { input: () => ({ limit: 5 }) },
}
