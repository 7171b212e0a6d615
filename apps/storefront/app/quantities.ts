/** Which quantities of a thing one may choose: in its steps, between its limits, and no more than there is. */
import type { QuantityRule } from './store.ts'

const MOST = 999 // pieces of one thing in a cart

/** The allowed quantity nearest to the wish; 0 where there is none. */
export function nearest({ minimum, maximum, step }: QuantityRule, wish: number, available: number): number {
  const limit = Math.min(maximum ?? MOST, available)
  const most = limit - (limit % step)
  return most < minimum ? 0 : Math.min(most, Math.max(minimum, Math.round(wish / step) * step))
}

/** One step up or down from a quantity; what lies between two steps goes to the next one, and below the minimum is none. */
export function stepped({ minimum, maximum, step }: QuantityRule, from: number, up: boolean): number {
  if (up) return Math.min(maximum ?? MOST, Math.max(minimum, (Math.floor(from / step) + 1) * step))
  const less = (Math.ceil(from / step) - 1) * step
  return less < minimum ? 0 : less
}

/** The first allowed quantities, for a list to choose from. */
export function choicesOf(rule: QuantityRule, available: number, count: number): number[] {
  const most = nearest(rule, available, available)
  return Array.from({ length: count }, (_, index) => rule.minimum + index * rule.step).filter(
    (quantity) => quantity <= most,
  )
}

export const isAnyQuantity = ({ minimum, maximum, step }: QuantityRule): boolean =>
  minimum === 1 && maximum === null && step === 1
