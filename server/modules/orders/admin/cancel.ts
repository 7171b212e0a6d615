/** Staff cancel an order of which nothing has left the house. What was paid is refunded, what was authorised is voided. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { OutcomeUnknown } from '../../payments/index.ts'
import { readOrder } from '../access.ts'
import { hasShipped, mustBeVersion } from '../cancel.ts'
import { close } from '../close.ts'
import { NotCancellable } from '../failures.ts'
import { lockOrder } from '../lock.ts'
import { StaffOrder } from '../order.ts'
import { mayStep } from '../state.ts'
import { toStaffOrder } from '../view.ts'

export const cancel = command({
  id: 'orders.admin.cancel',
  summary: 'Cancel an order that has not shipped, and refund it',
  rest: 'POST /orders/:orderId/cancellation',
  audience: 'staff',
  access: permission('orders.write'),
  isFinal: true,
  input: Type.Object({
    orderId: Id,
    reason: Type.Optional(Text(400)),
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffOrder,
  failures: [NotCancellable, OutcomeUnknown],

  async run({ orderId, reason, expectedVersion }, ctx) {
    const order = await lockOrder(ctx, orderId)
    mustBeVersion(order, expectedVersion)
    if (!mayStep(order.state, 'cancelled') || (await hasShipped(ctx, orderId)))
      throw NotCancellable({ state: order.state })
    await close(ctx, order, { as: 'cancelled', reason: reason ?? 'by_staff', cause: 'orders.admin.cancel' })
    ctx.audit({
      subject: 'orders.order',
      subjectId: orderId,
      before: { state: order.state },
      after: { state: 'cancelled' },
    })
    return toStaffOrder(await readOrder(orderId, ctx), ctx)
  },
})
