import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Key, List, Text, shape } from '#kit/types.ts'
import { taxSnapshot } from '../tax.ts'

export const list = query({
  id: 'tax.categories.list',
  summary: 'Kinds of goods that are taxed differently',
  rest: 'GET /tax/categories',
  audience: 'staff',
  access: permission('tax.read'),
  input: Nothing,
  output: shape('TaxCategoryList', {
    items: List(shape('TaxCategory', { id: Id, key: Key, name: Text(120) }), 200),
  }),
  run: async (_, ctx) => ({ items: (await ctx.app.snapshots.read(taxSnapshot, ctx)).categories }),
})
