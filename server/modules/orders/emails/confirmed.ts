/** The order is paid and will be sent: the one mail every buyer gets. */
import { inOneLine, letter, nameOf, type About, type Letter } from './letter.ts'

export function confirmed(about: About): Letter {
  const { order, store } = about
  return letter(about, {
    template: 'orders.confirmed',
    subject: `Your ${nameOf(order)} at ${store}`,
    title: 'Thank you for your order',
    paragraphs: [
      order.paymentStanding === 'paid'
        ? `We have received your payment, and your ${nameOf(order)} is confirmed.`
        : `Your ${nameOf(order)} is confirmed.`,
      ...whereTo(order),
    ],
    summary: true,
    action: 'See your order',
    offer: about.keepLink
      ? {
          text: 'You ordered as a guest.',
          action: 'Keep this order in an account',
          link: about.keepLink,
        }
      : null,
  })
}

function whereTo({ pickUp, shippingAddress }: About['order']): string[] {
  if (pickUp) return [`You can fetch it at ${inOneLine(pickUp.address)}.`]
  return shippingAddress ? [`It goes to ${inOneLine(shippingAddress)}.`] : []
}
