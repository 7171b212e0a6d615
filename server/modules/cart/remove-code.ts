/** Takes a code out of the cart. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { asCode } from '../promotions/index.ts'
import { Cart } from './cart.ts'
import { changed, openToChange, touch } from './change.ts'
import { CartClosed } from './failures.ts'
import { changesOwnCart } from './ownership.ts'

export const removeCode = command({
  id: 'cart.removeCode',
  summary: 'Take a code out of the cart',
  rest: 'DELETE /carts/:cartId/codes/:code',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({ cartId: Id, code: Text(80), expectedVersion: Type.Optional(Version) }),
  output: Cart,
  failures: [CartClosed],

  async run({ cartId, code, expectedVersion }, ctx) {
    await openToChange(ctx, expectedVersion)
    const { rows } = await sql`
      with touched as (${touch(ctx, cartId)})
      delete from cart.code k using promotions.code c
      where k.store_id = ${ctx.storeId} and k.cart_id = ${cartId} and c.id = k.code_id and c.code = ${asCode(code)} returning k.code_id`.execute(
      ctx.db,
    )
    if (rows.length === 0) throw NotFound({})
    return changed(ctx, cartId)
  },
})
