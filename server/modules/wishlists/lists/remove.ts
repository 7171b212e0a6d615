/** Removes a list with all that is on it. The usual one goes last. */
import { sql } from 'kysely'
import { Done, command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { wishlistsChanged } from '../events.ts'
import { AlwaysThere } from '../failures.ts'
import { lockList, lockListsOf, ownerOf } from '../owned.ts'

export const remove = command({
  id: 'wishlists.lists.remove',
  summary: 'Remove a list',
  rest: 'DELETE /wishlists/:listId',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ listId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [AlwaysThere],
  async run({ listId, expectedVersion }, ctx) {
    const { id: ownerId } = ownerOf(ctx)
    await lockListsOf(ctx, ownerId)
    const list = await lockList(ctx, listId, expectedVersion)
    if (list.isDefault && list.kind === 'wish') {
      const { rows } =
        await sql`select from wishlists.list where store_id = ${ctx.storeId} and owner_id = ${ownerId}
        and kind = 'wish' and id <> ${listId} limit 1`.execute(ctx.db)
      if (rows.length > 0) throw AlwaysThere({})
    }
    await sql`delete from wishlists.item where store_id = ${ctx.storeId} and list_id = ${listId}`.execute(
      ctx.db,
    )
    await sql`delete from wishlists.list where store_id = ${ctx.storeId} and id = ${listId}`.execute(ctx.db)
    ctx.emit(wishlistsChanged, { ids: [listId] })
    return { done: true as const }
  },
})
