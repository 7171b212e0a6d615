/** Samples of what staff do with promotions. */
import { newId } from '#kit/id.ts'
import { generate } from '../../modules/promotions/codes/generate.ts'
import { coded, promotion } from '#testing/promotions.ts'
import type { Shop } from '#testing/shop.ts'
import type { Samples } from './sample.ts'

// They need a code, so that they do not make the carts of other samples cheaper.
const made = async (shop: Shop) => ({ promotionId: (await promotion(shop, { needsCode: true })).id })
const names = [{ locale: 'en', name: 'Spring' }]

export const promotionSamples: Samples = {
  'promotions.list': { input: () => ({ limit: 5, state: 'running' }) },
  'promotions.get': { input: made },
  'promotions.create': {
    input: () => ({ kind: 'percentage', needsCode: true, names, basisPoints: 1500, usageLimit: 10 }),
  },
  'promotions.update': { input: async (shop) => ({ ...(await made(shop)), basisPoints: 2000 }) },
  'promotions.archive': { input: made },
  'promotions.preview': {
    input: async (shop) => ({
      lines: [{ variantId: (await shop.goods()).variantId, quantity: 2 }],
      codes: [(await coded(shop)).code],
    }),
  },
  'promotions.codes.list': {
    input: async (shop) => {
      const { promotionId } = await made(shop)
      await shop.bob.call(generate, { promotionId, count: 20 })
      return { promotionId, limit: 5 }
    },
  },
  'promotions.codes.create': {
    input: async (shop) => ({ ...(await made(shop)), code: `SPRING-${newId().slice(-12)}` }),
  },
  'promotions.codes.generate': {
    input: async (shop) => ({ ...(await made(shop)), prefix: 'SPRING-', count: 3 }),
  },
  'promotions.codes.archive': { input: async (shop) => ({ codeId: (await coded(shop)).codeId }) },
}
