/** A cart as it changes: other tabs and devices of its owner show the same. */
import { stream } from '#kit/operation.ts'
import { Id, Type } from '#kit/types.ts'
import { Cart } from './cart.ts'
import { cartChanged } from './events.ts'
import { readOwn, seesOwnCart } from './ownership.ts'
import { toCart } from './view.ts'

export const follow = stream({
  id: 'cart.follow',
  summary: 'A cart, again after each change',
  rest: 'GET /carts/:cartId/events',
  audience: 'shop',
  access: seesOwnCart,
  input: Type.Object({ cartId: Id }),
  output: Cart,
  events: [cartChanged],
  topic: ({ cartId }) => cartId,
  run: (_, ctx) => toCart(readOwn(ctx), ctx),
})
