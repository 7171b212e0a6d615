/** Says of a thing on a list whether a mail shall tell when it becomes cheaper, or is there again. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Flag, Id, Type, shape } from '#kit/types.ts'
import { changedList, lockList, ownerOf } from '../owned.ts'
import { watchedNow } from './watched-now.ts'
import { mayWriteTo } from './reader.ts'

export const set = command({
  id: 'wishlists.alerts.set',
  summary: 'Be told when a thing becomes cheaper or is there again',
  description:
    'Mails go to proved addresses only: for the first time a link is sent, and until it was used `isAddressProved` is false.',
  rest: 'PUT /wishlists/:listId/items/:itemId/alerts',
  audience: 'shop',
  access: member,
  input: Type.Object({ listId: Id, itemId: Id, priceDrop: Flag, backInStock: Flag }),
  output: shape('WishlistAlerts', { priceDrop: Flag, backInStock: Flag, isAddressProved: Flag }),
  async run({ listId, itemId, priceDrop, backInStock }, ctx) {
    await lockList(ctx, listId)
    const now = await watchedNow(ctx, sql`i.id = ${itemId} and i.list_id = ${listId}`)
    const { rows } = await sql`
      with now as (${now})
      update wishlists.item i set tells_of_drop = ${priceDrop}, tells_when_back = ${backInStock},
        known_amount = now.amount, known_is_available = now.is_available
      from now where i.store_id = ${ctx.storeId} and i.id = now.id returning i.id`.execute(ctx.db)
    if (rows.length === 0) throw NotFound({})
    await changedList(ctx, listId)
    const isAddressProved = priceDrop || backInStock ? await mayWriteTo(ctx, ownerOf(ctx).id) : false
    return { priceDrop, backInStock, isAddressProved }
  },
})
