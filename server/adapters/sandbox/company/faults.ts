/**
 * Trouble on purpose, for tests: answers that fail before or after their effect or never come, webhooks that come
 * several times, late and in any order, refunds that wait or fail.
 *
 * One seeded stream decides everything in the order of arrival, so the same calls in the same order see the same faults.
 */
import { closed, integer, oneOf, optional, rate } from './fields.ts'
import { refusal } from './refusal.ts'

export type Faults = {
  seed: number
  /** Shares of API calls, from 0 to 1; together at most 1. */
  before: number
  after: number
  silence: number
  /** Each event is sent 1 to `copies` times, each copy up to `lateSeconds` late. */
  copies: number
  lateSeconds: number
  refunds: 'succeed' | 'wait' | 'fail'
}

export const NO_FAULTS: Faults = {
  seed: 1,
  before: 0,
  after: 0,
  silence: 0,
  copies: 1,
  lateSeconds: 0,
  refunds: 'succeed',
}

export function readFaults(body: unknown): Faults {
  const faults = closed(body, {
    seed: optional(integer(0, 0xffff_ffff), NO_FAULTS.seed),
    before: optional(rate, NO_FAULTS.before),
    after: optional(rate, NO_FAULTS.after),
    silence: optional(rate, NO_FAULTS.silence),
    copies: optional(integer(1, 4), NO_FAULTS.copies),
    lateSeconds: optional(integer(0, 600), NO_FAULTS.lateSeconds),
    refunds: optional(oneOf(['succeed', 'wait', 'fail']), NO_FAULTS.refunds),
  })
  if (faults.before + faults.after + faults.silence > 1)
    throw refusal(400, 'invalid_request', 'before, after and silence must together be at most 1.')
  return faults
}

export type Trouble = 'none' | 'before' | 'after' | 'silence'

export type FaultSource = {
  now(): Faults
  set(faults: Faults): void
  /** What happens to the next API call. */
  next(): Trouble
  /** From 0 up to, not including, 1. */
  random(): number
}

export function faultSource(initial: Faults): FaultSource {
  let faults = initial
  let state = initial.seed
  // mulberry32: small, and good enough to choose faults with
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    now: () => faults,
    set(next) {
      faults = next
      state = next.seed
    },
    next() {
      const { before, after, silence } = faults
      if (before + after + silence === 0) return 'none'
      const drawn = random()
      if (drawn < before) return 'before'
      if (drawn < before + after) return 'after'
      return drawn < before + after + silence ? 'silence' : 'none'
    },
    random,
  }
}
