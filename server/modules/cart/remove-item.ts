/** Takes a line out of the cart. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Cart } from './cart.ts'
import { changed, openToChange, touch } from './change.ts'
import { CartClosed, PartOfBundle } from './failures.ts'
import { changesOwnCart } from './ownership.ts'

export const removeItem = command({
  id: 'cart.removeItem',
  summary: 'Take a line out of the cart',
  rest: 'DELETE /carts/:cartId/items/:lineId',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({ cartId: Id, lineId: Id, expectedVersion: Type.Optional(Version) }),
  output: Cart,
  failures: [CartClosed, PartOfBundle],

  async run({ cartId, lineId, expectedVersion }, ctx) {
    await openToChange(ctx, expectedVersion)
    return takeOut(cartId, lineId, ctx)
  },
})

/** Also for `cart.setQuantity` with none. The cart is locked and open to change. */
export async function takeOut(cartId: string, lineId: string, ctx: Ctx): Promise<Cart> {
  const { rows } = await sql<{ bundle_id: string | null }>`
    with touched as (${touch(ctx, cartId)})
    delete from cart.line where store_id = ${ctx.storeId} and cart_id = ${cartId} and id = ${lineId} returning bundle_id`.execute(
    ctx.db,
  )
  const [gone] = rows
  if (!gone) throw NotFound({})
  if (gone.bundle_id) throw PartOfBundle({ bundleId: gone.bundle_id })
  return changed(ctx, cartId)
}
