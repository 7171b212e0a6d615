/** What the mails about an order have in common: who writes, the lines and sums, the link. */
import { formatMoney } from '#kit/money.ts'
import { button, html, layout, rows, type Html } from '../../messages/index.ts'
import { undiscounted, type Order } from '../order.ts'

export interface About {
  store: string
  order: Order
  /** The order's page, with the token that opens it. */
  link: string
  /** Where a guest asks to keep it in an account; null when it is in one. */
  keepLink?: string | null
}

export interface Letter {
  template: string
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
  /** With the lines and the sums of the order. */
  summary: boolean
  action: string
  /** Something more that one may do, said quietly. */
  offer?: { text: string; action: string; link: string } | null
}

export function letter({ store, order, link }: About, words: Words): Letter {
  const pairs = words.summary ? summaryOf(order) : []
  const text = [
    words.title,
    ...words.paragraphs,
    ...(pairs.length > 0 ? [pairs.map(([what, much]) => (much ? `${what}: ${much}` : what)).join('\n')] : []),
    `${words.action}: ${link}`,
    ...(words.offer ? [`${words.offer.text} ${words.offer.action}: ${words.offer.link}`] : []),
    store,
  ].join('\n\n')
  const body = html`${words.paragraphs.map(paragraph)}${pairs.length > 0 && rows(pairs)}${button(words.action, link)}${words.offer && offered(words.offer)}`
  return {
    template: words.template,
    subject: words.subject,
    text,
    html: layout({
      store,
      locale: order.locale,
      preview: words.paragraphs[0] ?? words.title,
      title: words.title,
      body,
    }),
  }
}

export function nameOf(order: Order): string {
  return order.number === null ? 'your order' : `order ${order.number}`
}

function offered({ text, action, link }: NonNullable<Words['offer']>): Html {
  return html`<p style="margin:24px 0 0;font-size:14px;color:#6b6861">
    ${text} <a href="${link}" style="color:inherit">${action}</a>
  </p>`
}

function paragraph(text: string): Html {
  return html`<p style="margin:0 0 16px">${text}</p>`
}

/** The same numbers as on the order's page: they come from the same rows. */
function summaryOf(order: Order): [string, string][] {
  const { totals, locale } = order
  const lineOf = (line: Order['lines'][number]): [string, string][] => [
    [
      `${line.quantity} × ${[line.name, ...line.choices.map((choice) => choice.valueName)].join(', ')}`,
      formatMoney(undiscounted(line), locale),
    ],
    ...order.deposits
      .filter(({ lineId }) => lineId === line.id)
      .map(({ quantity, name, total }): [string, string] => [
        `${quantity} × ${name}`,
        formatMoney(total, locale),
      ]),
  ]
  const lines = [
    ...order.lines.filter((line) => line.bundleId === null).flatMap(lineOf),
    ...order.bundles.flatMap((bundle): [string, string][] => [
      [`In ${bundle.quantity} × ${bundle.name}`, ''],
      ...order.lines.filter((line) => line.bundleId === bundle.id).flatMap(lineOf),
    ]),
  ]
  const tax: [string, string][] =
    totals.tax.amount === 0
      ? []
      : [[totals.taxIncluded ? 'Tax included' : 'Tax', formatMoney(totals.tax, locale)]]
  return [
    ...lines,
    ['Subtotal', formatMoney(totals.subtotal, locale)],
    ...(totals.deposit.amount > 0
      ? [['Deposits', formatMoney(totals.deposit, locale)] as [string, string]]
      : []),
    ...(order.deliveryName
      ? [[order.deliveryName, formatMoney(totals.delivery, locale)] as [string, string]]
      : []),
    ...[...totals.bundles, ...totals.discounts].map(({ name, amount }): [string, string] => [
      name,
      formatMoney({ ...amount, amount: -amount.amount }, locale),
    ]),
    ...(totals.taxRelief.amount > 0
      ? [
          [
            'Tax not charged',
            formatMoney({ ...totals.taxRelief, amount: -totals.taxRelief.amount }, locale),
          ] as [string, string],
        ]
      : []),
    ...tax,
    ['Total', formatMoney(totals.total, locale)],
    ...(order.taxDecision?.isRelieved ? [[order.taxDecision.note, ''] as [string, string]] : []),
    ...(order.taxId ? [[`${order.companyName}, ${order.taxId}`, ''] as [string, string]] : []),
  ]
}

export function inOneLine(address: NonNullable<Order['shippingAddress']>): string {
  const { name, company, line1, line2, postalCode, city, country } = address
  return [name, company, line1, line2, `${postalCode} ${city}`, country].filter(Boolean).join(', ')
}
