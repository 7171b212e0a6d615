/**
 * A parcel of an order. In this form it leaves at once: shipped -> delivered.
 *
 * The table knows the longer way (planned, picked, packed) for the house that packs in steps.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import {
  Id,
  Instant,
  Int,
  List,
  Nullable,
  Text,
  Url,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'

export type ShipmentState =
  | 'planned'
  | 'picked'
  | 'packed'
  | 'shipped'
  | 'delivered'
  | 'cancelled'
  | 'lost'
  | 'returned_to_sender'
export const ShipmentState = Words(
  'ShipmentState',
  'planned',
  'picked',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'lost',
  'returned_to_sender',
)

/** Steps from one state to the next, as in the database's own guard. */
export const STEPS: Record<ShipmentState, readonly ShipmentState[]> = {
  planned: ['picked', 'cancelled'],
  picked: ['packed', 'cancelled'],
  packed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'lost', 'returned_to_sender'],
  delivered: [],
  cancelled: [],
  lost: [],
  returned_to_sender: [],
}

export const ShipmentLine = shape('ShipmentLine', { orderLineId: Id, quantity: Int(1, 9999) })

/** What the carrier told of a parcel. */
export const TrackingNews = shape('TrackingNews', {
  kind: Words('TrackingKind', 'in_transit', 'exception', 'delivered', 'returned'),
  at: Instant,
  /** In the carrier's words; may be empty. */
  said: Text(400, { min: 0 }),
})
const MOST_NEWS = 50

export const Shipment = shape('Shipment', {
  id: Id,
  orderId: Id,
  state: ShipmentState,
  carrier: Nullable(Text(80)),
  trackingCode: Nullable(Text(120)),
  trackingUrl: Nullable(Url),
  /** The place it left from; null: from wherever the goods lay. */
  locationId: Nullable(Id),
  lines: List(ShipmentLine, 200),
  /** Oldest first, as it happened. */
  tracking: List(TrackingNews, MOST_NEWS),
  shippedAt: Nullable(Instant),
  deliveredAt: Nullable(Instant),
  /** Goods may be sent back until then; known once they have arrived. */
  returnableUntil: Nullable(Instant),
  version: Version,
})
export type Shipment = Static<typeof Shipment>

/** Most parcels of one order that are shown with it. */
export const MOST_SHIPMENTS = 50

/** `which` is a condition on `s`, the shipment. Oldest first. */
export async function readShipments(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<Shipment[]> {
  const { rows } = await sql<Shipment>`
    select s.id, s.order_id as "orderId", s.state, s.carrier, s.tracking_code as "trackingCode", s.tracking_url as "trackingUrl",
      kit.utc(s.shipped_at) as "shippedAt", kit.utc(s.delivered_at) as "deliveredAt", kit.utc(s.returnable_until) as "returnableUntil", s.location_id as "locationId", s.version,
      (select json_agg(json_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity) order by l.order_line_id)
        from fulfilment.shipment_line l where l.shipment_id = s.id) as lines,
      coalesce((select json_agg(json_build_object('kind', t.kind, 'at', kit.utc(t.happened_at), 'said', t.said) order by t.happened_at, t.id)
        from (select * from fulfilment.tracking n where n.shipment_id = s.id order by n.happened_at desc, n.id desc limit ${MOST_NEWS}) t), '[]') as tracking
    from fulfilment.shipment s
    where s.store_id = ${ctx.storeId} and ${which}
    order by s.created_at, s.id limit ${limit}`.execute(ctx.db)
  return rows
}
