/** The invoice of an order: who sold what to whom, with which taxes. Nothing in it moves any more, whatever becomes of the order. */
import { languageOf } from '#kit/language.ts'
import { formatDate, formatMoney } from '@quayside/words'
import { html } from '../../messages/index.ts'
import type { Invoice } from '../invoices/invoice.ts'
import type { Order } from '../order.ts'
import { INVOICE } from './invoice-words.ts'
import { addressOf, paper, rateText } from './paper.ts'
import { PAPER } from './paper-words.ts'
import type { Issuer } from './receipt.ts'

export function invoice(order: Order, { number, seller, buyer, issuedAt }: Invoice, shop: Issuer): string {
  const { locale, totals } = order
  const day = (at: string) => formatDate(at, { look: 'day', locale, timeZone: shop.timeZone })
  const language = languageOf(locale)
  const words = INVOICE[language]
  const title = words.title(number)
  return paper({
    order,
    shop: shop.name,
    title,
    dates: [words.issuedOn(day(issuedAt)), words.order(order.number, day(order.placedAt))],
    sender: html`${addressOf(seller.address, locale)}
      <p>${words.sellersTaxId(seller.taxId)}</p>
      <p class="quiet">${shop.email}</p>`,
    buyer: html`${addressOf(buyer.address, locale)}
    ${buyer.taxId && html`<p>${PAPER[language].taxId(buyer.companyName, buyer.taxId)}</p>`}`,
    taxed: (tax) =>
      words.taxed(tax.name, rateText(tax, locale), formatMoney(tax.base, locale), totals.taxIncluded),
    after: html`<section><p>${words.supplied}</p></section>`,
    foot: [shop.name, title, seller.note].filter(Boolean).join(' · '),
  })
}
