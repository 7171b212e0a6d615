/**
 * Parcels of which nobody says more count as delivered, where the store wants that, so many days after they left.
 *
 * Each in its own transaction; one that is delivered at the same moment by its carrier is left alone.
 */
import { sql } from 'kysely'
import { after, days, hours } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { orderSettings } from '../orders/index.ts'
import { arrive } from './arriving.ts'

/** More are left to the next run. */
const AT_ONCE = 500

export const countAsDelivered = job({
  name: 'fulfilment.countAsDelivered',
  payload: Nothing,
  everyMs: hours(1),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (const id of await ctx.app.inTransaction(call, silent)) {
      try {
        await ctx.app.inTransaction(call, (each) =>
          arrive(each, id, { cause: 'fulfilment.countAsDelivered' }),
        )
      } catch (error) {
        ctx.log.warn(
          { shipment: id, err: (error as Error).message },
          'a parcel does not count as delivered yet',
        )
      }
    }
  },
})

async function silent(ctx: Ctx): Promise<string[]> {
  const { deliveredAfterDays } = await orderSettings(ctx)
  if (deliveredAfterDays === null) return []
  const { rows } = await sql<{ id: string }>`
    select id from fulfilment.shipment where store_id = ${ctx.storeId} and state = 'shipped'
      and shipped_at <= ${after(ctx.now(), -days(deliveredAfterDays))} order by shipped_at, id limit ${AT_ONCE}`.execute(
    ctx.db,
  )
  return rows.map((row) => row.id)
}
