/**
 * The commercial states of an order and the steps between them, as in the database's own guard.
 *
 * Whether it is paid, shipped or delivered is never a state: `standing.ts` derives it
 * from the payments and from what left the house.
 */
import { Words } from '#kit/types.ts'

export const STATES = [
  'draft',
  'pending',
  'confirmed',
  'on_hold',
  'completed',
  'cancelled',
  'expired',
  'archived',
] as const
export type OrderState = (typeof STATES)[number]
export const OrderState = Words('OrderState', ...STATES)

export const STEPS: Record<OrderState, readonly OrderState[]> = {
  draft: ['pending'],
  pending: ['confirmed', 'cancelled', 'expired'],
  confirmed: ['completed', 'cancelled', 'on_hold'],
  on_hold: ['confirmed', 'cancelled'],
  completed: ['archived'],
  cancelled: [],
  expired: [],
  archived: [],
}

export function mayStep(from: OrderState, to: OrderState): boolean {
  return STEPS[from].includes(to)
}

/** Nothing is wanted any more: no stock, no money. */
export function isOff(state: OrderState): boolean {
  return state === 'cancelled' || state === 'expired'
}
