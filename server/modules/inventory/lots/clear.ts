/**
 * Takes what may not be sold any more off the count: lots past their day, and lots that were recalled.
 *
 * What was promised of them goes to another place that has some, or is short and waits for fresh goods.
 */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { moveAll } from '../moving.ts'
import { replan } from '../replan.ts'
import { takeNamed } from './keeping.ts'
import { sellingDay } from './lot.ts'

/** In one transaction; the rest goes with the next round. */
const MOST_ITEMS = 100

export const clearLots = job({
  name: 'inventory.clearLots',
  payload: Nothing,
  everyMs: minutes(5),
  async run(_, ctx) {
    const { rows } = await sql<{ item_id: string }>`
      select distinct b.item_id from inventory.lot b where ${unsellable(ctx)} order by 1 limit ${MOST_ITEMS}`.execute(
      ctx.db,
    )
    if (rows.length > 0)
      await clear(
        ctx,
        rows.map((row) => row.item_id),
      )
  },
})

/** Of a lot `b`: some of it is there and may not be sold. */
const unsellable = (ctx: Ctx) => sql`b.store_id = ${ctx.storeId} and b.on_hand > 0
  and (b.recalled_at is not null or coalesce(b.expires_on, date '9999-12-31') < ${sellingDay(ctx)}::date)`

/** All places of the items, in the order in which everybody locks them. */
export async function lockItems(ctx: Ctx, itemIds: string[]): Promise<void> {
  await sql`select from inventory.level where store_id = ${ctx.storeId} and item_id = any(${itemIds})
    order by item_id, location_id for update`.execute(ctx.db)
}

interface Unsold {
  lot_id: string
  item_id: string
  location_id: string
  on_hand: number
  recalled: boolean
}

export async function clear(ctx: Ctx, itemIds: string[]): Promise<void> {
  await lockItems(ctx, itemIds)
  const { rows: unsold } = await sql<Unsold>`
    select x.lot_id, x.item_id, x.location_id, x.on_hand, b.recalled_at is not null as recalled
    from inventory.lot b join inventory.lot_level x on x.lot_id = b.id and x.on_hand > 0
    where ${unsellable(ctx)} and b.item_id = any(${itemIds}) order by x.item_id, x.location_id, x.lot_id`.execute(
    ctx.db,
  )
  for (const {
    lot_id: lotId,
    item_id: itemId,
    location_id: locationId,
    on_hand: there,
    recalled,
  } of unsold) {
    const [move] = await moveAll(ctx, [{ itemId, locationId, delta: -there }], {
      reason: recalled ? 'recalled' : 'expired',
      subject: { kind: 'lot', id: lotId },
      cause: 'inventory.clearLots',
    })
    await takeNamed(ctx, move!, lotId)
  }
  for (const itemId of new Set(unsold.map((lot) => lot.item_id))) await replan(ctx, itemId)
}
