/** Samples of what staff do with many variants, channels and what stands beside a product. */
import { newId } from '#kit/id.ts'
import type { Shop } from '#testing/shop.ts'
import { create as createOption } from '../../modules/catalog/options/create.ts'
import { create as createProduct } from '../../modules/catalog/products/create.ts'
import { list as taxCategories } from '../../modules/tax/categories/list.ts'
import type { Samples } from './sample.ts'

const word = () => `k${newId().slice(-10)}`
const text = (name: string) => [{ locale: 'en', name }]

/** A product without variants, and the sizes that it could have. */
export async function chosenBy(shop: Shop, keys = ['s', 'm']) {
  const { id: optionId, values } = await shop.bob.call(createOption, {
    key: word(),
    texts: text('Size'),
    values: keys.map((key) => ({ key, texts: text(key) })),
  })
  const { id: productId } = await shop.bob.call(createProduct, {
    taxCategoryId: (await shop.bob.call(taxCategories, {})).items[0]!.id,
    texts: text(`Shirt ${word()}`),
    optionIds: [optionId],
  })
  return { productId, axes: [{ optionId, valueIds: values.map(({ id }) => id) }] }
}

export const staffCatalogSamples: Samples = {
  'catalog.variants.list': {
    input: async (shop) => ({ productId: (await shop.goods()).productId, limit: 5 }),
  },
  'catalog.variants.combine': {
    input: async (shop) => ({ ...(await chosenBy(shop)), skuStart: word(), weightGrams: 100 }),
  },
  'catalog.related.list': { input: async (shop) => ({ productId: (await shop.goods()).productId }) },
  'catalog.related.set': {
    input: async (shop) => ({
      productId: (await shop.goods()).productId,
      items: [{ productId: (await shop.goods()).productId, kind: 'accessory' }],
    }),
  },
  'browse.related': { input: async (shop) => ({ slug: (await shop.goods()).slug }) },
  'customers.update': { input: async (shop) => ({ customerId: shop.alice.id, custom: {} }) },
  'settings.channels.create': { input: () => ({ code: word(), name: 'Market stall', holdMinutes: 20 }) },
}
