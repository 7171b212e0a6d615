/** Which products were in the same orders, order by order as they were confirmed. */
import { sql } from 'kysely'
import type { BoughtTogether, Together } from '../catalog/index.ts'

/** What stands further down in an order says little of any two things in it, and pairs grow with the square. */
const LINES = 30

export const boughtInOneOrder: BoughtTogether = async (from, until, most, ctx) => {
  const { rows } = await sql<
    Pick<Together, 'pairs' | 'orders'> & { confirmedAt: Date | null; orderId: string | null }
  >`
    with looked_at as materialized (
      select id, confirmed_at, state from orders."order"
      where store_id = ${ctx.storeId} and confirmed_at is not null and confirmed_at < ${until}
        and (confirmed_at, id) > (${from.confirmedAt}::timestamptz, ${from.orderId}::uuid)
      order by confirmed_at, id limit ${most}
    ), goods as materialized (
      select distinct o.id, l.product_id from looked_at o join orders.line l on l.order_id = o.id and l.store_id = ${ctx.storeId}
      where o.state <> 'cancelled' and l.position < ${LINES} and l.quantity > l.quantity_cancelled
    )
    select (select count(*)::int from looked_at) as orders, last.confirmed_at as "confirmedAt", last.id as "orderId",
      coalesce((select json_agg(p) from (
        select a.product_id as "productId", b.product_id as "otherId", count(*)::int as orders
        from goods a join goods b on b.id = a.id and b.product_id <> a.product_id group by 1, 2) p), '[]') as pairs
    from (select) one left join (select confirmed_at, id from looked_at order by confirmed_at desc, id desc limit 1) last on true`.execute(
    ctx.db,
  )
  const { pairs, orders, confirmedAt, orderId } = rows[0]!
  return { pairs, orders, last: confirmedAt && orderId ? { confirmedAt, orderId } : null }
}
