/**
 * Hands over what was ordered before it was there, such as a book before its day, once it is counted in.
 *
 * Each order in its own transaction; one that cannot be settled now is left to the next run.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { settleOrder } from './handing-over.ts'

/** More are left to the next run. */
const AT_ONCE = 200

export const handOverWhatCame = job({
  name: 'fulfilment.handOverWhatCame',
  payload: Nothing,
  everyMs: seconds(60),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (const id of await ctx.app.inTransaction(call, covered)) {
      try {
        await ctx.app.inTransaction(call, (own) => settleOrder(own, id))
      } catch (error) {
        ctx.log.warn({ order: id, err: (error as Error).message }, 'an order could not be handed over yet')
      }
    }
  },
})

/** Confirmed orders with something to hand over of which there is some now, the oldest first. */
async function covered(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from orders.line l
    join orders.order o on o.id = l.order_id and o.state = 'confirmed'
    join fulfilment.digital d on d.variant_id = l.variant_id
    where l.store_id = ${ctx.storeId} and not l.shippable and l.quantity_shipped + l.quantity_cancelled < l.quantity
      and exists (select from inventory.reservation r
        join inventory.level v on v.item_id = r.item_id and v.location_id = r.location_id and v.on_hand > 0
        where r.store_id = o.store_id and r.holder_kind = 'order' and r.holder_id = o.id and r.line_id = l.id and r.state = 'confirmed')
    group by o.id order by o.confirmed_at, o.id limit ${AT_ONCE}`.execute(ctx.db)
  return rows.map((row) => row.id)
}
