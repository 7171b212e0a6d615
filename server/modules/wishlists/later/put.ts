/** Sets a line of the cart aside: out of the cart and onto a list, in one step. What is part of a bundle stays in it. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { languageOf, type InEach } from '#kit/language.ts'
import { command } from '#kit/operation.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Cart, CartClosed, PartOfBundle, changesOwnCart, openToChange, takeOut } from '../../cart/index.ts'
import { ListFull, TooManyLists } from '../failures.ts'
import { putItem } from '../items/put.ts'
import { defaultList, touchLists } from '../owned.ts'

const NAME: InEach<string> = { en: 'Saved for later', de: 'Für später', ar: 'محفوظ لوقت لاحق' }

export const put = command({
  id: 'wishlists.later.put',
  summary: 'Set a line of the cart aside for later',
  rest: 'POST /carts/:cartId/items/:lineId/later',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({ cartId: Id, lineId: Id, expectedVersion: Type.Optional(Version) }),
  output: Cart,
  failures: [CartClosed, PartOfBundle, ListFull, TooManyLists],
  async run({ cartId, lineId, expectedVersion }, ctx) {
    await openToChange(ctx, expectedVersion)
    const { rows } = await sql<{ variantId: string; productId: string; quantity: number }>`
      select l.variant_id as "variantId", v.product_id as "productId", least(l.quantity, 999) as quantity
      from cart.line l join catalog.variant v on v.id = l.variant_id
      where l.store_id = ${ctx.storeId} and l.cart_id = ${cartId} and l.id = ${lineId}`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    const listId = await defaultList(ctx, 'later', NAME[languageOf(ctx.scope.locale)])
    await putItem(ctx, listId, rows[0])
    await touchLists(ctx, [listId])
    return takeOut(cartId, lineId, ctx)
  },
})
