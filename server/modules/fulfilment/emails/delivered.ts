/** A parcel has arrived. */
import { letter, nameOf, type About, type Letter } from '../../orders/index.ts'

export function delivered(about: About): Letter {
  return letter(about, {
    template: 'fulfilment.delivered',
    subject: `Your ${nameOf(about.order)} has arrived`,
    title: 'Your parcel has arrived',
    paragraphs: [
      'Your parcel was delivered. We hope you like what is in it.',
      'Is anything wrong? Just reply to this mail.',
    ],
    summary: false,
    action: 'See your order',
  })
}
