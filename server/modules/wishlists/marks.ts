/** Which products are on the caller's lists: what a heart beside each of them shows. */
import { sql } from 'kysely'
import { Nothing, query } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Id, List, shape } from '#kit/types.ts'
import { MOST_ITEMS, MOST_LISTS } from './wishlist.ts'

const MOST_MARKS = MOST_ITEMS * MOST_LISTS

export const marks = query({
  id: 'wishlists.marks',
  summary: 'Products that are on my lists',
  description: 'What was set aside from the cart is not among them.',
  rest: 'GET /wishlist-marks',
  audience: 'shop',
  access: visitor,
  input: Nothing,
  output: shape('WishlistMarks', { productIds: List(Id, MOST_MARKS) }),
  async run(_, ctx) {
    const { actor } = ctx
    const ownerId = actor.kind === 'person' ? actor.personId : actor.kind === 'guest' ? actor.guestId : null
    if (ownerId === null) return { productIds: [] }
    const { rows } = await sql<{ id: string }>`
      select distinct i.product_id as id from wishlists.list l join wishlists.item i on i.list_id = l.id
      where l.store_id = ${ctx.storeId} and l.owner_id = ${ownerId} and l.kind = 'wish' order by 1 limit ${MOST_MARKS}`.execute(
      ctx.db,
    )
    return { productIds: rows.map(({ id }) => id) }
  },
})
