/** All orders of the store, newest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { normalEmail } from '#kit/text.ts'
import { Text, Type } from '#kit/types.ts'
import { cardsPage } from '../cards.ts'
import { StaffOrderCard } from '../order.ts'
import { OrderState } from '../state.ts'

export const list = query({
  id: 'orders.admin.list',
  summary: 'The orders of the store',
  description: '`q` finds an order by its number, or all orders of an e-mail address.',
  rest: 'GET /orders',
  audience: 'staff',
  access: permission('orders.read'),
  input: Type.Object({ state: Type.Optional(OrderState), q: Type.Optional(Text(254)), ...pageInput }),
  output: pageOf(StaffOrderCard),
  async run(input, ctx) {
    const page = await cardsPage(ctx, found(input.q), input)
    return { ...page, items: page.items.map(({ pictures: _pictures, ...card }) => card) }
  },
})

function found(q: string | undefined) {
  if (q === undefined) return sql`true`
  return /^[0-9]{1,15}$/.test(q) ? sql`o.number = ${Number(q)}` : sql`lower(o.email) = ${normalEmail(q)}`
}
