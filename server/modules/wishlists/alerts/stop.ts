/** Ends all mails about the lists of whoever the link was sent to. The lists stay; doing it again changes nothing. */
import { sql } from 'kysely'
import { Done, command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { AlertLinkNotValid } from '../failures.ts'
import { lockListsOf } from '../owned.ts'
import { whoStops } from './reader.ts'

export const stop = command({
  id: 'wishlists.alerts.stop',
  summary: 'Get no more mails about my lists',
  rest: 'POST /wishlist-alerts/stop',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ token: Token }),
  output: Done,
  failures: [AlertLinkNotValid],
  async run({ token }, ctx) {
    const personId = whoStops(ctx, token)
    await lockListsOf(ctx, personId)
    await sql`update wishlists.item i set tells_of_drop = false, tells_when_back = false from wishlists.list l
      where l.store_id = ${ctx.storeId} and l.owner_id = ${personId} and i.list_id = l.id and (i.tells_of_drop or i.tells_when_back)`.execute(
      ctx.db,
    )
    return { done: true as const }
  },
})
