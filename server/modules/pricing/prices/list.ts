import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, shape } from '#kit/types.ts'
import { baseListId } from '../base.ts'
import { MOST_IN_LIST, MOST_VARIANTS, VariantPrice, readPrices } from '../price.ts'

export const VariantPriceList = shape('VariantPriceList', {
  items: List(VariantPrice, MOST_VARIANTS * MOST_IN_LIST),
})

export const list = query({
  id: 'pricing.prices.list',
  summary: 'The prices of some variants in a list, in all currencies and from all quantities on',
  description: 'Without `listId` those of the base list.',
  rest: 'GET /prices',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Type.Object({ variantIds: List(Id, MOST_VARIANTS, { minItems: 1 }), listId: Type.Optional(Id) }),
  output: VariantPriceList,
  run: async ({ variantIds, listId }, ctx) => ({
    items: await readPrices(ctx, variantIds, [listId ?? (await baseListId(ctx))]),
  }),
})
