/**
 * Gives a list a link: whoever has it sees what is on the list, and changes nothing.
 *
 * Asking again answers with the same link; once the list is shared no more, the next link is another one.
 */
import { sql } from 'kysely'
import { hashToken } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { changedList, lockList, shareToken, shownList } from '../owned.ts'
import { Wishlist } from '../wishlist.ts'

export const share = command({
  id: 'wishlists.lists.share',
  summary: 'Share a list by a link',
  rest: 'PUT /wishlists/:listId/link',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ listId: Id }),
  output: Wishlist,
  async run({ listId }, ctx) {
    const list = await lockList(ctx, listId)
    if (list.isShared) return shownList(ctx, list)
    const round = list.shareRound + 1
    await sql`update wishlists.list set share_round = ${round}, share_token_hash = ${hashToken(shareToken(ctx, listId, round))}
      where store_id = ${ctx.storeId} and id = ${listId}`.execute(ctx.db)
    return changedList(ctx, listId)
  },
})
