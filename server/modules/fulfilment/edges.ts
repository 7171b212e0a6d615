/** The parcels of an order, with it always: its page shows them in one answer, and orders never hear of parcels. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { edge, type Parent } from '#kit/edge.ts'
import { anyone, permission } from '#kit/policy.ts'
import { MOST_SHIPMENTS, Shipment, readShipments } from './shipment.ts'

/** An order that waits for its payment can have no parcel yet: it is not asked for one. */
async function shipmentsOf(orders: readonly Parent[], ctx: Ctx): Promise<Map<string, Shipment[]>> {
  const ids = orders.filter((order) => order['state'] !== 'pending').map((order) => order.id)
  if (ids.length === 0) return new Map()
  const shipments = await readShipments(ctx, sql`s.order_id = any(${ids})`, MOST_SHIPMENTS * ids.length)
  const found = Map.groupBy(shipments, (shipment) => shipment.orderId)
  return new Map(ids.map((id) => [id, found.get(id) ?? []]))
}

const shipments = {
  name: 'shipments',
  to: Shipment,
  many: true,
  cost: 1,
  included: true,
  limit: MOST_SHIPMENTS,
  load: shipmentsOf,
}

export const edges = [
  // Whoever may see the order may see its parcels.
  edge({ ...shipments, from: 'Order', access: anyone }),
  edge({ ...shipments, from: 'StaffOrder', access: permission('orders.read') }),
]
