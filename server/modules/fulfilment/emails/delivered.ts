/** A parcel has arrived, or the goods were fetched. */
import { letter, nameOf, type About, type Letter } from '../../orders/index.ts'
import type { Shipment } from '../shipment.ts'

export function delivered(about: About, parcel: Shipment, timeZone: string): Letter {
  const isFetched = about.order.pickUp !== null
  return letter(about, {
    template: 'fulfilment.delivered',
    subject: `Your ${nameOf(about.order)} ${isFetched ? 'was fetched' : 'has arrived'}`,
    title: isFetched ? 'You have fetched your order' : 'Your parcel has arrived',
    paragraphs: [
      isFetched
        ? 'Thank you for coming by. We hope you like what you bought.'
        : 'Your parcel was delivered. We hope you like what is in it.',
      ...(parcel.returnableUntil
        ? [`You may send it back until ${dayOf(parcel.returnableUntil, about.order.locale, timeZone)}.`]
        : []),
      'Is anything wrong? Just reply to this mail.',
    ],
    summary: false,
    action: 'See your order',
  })
}

function dayOf(at: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(at))
}
