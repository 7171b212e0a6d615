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
      ...whatComesLater(order),
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

/** `2 × Tea is a pre-order: it leaves from 12 March 2026 on.` */
function whatComesLater({ lines, locale, paymentStanding }: About['order']): string[] {
  const told = lines.flatMap(({ name, promise }) => {
    if (!promise) return []
    const { kind, shipsOn, quantity } = promise
    const what = `${quantity} × ${name} ${kind === 'pre_order' ? 'is a pre-order' : 'is on its way to us'}`
    return [
      shipsOn
        ? `${what}: it ships from ${formatDay(shipsOn, locale)} on.`
        : `${what}: it ships as soon as it is here.`,
    ]
  })
  const isLater = told.length > 0 && paymentStanding === 'authorised'
  return isLater ? [...told, 'Your payment is approved; the money is taken when the goods leave.'] : told
}

function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

function whereTo({ pickUp, shippingAddress }: About['order']): string[] {
  if (pickUp) return [`You can fetch it at ${inOneLine(pickUp.address)}.`]
  return shippingAddress ? [`It goes to ${inOneLine(shippingAddress)}.`] : []
}
