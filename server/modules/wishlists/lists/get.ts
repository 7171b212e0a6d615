/** A list with all that is on it, as the shop offers it now: the newest first. */
import { query } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { itemsOf } from '../items-of.ts'
import { ownList, shownList } from '../owned.ts'
import { FullWishlist } from '../wishlist.ts'

export const get = query({
  id: 'wishlists.lists.get',
  summary: 'One of my lists with all that is on it',
  rest: 'GET /wishlists/:listId',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ listId: Id }),
  output: FullWishlist,
  async run({ listId }, ctx) {
    const list = await ownList(ctx, listId)
    return { list: shownList(ctx, list), items: await itemsOf(ctx, listId) }
  },
})
