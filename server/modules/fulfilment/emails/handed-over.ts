/** Files and licence keys that were bought are there. */
import { letter, nameOf, type About, type Letter } from '../../orders/index.ts'
import type { HandedOver } from '../handed-over.ts'

export function handedOver(about: About, { files, keys }: HandedOver, timeZone: string): Letter {
  const { order } = about
  const nameOfLine = (id: string) => order.lines.find((line) => line.id === id)?.name ?? 'item'
  const day = (at: string) =>
    new Intl.DateTimeFormat(order.locale, { dateStyle: 'long', timeZone }).format(new Date(at))
  return letter(about, {
    template: 'fulfilment.handedOver',
    subject: `Your ${nameOf(order)}: here it is`,
    title: 'Yours now',
    paragraphs: [
      ...keys.map(({ orderLineId, key }) => `Your key for ${nameOfLine(orderLineId)}: ${key}`),
      ...files.flatMap(({ name, url, expiresAt }) =>
        url ? [`Load ${name}, until ${day(expiresAt)}: ${url}`] : [],
      ),
    ],
    summary: false,
    action: 'See your order',
  })
}
