/** A parcel that has left has a code now by which it can be followed. */
import { letter, nameOf, type About, type Letter } from '../../orders/index.ts'
import type { Shipment } from '../shipment.ts'

export function tracked(about: About, { carrier, trackingCode, trackingUrl }: Shipment): Letter {
  return letter(about, {
    template: 'fulfilment.tracked',
    subject: `Follow your ${nameOf(about.order)}`,
    title: 'Follow your parcel',
    paragraphs: [
      `Your parcel travels ${carrier ? `by ${carrier} ` : ''}under ${trackingCode}.`,
      ...(trackingUrl ? [`Follow it here: ${trackingUrl}`] : []),
    ],
    summary: false,
    action: 'See your order',
  })
}
