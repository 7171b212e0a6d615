/** Takes a product, and all its variants, off every list of the caller: what pressing a full heart does. */
import { sql } from 'kysely'
import { Done, command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { lockListsOf, ownerOf, touchLists } from '../owned.ts'

export const forget = command({
  id: 'wishlists.items.forget',
  summary: 'Take a product off all my lists',
  description: 'What was set aside from the cart stays.',
  rest: 'DELETE /wishlist-marks/:productId',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ productId: Id }),
  output: Done,
  async run({ productId }, ctx) {
    const { id: ownerId } = ownerOf(ctx)
    await lockListsOf(ctx, ownerId)
    const { rows } = await sql<{ id: string }>`
      delete from wishlists.item i using wishlists.list l
      where l.store_id = ${ctx.storeId} and l.owner_id = ${ownerId} and l.kind = 'wish'
        and i.store_id = l.store_id and i.list_id = l.id and i.product_id = ${productId} returning l.id`.execute(
      ctx.db,
    )
    await touchLists(ctx, [...new Set(rows.map(({ id }) => id))].toSorted())
    return { done: true as const }
  },
})
