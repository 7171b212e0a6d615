import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { Conversion, MOST_CONVERSIONS, readConversions } from './conversion.ts'

export const list = query({
  id: 'pricing.conversions.list',
  summary: 'Currencies whose prices follow by rate',
  rest: 'GET /conversions',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Nothing,
  output: shape('ConversionList', { items: List(Conversion, MOST_CONVERSIONS) }),
  run: async (_, ctx) => ({ items: await readConversions(ctx.db, ctx.storeId) }),
})
