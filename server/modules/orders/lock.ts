/**
 * Takes hold of an order: its cart first, then the order, as the order of locks wants it.
 *
 * Within one transaction the row is kept, so that those who lock it again (payments
 * do, through their port) do not ask twice.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import type { OrderState } from './state.ts'

export interface LockedOrder {
  id: string
  cart_id: string
  state: OrderState
  version: number
  number: number | null
  customer_id: string | null
  guest_id: string | null
  access_hash: Buffer
  channel_id: string
  currency: string
  total_amount: number
  hold_until: Date | null
  placed_at: Date
}

const held = new WeakMap<Ctx, Map<string, LockedOrder>>()

export async function lockOrder(ctx: Ctx, id: string): Promise<LockedOrder> {
  const kept = held.get(ctx)?.get(id)
  if (kept) return kept
  // NOTE: `for update` follows the order's row to its newest version, however long the cart was waited for.
  const { rows } = await sql<LockedOrder>`
    with cart as materialized (
      select c.id from cart.cart c where c.store_id = ${ctx.storeId}
        and c.id = (select cart_id from orders.order where store_id = ${ctx.storeId} and id = ${id}) for update
    )
    select o.id, o.cart_id, o.state, o.version, o.number, o.customer_id, o.guest_id, o.access_hash, o.channel_id, o.currency,
      o.total_amount, o.hold_until, o.placed_at
    from orders.order o where o.store_id = ${ctx.storeId} and o.id = ${id} and o.cart_id = (select id from cart) for update`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return keep(ctx, rows[0])
}

/** The order that a cart still has, if any; the cart is locked already. */
export async function lockOrderOfCart(ctx: Ctx, cartId: string): Promise<LockedOrder | undefined> {
  const { rows } = await sql<LockedOrder>`
    select id, cart_id, state, version, number, customer_id, guest_id, access_hash, channel_id, currency, total_amount, hold_until, placed_at
    from orders.order where store_id = ${ctx.storeId} and cart_id = ${cartId} and state not in ('cancelled', 'expired') for update`.execute(
    ctx.db,
  )
  return rows[0] && keep(ctx, rows[0])
}

/** After a change of the locked row in this transaction. */
export function keep(ctx: Ctx, order: LockedOrder): LockedOrder {
  const map = held.get(ctx) ?? new Map<string, LockedOrder>()
  held.set(ctx, map.set(order.id, order))
  return order
}
