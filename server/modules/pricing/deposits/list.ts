/** The deposits a store asks for, such as for a bottle. */
import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { depositsSnapshot } from './asked.ts'
import { Deposit, MOST_DEPOSITS } from './deposit.ts'

export const list = query({
  id: 'pricing.deposits.list',
  summary: 'What is asked for bottles and the like',
  rest: 'GET /deposits',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Nothing,
  output: shape('DepositList', { items: List(Deposit, MOST_DEPOSITS) }),
  run: async (_, ctx) => ({ items: await ctx.app.snapshots.read(depositsSnapshot, ctx) }),
})
