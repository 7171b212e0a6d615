/** Money came after the order was confirmed, or a part of it before. What confirms an order is told by its confirmation. */
import { formatMoney } from '#kit/money.ts'
import type { Money } from '#kit/types.ts'
import { letter, nameOf, type About, type Letter } from './letter.ts'

export function paymentReceived(about: About, amount: Money): Letter {
  const { order } = about
  return letter(about, {
    template: 'orders.paymentReceived',
    subject: `We have received your payment for ${nameOf(order)}`,
    title: 'Payment received',
    paragraphs: [`We have received ${formatMoney(amount, order.locale)} for ${nameOf(order)}. Thank you.`],
    summary: false,
    action: 'See your order',
  })
}
