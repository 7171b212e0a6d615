/** An order as it changes: the thank-you page waits here for the payment's fact. */
import { stream } from '#kit/operation.ts'
import { Id, Token, Type } from '#kit/types.ts'
import { readOwn, seesOwnOrder } from './access.ts'
import { ordersChanged } from './events.ts'
import { Order } from './order.ts'
import { toOrder } from './view.ts'

export const follow = stream({
  id: 'orders.follow',
  summary: 'An order, again after each change',
  rest: 'GET /orders/:orderId/events',
  audience: 'shop',
  access: seesOwnOrder,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token) }),
  output: Order,
  events: [ordersChanged],
  topic: ({ orderId }) => orderId,
  run: async ({ orderId }, ctx) => toOrder(await readOwn(orderId, ctx), ctx),
})
