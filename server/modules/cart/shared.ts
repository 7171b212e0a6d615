/** What is behind a link to a cart, as whoever has the link sees it. */
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { SharedCart, sharedBy, sharedItems } from './shared-items.ts'

export const shared = query({
  id: 'cart.shared',
  summary: 'What somebody shared of their cart',
  rest: 'GET /shared-carts',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ token: Token }),
  output: SharedCart,
  failures: [NotFound],
  run: async ({ token }, ctx) => ({ items: await sharedItems(ctx, await sharedBy(ctx, token)) }),
})
