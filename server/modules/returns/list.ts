/** What of an order comes back, and what may: for its page. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { Id, List, Token, Type, shape } from '#kit/types.ts'
import { seesOwnOrder } from '../orders/index.ts'
import { MOST_LINES, MOST_RETURNS, Return, readReturns } from './return.ts'
import { ReturnableLine, readReturnable } from './returnable.ts'

const OrderReturns = shape('OrderReturns', {
  /** The newest first. */
  returns: List(Return, MOST_RETURNS),
  returnable: List(ReturnableLine, MOST_LINES),
})

export const list = query({
  id: 'returns.list',
  summary: 'What of an order is sent back, and what may be',
  rest: 'GET /orders/:orderId/returns',
  audience: 'shop',
  access: seesOwnOrder,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token) }),
  output: OrderReturns,
  run: async ({ orderId }, ctx) => ({
    returns: await readReturns(ctx, sql`r.order_id = ${orderId}`),
    returnable: await readReturnable(ctx, orderId),
  }),
})
