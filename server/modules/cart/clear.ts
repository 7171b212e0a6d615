/** Takes everything out of the cart, codes too; address and e-mail stay. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Cart } from './cart.ts'
import { changed, openToChange, touch } from './change.ts'
import { CartClosed } from './failures.ts'
import { changesOwnCart } from './ownership.ts'

export const clear = command({
  id: 'cart.clear',
  summary: 'Empty the cart',
  rest: 'DELETE /carts/:cartId/items',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({ cartId: Id, expectedVersion: Type.Optional(Version) }),
  output: Cart,
  failures: [CartClosed],

  async run({ cartId, expectedVersion }, ctx) {
    await openToChange(ctx, expectedVersion)
    await sql`with touched as (${touch(ctx, cartId)}), codes as (
        delete from cart.code where store_id = ${ctx.storeId} and cart_id = ${cartId}
      ), lines as (delete from cart.line where store_id = ${ctx.storeId} and cart_id = ${cartId})
      delete from cart.bundle where store_id = ${ctx.storeId} and cart_id = ${cartId}`.execute(ctx.db)
    return changed(ctx, cartId)
  },
})
