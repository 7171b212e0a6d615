/** Ends the link of a list, at once and for good. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { changedList, lockList, shownList } from '../owned.ts'
import { Wishlist } from '../wishlist.ts'

export const unshare = command({
  id: 'wishlists.lists.unshare',
  summary: 'Share a list no more',
  rest: 'DELETE /wishlists/:listId/link',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ listId: Id }),
  output: Wishlist,
  async run({ listId }, ctx) {
    const list = await lockList(ctx, listId)
    if (!list.isShared) return shownList(ctx, list)
    await sql`update wishlists.list set share_token_hash = null where store_id = ${ctx.storeId} and id = ${listId}`.execute(
      ctx.db,
    )
    return changedList(ctx, listId)
  },
})
