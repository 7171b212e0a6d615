/** The caller's own orders, newest first: those of their account, or of this browser's guest. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf } from '#kit/page.ts'
import { visitor } from '#kit/policy.ts'
import { Text, Type } from '#kit/types.ts'
import { buyersCard, cardsPage } from './cards.ts'
import { OrderCard } from './order.ts'
import { OrderState } from './state.ts'

export const list = query({
  id: 'orders.list',
  summary: 'The caller’s orders',
  rest: 'GET /orders',
  audience: 'shop',
  access: visitor,
  input: Type.Object({
    /** The number of an order, or a part of what was bought in it. */
    q: Type.Optional(Text(100)),
    state: Type.Optional(OrderState),
    ...pageInput,
  }),
  output: pageOf(OrderCard),
  async run({ q, ...input }, ctx) {
    const { actor } = ctx
    const own =
      actor.kind === 'person'
        ? sql`o.customer_id = ${actor.personId}`
        : actor.kind === 'guest'
          ? sql`o.guest_id = ${actor.guestId} and o.customer_id is null`
          : null
    if (!own) return { items: [], next: null, total: input.withTotal ? { count: 0, atLeast: false } : null }
    const page = await cardsPage(ctx, q === undefined ? own : sql`${own} and ${names(q)}`, input)
    return { ...page, items: page.items.map(buyersCard) }
  },
})

/** What people remember of an order: its number, or something that was in it. */
function names(q: string) {
  const sought = q.trim().toLowerCase()
  return sql`(o.number::text = ${sought.replace(/^#/, '')} or exists (
    select from orders.line l where l.store_id = o.store_id and l.order_id = o.id
      and (strpos(lower(l.name), ${sought}) > 0 or lower(l.sku) = ${sought})))`
}
