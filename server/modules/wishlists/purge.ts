/** Forgets the lists of guests who did not come back: a month after they were last touched, as their session has ended by then. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEPT = days(30)
const CHUNK = 1_000

export const purge = job({
  name: 'wishlists.purge',
  payload: Nothing,
  cron: '40 4 * * *',
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    while (await ctx.app.inTransaction(call, purgeNext)) if (ctx.signal.aborted) return
  },
})

/** True when there may be more. */
async function purgeNext(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from wishlists.list where store_id = ${ctx.storeId} and is_guest and updated_at < ${after(ctx.now(), -KEPT)}
    order by updated_at, id limit ${CHUNK} for update skip locked`.execute(ctx.db)
  const gone = rows.map(({ id }) => id)
  await sql`delete from wishlists.item where store_id = ${ctx.storeId} and list_id = any(${gone}::uuid[])`.execute(
    ctx.db,
  )
  await sql`delete from wishlists.list where store_id = ${ctx.storeId} and id = any(${gone}::uuid[])`.execute(
    ctx.db,
  )
  return rows.length === CHUNK
}
