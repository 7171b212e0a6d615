import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { DigitalTerms, readTerms } from './terms.ts'

export const get = query({
  id: 'fulfilment.digital.get',
  summary: 'How a variant is handed over by files or keys',
  rest: 'GET /variants/:variantId/digital',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({ variantId: Id }),
  output: DigitalTerms,
  run: ({ variantId }, ctx) => readTerms(ctx, variantId),
})
