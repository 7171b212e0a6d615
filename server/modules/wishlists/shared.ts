/** What is on a list that somebody shared: its name and its things, and nothing of whose it is. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { hashToken } from '#kit/id.ts'
import { query } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Token, Type, shape } from '#kit/types.ts'
import { itemsOf } from './items-of.ts'
import { WishlistItems, WishlistName } from './wishlist.ts'

export const shared = query({
  id: 'wishlists.shared',
  summary: 'A list that somebody shared',
  rest: 'GET /shared-wishlists',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ token: Token }),
  output: shape('SharedWishlist', { name: WishlistName, items: WishlistItems }),
  failures: [NotFound],
  async run({ token }, ctx) {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from wishlists.list where store_id = ${ctx.storeId} and share_token_hash = ${hashToken(token)}`.execute(
      ctx.db,
    )
    const [list] = rows
    if (!list) throw NotFound({})
    const items = await itemsOf(ctx, list.id)
    return {
      name: list.name,
      items: items.map((item) => ({ ...item, tellsOfDrop: false, tellsWhenBack: false })),
    }
  },
})
