/**
 * Takes what may not be sold any more off the count: lots past their day, and lots that were recalled.
 *
 * What is promised to orders stays counted, and is not sent: `takeOut` passes over it, so somebody decides what those
 * buyers get. Once it is free it goes as well.
 */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { moveAll } from '../moving.ts'
import { takeNamed } from './keeping.ts'
import { sellingDay } from './lot.ts'

/** In one transaction; the rest goes with the next round. */
const MOST_AT_ONCE = 200

export const clearLots = job({
  name: 'inventory.clearLots',
  payload: Nothing,
  everyMs: minutes(5),
  run: (_, ctx) => clear(ctx, null),
})

interface Unsold {
  lot_id: string
  item_id: string
  location_id: string
  on_hand: number
  recalled: boolean
}

/** Of one lot, or of all that may not be sold. */
export async function clear(ctx: Ctx, lotId: string | null): Promise<void> {
  const { rows: unsold } = await sql<Unsold>`
    select x.lot_id, x.item_id, x.location_id, x.on_hand, b.recalled_at is not null as recalled
    from inventory.lot b join inventory.lot_level x on x.lot_id = b.id and x.on_hand > 0
    join inventory.level l on l.item_id = x.item_id and l.location_id = x.location_id and l.on_hand > l.reserved
    where b.store_id = ${ctx.storeId} and b.on_hand > 0 and ${lotId ? sql`b.id = ${lotId}` : sql`true`}
      and (b.recalled_at is not null or coalesce(b.expires_on, date '9999-12-31') < ${sellingDay(ctx)}::date)
    order by x.item_id, x.location_id, x.lot_id limit ${MOST_AT_ONCE}`.execute(ctx.db)
  if (unsold.length === 0) return
  const free = await freeAt(ctx, unsold)
  for (const lot of unsold) {
    const place = `${lot.item_id} ${lot.location_id}`
    const quantity = Math.min(lot.on_hand, free.get(place)!)
    if (quantity <= 0) continue
    free.set(place, free.get(place)! - quantity)
    const [move] = await moveAll(
      ctx,
      [{ itemId: lot.item_id, locationId: lot.location_id, delta: -quantity }],
      {
        reason: lot.recalled ? 'recalled' : 'expired',
        subject: { kind: 'lot', id: lot.lot_id },
        cause: 'inventory.clearLots',
      },
    )
    await takeNamed(ctx, move!, lot.lot_id)
  }
}

/** Locks the counts: what lies there and is promised to nobody. */
async function freeAt(
  ctx: Ctx,
  places: { item_id: string; location_id: string }[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ item_id: string; location_id: string; free: number }>`
    select item_id, location_id, on_hand - reserved as free from inventory.level
    where store_id = ${ctx.storeId} and (item_id, location_id) in (
      select * from unnest(${places.map((place) => place.item_id)}::uuid[], ${places.map((place) => place.location_id)}::uuid[]))
    order by item_id, location_id for update`.execute(ctx.db)
  return new Map(rows.map((row) => [`${row.item_id} ${row.location_id}`, row.free]))
}
