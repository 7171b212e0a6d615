/** Whether something of an order was handed over without a parcel; only then its page asks what. */
import type { Order } from './store.ts'

export function wasHandedOver({ lines, shipments }: Pick<Order, 'lines' | 'shipments'>): boolean {
  const inParcels = new Set(shipments.flatMap((parcel) => parcel.lines.map((part) => part.orderLineId)))
  return lines.some((line) => line.quantityShipped > 0 && !inParcels.has(line.id))
}
