/** Forgets imports and exports that ended long ago, with their faults and answers. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

const KEEP = days(90)
const CHUNK = 100

export const purge = job({
  name: 'exchange.purge',
  payload: Nothing,
  cron: '40 4 * * *',
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (let gone = CHUNK; gone === CHUNK && !ctx.signal.aborted;)
      gone = await ctx.app.inTransaction(call, async (own) => {
        const { rows } = await sql<{ id: string }>`
          select id from exchange.run where store_id = ${own.storeId} and ended_at < ${after(own.now(), -KEEP)}
          order by ended_at limit ${CHUNK} for update skip locked`.execute(own.db)
        const ids = rows.map(({ id }) => id)
        const of = sql`where store_id = ${own.storeId} and run_id = any(${ids}::uuid[])`
        await sql`delete from exchange.fault ${of}`.execute(own.db)
        await sql`delete from exchange.result ${of}`.execute(own.db)
        await sql`delete from exchange.run where store_id = ${own.storeId} and id = any(${ids}::uuid[])`.execute(
          own.db,
        )
        return ids.length
      })
  },
})
