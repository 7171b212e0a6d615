/** Renames a list, or makes it the one where things go when no list is named. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, OneOf, Type, Version } from '#kit/types.ts'
import { changedList, lockList, lockListsOf, ownerOf } from '../owned.ts'
import { Wishlist, WishlistName } from '../wishlist.ts'

export const update = command({
  id: 'wishlists.lists.update',
  summary: 'Rename a list, or make it the usual one',
  rest: 'PATCH /wishlists/:listId',
  audience: 'shop',
  access: shopper,
  input: Type.Object({
    listId: Id,
    name: Type.Optional(WishlistName),
    /** `usual`: where things go when no list is named; the one that was it is it no more. */
    becomes: Type.Optional(OneOf('usual')),
    expectedVersion: Type.Optional(Version),
  }),
  output: Wishlist,
  async run({ listId, name, becomes, expectedVersion }, ctx) {
    const { id: ownerId } = ownerOf(ctx)
    await lockListsOf(ctx, ownerId)
    const list = await lockList(ctx, listId, expectedVersion)
    if (becomes && !list.isDefault) {
      await sql`update wishlists.list set is_default = false where store_id = ${ctx.storeId} and owner_id = ${ownerId}
        and kind = 'wish' and is_default`.execute(ctx.db)
      await sql`update wishlists.list set is_default = true where store_id = ${ctx.storeId} and id = ${listId}`.execute(
        ctx.db,
      )
    }
    await sql`update wishlists.list set name = ${name ?? list.name} where store_id = ${ctx.storeId} and id = ${listId}`.execute(
      ctx.db,
    )
    return changedList(ctx, listId)
  },
})
