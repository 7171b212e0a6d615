import { Nothing, query } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { ownLists, shownList } from '../owned.ts'
import { MOST_LISTS, Wishlist } from '../wishlist.ts'

export const list = query({
  id: 'wishlists.lists.list',
  summary: 'My lists',
  rest: 'GET /wishlists',
  audience: 'shop',
  access: shopper,
  input: Nothing,
  output: shape('WishlistList', { items: List(Wishlist, MOST_LISTS) }),
  run: async (_, ctx) => ({ items: (await ownLists(ctx)).map((each) => shownList(ctx, each)) }),
})
