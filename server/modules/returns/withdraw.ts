/** The buyer keeps the goods after all: possible until they are on their way. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { Id, Token, Type, Version } from '#kit/types.ts'
import { changesOwnOrder } from '../orders/index.ts'
import { WrongStep } from './failures.ts'
import { Return, readReturns } from './return.ts'
import { lockReturn, take } from './stepping.ts'

export const withdraw = command({
  id: 'returns.withdraw',
  summary: 'Keep the goods after all',
  rest: 'POST /orders/:orderId/returns/:returnId/withdrawal',
  audience: 'shop',
  access: changesOwnOrder,
  input: Type.Object({
    orderId: Id,
    returnId: Id,
    token: Type.Optional(Token),
    expectedVersion: Type.Optional(Version),
  }),
  output: Return,
  failures: [WrongStep],

  async run({ orderId, returnId, expectedVersion }, ctx) {
    const found = await lockReturn(ctx, returnId, { orderId, expectedVersion })
    await take(ctx, found, { to: 'withdrawn', cause: 'returns.withdraw' })
    const [after] = await readReturns(ctx, sql`r.id = ${returnId}`)
    return after!
  },
})
