/** The link to an order, asked for on its page by somebody who need not be its buyer: only the buyer gets it. */
import { letter, nameOf, type About, type Letter } from './letter.ts'

export function freshLink(about: About): Letter {
  return letter(about, {
    template: 'orders.fresh_link',
    subject: `The link to your ${nameOf(about.order).replace(/^your /, '')}`,
    title: 'Here is your order again',
    paragraphs: [
      `Somebody asked for the link to ${nameOf(about.order)}. It opens your order without a password, so keep it to yourself.`,
      'If it was not you, there is nothing to do: nobody else got it.',
    ],
    summary: false,
    action: 'See your order',
  })
}
