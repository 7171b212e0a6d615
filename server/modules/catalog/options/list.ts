import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { CatalogOption, MOST_SHARED_OPTIONS, readOptions } from './option.ts'

export const list = query({
  id: 'catalog.options.list',
  summary: 'What products can be chosen by, such as colour and size',
  rest: 'GET /options',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: shape('CatalogOptionList', { items: List(CatalogOption, MOST_SHARED_OPTIONS) }),
  run: async (_, ctx) => ({ items: await readOptions(ctx) }),
})
