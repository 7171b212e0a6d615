import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, shape } from '#kit/types.ts'
import { MOST_CURRENCIES, MOST_VARIANTS, VariantPrice, readPrices } from '../price.ts'

export const VariantPriceList = shape('VariantPriceList', {
  items: List(VariantPrice, MOST_VARIANTS * MOST_CURRENCIES),
})

export const list = query({
  id: 'pricing.prices.list',
  summary: 'The prices of some variants, in all currencies',
  rest: 'GET /prices',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Type.Object({ variantIds: List(Id, MOST_VARIANTS, { minItems: 1 }) }),
  output: VariantPriceList,
  run: async ({ variantIds }, ctx) => ({ items: await readPrices(ctx, variantIds) }),
})
