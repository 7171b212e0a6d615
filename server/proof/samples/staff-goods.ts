/** Samples of what staff do with the catalogue, prices, tax and files. */
import { newId } from '#kit/id.ts'
import type { Shop } from '#testing/shop.ts'
import { create as createAttribute } from '../../modules/catalog/attributes/create.ts'
import { create as createCollection } from '../../modules/catalog/collections/create.ts'
import { create as createSynonym } from '../../modules/browse/synonyms/create.ts'
import { create as createCategory } from '../../modules/catalog/categories/create.ts'
import { create as createOption } from '../../modules/catalog/options/create.ts'
import { archive } from '../../modules/catalog/products/archive.ts'
import { create as createType } from '../../modules/catalog/types/create.ts'
import { storeFile } from '../../modules/media/index.ts'
import { list as taxCategories } from '../../modules/tax/categories/list.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }
const word = () => `k${newId().slice(-10)}`
const text = (name: string) => [{ locale: 'en', name }]

const taxCategory = async (shop: Shop) => (await shop.bob.call(taxCategories, {})).items[0]!.id
const product = async (shop: Shop) => ({ productId: (await shop.goods()).productId })
const variant = async (shop: Shop) => {
  const { productId, variantId } = await shop.goods()
  return { productId, variantId }
}
const category = async (shop: Shop) => ({
  categoryId: (await shop.bob.call(createCategory, { texts: text(`Cups ${word()}`) })).id,
})
const collection = async (shop: Shop) => ({
  collectionId: (await shop.bob.call(createCollection, { texts: text(`Gifts ${word()}`) })).id,
})
const attribute = async (shop: Shop) => ({
  attributeId: (await shop.bob.call(createAttribute, { key: word(), kind: 'choice', texts: text('Wood') }))
    .id,
})
const type = async (shop: Shop) => ({
  typeId: (await shop.bob.call(createType, { key: word(), name: 'Teapots' })).id,
})
const file = (shop: Shop) =>
  shop.inside((ctx) =>
    storeFile(ctx, {
      name: 'cup.png',
      type: 'image/png',
      body: Buffer.alloc(64),
      visibility: 'public',
      width: 10,
      height: 10,
    }),
  )
const film = (shop: Shop) =>
  shop.inside((ctx) =>
    storeFile(ctx, {
      name: 'cup.mp4',
      type: 'video/mp4',
      body: Buffer.from('film'),
      visibility: 'public',
      width: 640,
      height: 800,
      durationMs: 4000,
    }),
  )
