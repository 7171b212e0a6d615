/** What can stand in the way of an order, in words for the shopper. */
import { failure } from '#kit/failure.ts'
import { Money, Type } from '#kit/types.ts'
import { OrderState } from './state.ts'

export const TotalChanged = failure(
  'orders.total_changed',
  409,
  Type.Object({ total: Money }, { additionalProperties: false }),
  () => 'The total has changed since you saw it. Please look at it again; nothing was charged.',
)

export const NotPayable = failure(
  'orders.not_payable',
  409,
  Type.Object({ state: OrderState }, { additionalProperties: false }),
  ({ state }) =>
    state === 'pending'
      ? 'This order has seen too many attempts to pay. Please order again.'
      : state === 'cancelled' || state === 'expired'
        ? 'This order is closed. Your cart is kept: please order again.'
        : 'This order is paid already.',
)

export const NotCancellable = failure(
  'orders.not_cancellable',
  409,
  Type.Object({ state: OrderState }, { additionalProperties: false }),
  ({ state }) =>
    state === 'pending'
      ? 'A payment for this order is on its way, so it cannot be cancelled now.'
      : state === 'confirmed' || state === 'on_hold'
        ? 'This order was charged or sent already, so it can no longer be cancelled here.'
        : `This order is ${state}, so it can no longer be cancelled here.`,
)
