/**
 * What a refund is made of: pure arithmetic over what is left of an order.
 *
 * Each part takes its share of what is left, and of the tax that is left in it; so however an order
 * is given back, piece by piece or in sums, amounts and taxes end at exactly what was charged.
 */
import { invalid } from '#kit/failure.ts'
import { share, spread } from '#kit/money.ts'
import { RestockTooMany, TooManyEmpties, TooManyPieces } from './failures.ts'
import type { DepositLeft, Left, LineLeft, Refundable } from './refundable.ts'

export type Restock = 'none' | 'cancel' | 'return'

export interface Part {
  /** Of neither a line nor a deposit: the delivery. */
  lineId: string | null
  depositId: string | null
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
  /** Bottles and the like that came back alone. */
  deposits?: { orderDepositId: string; quantity: number }[]
  /** Minor units of the delivery, with its tax. */
  delivery: number
}

type Place = Pick<Part, 'lineId' | 'depositId'>
const DELIVERY: Place = { lineId: null, depositId: null }
const ofLine = (lineId: string): Place => ({ lineId, depositId: null })
const ofDeposit = (depositId: string): Place => ({ lineId: null, depositId })

export function planItems(left: Refundable, wish: ItemsWish): Part[] {
  if (new Set(wish.lines.map((line) => line.orderLineId)).size < wish.lines.length)
    throw invalid('lines', 'duplicate', 'Name each line once.')
  const parts = wish.lines.map((line, index): Part => {
    const found = left.lines.find((each) => each.lineId === line.orderLineId)
    if (!found) throw invalid(`lines.${index}.orderLineId`, 'unknown', 'This line is not of this order.')
    return planLine(found, line, index)
  })
  parts.push(...planDeposits(left, wish))
  if (wish.delivery === 0) return parts
  if (wish.delivery > left.delivery.amount)
    throw invalid('delivery', 'too_much', 'That is more than is left of the delivery.')
  return [...parts, sumOf(DELIVERY, left.delivery, wish.delivery)]
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
  return { ...sumOf(ofLine(orderLineId), left, amount), quantity, restock, locationId }
}

/** A bottle's deposit goes back with the bottle, whether that was never sent or came back; and alone where only it came back. */
function planDeposits(left: Refundable, { lines, deposits = [] }: ItemsWish): Part[] {
  deposits.forEach(({ orderDepositId }, index) => {
    if (!left.deposits.some(({ depositId }) => depositId === orderDepositId))
      throw invalid(`deposits.${index}.orderDepositId`, 'unknown', 'This deposit is not of this order.')
    if (deposits.findIndex((each) => each.orderDepositId === orderDepositId) < index)
      throw invalid('deposits', 'duplicate', 'Name each deposit once.')
  })
  return left.deposits.flatMap((deposit) => {
    const alone = deposits.find(({ orderDepositId }) => orderDepositId === deposit.depositId)?.quantity ?? 0
    if (alone > deposit.pieces)
      throw TooManyEmpties({ orderDepositId: deposit.depositId, left: deposit.pieces })
    const goods = lines.find(({ orderLineId }) => orderLineId === deposit.lineId)
    const withGoods = goods && (goods.restock ?? 'none') !== 'none' ? goods.quantity * deposit.each : 0
    // Some of them may have come back empty before.
    const quantity = Math.min(deposit.pieces, withGoods + alone)
    return quantity > 0 ? [planDeposit(deposit, quantity)] : []
  })
}

function planDeposit(left: DepositLeft, quantity: number): Part {
  return { ...sumOf(ofDeposit(left.depositId), left, share(left.amount, quantity, left.pieces)), quantity }
}

/** A sum that is meant for no part of its own is spread over all that is left, as a discount would be: over deposits only what the rest cannot bear. */
export function planAmount(left: Refundable, amount: number): Part[] {
  const { bought, deposits } = placesOf(left)
  const fromBought = Math.min(amount, sumLeft(bought))
  return [...spreadOver(bought, fromBought), ...spreadOver(deposits, amount - fromBought)].filter(
    (part) => part.amount > 0,
  )
}

function spreadOver(places: readonly (Place & { left: Left })[], amount: number): Part[] {
  const amounts = spread(
    amount,
    places.map((place) => place.left.amount),
  )
  return places.map(({ left, ...place }, index) => sumOf(place, left, amounts[index]!))
}

/** Everything, as far as `available` reaches: the pieces count as given back, and goods stay where they are. */
export function planAll(left: Refundable, available: number): Part[] {
  const whole = amountLeft(left)
  const sums = planAmount(left, Math.min(available, whole))
  const pieces = new Map([
    ...left.lines.map((line) => [line.lineId, line.pieces] as const),
    ...left.deposits.map((deposit) => [deposit.depositId, deposit.pieces] as const),
  ])
  return sums.map((part) => ({ ...part, quantity: pieces.get(part.lineId ?? part.depositId ?? '') ?? 0 }))
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
  const { bought, deposits } = placesOf(left)
  return sumLeft(bought) + sumLeft(deposits)
}

function sumLeft(places: readonly { left: Left }[]): number {
  return places.reduce((sum, place) => sum + place.left.amount, 0)
}

export function amountOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.amount, 0)
}

function placesOf(left: Refundable) {
  return {
    bought: [
      ...left.lines.map((line) => ({ ...ofLine(line.lineId), left: line })),
      { ...DELIVERY, left: left.delivery },
    ],
    deposits: left.deposits.map((deposit) => ({ ...ofDeposit(deposit.depositId), left: deposit })),
  }
}

function sumOf(place: Place, left: Left, amount: number): Part {
  const tax = left.amount === 0 ? 0 : share(left.tax, amount, left.amount)
  return { ...place, quantity: 0, amount, tax, restock: 'none', locationId: null }
}
