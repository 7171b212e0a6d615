/**
 * Asking a provider, and when to ask again.
 *
 * An answer, a definite no, or nothing: whatever else is thrown counts as nothing,
 * for then nobody can tell what became of the question.
 */
import type { Ctx } from '#kit/context.ts'
import { after, hours, minutes, seconds } from '#kit/clock.ts'
import { isProviderRefused, type ProviderPayment } from './provider.ts'
import { hasEnded, isOpen, type PaymentState } from './state.ts'

/** A question of the sweep is given up after this long. */
export const CALL_WITHIN = seconds(10)
/** Who leased a row has this long for its question: longer than any call, and longer than a request's. */
export const LEASE = seconds(30)
const LONGEST_WAIT = minutes(10)

export type Reply<T> = { kind: 'answered'; fact: T } | { kind: 'refused'; code: string } | { kind: 'unknown' }

export async function replyOf<T>(
  log: Ctx['log'],
  about: Record<string, unknown>,
  ask: () => Promise<T>,
): Promise<Reply<T>> {
  try {
    return { kind: 'answered', fact: await ask() }
  } catch (error) {
    if (isProviderRefused(error)) return { kind: 'refused', code: error.code }
    log.warn({ ...about, err: (error as Error).message }, 'a payment provider did not answer')
    return { kind: 'unknown' }
  }
}

/** `first`, then twice as long after each question in vain, at most ten minutes. */
export function askAgain(now: Date, first: number, asked: number): Date {
  return after(now, Math.min(LONGEST_WAIT, first * 2 ** Math.min(Math.max(asked - 1, 0), 10)))
}

/** Webhooks can be lost, so what may still change is asked about; `asked` counts the questions so far. */
export function nextAsk(now: Date, ours: PaymentState, theirs: ProviderPayment, asked: number): Date | null {
  if (theirs.state === 'processing') return askAgain(now, seconds(20), asked)
  if (theirs.state === 'authorised' || theirs.state === 'disputed') return after(now, hours(1))
  // Ended here and still open there: a void is asked for instead.
  if (theirs.state === 'requires_action' && isOpen(ours)) return askAgain(now, minutes(2), asked)
  return null
}

/** We have given this payment up, and the shopper could still pay it. */
export function isLeftOpen(ours: PaymentState, theirs: ProviderPayment): boolean {
  return hasEnded(ours) && theirs.state === 'requires_action'
}
