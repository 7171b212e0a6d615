import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { changedList, lockList } from '../owned.ts'
import { Wishlist } from '../wishlist.ts'

export const remove = command({
  id: 'wishlists.items.remove',
  summary: 'Take a thing off a list',
  rest: 'DELETE /wishlists/:listId/items/:itemId',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ listId: Id, itemId: Id }),
  output: Wishlist,
  async run({ listId, itemId }, ctx) {
    await lockList(ctx, listId)
    const { rows } = await sql`
      delete from wishlists.item where store_id = ${ctx.storeId} and list_id = ${listId} and id = ${itemId} returning id`.execute(
      ctx.db,
    )
    if (rows.length === 0) throw NotFound({})
    return changedList(ctx, listId)
  },
})
