import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { MOST_LISTS, listsSnapshot } from '../lists.ts'
import { PriceList } from '../price-list.ts'

export const list = query({
  id: 'pricing.lists.list',
  summary: 'Price lists, first the ones that win',
  rest: 'GET /price-lists',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Nothing,
  output: shape('PriceListList', { items: List(PriceList, MOST_LISTS) }),
  run: async (_, ctx) => ({ items: await ctx.app.snapshots.read(listsSnapshot, ctx) }),
})
