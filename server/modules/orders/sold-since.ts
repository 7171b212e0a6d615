/** How much of which product was sold: of confirmed orders, without what was called off or came back. */
import { sql } from 'kysely'
import type { Sold, SoldSince } from '../browse/index.ts'

export const soldLately: SoldSince = async (since, most, ctx) => {
  const { rows } = await sql<Sold>`
    select l.product_id as "productId", sum(l.quantity - l.quantity_cancelled - l.quantity_returned)::int as pieces
    from orders.order o join orders.line l on l.order_id = o.id
    where o.store_id = ${ctx.storeId} and o.confirmed_at >= ${since} and o.state not in ('cancelled', 'expired')
    group by l.product_id having sum(l.quantity - l.quantity_cancelled - l.quantity_returned) > 0
    order by 2 desc, 1 limit ${most}`.execute(ctx.db)
  return rows
}
