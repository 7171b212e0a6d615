/**
 * An order of which nothing is left to be sent or to arrive has come to its end.
 *
 * It is completed; or cancelled, when nothing of it ever left and all money goes back: to the buyer, or for good to
 * their bank. What a dispute has only set aside may still be the shop's.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { close } from './close.ts'
import { tell } from './history.ts'
import { keep, lockOrder } from './lock.ts'

/** The order is locked. */
export async function endIfNothingIsLeft(ctx: Ctx, orderId: string, cause: string): Promise<void> {
  const order = await lockOrder(ctx, orderId)
  if (order.state !== 'confirmed') return
  const { rows: lines } = await sql<{ open: boolean; shipped: boolean; held: boolean }>`
    select coalesce(bool_or(l.quantity_delivered < l.quantity - l.quantity_cancelled), false) as open, coalesce(bool_or(l.quantity_shipped > 0), false) as shipped,
      exists (select from payments.payment p where p.store_id = ${ctx.storeId} and p.payable_kind = 'order' and p.payable_id = ${orderId}
        and (p.state = 'authorised' or p.captured_amount > p.refunded_amount + coalesce((
          select sum(d.amount) from payments.dispute d where d.payment_id = p.id and d.state = 'lost'), 0))) as held
    from orders.line l where l.store_id = ${ctx.storeId} and l.order_id = ${orderId}`.execute(ctx.db)
  const { open, shipped, held } = lines[0]!
  if (open) return
  if (!shipped && !held) return close(ctx, order, { as: 'cancelled', reason: 'refunded', cause })
  const { rows } = await sql<{ version: number }>`
    with done as (
      update orders.order o set state = 'completed', version = version + 1, closed_at = ${ctx.now()}, updated_at = ${ctx.now()}
      where o.store_id = ${ctx.storeId} and o.id = ${orderId} returning id, version
    ), told as (${tell(ctx, cause, [{ kind: 'completed', from: 'confirmed', to: 'completed', public: false }], sql`select id from done`)})
    select version from done`.execute(ctx.db)
  keep(ctx, { ...order, ...rows[0]!, state: 'completed' })
}
