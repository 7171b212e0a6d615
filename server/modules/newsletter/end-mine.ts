/** Ends the letters that the account knows of. */
import { sql } from 'kysely'
import { Done, Nothing, command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { ownerOf } from './owner.ts'
import { endIt, lockOne } from './subscription.ts'

export const endMine = command({
  id: 'newsletter.endMine',
  summary: 'Get no more letters of the shop',
  rest: 'DELETE /me/newsletter',
  audience: 'shop',
  access: member,
  input: Nothing,
  output: Done,
  async run(_, ctx) {
    // With another address of the account there may be another one.
    for (
      let held;
      (held = await lockOne(
        ctx,
        sql`s.id = (select id from newsletter.subscription where store_id = ${ctx.storeId} and person_id = ${ownerOf(ctx)} order by id limit 1)`,
      ));
    )
      await endIt(ctx, held, 'account')
    return { done: true as const }
  },
})
