/**
 * Money: whole minor units with their currency. Never a float, never two currencies in one sum.
 *
 * How amounts are written stands in `packages/words`, for pages and mails alike. Products of amounts and rates can pass 2^53, so they are formed with BigInt where needed.
 */
import { decimalsOf } from '@quayside/words'
import type { Money } from './types.ts'

const SAFE_FACTOR = 94_906_265 // both factors below this: their product is exact as a number

export { decimalsOf as exponentOf, plainAmount as decimalOf } from '@quayside/words'

/** `12.5` EUR is `1250`; null when it is no amount of that currency, such as `1.5` JPY. */
export function minorOf(decimal: string, currency: string): number | null {
  const found = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(decimal)
  if (!found) return null
  const [exponent, [, sign, whole, rest = '']] = [decimalsOf(currency), found]
  if (/[1-9]/.test(rest.slice(exponent))) return null
  const amount = Number(whole! + rest.slice(0, exponent).padEnd(exponent, '0'))
  if (!Number.isSafeInteger(amount)) return null
  return sign && amount !== 0 ? -amount : amount
}

export function add(...monies: [Money, ...Money[]]): Money {
  const { currency } = monies[0]
  const other = monies.find((money) => money.currency !== currency)
  if (other) throw new RangeError(`${currency} and ${other.currency} cannot be added`)
  return { amount: safe(monies.reduce((sum, money) => sum + money.amount, 0)), currency }
}

export function safe(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('An amount passed 2^53-1 minor units')
  return amount
}

/** `amount * by / of`, halves rounded away from zero: the commercial rule of EN 16931 and most tax law. */
export function share(amount: number, by: number | bigint, of: number | bigint): number {
  if (
    typeof by === 'number' &&
    typeof of === 'number' &&
    Math.abs(amount) < SAFE_FACTOR &&
    by < SAFE_FACTOR
  ) {
    const product = Math.abs(amount) * by
    const quotient = Math.floor(product / of)
    const rounded = (product - quotient * of) * 2 >= of ? quotient + 1 : quotient
    return amount < 0 ? -rounded : rounded
  }
  const [product, divisor] = [BigInt(Math.abs(amount)) * BigInt(by), BigInt(of)]
  const quotient = product / divisor
  const rounded = Number((product % divisor) * 2n >= divisor ? quotient + 1n : quotient)
  return safe(amount < 0 ? -rounded : rounded)
}

/**
 * Splits a whole over weights so that the parts sum to it, to the last unit.
 *
 * Largest remainder (Hare quota): each part is at most one unit off its exact share; ties go to the first.
 */
export function spread(whole: number, weights: readonly (number | bigint)[]): number[] {
  const sum = weights.reduce<bigint>((total, weight) => total + BigInt(weight), 0n)
  if (weights.some((weight) => weight < 0)) throw new RangeError('A weight is below zero')
  if (sum === 0n) {
    if (whole !== 0) throw new RangeError('Nothing to spread over')
    return weights.map(() => 0)
  }
  const size = BigInt(Math.abs(whole))
  const parts = weights.map((weight, index) => ({
    index,
    floor: (size * BigInt(weight)) / sum,
    rest: (size * BigInt(weight)) % sum,
  }))
  let left = Number(size - parts.reduce((total, part) => total + part.floor, 0n))
  for (const part of parts.toSorted((a, b) =>
    a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.index - b.index,
  )) {
    if (left-- <= 0) break
    part.floor += 1n
  }
  return parts.map((part) => (whole < 0 ? 0 - Number(part.floor) : Number(part.floor)))
}
