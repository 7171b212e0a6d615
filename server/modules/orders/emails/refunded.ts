/** Money went back to the buyer. */
import { formatMoney } from '#kit/money.ts'
import type { Money } from '#kit/types.ts'
import { letter, nameOf, type About, type Letter } from './letter.ts'

export function refunded(about: About, amount: Money, refundId: string): Letter {
  const { order } = about
  const parts = partsOf(order, refundId)
  const sum = formatMoney(amount, order.locale)
  return letter(about, {
    template: 'orders.refunded',
    subject: `We have refunded ${sum}`,
    title: 'Refund on its way',
    paragraphs: [
      `We have refunded ${sum} for ${nameOf(order)}. It goes back the way you paid; banks take a few days to show it.`,
      ...(parts.length > 0 ? [`It is for ${parts.join(', ')}.`] : []),
    ],
    summary: false,
    action: 'See your order',
  })
}

/** Pieces and delivery; a sum that was given for no part in particular needs no list. */
function partsOf(order: About['order'], refundId: string): string[] {
  const refund = order.refunds.find((each) => each.id === refundId)
  if (!refund || refund.lines.length === 0) return []
  const pieces = refund.lines.map(({ orderLineId, quantity }) => {
    const line = order.lines.find((each) => each.id === orderLineId)!
    return `${quantity} × ${line.name}`
  })
  return refund.delivery.amount > 0 ? [...pieces, 'the delivery'] : pieces
}
