/** Batches, for the bad inputs: their items have all that can be damaged. */
import { newId } from '#kit/id.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { samples } from './index.ts'
import type { Samples } from './sample.ts'

const ITEMS: Record<string, string[]> = {
  batch: ['browse.products', 'cart.create', 'cart.addItem'],
  'admin.batch': ['catalog.products.create', 'pricing.prices.set', 'catalog.products.list'],
}
let made = 0

/** By turns all or none, and one by one. */
async function batch(id: string, shop: Shop, owner: Person): Promise<Record<string, unknown>> {
  const items: object[] = []
  for (const operation of ITEMS[id]!)
    items.push({ operation, input: await samples[operation]!.input(shop, owner), key: newId() })
  return { atomic: ++made % 2 === 0, items }
}

export const batchSamples: Samples = Object.fromEntries(
  Object.keys(ITEMS).map((id) => [id, { input: (shop, owner) => batch(id, shop, owner) }]),
)
