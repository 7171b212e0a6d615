/** Samples of webhooks: who hears of events, and what was sent. */
import type { Shop } from '#testing/shop.ts'
import { create } from '../../modules/webhooks/endpoints/create.ts'
import { sendTest } from '../../modules/webhooks/endpoints/send-test.ts'
import { update } from '../../modules/webhooks/endpoints/update.ts'
import type { Samples } from './sample.ts'

const given = { url: 'https://example.com/hear', events: ['returns.changed'] }

async function endpoint(shop: Shop): Promise<string> {
  return (await shop.bob.call(create, given)).endpoint.id
}

/** Of a message to try. */
export async function delivery(shop: Shop): Promise<string> {
  return (await shop.bob.call(sendTest, { endpointId: await endpoint(shop) })).id
}

/** Given up, and may be sent again. */
async function letter(shop: Shop): Promise<string> {
  const { id, endpointId } = await shop.bob.call(sendTest, { endpointId: await endpoint(shop) })
  for (const enabled of [false, true]) await shop.bob.call(update, { endpointId, enabled })
  return id
}

const ofOne = { input: async (shop: Shop) => ({ endpointId: await endpoint(shop) }) }

export const webhookSamples: Samples = {
  'webhooks.endpoints.create': { input: () => given },
  'webhooks.endpoints.list': { input: () => ({ limit: 5 }) },
  'webhooks.endpoints.get': ofOne,
  'webhooks.endpoints.update': {
    input: async (shop) => ({
      endpointId: await endpoint(shop),
      events: ['orders.*'],
      description: 'Stock keeping',
      enabled: false,
    }),
  },
  'webhooks.endpoints.remove': ofOne,
  'webhooks.endpoints.rotateSecret': ofOne,
  'webhooks.endpoints.sendTest': ofOne,
  'webhooks.deliveries.list': { input: () => ({ limit: 5 }) },
  'webhooks.deliveries.get': { input: async (shop) => ({ deliveryId: await delivery(shop) }) },
  'webhooks.deliveries.redeliver': { input: async (shop) => ({ deliveryId: await letter(shop) }) },
  'webhooks.deliveries.redeliverFailed': {
    input: async (shop) => ({ endpointId: await endpoint(shop), since: '2026-01-01T00:00:00.000Z' }),
  },
}
