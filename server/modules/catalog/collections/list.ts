import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { CatalogCollection, MOST_COLLECTIONS, readCollections } from './collection.ts'

export const list = query({
  id: 'catalog.collections.list',
  summary: 'Collections by hand and by rule',
  description: 'Their products are those of `catalog.products.list` with a `collectionId`.',
  rest: 'GET /collections',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: shape('CatalogCollectionList', { items: List(CatalogCollection, MOST_COLLECTIONS) }),
  run: async (_, ctx) => ({ items: await readCollections(ctx) }),
})
