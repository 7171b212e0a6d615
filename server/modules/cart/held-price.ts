/**
 * A price that a shopper has seen in the cart is theirs for a while: a rise in that time does not touch them, a
 * fall does. No database here.
 *
 * Only what is still for sale has a price. Changing a line's quantity is a new look at its price.
 */
import { after, minutes } from '#kit/clock.ts'
import type { LineRow } from './rows.ts'

export interface HeldPrice {
  /** Minor units of the cart's currency. */
  unitAmount: number
  priceId: string | null
  /** The earlier moment at which this was the price; null: it is the present one. */
  pricedAt: Date | null
  /** Null: it is not held, or no longer. */
  heldUntil: Date | null
}

type Seen = Pick<LineRow, 'amount' | 'priceId' | 'seenAmount' | 'seenPriceId' | 'seenAt'>

export function heldPrice(line: Seen, holdMinutes: number, now: Date): HeldPrice {
  const present = { priceId: line.priceId, pricedAt: null, heldUntil: null }
  if (line.amount === null) return { ...present, unitAmount: line.seenAmount }
  const seenAt = line.seenAt === null || line.seenPriceId === null ? null : new Date(line.seenAt)
  const until = seenAt && after(seenAt, minutes(holdMinutes))
  if (!seenAt || !until || until <= now) return { ...present, unitAmount: line.amount }
  return line.amount > line.seenAmount
    ? { unitAmount: line.seenAmount, priceId: line.seenPriceId, pricedAt: seenAt, heldUntil: until }
    : { ...present, unitAmount: line.amount, heldUntil: until }
}
