/** Tries all ways of delivery on a basket. Carriers are not asked: where one names the price, the store's own rate is told. */
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { DeliveryWhy, trialOf, triedInput, verdictOf } from './trying.ts'

export const why = query({
  id: 'delivery.why',
  summary: 'How a basket could be delivered, and why not otherwise',
  description:
    'Carriers are not asked: of a way of delivery whose price a carrier names, the price it falls back on is told. `delivery.tryCarriers` asks them.',
  rest: 'POST /delivery/why',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Type.Object(triedInput),
  output: DeliveryWhy,
  run: async (input, ctx) => verdictOf(await trialOf(input, ctx), []),
})
