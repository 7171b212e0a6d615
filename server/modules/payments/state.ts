/**
 * The states of a payment and the steps between them, as in the database's own guard.
 *
 *   created -> requires_action -> processing -> authorised -> part_captured -> captured -> disputed -> won | lost
 *   created | requires_action | processing -> failed | cancelled | expired;  authorised -> voided | expired
 *
 * Forward a step may be skipped: providers do not tell every one, nor in order.
 */
import { Words, type Static } from '#kit/types.ts'

export const STATES = [
  'created',
  'requires_action',
  'processing',
  'authorised',
  'part_captured',
  'captured',
  'failed',
  'cancelled',
  'expired',
  'voided',
  'disputed',
  'won',
  'lost',
] as const
export const PaymentState = Words('PaymentState', ...STATES)
export type PaymentState = Static<typeof PaymentState>

export const OPEN: readonly PaymentState[] = ['created', 'requires_action', 'processing']
const ENDED: readonly PaymentState[] = ['failed', 'cancelled', 'expired', 'voided']
const MONEY: readonly PaymentState[] = ['authorised', 'part_captured', 'captured', 'disputed', 'won', 'lost']

export function isOpen(state: PaymentState): boolean {
  return OPEN.includes(state)
}

export function hasEnded(state: PaymentState): boolean {
  return ENDED.includes(state)
}

export const STEPS: Record<PaymentState, readonly PaymentState[]> = {
  created: ['requires_action', 'processing', ...MONEY, 'failed', 'cancelled', 'expired'],
  requires_action: ['processing', ...MONEY, 'failed', 'cancelled', 'expired'],
  processing: [...MONEY, 'failed', 'cancelled', 'expired'],
  authorised: ['part_captured', 'captured', 'disputed', 'won', 'lost', 'voided', 'expired'],
  part_captured: ['captured', 'disputed', 'won', 'lost'],
  captured: ['disputed', 'won', 'lost'],
  disputed: ['won', 'lost'],
  won: [],
  lost: [],
  failed: MONEY,
  cancelled: MONEY,
  expired: MONEY,
  voided: MONEY,
}

/**
 * May a provider's fact move us there? Out of an end lead only money that is newly held or
 * taken: it is known then, so that it can be given back.
 */
export function movesForward(from: PaymentState, to: PaymentState, bringsMoney: boolean): boolean {
  return STEPS[from].includes(to) && (bringsMoney || !hasEnded(from))
}
