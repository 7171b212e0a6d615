/** The parcels of an order, and where to follow them. */
import { DateText, TextLink } from '@quayside/ui'
import type { Order } from '../store.ts'
import { ParcelTracking } from './parcel-tracking.tsx'
import { useWords } from './use-words.ts'

export function OrderShipments({ order }: { order: Order }) {
  const words = useWords()
  if (order.shipments.length === 0) return null
  const nameOf = (lineId: string) => order.lines.find((line) => line.id === lineId)?.name ?? ''
  return (
    <section>
      <h2 className="mb-4 text-lg font-semibold">{words.order.shipments}</h2>
      <ul className="space-y-4">
        {order.shipments.map((shipment, index) => (
          <li key={shipment.id} className="rounded-panel border border-line p-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h3 className="font-medium">
                {words.order.shipment(index + 1)}
                {shipment.carrier && ` · ${shipment.carrier}`}
              </h3>
              {shipment.trackingUrl && (
                <TextLink href={shipment.trackingUrl} outside rel="noreferrer">
                  {words.order.track}
                </TextLink>
              )}
            </div>
            <p className="mt-1 text-sm text-quiet">
              {shipment.shippedAt && (
                <>
                  {words.order.shippedOn} <DateText at={shipment.shippedAt} style="day" />
                </>
              )}
              {shipment.deliveredAt && (
                <>
                  {' · '}
                  {words.order.deliveredOn} <DateText at={shipment.deliveredAt} style="day" />
                </>
              )}
            </p>
            {shipment.returnableUntil && (
              <p className="text-sm text-quiet">
                {words.order.returnUntil} <DateText at={shipment.returnableUntil} style="day" />
              </p>
            )}
            {shipment.trackingCode && (
              <p className="text-sm text-quiet">
                {words.order.trackingCode}{' '}
                <span className="text-ink select-all">{shipment.trackingCode}</span>
              </p>
            )}
            <ParcelTracking news={shipment.tracking} />
            <ul className="mt-2 text-sm">
              {shipment.lines.map((line) => (
                <li key={line.orderLineId}>
                  {words.checkout.times(line.quantity, nameOf(line.orderLineId))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
