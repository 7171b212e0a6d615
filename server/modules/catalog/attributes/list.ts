import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { CatalogAttribute, MOST_ATTRIBUTES, readAttributes } from './attribute.ts'

export const list = query({
  id: 'catalog.attributes.list',
  summary: 'What can be said of products, such as volume and material',
  rest: 'GET /attributes',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: shape('CatalogAttributeList', { items: List(CatalogAttribute, MOST_ATTRIBUTES) }),
  run: async (_, ctx) => ({ items: await readAttributes(ctx) }),
})
