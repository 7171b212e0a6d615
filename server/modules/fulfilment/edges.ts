/** The parcels of an order, with it always: its page shows them in one answer, and orders never hear of parcels. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { edge } from '#kit/edge.ts'
import { anyone, permission } from '#kit/policy.ts'
import { MOST_SHIPMENTS, Shipment, readShipments } from './shipment.ts'

async function shipmentsOf(orders: readonly { id: string }[], ctx: Ctx): Promise<Map<string, Shipment[]>> {
  const ids = orders.map((order) => order.id)
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
