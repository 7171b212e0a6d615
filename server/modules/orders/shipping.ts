/** What fulfilment may do with an order: take hold of it, and count what left and what arrived. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { captureDue } from './capturing.ts'
import { endIfNothingIsLeft } from './ending.ts'
import { ordersChanged } from './events.ts'
import { tell, type Entry } from './history.ts'
import { keep, lockOrder, type LockedOrder } from './lock.ts'

export interface ShippableLine {
  id: string
  name: string
  /** Otherwise it is a service. */
  shippable: boolean
  quantity: number
  shipped: number
  cancelled: number
}

export interface Shippable extends LockedOrder {
  lines: ShippableLine[]
}

export interface Counted {
  orderLineId: string
  quantity: number
}

/** Locks the order; throws NotFound. */
export async function orderForShipping(ctx: Ctx, orderId: string): Promise<Shippable> {
  const order = await lockOrder(ctx, orderId)
  const { rows: lines } = await sql<ShippableLine>`
    select id, name, shippable, quantity, quantity_shipped as shipped, quantity_cancelled as cancelled from orders.line
    where store_id = ${ctx.storeId} and order_id = ${orderId} order by position`.execute(ctx.db)
  return { ...order, lines }
}

/** Goods have left. The order is locked, and the quantities fit what is left of its lines: the table checks it too. */
export async function countShipped(
  ctx: Ctx,
  orderId: string,
  lines: Counted[],
  cause: string,
): Promise<void> {
  await count(ctx, orderId, lines, cause, 'shipped')
}

/** Goods have arrived, or services were rendered; with the last of them the order is completed. */
export async function countDelivered(
  ctx: Ctx,
  orderId: string,
  lines: Counted[],
  cause: string,
  how: 'delivered' | 'rendered' = 'delivered',
): Promise<void> {
  await count(ctx, orderId, lines, cause, how)
  await endIfNothingIsLeft(ctx, orderId, cause)
}

async function count(
  ctx: Ctx,
  orderId: string,
  lines: Counted[],
  cause: string,
  kind: 'shipped' | 'delivered' | 'rendered',
): Promise<void> {
  const order = await lockOrder(ctx, orderId)
  // A service is on no way: when it leaves, it has arrived.
  const counters = kind === 'rendered' ? ['shipped', 'delivered'] : [kind]
  const raised = counters.map(
    (each) => sql`${sql.ref(`quantity_${each}`)} = l.${sql.ref(`quantity_${each}`)} + c.quantity`,
  )
  const entry: Entry = {
    kind,
    facts: { quantity: lines.reduce((sum, line) => sum + line.quantity, 0) },
    public: kind !== 'rendered',
  }
  await sql`
    with counted as (
      update orders.line l set ${sql.join(raised)}
      from unnest(${lines.map((line) => line.orderLineId)}::uuid[], ${lines.map((line) => line.quantity)}::int[]) as c(id, quantity)
      where l.store_id = ${ctx.storeId} and l.order_id = ${orderId} and l.id = c.id
    ), raised as (
      update orders.order set version = version + 1, updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${orderId} returning id
    )
    ${tell(ctx, cause, [entry], sql`select id from raised`)}`.execute(ctx.db)
  keep(ctx, { ...order, version: order.version + 1 })
  if (kind !== 'delivered') await captureDue(ctx, orderId)
  ctx.emit(ordersChanged, { ids: [orderId] })
}
