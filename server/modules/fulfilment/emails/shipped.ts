/** A parcel is on its way. */
import { letter, nameOf, type About, type Letter } from '../../orders/index.ts'
import type { Shipment } from '../shipment.ts'

export function shipped(about: About, parcel: Shipment): Letter {
  const { order } = about
  const items = parcel.lines.map((part) => {
    const line = order.lines.find((each) => each.id === part.orderLineId)
    return `${part.quantity} × ${line?.name ?? 'item'}`
  })
  const carried = [
    parcel.carrier && `by ${parcel.carrier}`,
    parcel.trackingCode && `under ${parcel.trackingCode}`,
  ]
    .filter(Boolean)
    .join(' ')
  return letter(about, {
    template: 'fulfilment.shipped',
    subject: `Your ${nameOf(order)} is on its way`,
    title: 'On its way to you',
    paragraphs: [
      `We have sent you ${items.join(', ')}.`,
      ...(carried ? [`It travels ${carried}.`] : []),
      ...(parcel.trackingUrl ? [`Follow it here: ${parcel.trackingUrl}`] : []),
    ],
    summary: false,
    action: 'See your order',
  })
}
