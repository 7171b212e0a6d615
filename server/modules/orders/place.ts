/**
 * Places an order from a cart.
 *
 * First transaction: the cart is taken, prices are checked, the order is born with its
 * held stock and its payment. Then the provider is asked, and a second transaction
 * keeps its answer. An unpaid hold lapses by itself; only the provider's fact confirms.
 *
 * One order per cart: asked again, with another key or from another tab, it answers with
 * the same order, and starts another attempt when the last one failed.
 */
import { task } from '#kit/operation.ts'
import { Id, Key, Link, Money, Type } from '#kit/types.ts'
import { takenCart, takesOwnCart } from '../cart/index.ts'
import { Placement, call, resume, settle } from './attempt.ts'
import { placeTaken, placingFailures } from './placing.ts'

export const place = task({
  id: 'orders.place',
  summary: 'Place an order from a cart',
  description:
    'Sets the goods aside and starts the payment. Follow `next`. Send `expectedTotal` so that no one pays another total than the one they saw.',
  rest: 'POST /orders',
  audience: 'shop',
  access: takesOwnCart,
  idempotency: 'required',
  status: 201,
  input: Type.Object({
    cartId: Id,
    paymentMethod: Key,
    returnUrl: Link,
    cancelUrl: Link,
    expectedTotal: Type.Optional(Money),
  }),
  output: Placement,
  failures: placingFailures,

  begin: (input, ctx) => placeTaken(ctx, takenCart(ctx), input, 'orders.place'),
  call,
  settle,
  resume,
})
