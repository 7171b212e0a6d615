/**
 * What a refund is made of: pure arithmetic over what is left of an order.
 *
 * Each part takes its share of what is left, and of the tax that is left in it; so however an order
 * is given back, piece by piece or in sums, amounts and taxes end at exactly what was charged.
 */
import { invalid } from '#kit/failure.ts'
import { share, spread } from '#kit/money.ts'
import { RestockTooMany, TooManyPieces } from './failures.ts'
import type { Left, LineLeft, Refundable } from './refundable.ts'

export type Restock = 'none' | 'cancel' | 'return'

export interface Part {
  /** Null: the delivery. */
  lineId: string | null
  /** 0: a sum of money, no pieces. */
  quantity: number
  /** Minor units, with the tax. */
  amount: number
  tax: number
  restock: Restock
  locationId: string | null
}

export interface ItemsWish {
  lines: { orderLineId: string; quantity: number; restock?: Restock; locationId?: string | null }[]
  /** Minor units of the delivery, with its tax. */
  delivery: number
}

export function planItems(left: Refundable, wish: ItemsWish): Part[] {
  if (new Set(wish.lines.map((line) => line.orderLineId)).size < wish.lines.length)
    throw invalid('lines', 'duplicate', 'Name each line once.')
  const parts = wish.lines.map((line, index): Part => {
    const found = left.lines.find((each) => each.lineId === line.orderLineId)
    if (!found) throw invalid(`lines.${index}.orderLineId`, 'unknown', 'This line is not of this order.')
    return planLine(found, line, index)
  })
  if (wish.delivery === 0) return parts
  if (wish.delivery > left.delivery.amount)
    throw invalid('delivery', 'too_much', 'That is more than is left of the delivery.')
  return [...parts, sumOf(null, left.delivery, wish.delivery)]
}

function planLine(left: LineLeft, wish: ItemsWish['lines'][number], index: number): Part {
  const { quantity, restock = 'none', locationId = null } = wish
  const { lineId: orderLineId } = left
  if (quantity > left.pieces) throw TooManyPieces({ orderLineId, left: left.pieces })
  const there = { none: quantity, cancel: left.unsent, return: left.sent }[restock]
  if (quantity > there) throw RestockTooMany({ orderLineId, left: there })
  if (locationId !== null && restock !== 'return')
    throw invalid(`lines.${index}.locationId`, 'needs_return', 'Only goods that came back are put somewhere.')
  const amount = share(left.amount, quantity, left.pieces)
  return { ...sumOf(orderLineId, left, amount), quantity, restock, locationId }
}

/** A sum that is meant for no part of its own is spread over all that is left, as a discount would be. */
export function planAmount(left: Refundable, amount: number): Part[] {
  const places = placesOf(left)
  const amounts = spread(
    amount,
    places.map((place) => place.left.amount),
  )
  return places
    .map((place, index) => sumOf(place.lineId, place.left, amounts[index]!))
    .filter((part) => part.amount > 0)
}

/** Everything, as far as `available` reaches: the pieces count as given back, and goods stay where they are. */
export function planAll(left: Refundable, available: number): Part[] {
  const whole = amountLeft(left)
  const sums = planAmount(left, Math.min(available, whole))
  const pieces = new Map(left.lines.map((line) => [line.lineId, line.pieces]))
  return sums.map((part) => ({ ...part, quantity: (part.lineId && pieces.get(part.lineId)) || 0 }))
}

/** One refund draws on one payment: what the first does not hold the next gives. Pieces go with the first money given for them. */
export function drawOn(held: readonly number[], parts: readonly Part[]): Part[][] {
  const rest = parts.map((part) => ({ ...part }))
  return held.map((most) => {
    const drawn: Part[] = []
    for (const part of rest) {
      const amount = Math.min(most, part.amount)
      if (amount < part.amount ? amount === 0 : amount === 0 && part.quantity === 0) continue
      const tax = amount === part.amount ? part.tax : share(part.tax, amount, part.amount)
      drawn.push({ ...part, amount, tax })
      most -= amount
      Object.assign(part, { amount: part.amount - amount, tax: part.tax - tax })
      Object.assign(part, { quantity: 0, restock: 'none', locationId: null })
    }
    return drawn
  })
}

export function amountLeft(left: Refundable): number {
  return placesOf(left).reduce((sum, place) => sum + place.left.amount, 0)
}

export function amountOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.amount, 0)
}

function placesOf(left: Refundable): { lineId: string | null; left: Left }[] {
  return [
    ...left.lines.map((line) => ({ lineId: line.lineId, left: line })),
    { lineId: null, left: left.delivery },
  ]
}

function sumOf(lineId: string | null, left: Left, amount: number): Part {
  const tax = left.amount === 0 ? 0 : share(left.tax, amount, left.amount)
  return { lineId, quantity: 0, amount, tax, restock: 'none', locationId: null }
}
