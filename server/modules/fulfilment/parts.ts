/** Which pieces of an order's lines somebody means: those that are named, or all that are left. */
import { failure, invalid } from '#kit/failure.ts'
import { Count, Id, Int, Type, shape, type Static } from '#kit/types.ts'
import { OrderState, type ShippableLine } from '../orders/index.ts'

export const NotShippable = failure(
  'fulfilment.not_shippable',
  409,
  Type.Object({ state: OrderState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      state === 'pending'
        ? 'This order is not paid yet, so it cannot be sent.'
        : `This order is ${state}, so it cannot be sent.`,
    de: ({ state }) =>
      state === 'pending'
        ? 'Diese Bestellung ist noch nicht bezahlt und kann deshalb nicht versandt werden.'
        : 'Diese Bestellung kann in ihrem jetzigen Zustand nicht versandt werden.',
    ar: ({ state }) =>
      state === 'pending'
        ? 'لم يُدفع ثمن هذا الطلب بعد، لذلك لا يمكن شحنه.'
        : 'لا يمكن شحن هذا الطلب في حالته الحالية.',
  },
)
export const MoreThanLeft = failure(
  'fulfilment.more_than_left',
  409,
  Type.Object({ orderLineId: Id, left: Count }, { additionalProperties: false }),
  {
    en: ({ left }) =>
      left === 0
        ? 'This line has left already.'
        : `Only ${left} of this line ${left === 1 ? 'is' : 'are'} left to send.`,
    de: ({ left }) =>
      left === 0
        ? 'Diese Position ist schon vollständig verschickt.'
        : `Von dieser Position sind nur noch ${left} zu versenden.`,
    ar: ({ left }) => (left === 0 ? 'شُحن هذا البند كاملاً من قبل.' : `المتبقي للشحن من هذا البند: ${left}.`),
  },
)

export const OrderPart = shape('ShipmentPart', { orderLineId: Id, quantity: Int(1, 9999) })
export type OrderPart = Static<typeof OrderPart>

export function leftOf(line: ShippableLine): number {
  return line.quantity - line.shipped - line.cancelled
}

/** `lines` are those of the order that may be meant here. */
export function partsOf(lines: readonly ShippableLine[], wanted: OrderPart[] | undefined): OrderPart[] {
  if (!wanted)
    return lines
      .filter((line) => leftOf(line) > 0)
      .map((line) => ({ orderLineId: line.id, quantity: leftOf(line) }))
  if (new Set(wanted.map((part) => part.orderLineId)).size < wanted.length) {
    throw invalid('lines', 'duplicate', 'Name each line once.')
  }
  wanted.forEach(({ orderLineId, quantity }, index) => {
    const line = lines.find((each) => each.id === orderLineId)
    if (!line) throw invalid(`lines.${index}.orderLineId`, 'unknown', 'This is no such line of this order.')
    if (quantity > leftOf(line)) throw MoreThanLeft({ orderLineId, left: leftOf(line) })
  })
  return wanted
}

/** The parts as the stock wants them: each with how many there are of its line. */
export function portionsOf(lines: readonly ShippableLine[], parts: readonly OrderPart[]) {
  const left = new Map(lines.map((line) => [line.id, leftOf(line)]))
  return parts.map(({ orderLineId, quantity }) => ({
    lineId: orderLineId,
    quantity,
    ofLine: left.get(orderLineId)!,
  }))
}
