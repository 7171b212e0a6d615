/** A guest who logs in keeps what they ordered: their orders become the customer's. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { ensureCustomer } from '../customers/index.ts'
import type { SignedIn } from '../identity/index.ts'
import { ordersChanged } from './events.ts'

export async function claimOrders(fact: SignedIn, ctx: Ctx): Promise<void> {
  if (!fact.guestId) return
  await giveOrders(ctx, sql`o.guest_id = ${fact.guestId} and o.customer_id is null`, fact.personId)
}

/** `which` is a condition on `o`, the order, for such as have no customer yet. Answers how many there were. */
export async function giveOrders(ctx: Ctx, which: RawBuilder<unknown>, personId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select o.id from orders.order o where o.store_id = ${ctx.storeId} and ${which} order by o.id limit 1000 for update`.execute(
    ctx.db,
  )
  if (rows.length === 0) return 0
  await ensureCustomer(ctx, personId)
  const ids = rows.map((order) => order.id)
  await sql`update orders.order set customer_id = ${personId}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = any(${ids})`.execute(ctx.db)
  ctx.emit(ordersChanged, { ids })
  return ids.length
}

/** What guests ordered with an address, as a condition on `o`; the index `order_of_guests` serves it. */
export function ofGuests(email: string): RawBuilder<unknown> {
  return sql`o.customer_id is null and lower(o.email) = ${email}`
}
