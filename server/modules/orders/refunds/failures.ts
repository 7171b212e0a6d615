/** What can stand in the way of a refund, in words for staff. */
import { failure } from '#kit/failure.ts'
import { Count, Id, Type } from '#kit/types.ts'

export const NothingToRefund = failure(
  'orders.nothing_to_refund',
  409,
  Type.Object({}, { additionalProperties: false }),
  () => 'There is no money to give back: nothing was paid, or all of it has gone back already.',
)

export const TooManyPieces = failure(
  'orders.too_many_pieces',
  409,
  Type.Object({ orderLineId: Id, left: Count }, { additionalProperties: false }),
  ({ left }) =>
    left === 0
      ? 'All pieces of this line were refunded already.'
      : `Only ${left} of this line ${left === 1 ? 'is' : 'are'} not refunded yet.`,
)

export const TooManyEmpties = failure(
  'orders.too_many_empties',
  409,
  Type.Object({ orderDepositId: Id, left: Count }, { additionalProperties: false }),
  ({ left }) =>
    left === 0
      ? 'All of this deposit was given back already.'
      : `Only ${left} of this deposit ${left === 1 ? 'is' : 'are'} not given back yet.`,
)

export const RestockTooMany = failure(
  'orders.restock_too_many',
  409,
  Type.Object({ orderLineId: Id, left: Count }, { additionalProperties: false }),
  ({ left }) =>
    `Of this line ${left} ${left === 1 ? 'piece' : 'pieces'} can go back into stock that way: \`cancel\` takes what was not sent, \`return\` what was.`,
)
