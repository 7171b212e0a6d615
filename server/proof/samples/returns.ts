/** Samples of what is sent back. The orders in them belong to the given owner, a shopper. */
import type { Person, Shop } from '#testing/shop.ts'
import { create as ship } from '../../modules/fulfilment/shipments/create.ts'
import { deliver } from '../../modules/fulfilment/shipments/deliver.ts'
import { get } from '../../modules/orders/get.ts'
import { approve } from '../../modules/returns/admin/approve.ts'
import { receive } from '../../modules/returns/admin/receive.ts'
import { request } from '../../modules/returns/request.ts'
import type { Samples } from './sample.ts'
import { paidOrder } from './staff.ts'

async function wish(shop: Shop, owner: Person) {
  const orderId = await paidOrder(shop, owner)
  const { id: shipmentId } = await shop.bob.call(ship, { orderId })
  await shop.bob.call(deliver, { shipmentId })
  const { lines } = await owner.call(get, { orderId })
  return { orderId, lines: [{ orderLineId: lines[0]!.id, quantity: 1, reason: 'changed_mind' as const }] }
}

const asked = async (shop: Shop, owner: Person) => owner.call(request, await wish(shop, owner))

async function approved(shop: Shop, owner: Person) {
  const { id: returnId } = await asked(shop, owner)
  await shop.bob.call(approve, { returnId })
  return { returnId }
}

async function received(shop: Shop, owner: Person) {
  const { returnId } = await approved(shop, owner)
  await shop.bob.call(receive, { returnId })
  return { returnId }
}

export const returnSamples: Samples = {
  'returns.list': { owned: true, input: async (shop, owner) => ({ orderId: await paidOrder(shop, owner) }) },
  'returns.request': { owned: true, input: wish },
  'returns.withdraw': {
    owned: true,
    input: async (shop, owner) => {
      const { id: returnId, orderId } = await asked(shop, owner)
      return { orderId, returnId }
    },
  },
  'returns.admin.list': { input: () => ({ limit: 5 }) },
  'returns.admin.approve': {
    input: async (shop, owner) => ({ returnId: (await asked(shop, owner)).id, answer: 'To our address' }),
  },
  'returns.admin.refuse': {
    input: async (shop, owner) => ({ returnId: (await asked(shop, owner)).id, answer: 'It was used' }),
  },
  'returns.admin.receive': { input: approved },
  'returns.admin.refund': { input: received },
  'returns.admin.close': { input: received },
}
