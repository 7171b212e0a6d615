/** What staff ask to be given back, the same for the refund and for its preview. */
import { invalid } from '#kit/failure.ts'
import { Id, Int, List, MAX_SAFE, Nullable, OneOf, Type, shape } from '#kit/types.ts'
import { MOST_DEPOSITS, MOST_ON_DEPOSIT } from '../../cart/index.ts'
import { RefundTooLarge } from '../../payments/index.ts'
import { NothingToRefund } from './failures.ts'
import { amountLeft, amountOf, planAll, planAmount, planItems, type ItemsWish, type Part } from './plan.ts'
import type { Refundable } from './refundable.ts'

/** Minor units of the order's currency. */
const Sum = Type.Integer({ minimum: 1, maximum: MAX_SAFE, scalar: 'Minor' })

const RefundLine = shape('RefundLine', {
  orderLineId: Id,
  quantity: Int(1, 9999),
  restock: Type.Optional(OneOf('none', 'cancel', 'return')),
  locationId: Type.Optional(Nullable(Id)),
})

const RefundDeposit = shape('RefundDeposit', { orderDepositId: Id, quantity: Int(1, MOST_ON_DEPOSIT) })

/** Spread into inputs. */
export const wishInput = {
  orderId: Id,
  lines: Type.Optional(List(RefundLine, 200, { minItems: 1 })),
  deposits: Type.Optional(List(RefundDeposit, MOST_DEPOSITS, { minItems: 1 })),
  delivery: Type.Optional(Sum),
  amount: Type.Optional(Sum),
}

export const WISH_SAYS =
  'Name pieces by `lines` and a sum of the `delivery`, or a free `amount`; with none of them everything that is left goes back, ' +
  'and the goods stay where they are. `restock` says what becomes of the pieces: `none` leaves them with the buyer, `cancel` takes what was not sent ' +
  'back for sale, `return` counts in what was sent and came back, at `locationId` or where it had come from. A deposit goes back with the pieces that are cancelled or came back; ' +
  '`deposits` names what came back empty.'

export interface Wish {
  lines?: ItemsWish['lines']
  deposits?: ItemsWish['deposits']
  delivery?: number
  amount?: number
}

/** `held`: what the payments still hold of the buyer's money. */
export function planOf(wish: Wish, left: Refundable, held: number, currency: string): Part[] {
  if (held === 0) throw NothingToRefund({})
  const most = Math.min(held, amountLeft(left))
  const parts = partsOf(wish, left, held, () => RefundTooLarge({ refundable: { amount: most, currency } }))
  const amount = amountOf(parts)
  if (amount === 0) throw NothingToRefund({})
  if (amount > held) throw RefundTooLarge({ refundable: { amount: most, currency } })
  return parts
}

function partsOf(wish: Wish, left: Refundable, held: number, tooLarge: () => Error): Part[] {
  const { lines, deposits, delivery, amount } = wish
  const items = lines !== undefined || deposits !== undefined || delivery !== undefined
  if (amount === undefined) {
    if (!items) return planAll(left, held)
    return planItems(left, { lines: lines ?? [], deposits: deposits ?? [], delivery: delivery ?? 0 })
  }
  if (items)
    throw invalid('amount', 'alone', 'Give a free amount, or lines, deposits and delivery, not both.')
  if (amount > Math.min(held, amountLeft(left))) throw tooLarge()
  return planAmount(left, amount)
}
