/** Samples of what shoppers look at. */
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }

export const lookingSamples: Samples = {
  'browse.viewed.list': nothing,
  'browse.viewed.add': { input: async (shop) => ({ productId: (await shop.goods()).productId }) },
  'browse.viewed.clear': nothing,
}
