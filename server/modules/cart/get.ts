/** A cart with its lines, totals, problems and what it still misses. */
import { query } from '#kit/operation.ts'
import { Id, Type } from '#kit/types.ts'
import { Cart } from './cart.ts'
import { readOwn, seesOwnCart } from './ownership.ts'
import { toCart } from './view.ts'

export const get = query({
  id: 'cart.get',
  summary: 'A cart with its totals and problems',
  rest: 'GET /carts/:cartId',
  audience: 'shop',
  access: seesOwnCart,
  input: Type.Object({ cartId: Id }),
  output: Cart,
  run: (_, ctx) => toCart(readOwn(ctx), ctx),
})
