/**
 * Money that was only authorised is taken as the goods leave: of each parcel what is in it, with the first one
 * the delivery, and with the last one the rest to the cent.
 *
 * The provider is asked in a moment, by a step of the payment. While one is under way nothing more is asked: the
 * job finds what is still due.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { wantCapture, type PaymentRow } from '../payments/index.ts'
import { lockOrder } from './lock.ts'

const CAUSE = 'orders.capture'
/** More is left to the next run. */
const MOST_ORDERS = 200

/** The order is locked. */
export async function captureDue(ctx: Ctx, orderId: string): Promise<void> {
  const { rows: payments } = await sql<PaymentRow>`
    select p.* from payments.payment p
    where p.store_id = ${ctx.storeId} and p.payable_kind = 'order' and p.payable_id = ${orderId} and p.capture = 'manual'
      and p.state in ('authorised', 'part_captured') and p.unknown_since is null
    order by p.id for update of p`.execute(ctx.db)
  if (payments.length === 0) return
  let due = await dueOf(ctx, orderId)
  for (const payment of payments) {
    const amount = Math.min(due, payment.authorised_amount - payment.captured_amount)
    if (amount <= 0) continue
    await wantCapture(ctx, payment, amount, CAUSE)
    due -= amount
  }
}

/** What has left, as the buyer pays for it, less what was taken. Minor units of the order's currency. */
async function dueOf(ctx: Ctx, orderId: string): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    select (o.total_amount - l.unsent - d.unsent - case when l.sent then 0 else
        o.delivery_amount - o.delivery_discount_amount - o.delivery_tax_relief_amount + case when o.prices_include_tax then 0 else o.delivery_tax_amount end end
      - (select coalesce(sum(p.captured_amount), 0) from payments.payment p
        where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id))::bigint as due
    from orders.order o cross join lateral (
      select bool_or(l.quantity_shipped > 0) as sent, coalesce(sum(div(
        (l.total_amount + case when o.prices_include_tax then 0 else l.tax_amount end)::numeric * (l.quantity - l.quantity_shipped), l.quantity)), 0) as unsent
      from orders.line l where l.order_id = o.id) l
    cross join lateral (
      select coalesce(sum(div((d.total_amount + case when o.prices_include_tax then 0 else d.tax_amount end)::numeric
        * (l.quantity - l.quantity_shipped), l.quantity)), 0) as unsent
      from orders.deposit d join orders.line l on l.id = d.line_id where d.order_id = o.id) d
    where o.store_id = ${ctx.storeId} and o.id = ${orderId}`.execute(ctx.db)
  return rows[0]!.due
}

export const capture = job({
  name: 'orders.capture',
  payload: Nothing,
  everyMs: seconds(60),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (const id of await ctx.app.inTransaction(call, partlySent)) {
      try {
        await ctx.app.inTransaction(call, async (own) => {
          await lockOrder(own, id)
          await captureDue(own, id)
        })
      } catch (error) {
        ctx.log.warn({ order: id, err: (error as Error).message }, 'an order could not be captured yet')
      }
    }
  },
})

async function partlySent(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.payable_id as id from payments.payment p
    where p.store_id = ${ctx.storeId} and p.payable_kind = 'order' and p.capture = 'manual' and p.state in ('authorised', 'part_captured')
      and exists (select from orders.line l where l.order_id = p.payable_id and l.quantity_shipped > 0)
      and not exists (select from payments.step s where s.payment_id = p.id and s.state = 'asked')
    order by 1 limit ${MOST_ORDERS}`.execute(ctx.db)
  return rows.map((row) => row.id)
}
