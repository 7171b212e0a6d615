/** Asks nobody who has not answered for a while: a store whose files are away must not wait for them, request by request. */
import { seconds } from '#kit/clock.ts'

const FAILURES = 3 // in a row, each after its own tries
const REST = seconds(5)

export interface Breaker {
  /** Milliseconds until one may ask again; 0: now. */
  restMs(): number
  worked(): void
  failed(): void
}

/** `now` in milliseconds, of any origin. */
export function createBreaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0
  let until = 0
  return {
    restMs: () => Math.max(0, until - now()),
    worked() {
      failures = 0
    },
    failed() {
      if (++failures >= FAILURES) until = now() + REST
    },
  }
}
