/** A payment was declined. The order waits a little longer, so the mail says what to do and until when. */
import { letter, type About, type Letter } from './letter.ts'

export function paymentFailed(about: About): Letter {
  const { order, store } = about
  const open = order.state === 'pending'
  return letter(about, {
    template: 'orders.paymentFailed',
    subject: `Your payment at ${store} did not go through`,
    title: 'Your payment did not go through',
    paragraphs: [
      'Nothing was charged.',
      open
        ? 'Your things are still set aside for a little while. You can try again, or choose another way to pay.'
        : 'Your cart is kept, so you can order again.',
    ],
    summary: open,
    action: open ? 'Pay now' : 'See your order',
  })
}