export const staffGoodsSamples: Samples = {
  'media.tickets.create': {
    input: () => ({ name: 'cup.png', type: 'image/png', bytes: 1000, visibility: 'public' }),
  },
  'media.files.get': { input: async (shop) => ({ fileId: (await file(shop)).id }) },
  'media.links.create': { input: async (shop) => ({ fileId: (await file(shop)).id, expiresInSeconds: 60 }) },
  'media.usage.get': nothing,
  'media.files.update': {
    input: async (shop) => ({ fileId: (await file(shop)).id, focus: { xPermille: 300, yPermille: 0 } }),
  },
  'tax.categories.list': nothing,
  'tax.rates.list': { input: () => ({ country: 'DE', limit: 5 }) },
  'tax.rates.set': {
    input: async (shop) => ({
      categoryId: await taxCategory(shop),
      country: 'DE',
      name: 'VAT',
      rateBasisPoints: 1900,
      startsOn: '2031-01-01',
    }),
  },
  'catalog.products.list': { input: () => ({ limit: 5, q: 'tea', state: 'published' }) },
  'catalog.products.get': { input: product },
  'catalog.products.create': {
    input: async (shop) => ({ taxCategoryId: await taxCategory(shop), texts: text(`Cup ${word()}`) }),
  },
  'catalog.products.update': {
    input: async (shop) => ({ ...(await product(shop)), featured: true, texts: text('Another cup') }),
  },
  'catalog.products.publish': { input: product },
  'catalog.products.unpublish': { input: product },
  'catalog.products.schedule': {
    input: async (shop) => ({
      ...(await product(shop)),
      publishAt: null,
      unpublishAt: '2031-01-01T00:00:00.000Z',
    }),
  },
  'catalog.products.preview': { input: async (shop) => ({ ...(await product(shop)), expiresInHours: 5 }) },
  'catalog.products.archive': { input: product },
  'catalog.products.restore': {
    input: async (shop) => {
      const made = await product(shop)
      await shop.bob.call(archive, made)
      return made
    },
  },
  'catalog.variants.create': {
    input: async (shop) => ({ ...(await product(shop)), sku: word(), weightGrams: 120 }),
  },
  'catalog.variants.update': { input: async (shop) => ({ ...(await variant(shop)), weightGrams: 130 }) },
  'catalog.variants.archive': { input: variant },
  'catalog.categories.list': nothing,
  'catalog.categories.create': { input: () => ({ texts: text(`Cups ${word()}`), position: 3 }) },
  'catalog.categories.update': { input: async (shop) => ({ ...(await category(shop)), position: 2 }) },
  'catalog.categories.move': { input: async (shop) => ({ ...(await category(shop)), parentId: null }) },
  'catalog.categories.archive': { input: category },
  'catalog.options.list': nothing,
  'catalog.options.create': { input: () => ({ key: word(), texts: text('Glaze') }) },
  'catalog.options.addValue': {
    input: async (shop) => ({
      optionId: (await shop.bob.call(createOption, { key: word(), texts: text('Glaze') })).id,
      key: word(),
      texts: text('Sand'),
      swatch: '#c2b280',
    }),
  },
  'catalog.collections.list': nothing,
  'catalog.collections.create': {
    input: () => ({
      texts: text(`Gifts ${word()}`),
      rule: { matching: 'all', conditions: [{ kind: 'featured' }] },
    }),
  },
  'catalog.collections.update': { input: async (shop) => ({ ...(await collection(shop)), position: 2 }) },
  'catalog.collections.setProducts': {
    input: async (shop) => ({
      ...(await collection(shop)),
      productIds: [(await product(shop)).productId],
    }),
  },
  'catalog.collections.archive': { input: collection },
  'catalog.attributes.list': nothing,
  'catalog.attributes.create': {
    input: () => ({ key: word(), kind: 'number', unit: 'ml', filterable: true, texts: text('Volume') }),
  },
  'catalog.attributes.update': {
    input: async (shop) => ({
      ...(await attribute(shop)),
      searchable: true,
      choices: [{ key: 'oak', texts: text('Oak') }],
    }),
  },
  'catalog.attributes.archive': { input: attribute },
  'catalog.types.list': nothing,
  'catalog.types.create': {
    input: async (shop) => ({
      key: word(),
      name: 'Teapots',
      attributes: [{ ...(await attribute(shop)), required: false }],
    }),
  },
  'catalog.types.update': {
    input: async (shop) => ({
      ...(await type(shop)),
      attributes: [{ ...(await attribute(shop)), required: true }],
    }),
  },
  'catalog.types.archive': { input: type },
  'catalog.media.set': {
    input: async (shop) => ({ ...(await product(shop)), media: [{ fileId: (await file(shop)).id }] }),
  },
  'catalog.films.set': {
    input: async (shop) => ({ ...(await product(shop)), films: [{ fileId: (await film(shop)).id }] }),
  },
  'browse.synonyms.list': nothing,
  'browse.synonyms.create': { input: () => ({ locale: 'en', words: [word(), 'cup'] }) },
  'browse.synonyms.remove': {
    input: async (shop) => {
      const { id } = await shop.bob.call(createSynonym, { locale: 'en', words: [word(), 'cup'] })
      return { synonymId: id }
    },
  },
  'browse.placements.list': nothing,
  'browse.placements.set': {
    input: async (shop) => ({ q: word(), pinned: [(await shop.goods()).productId], buried: [] }),
  },
  'browse.admin.why': { input: async (shop) => ({ ...(await product(shop)), q: 'tea' }) },
  'browse.admin.reindex': nothing,
  'browse.engine.get': nothing,
  'browse.engine.rebuild': nothing,
  'browse.engine.reconcile': nothing,
  'pricing.prices.list': { input: async (shop) => ({ variantIds: [(await variant(shop)).variantId] }) },
  'pricing.prices.set': {
    input: async (shop) => ({
      prices: [{ variantId: (await variant(shop)).variantId, price: { amount: 900, currency: 'EUR' } }],
    }),
  },
  'pricing.prices.history': { input: async (shop) => ({ variantId: (await variant(shop)).variantId }) },
}
