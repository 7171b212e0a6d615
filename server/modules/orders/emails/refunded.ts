/** Money went back to the buyer. */
import { formatMoney } from '#kit/money.ts'
import type { Money } from '#kit/types.ts'
import { letter, nameOf, type About, type Letter } from './letter.ts'

export function refunded(about: About, amount: Money): Letter {
  const { order } = about
  const sum = formatMoney(amount, order.locale)
  return letter(about, {
    template: 'orders.refunded',
    subject: `We have refunded ${sum}`,
    title: 'Refund on its way',
    paragraphs: [
      `We have refunded ${sum} for ${nameOf(order)}. It goes back the way you paid; banks take a few days to show it.`,
    ],
    summary: false,
    action: 'See your order',
  })
}
