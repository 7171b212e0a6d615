/** What the caller set aside from the cart, as the shop offers it now: the newest first. */
import { sql } from 'kysely'
import { Nothing, query } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { shape } from '#kit/types.ts'
import { itemsOf } from '../items-of.ts'
import { ownerOf } from '../owned.ts'
import { WishlistItems } from '../wishlist.ts'

export const list = query({
  id: 'wishlists.later.list',
  summary: 'What I set aside from the cart',
  rest: 'GET /saved-items',
  audience: 'shop',
  access: shopper,
  input: Nothing,
  output: shape('SavedItems', { items: WishlistItems }),
  async run(_, ctx) {
    const { rows } = await sql<{ id: string }>`
      select id from wishlists.list where store_id = ${ctx.storeId} and owner_id = ${ownerOf(ctx).id} and kind = 'later'`.execute(
      ctx.db,
    )
    return { items: rows[0] ? await itemsOf(ctx, rows[0].id) : [] }
  },
})
