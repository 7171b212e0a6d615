/** What the mails about an order have in common: who writes, in which language, the lines and sums, the link. */
import { languageOf } from '#kit/language.ts'
import { formatDate, formatMoney } from '@quayside/words'
import type { Money } from '#kit/types.ts'
import { addressLines, type Address } from '../../customers/index.ts'
import { aside, button, html, layout, panel, paragraph, rows, type Row } from '../../messages/index.ts'
import { undiscounted, type Order } from '../order.ts'
import { LETTER } from './letter-words.ts'

export interface About {
  store: string
  /** Of who reads it, as far as the shop speaks it. */
  locale: string
  /** Of the store: days are told as they are there. */
  timeZone: string
  order: Order
  /** The order's page, with the token that opens it. */
  link: string
  /** Where a guest asks to keep it in an account; null when it is in one. */
  keepLink?: string | null
}

export interface Letter {
  template: string
  locale: string
  subject: string
  text: string
  html: string
}

export interface Words {
  template: string
  subject: string
  title: string
  /** Plain sentences; each becomes a paragraph. */
  paragraphs: string[]
  /** What to follow, each by its words. */
  links?: [label: string, url: string][]
  /** With the lines and the sums of the order. */
  summary?: boolean
  /** A small heading, and what stands under it line by line. */
  panels?: [heading: string, lines: string[]][]
  /** Instead of `See your order`. */
  action?: string
  /** Something more that one may do, said quietly. */
  offer?: { text: string; action: string; link: string } | null
}

export function letter({ store, locale, order, link }: About, words: Words): Letter {
  const { template, subject, title, paragraphs, links = [], panels = [], offer } = words
  const action = words.action ?? LETTER[languageOf(locale)].see
  const pairs = words.summary ? summaryOf(order, locale) : []
  const text = [
    title,
    ...paragraphs,
    ...links.map(([label, url]) => `${label}: ${url}`),
    ...(pairs.length > 0 ? [pairs.map(([what, much]) => (much ? `${what}: ${much}` : what)).join('\n')] : []),
    ...panels.map(([heading, lines]) => [`${heading}:`, ...lines].join('\n')),
    `${action}: ${link}`,
    ...(offer ? [`${offer.text} ${offer.action}: ${offer.link}`] : []),
    store,
  ].join('\n\n')
  const body = html`${paragraphs.map((each) => paragraph(each))}${links.map(([label, url]) => paragraph(html`<a href="${url}">${label}</a>`))}${pairs.length > 0 && rows(pairs, locale)}${panels.map(([heading, lines]) => panel(heading, lines))}${button(action, link)}${offer && aside(html`${offer.text} <a href="${offer.link}">${offer.action}</a>`)}`
  const preview = paragraphs[0] ?? title
  return { template, locale, subject, text, html: layout({ store, locale, preview, title, body }) }
}

/** Where the goods are fetched or sent to. */
export function placeOf({ order, locale }: About): [string, string[]][] {
  const words = LETTER[languageOf(locale)]
  const lines = (address: Address) => addressLines(address, locale)
  if (order.pickUp) return [[words.fetchedAt, lines(order.pickUp.address)]]
  return order.shippingAddress ? [[words.sentTo, lines(order.shippingAddress)]] : []
}

/** In words of the store's day. */
export function dayOf(at: string, { locale, timeZone }: Pick<About, 'locale' | 'timeZone'>): string {
  return formatDate(at, { look: 'day', locale, timeZone })
}

/** The same numbers as on the order's page: they come from the same rows. */
function summaryOf(order: Order, locale: string): Row[] {
  const words = LETTER[languageOf(locale)]
  const { totals } = order
  const money = (sum: Money) => formatMoney(sum, locale)
  const less = (sum: Money) => money({ ...sum, amount: -sum.amount })
  const some = (what: string, sum: Money, told = money): Row[] => (sum.amount > 0 ? [[what, told(sum)]] : [])
  const lineOf = (line: Order['lines'][number]): Row[] => [
    [
      `${line.quantity} × ${[line.name, ...line.choices.map((choice) => choice.valueName)].join(words.comma)}`,
      money(undiscounted(line)),
    ],
    ...order.deposits
      .filter(({ lineId }) => lineId === line.id)
      .map(({ quantity, name, total }): Row => [`${quantity} × ${name}`, money(total)]),
  ]
  return [
    ...order.lines.filter((line) => line.bundleId === null).flatMap(lineOf),
    ...order.bundles.flatMap((bundle): Row[] => [
      [words.inBundle(bundle.quantity, bundle.name), ''],
      ...order.lines.filter((line) => line.bundleId === bundle.id).flatMap(lineOf),
    ]),
    [words.subtotal, money(totals.subtotal)],
    ...some(words.deposits, totals.deposit),
    ...(order.deliveryName ? [[order.deliveryName, money(totals.delivery)] satisfies Row] : []),
    ...[...totals.bundles, ...totals.discounts].map(({ name, amount }): Row => [name, less(amount)]),
    ...some(words.taxNotCharged, totals.taxRelief, less),
    ...some(totals.taxIncluded ? words.taxIncluded : words.tax, totals.tax),
    [words.total, money(totals.total), 'total'],
    ...(order.taxDecision?.isRelieved ? [[order.taxDecision.note, ''] satisfies Row] : []),
    ...(order.taxId ? [[`${order.companyName}, ${order.taxId}`, ''] satisfies Row] : []),
  ]
}
