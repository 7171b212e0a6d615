/**
 * Staff place a customer's cart for them, for instance over the telephone.
 *
 * It is the same order that the customer would have placed: if both ask at once, one is made. The customer
 * gets its link by mail and pays there; staff see no card and get no token.
 */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Key, Link, Money, Type, shape, type Static } from '#kit/types.ts'
import { takeCart } from '../../cart/index.ts'
import { NextStep, call, goOn, keepReply, nextOf } from '../attempt.ts'
import { buyersToTell } from '../events.ts'
import { StaffOrder } from '../order.ts'
import { placeTaken, placingFailures } from '../placing.ts'
import type { OrderRow } from '../rows.ts'
import { toStaffOrder } from '../view.ts'

const BACK = '/orders/{orderId}'

const StaffPlacement = shape('StaffPlacement', { order: StaffOrder, next: NextStep })

export const place = task({
  id: 'orders.admin.place',
  summary: 'Place a customer’s cart for them',
  description: 'The customer is written a mail with the link to their order, where they pay.',
  rest: 'POST /orders',
  audience: 'staff',
  access: permission('orders.write'),
  idempotency: 'required',
  status: 201,
  input: Type.Object({
    cartId: Id,
    paymentMethod: Key,
    returnUrl: Type.Optional(Link),
    cancelUrl: Type.Optional(Link),
    expectedTotal: Type.Optional(Money),
  }),
  output: StaffPlacement,
  failures: [NotFound, ...placingFailures],

  async begin({ returnUrl = BACK, cancelUrl = BACK, ...input }, ctx) {
    const taken = await takeCart(input.cartId, ctx)
    const begun = await placeTaken(ctx, taken, { ...input, returnUrl, cancelUrl }, 'orders.admin.place')
    if (taken.row) ctx.emit(buyersToTell, { ids: [begun.resourceId] })
    ctx.audit({
      subject: 'orders.order',
      subjectId: begun.resourceId,
      before: null,
      after: { cartId: input.cartId, paymentId: begun.carry.payment?.id ?? null },
    })
    return begun
  },
  call,
  settle: async (carry, reply, ctx) => shown(await keepReply(carry, reply, ctx), ctx),
  async resume(orderId, ctx) {
    const found = await goOn(orderId, ctx)
    return 'row' in found ? { done: shown(found.row, ctx) } : found
  },
})

function shown(row: OrderRow, ctx: Ctx): Static<typeof StaffPlacement> {
  return { order: toStaffOrder(row, ctx), next: nextOf(row) }
}
