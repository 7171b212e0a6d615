/** Counts of tracked items change by hand lot by lot. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import type { Tracking } from '../shapes.ts'
import { putIn, takeNamed, type TrackedMove } from './keeping.ts'
import type { WhichLot } from './lot.ts'

interface At {
  itemId: string
  locationId: string
}

interface Lying {
  id: string
  on_hand: number
}

async function lying(ctx: Ctx, { itemId, locationId }: At, code: string): Promise<Lying | null> {
  const { rows } = await sql<Lying>`
    select b.id, x.on_hand from inventory.lot b join inventory.lot_level x on x.lot_id = b.id and x.location_id = ${locationId}
    where b.store_id = ${ctx.storeId} and b.item_id = ${itemId} and b.code = ${code}`.execute(ctx.db)
  return rows[0] ?? null
}

/** How many of the lot lie there. The caller has locked the count. */
export async function onHandOf(ctx: Ctx, at: At, lot: WhichLot): Promise<number> {
  return (await lying(ctx, at, lot.code))?.on_hand ?? 0
}

/** Says of which lot the pieces of a movement are: nobody else can know. */
export async function moveInLot(
  ctx: Ctx,
  move: TrackedMove,
  tracking: Tracking,
  lot: WhichLot | undefined,
): Promise<void> {
  if (tracking === 'none') {
    if (lot) throw invalid('lot', 'not_tracked', 'The pieces of this item are not told apart.')
    return
  }
  if (!lot) throw invalid('lot', 'needed', 'Say which lot or which serial number.')
  if (move.delta > 0) return putIn(ctx, move, [{ ...lot, quantity: move.delta }], 'lot')
  const there = await lying(ctx, move, lot.code)
  if (!there || there.on_hand < -move.delta)
    throw invalid('lot.code', 'too_little', `Of this lot there are only ${there?.on_hand ?? 0} here.`)
  await takeNamed(ctx, move, there.id)
}
