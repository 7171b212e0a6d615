import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { CatalogCategory, MOST_CATEGORIES, readCategories } from './category.ts'

export const list = query({
  id: 'catalog.categories.list',
  summary: 'All categories; `parentId` makes them a tree',
  rest: 'GET /categories',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: shape('CatalogCategoryList', { items: List(CatalogCategory, MOST_CATEGORIES) }),
  run: async (_, ctx) => ({ items: await readCategories(ctx) }),
})
