import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { DeliveryMethod, MOST_METHODS, readMethods } from './method.ts'

export const list = query({
  id: 'delivery.methods.list',
  summary: 'Ways of delivery in all zones',
  rest: 'GET /delivery/methods',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Nothing,
  output: shape('DeliveryMethodList', { items: List(DeliveryMethod, MOST_METHODS) }),
  run: async (_, ctx) => ({ items: await readMethods(ctx) }),
})
