/** Takes what was set aside back into the cart. What cannot be had stays on the list. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Type, Version } from '#kit/types.ts'
import {
  Cart,
  CartClosed,
  NotForSale,
  OutOfStock,
  WrongQuantity,
  changesOwnCart,
  openToChange,
  putVariant,
} from '../../cart/index.ts'
import { ownerOf, touchLists } from '../owned.ts'

export const back = command({
  id: 'wishlists.later.back',
  summary: 'Take what was set aside back into the cart',
  rest: 'POST /carts/:cartId/saved-items',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({ cartId: Id, itemId: Id, expectedVersion: Type.Optional(Version) }),
  output: Cart,
  failures: [NotFound, OutOfStock, NotForSale, WrongQuantity, CartClosed],
  async run({ itemId, expectedVersion }, ctx) {
    const cart = await openToChange(ctx, expectedVersion)
    const { rows } = await sql<{ listId: string; variantId: string; quantity: number }>`
      delete from wishlists.item i using wishlists.list l
      where l.store_id = ${ctx.storeId} and l.owner_id = ${ownerOf(ctx).id} and l.kind = 'later'
        and i.store_id = l.store_id and i.list_id = l.id and i.id = ${itemId} and i.variant_id is not null
      returning i.list_id as "listId", i.variant_id as "variantId", i.quantity`.execute(ctx.db)
    const [item] = rows
    if (!item) throw NotFound({})
    await touchLists(ctx, [item.listId])
    return putVariant(ctx, cart, item)
  },
})
