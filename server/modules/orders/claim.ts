/** A guest who logs in keeps what they ordered: their orders become the customer's. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { ensureCustomer } from '../customers/index.ts'
import type { SignedIn } from '../identity/index.ts'
import { ordersChanged } from './events.ts'

export async function claimOrders(fact: SignedIn, ctx: Ctx): Promise<void> {
  if (!fact.guestId) return
  const { rows: mine } = await sql<{ id: string }>`
    select id from orders.order where store_id = ${ctx.storeId} and guest_id = ${fact.guestId} and customer_id is null
    order by id limit 1000 for update`.execute(ctx.db)
  if (mine.length === 0) return
  await ensureCustomer(ctx, fact.personId)
  const ids = mine.map((order) => order.id)
  await sql`update orders.order set customer_id = ${fact.personId}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = any(${ids})`.execute(ctx.db)
  ctx.emit(ordersChanged, { ids })
}
