/**
 * Signed links to an order's documents: whoever has one may read that document, and nothing else, for a week.
 *
 * They end with a day, so that an order read twice on one day reads the same.
 */
import { timingSafeEqual } from 'node:crypto'
import { after, days } from '#kit/clock.ts'
import type { Config } from '#kit/config.ts'
import { languageOf } from '#kit/language.ts'
import { derivedToken } from '#kit/seal.ts'
import { OneOf, Text, Url, shape, type Static } from '#kit/types.ts'
import type { OrderRow } from '../rows.ts'
import { INVOICE } from './invoice-words.ts'
import { RECEIPT } from './receipt-words.ts'

export const OrderDocument = shape('OrderDocument', {
  kind: OneOf('receipt', 'invoice'),
  title: Text(120),
  /** Signed, and good for at least a week: for a browser, to print or to keep. */
  url: Url,
})
export type OrderDocument = Static<typeof OrderDocument>

export const DOCUMENT_PATH = '/documents/orders/:orderId/:kind'
const LASTS = days(8)

interface Around {
  app: { config: Config }
  now: () => Date
  scope: { locale: string }
}

/** Before an order is confirmed there is nothing to hand out. */
export function documentsOf(
  { id, number, confirmed_at, has_invoice }: Pick<OrderRow, 'id' | 'number' | 'confirmed_at' | 'has_invoice'>,
  { app: { config }, now, scope }: Around,
): OrderDocument[] {
  if (confirmed_at === null) return []
  const until = after(now(), LASTS).toISOString().slice(0, 10)
  const language = languageOf(scope.locale)
  const document = (kind: OrderDocument['kind'], title: string): OrderDocument => {
    const path = DOCUMENT_PATH.replace(':orderId', id).replace(':kind', kind)
    const signature = signatureOf(config, id, kind, until)
    return { kind, title, url: `${config.publicUrl}${path}?until=${until}&signature=${signature}` }
  }
  return [
    document('receipt', RECEIPT[language].title(number)),
    ...(has_invoice ? [document('invoice', INVOICE[language].ofOrder(number))] : []),
  ]
}

export interface Presented {
  orderId: string
  kind: string
  until: string
  signature: string
}

/** Is this link one of ours, and not over? */
export function isGood(config: Pick<Config, 'secret'>, link: Presented, now: Date): boolean {
  const expected = Buffer.from(signatureOf(config, link.orderId, link.kind, link.until))
  const given = Buffer.from(link.signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false
  return now.toISOString().slice(0, 10) <= link.until
}

function signatureOf(config: Pick<Config, 'secret'>, orderId: string, kind: string, until: string): string {
  return derivedToken(config.secret, 'order document', `${orderId} ${kind} ${until}`)
}
