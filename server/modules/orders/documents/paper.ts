/** What every paper of an order has in common: to print, to file, to read anywhere without the shop. */
import { directionOf, languageOf } from '#kit/language.ts'
import { formatMoney, formatShare } from '@quayside/words'
import type { Money } from '#kit/types.ts'
import { addressLines, type Address } from '../../customers/index.ts'
import { html, type Html } from '../../messages/index.ts'
import type { OrderDeposit } from '../deposits.ts'
import { LETTER } from '../emails/letter-words.ts'
import { undiscounted, type Order } from '../order.ts'
import { PAPER } from './paper-words.ts'

type TaxOfOrder = Order['totals']['taxes'][number]

export interface Paper {
  order: Order
  shop: string
  title: string
  /** Under the title. */
  dates: string[]
  sender: Html
  buyer: Html
  /** How a tax is named beside its amount. */
  taxed: (tax: TaxOfOrder) => string
  /** Below the sums. */
  after: Html | null
  foot: string
}

/** The one style sheet; its hash stands in the page's security policy. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #6b675f; --line: #dcd8cf; --paper: #fff; --desk: #f4f2ed }
@media (prefers-color-scheme: dark) { :root { --ink: #f1eee8; --quiet: #aaa59a; --line: #3b3833; --paper: #1d1c1a; --desk: #131211 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--desk); color: var(--ink); font: 15px/1.5 ui-sans-serif, system-ui, sans-serif }
main { max-width: 46rem; margin: 2rem auto; padding: 3rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; border-bottom: 2px solid var(--ink); padding-bottom: 1.25rem }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em }
h2 { margin: 0 0 .3rem; font-size: .78rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet) }
p { margin: 0 } .quiet { color: var(--quiet) } .shop { text-align: end }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1.5rem; margin: 1.75rem 0 }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th { padding: .5rem 0; text-align: start; font-size: .78rem; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--line) }
td { padding: .6rem 0; vertical-align: top; border-bottom: 1px solid var(--line) }
th + th, td + td { text-align: end; padding-inline-start: 1rem; white-space: nowrap }
.sums { margin-block-start: 1rem; margin-inline-start: auto; width: min(22rem, 100%) } .sums td { border: 0; padding: .2rem 0 } .sums .total td { padding-top: .6rem; border-top: 1px solid var(--ink); font-weight: 650; font-size: 1.1rem }
section { margin-top: 2rem } footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .85rem; color: var(--quiet) }
@media (max-width: 40rem) { main { margin: 0; border: 0; border-radius: 0; padding: 1.5rem 1rem } .shop { text-align: start } .unit { display: none } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --paper: #fff; --desk: #fff } main { max-width: none; margin: 0; padding: 0; border: 0 } tr, section { break-inside: avoid } @page { margin: 18mm } }
`

export function paper({ order, shop, title, dates, sender, buyer, taxed, after, foot }: Paper): string {
  const { locale, totals } = order
  const money = (sum: Money) => formatMoney(sum, locale)
  const language = languageOf(locale)
  const [words, common] = [PAPER[language], LETTER[language]]
  return html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${shop}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <header>
            <div>
              <h1>${title}</h1>
              ${dates.map((date) => html`<p class="quiet">${date}</p>`)}
            </div>
            <div class="shop">${sender}</div>
          </header>
          <div class="facts">
            <div>
              <h2>${words.billedTo}</h2>
              ${buyer}
            </div>
            ${goesTo(order, locale)}
          </div>
          <table>
            <thead>
              <tr>
                <th scope="col">${words.item}</th>
                <th scope="col">${words.quantity}</th>
                <th scope="col" class="unit">${words.each}</th>
                <th scope="col">${words.amount}</th>
              </tr>
            </thead>
            <tbody>
              ${order.lines.filter((line) => line.bundleId === null).map((line) => lineOf(line, order, money))}
              ${order.bundles.map((bundle) => bundleOf(bundle, order, money))}
            </tbody>
          </table>
          <table class="sums">
            <tbody>
              ${sumOf(common.subtotal, money(totals.subtotal))}
              ${totals.deposit.amount > 0 && sumOf(common.deposits, money(totals.deposit))}
              ${[...totals.bundles, ...totals.discounts].map(({ name, amount }) => sumOf(name, money({ ...amount, amount: -amount.amount })))}
              ${order.deliveryName !== null && sumOf(order.deliveryName, money(totals.delivery))}
              ${totals.taxRelief.amount > 0 && sumOf(common.taxNotCharged, money({ ...totals.taxRelief, amount: -totals.taxRelief.amount }))}
              ${totals.taxes.map((tax) => sumOf(taxed(tax), money(tax.amount)))}
              <tr class="total">
                <td>${common.total}</td>
                <td>${money(totals.total)}</td>
              </tr>
            </tbody>
          </table>
          ${order.taxDecision?.isRelieved && html`<section><p>${order.taxDecision.note}</p></section>`}
          ${after}
          <footer>${foot}</footer>
        </main>
      </body>
    </html>`.text
}

/** Ours, so it needs no escaping. NOTE: one white space more inside, and its hash no longer fits. */
const styleElement = html([`<style>${STYLE}</style>`] as unknown as TemplateStringsArray)

function goesTo({ pickUp, shippingAddress }: Order, locale: string): Html | null {
  const words = PAPER[languageOf(locale)]
  const address = pickUp?.address ?? shippingAddress
  return (
    address &&
    html`<div>
      <h2>${pickUp ? words.fetchedAt : words.sentTo}</h2>
      ${addressOf(address, locale)}
    </div>`
  )
}

function lineOf(line: Order['lines'][number], order: Order, money: (sum: Money) => string): Html {
  const choices = line.choices.map((choice) => `${choice.optionName}: ${choice.valueName}`)
  const details = [...choices, line.sku].join(' · ')
  return html`<tr>
      <td><bdi>${line.name}</bdi><br /><bdi class="quiet">${details}</bdi></td>
      <td>${line.quantity}</td>
      <td class="unit">${money(line.unitPrice)}</td>
      <td>${money(undiscounted(line))}</td>
    </tr>
    ${order.deposits.filter(({ lineId }) => lineId === line.id).map((deposit) => depositOf(deposit, money))}`
}

function depositOf({ name, quantity, unitPrice, total }: OrderDeposit, money: (sum: Money) => string): Html {
  return html`<tr>
    <td class="quiet"><bdi>${name}</bdi></td>
    <td>${quantity}</td>
    <td class="unit">${money(unitPrice)}</td>
    <td>${money(total)}</td>
  </tr>`
}

/** Its name, and what is in it. */
function bundleOf(bundle: Order['bundles'][number], order: Order, money: (sum: Money) => string): Html {
  const lines = order.lines.filter((line) => line.bundleId === bundle.id)
  return html`<tr>
      <td>
        <strong><bdi>${bundle.name}</bdi></strong
        ><br /><span class="quiet">${bundle.sku}</span>
      </td>
      <td>${bundle.quantity}</td>
      <td class="unit"></td>
      <td></td>
    </tr>
    ${lines.map((line) => lineOf(line, order, money))}`
}

export function sumOf(what: string, much: string): Html {
  return html`<tr>
    <td><bdi>${what}</bdi></td>
    <td><bdi>${much}</bdi></td>
  </tr>`
}

export function addressOf(address: Address, locale: string): Html[] {
  return addressLines(address, locale).map((line) => html`<p>${line}</p>`)
}

export function rateText(tax: TaxOfOrder, locale: string): string {
  return formatShare((tax.rateBasisPoints * 100 + tax.rateHundredths) / 1_000_000, locale)
}
