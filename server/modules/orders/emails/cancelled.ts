/** A confirmed order was cancelled. Who cancels an unpaid order sees it on the page and gets no mail. */
import { letter, nameOf, type About, type Letter } from './letter.ts'

export function cancelled(about: About): Letter {
  const { order } = about
  const refund = order.payments.some((payment) => payment.captured.amount > 0)
  return letter(about, {
    template: 'orders.cancelled',
    subject: `Your ${nameOf(order)} was cancelled`,
    title: 'Your order was cancelled',
    paragraphs: [
      `Your ${nameOf(order)} was cancelled and will not be sent.`,
      refund
        ? 'What you have paid goes back the way it came. We write again when it is on its way.'
        : 'Nothing was charged.',
    ],
    summary: true,
    action: 'See your order',
  })
}
