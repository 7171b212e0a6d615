import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { CatalogType, MOST_TYPES, readTypes } from './type.ts'

export const list = query({
  id: 'catalog.types.list',
  summary: 'Types of products, with what is said of each',
  rest: 'GET /types',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: shape('CatalogTypeList', { items: List(CatalogType, MOST_TYPES) }),
  run: async (_, ctx) => ({ items: await readTypes(ctx) }),
})
