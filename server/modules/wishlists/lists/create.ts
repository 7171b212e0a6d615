/** Makes a list. The first one is where things go when no list is named. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { wishlistsChanged } from '../events.ts'
import { TooManyLists } from '../failures.ts'
import { insertList, lockListsOf, ownList, ownerOf, shownList } from '../owned.ts'
import { Wishlist, WishlistName } from '../wishlist.ts'

export const create = command({
  id: 'wishlists.lists.create',
  summary: 'Make a list',
  rest: 'POST /wishlists',
  audience: 'shop',
  access: shopper,
  status: 201,
  input: Type.Object({ name: WishlistName }),
  output: Wishlist,
  failures: [TooManyLists],
  async run({ name }, ctx) {
    const owner = ownerOf(ctx)
    await lockListsOf(ctx, owner.id)
    const { rows } = await sql`
      select from wishlists.list where store_id = ${ctx.storeId} and owner_id = ${owner.id} and kind = 'wish' limit 1`.execute(
      ctx.db,
    )
    const id = await insertList(ctx, owner, { kind: 'wish', name, isDefault: rows.length === 0 })
    ctx.emit(wishlistsChanged, { ids: [id] })
    return shownList(ctx, await ownList(ctx, id))
  },
})
