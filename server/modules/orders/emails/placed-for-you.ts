/** Somebody of the shop placed the order for the buyer, who pays it by the link. */
import { formatMoney } from '#kit/money.ts'
import { letter, type About, type Letter } from './letter.ts'

export function placedForYou(about: About): Letter {
  const { order, store } = about
  return letter(about, {
    template: 'orders.placed_for_you',
    subject: `Your order at ${store} is ready to be paid`,
    title: 'We have prepared your order',
    paragraphs: [
      `As agreed, we have placed this order for you. Pay ${formatMoney(order.totals.total, order.locale)} on its page, and we will send it.`,
      'Nothing has been charged. If this is not what you wanted, leave it unpaid or cancel it there.',
    ],
    summary: true,
    action: 'See and pay your order',
  })
}
