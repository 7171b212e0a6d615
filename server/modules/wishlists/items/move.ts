/** Takes a thing from one list to another. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { ListFull } from '../failures.ts'
import { changedList, lockList, touchLists } from '../owned.ts'
import { MOST_ITEMS, Wishlist } from '../wishlist.ts'

export const move = command({
  id: 'wishlists.items.move',
  summary: 'Take a thing to another list',
  description:
    'Answers with the list it is on now. Where that has the same thing already, it is one thing there.',
  rest: 'POST /wishlists/:listId/items/:itemId/move',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ listId: Id, itemId: Id, toListId: Id }),
  output: Wishlist,
  failures: [ListFull],
  async run({ listId, itemId, toListId }, ctx) {
    // By id, so that two who move things against each other do not wait for each other.
    const locked = new Map<string, number>()
    for (const id of [...new Set([listId, toListId])].toSorted())
      locked.set(id, (await lockList(ctx, id)).itemCount)
    const { rows } = await sql<{ moved: boolean }>`
      with thing as (
        select * from wishlists.item where store_id = ${ctx.storeId} and list_id = ${listId} and id = ${itemId}
      ), same as (
        delete from wishlists.item i using thing t where i.store_id = t.store_id and i.list_id = ${toListId} and i.id <> t.id
          and i.product_id = t.product_id and i.variant_id is not distinct from t.variant_id returning i.id
      )
      select (select count(*) from same) > 0 as moved from thing`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    if (listId !== toListId && !rows[0].moved && locked.get(toListId)! >= MOST_ITEMS)
      throw ListFull({ limit: MOST_ITEMS })
    await sql`update wishlists.item set list_id = ${toListId} where store_id = ${ctx.storeId} and id = ${itemId}`.execute(
      ctx.db,
    )
    if (listId !== toListId) await touchLists(ctx, [listId])
    return changedList(ctx, toListId)
  },
})
