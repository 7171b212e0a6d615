/** Chance that can be repeated: everything made up of a product follows from two numbers, the shop's and its own. */
import { createHash } from 'node:crypto'

export interface Chance {
  /** From 0 up to 1. */
  number(): number
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number
  pick<T>(list: readonly T[]): T
}

export function chance(shop: number, product: number): Chance {
  let state = (Math.imul(shop + 1, 0x9e3779b1) ^ Math.imul(product + 1, 0x85ebca6b)) >>> 0
  /** mulberry32 (public domain, Tommy Ettinger). */
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(number() * (most - least + 1))
  return { number, whole, pick: (list) => list[whole(0, list.length - 1)]! }
}

/** The moment that made-up ids carry: the first of January 2026. They rise with the product's number. */
const EPOCH_MS = Date.UTC(2026, 0, 1)

/** The same id, a UUID of version 7, for the same shop, product and part of it. */
export function idOf(shop: number, product: number, part: string): string {
  const hex = createHash('sha256').update(`${shop} ${product} ${part}`).digest('hex')
  const ms = (EPOCH_MS + product).toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}
