/** A parcel is on its way, or the goods lie ready where they are fetched. */
import { inOneLine, letter, nameOf, type About, type Letter } from '../../orders/index.ts'
import type { Shipment } from '../shipment.ts'

export function shipped(about: About, parcel: Shipment): Letter {
  const { order } = about
  const items = parcel.lines.map((part) => {
    const line = order.lines.find((each) => each.id === part.orderLineId)
    return `${part.quantity} × ${line?.name ?? 'item'}`
  })
  if (order.pickUp)
    return letter(about, {
      template: 'fulfilment.shipped',
      subject: `Your ${nameOf(order)} is ready to be fetched`,
      title: 'Ready for you',
      paragraphs: [
        `${items.join(', ')} ${parcel.lines.length === 1 ? 'lies' : 'lie'} ready for you.`,
        `You can fetch it at ${inOneLine(order.pickUp.address)}.`,
      ],
      summary: false,
      action: 'See your order',
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
