/** What of an order may still be sent back: goods that arrived, as long as their parcel's time lasts, less what is on its way back or came. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Id, Instant, Int, shape, type Static } from '#kit/types.ts'
import { COMING_BACK } from './return.ts'

export const ReturnableLine = shape('ReturnableLine', {
  orderLineId: Id,
  quantity: Int(1, 9999),
  /** The last of its parcels may be sent back until then. */
  until: Instant,
})
export type ReturnableLine = Static<typeof ReturnableLine>

export async function readReturnable(ctx: Ctx, orderId: string): Promise<ReturnableLine[]> {
  const { rows } = await sql<ReturnableLine>`
    with arrived as (
      select p.order_line_id, sum(p.quantity) as quantity, max(s.returnable_until) as until
      from fulfilment.shipment s join fulfilment.shipment_line p on p.shipment_id = s.id
      where s.store_id = ${ctx.storeId} and s.order_id = ${orderId} and s.state = 'delivered' and s.returnable_until >= ${ctx.now()}
      group by p.order_line_id
    ), asked as (
      select l.order_line_id, sum(${sql.raw(COMING_BACK)}) as quantity, sum(l.quantity_received) as received
      from returns.return r join returns.line l on l.return_id = r.id
      where r.store_id = ${ctx.storeId} and r.order_id = ${orderId}
      group by l.order_line_id
    )
    select l.id as "orderLineId", left_.quantity::int as quantity, kit.utc(a.until) as until
    from orders.line l
    join arrived a on a.order_line_id = l.id
    left join asked k on k.order_line_id = l.id
    -- What staff took back without a return counts, too.
    cross join lateral (select least(a.quantity, l.quantity_delivered - coalesce(k.quantity, 0) - (l.quantity_returned - coalesce(k.received, 0))) as quantity) left_
    where l.store_id = ${ctx.storeId} and l.order_id = ${orderId} and left_.quantity > 0
    order by l.position`.execute(ctx.db)
  return rows
}
