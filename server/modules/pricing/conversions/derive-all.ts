/** Derives all prices of a conversion that is new, changed or ending: chunk by chunk, and on where it was cut off. */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { columns, type Conversion } from './conversion.ts'
import { deriveBy, lockVariants } from './derive.ts'

export const FIRST_ID = '00000000-0000-0000-0000-000000000000'
/** Variants in one transaction, well under a second. */
const CHUNK = 250

export const deriveAll = job({
  name: 'pricing.deriveAll',
  payload: Nothing,
  everyMs: seconds(5),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    while (await ctx.app.inTransaction(call, deriveNext)) if (ctx.signal.aborted) return
  },
})

/** True when there may be more. */
async function deriveNext(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<Conversion & { ending: boolean; ids: string[] }>`
    with next as (
      select * from pricing.conversion where store_id = ${ctx.storeId} and after_id is not null order by currency limit 1 for update
    )
    select ${columns}, ending, array(select v.id from catalog.variant v where v.store_id = ${ctx.storeId} and v.id > n.after_id
      order by v.id limit ${CHUNK}) as ids from next n`.execute(ctx.db)
  const [next] = rows
  if (!next) return false
  const { ids, ending, ...conversion } = next
  await lockVariants(ctx, ids)
  await deriveBy(ctx, ending ? [] : [conversion], ids, 'pricing.deriveAll')
  if (ids.length === CHUNK) {
    await sql`update pricing.conversion set after_id = ${ids.at(-1)!} where store_id = ${ctx.storeId} and currency = ${next.currency}`.execute(
      ctx.db,
    )
    return true
  }
  await (
    ending
      ? sql`delete from pricing.conversion where store_id = ${ctx.storeId} and currency = ${next.currency}`
      : sql`update pricing.conversion set after_id = null where store_id = ${ctx.storeId} and currency = ${next.currency}`
  ).execute(ctx.db)
  return true
}
