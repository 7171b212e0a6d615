/**
 * Orders that were not paid in time give their stock back.
 *
 * Each in its own transaction. While a provider is still working on a payment, or has
 * not said what became of it, the hold is prolonged instead: for a day at most.
 */
import { sql } from 'kysely'
import { after, hours, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { prolong } from '../inventory/index.ts'
import { holdUntil } from './attempt.ts'
import { close } from './close.ts'
import { lockOrder, type LockedOrder } from './lock.ts'

const LONGEST_HOLD = hours(24)
/** More lapsed orders of one thing than this are for the job. */
const AT_ONCE = 20

export const expire = job({
  name: 'orders.expire',
  payload: Nothing,
  everyMs: seconds(15),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (const id of await ctx.app.inTransaction(call, due)) {
      try {
        await ctx.app.inTransaction(call, (each) => expireOne(each, id))
      } catch (error) {
        ctx.log.warn({ order: id, err: (error as Error).message }, 'an order could not expire yet')
      }
    }
  },
})

async function due(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from orders.order where store_id = ${ctx.storeId} and state = 'pending' and hold_until <= ${ctx.now()}
    order by hold_until limit 200`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/**
 * What others no longer hold is free for the one who wants it now, also before this job has come by: orders whose
 * time is over and that hold one of these variants are closed within the asking transaction. True when some were.
 */
export async function freeLapsed(ctx: Ctx, variantIds: string[]): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.holder_id as id from inventory.reservation r join inventory.variant_item vi on vi.item_id = r.item_id
    where r.store_id = ${ctx.storeId} and r.holder_kind = 'order' and r.state = 'held' and r.expires_at <= ${ctx.now()}
      and vi.variant_id = any(${variantIds})
    order by 1 limit ${AT_ONCE}`.execute(ctx.db)
  for (const { id } of rows) await expireOne(ctx, id)
  return rows.length > 0
}

export async function expireOne(ctx: Ctx, id: string): Promise<void> {
  const order = await lockOrder(ctx, id)
  if (order.state !== 'pending' || !order.hold_until || order.hold_until > ctx.now()) return
  const young = after(order.placed_at, LONGEST_HOLD) > ctx.now()
  if (young && (await isProviderBusy(ctx, id))) return keepOn(ctx, order)
  await close(ctx, order, { as: 'expired', reason: 'not_paid_in_time', cause: 'orders.expire' })
}

async function isProviderBusy(ctx: Ctx, orderId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payments.payment where store_id = ${ctx.storeId} and payable_kind = 'order' and payable_id = ${orderId}
      and (state = 'processing' or unknown_since is not null) limit 1`.execute(ctx.db)
  return rows.length > 0
}

async function keepOn(ctx: Ctx, order: LockedOrder): Promise<void> {
  const until = await holdUntil(ctx, order.channel_id)
  await sql`update orders.order set hold_until = ${until}, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${order.id}`.execute(ctx.db)
  await prolong(ctx, { kind: 'order', id: order.id }, until)
}
