/** Another attempt to pay a pending order, for instance after a declined card. An attempt that is still open is gone on with. */
import { task } from '#kit/operation.ts'
import { Id, Key, Link, Token, Type } from '#kit/types.ts'
import { MethodUnknown } from '../payments/index.ts'
import { changesOwnOrder } from './access.ts'
import { Placement, again, call, resume, settle } from './attempt.ts'
import { NotPayable } from './failures.ts'
import { lockOrder } from './lock.ts'

export const pay = task({
  id: 'orders.pay',
  summary: 'Pay an order that waits for its payment',
  rest: 'POST /orders/:orderId/payments',
  audience: 'shop',
  idempotency: 'required',
  access: changesOwnOrder,
  status: 201,
  input: Type.Object({
    orderId: Id,
    token: Type.Optional(Token),
    paymentMethod: Key,
    returnUrl: Link,
    cancelUrl: Link,
  }),
  output: Placement,
  failures: [NotPayable, MethodUnknown],

  async begin(input, ctx) {
    const payment = await again(ctx, await lockOrder(ctx, input.orderId), input, 'orders.pay')
    return { resourceId: input.orderId, carry: { orderId: input.orderId, payment } }
  },
  call,
  settle,
  resume,
})
