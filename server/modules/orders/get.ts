/** An order with its lines, totals, payments and timeline, for its buyer or whoever holds its link. */
import { query } from '#kit/operation.ts'
import { Id, Token, Type } from '#kit/types.ts'
import { readOwn, seesOwnOrder } from './access.ts'
import { Order } from './order.ts'
import { toOrder } from './view.ts'

export const get = query({
  id: 'orders.get',
  summary: 'An order',
  rest: 'GET /orders/:orderId',
  audience: 'shop',
  access: seesOwnOrder,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token) }),
  output: Order,
  run: async ({ orderId }, ctx) => toOrder(await readOwn(orderId, ctx), ctx),
})
