/** The receipt of an order: what was bought, and what money came and went. */
import { languageOf } from '#kit/language.ts'
import { formatDate, formatMoney } from '@quayside/words'
import type { Money } from '#kit/types.ts'
import { html, type Html } from '../../messages/index.ts'
import type { Order } from '../order.ts'
import { addressOf, paper, rateText, sumOf } from './paper.ts'
import { PAPER } from './paper-words.ts'
import { RECEIPT, type ReceiptWords } from './receipt-words.ts'

export interface Issuer {
  name: string
  email: string
  timeZone: string
}

export function receipt(order: Order, shop: Issuer): string {
  const { locale, totals } = order
  const money = (sum: Money) => formatMoney(sum, locale)
  const day = (at: string) => formatDate(at, { look: 'day', locale, timeZone: shop.timeZone })
  const language = languageOf(locale)
  const [words, common] = [RECEIPT[language], PAPER[language]]
  const title = words.title(order.number)
  return paper({
    order,
    shop: shop.name,
    title,
    dates: [common.orderedOn(day(order.placedAt))],
    sender: html`<p><strong>${shop.name}</strong></p>
      <p class="quiet">${shop.email}</p>`,
    buyer: html`${addressOf(order.billingAddress, locale)}
      ${order.taxId && html`<p>${common.taxId(order.companyName, order.taxId)}</p>`}
      <p class="quiet">${order.email}</p>`,
    taxed: (tax) => words.taxed(tax.name, rateText(tax, locale), totals.taxIncluded),
    after: movements(order, money, day, words),
    foot: `${shop.name} · ${title}. ${words.notInvoice}`,
  })
}

/** Money that came and went. */
function movements(
  order: Order,
  money: (sum: Money) => string,
  day: (at: string) => string,
  words: ReceiptWords,
): Html {
  const came = order.payments
    .filter((payment) => payment.captured.amount > 0)
    .map((payment) => sumOf(words.paidOn(day(payment.paidAt ?? payment.createdAt)), money(payment.captured)))
  const went = order.refunds
    .filter((refund) => refund.state === 'succeeded')
    .map((refund) =>
      sumOf(
        words.refundedOn(day(refund.updatedAt), refund.tax.amount > 0 ? money(refund.tax) : null),
        money({ ...refund.amount, amount: -refund.amount.amount }),
      ),
    )
  if (came.length + went.length === 0) return html``
  return html`<section>
    <h2>${words.payments}</h2>
    <table>
      <tbody>
        ${[...came, ...went]}
      </tbody>
    </table>
  </section>`
}
