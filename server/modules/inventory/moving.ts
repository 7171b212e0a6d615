/** Many counts change at once for one reason: levels in the order of their ids, each with the movement that explains it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { stockChanged } from './events.ts'
import type { TrackedMove } from './lots/keeping.ts'
import { replan } from './replan.ts'
import type { Holder } from './holder.ts'
import { MOST_PIECES, type StockMovement } from './shapes.ts'

export interface Move {
  itemId: string
  locationId: string
  delta: number
}

export interface Why {
  reason: StockMovement['reason']
  subject: Holder
  cause: string
}

/**
 * An item that never lay at a place gets a count there. What goes must be there: the caller has locked the levels and
 * seen it, or has counted the same pieces out before. What comes goes to who waits for it. Answers with the movements of
 * tracked items: the caller says of which lots they are.
 */
export async function moveAll(
  ctx: Ctx,
  moves: Move[],
  { reason, subject, cause }: Why,
): Promise<TrackedMove[]> {
  const { rows } = await sql<{
    on_hand: number
    variants: string[]
    waiting: string[]
    tracked: TrackedMove[]
  }>`
    with given as (
      select * from unnest(${moves.map(() => newId())}::uuid[], ${moves.map((move) => move.itemId)}::uuid[],
        ${moves.map((move) => move.locationId)}::uuid[], ${moves.map((move) => move.delta)}::int[]) as g(id, item_id, location_id, delta)
    ), place as (
      select item_id, location_id, sum(delta)::int as delta from given group by 1, 2
    ), locked as (
      select l.item_id, l.location_id from inventory.level l
      where l.store_id = ${ctx.storeId} and l.item_id in (select item_id from place)
      order by l.item_id, l.location_id for update
    ), changed as (
      update inventory.level l set on_hand = l.on_hand + p.delta, short = greatest(l.short, l.reserved - l.on_hand - p.delta - l.backorder_limit),
        version = l.version + 1, updated_at = ${ctx.now()}
      from place p join locked using (item_id, location_id)
      where l.store_id = ${ctx.storeId} and l.item_id = p.item_id and l.location_id = p.location_id
      returning l.on_hand
    ), made as (
      insert into inventory.level as l (store_id, item_id, location_id, on_hand, updated_at)
      select ${ctx.storeId}, item_id, location_id, delta, ${ctx.now()} from place
      where (item_id, location_id) not in (select item_id, location_id from locked) order by item_id, location_id
      on conflict (item_id, location_id) do update set on_hand = l.on_hand + excluded.on_hand, version = l.version + 1, updated_at = excluded.updated_at
      returning l.on_hand
    ), moved as (
      insert into inventory.movement (id, store_id, item_id, location_id, delta, reason, subject_kind, subject_id, actor, cause, trace_id, at)
      select id, ${ctx.storeId}, item_id, location_id, delta, ${reason}, ${subject.kind}, ${subject.id}, ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()}
      from given
    )
    select max(on_hand) as on_hand, array(select distinct variant_id from inventory.variant_item
      where store_id = ${ctx.storeId} and item_id in (select item_id from place) limit 1000) as variants,
      coalesce((select json_agg(json_build_object('movementId', g.id, 'itemId', g.item_id, 'locationId', g.location_id, 'delta', g.delta))
        from given g join inventory.item i on i.id = g.item_id and i.tracking <> 'none'), '[]') as tracked,
      array(select distinct l.item_id from inventory.level l join place p on p.item_id = l.item_id where l.reserved > l.on_hand order by 1) as waiting
    from (select on_hand from changed union all select on_hand from made) now`.execute(ctx.db)
  const { on_hand: most, variants, waiting, tracked } = rows[0]!
  if (most > MOST_PIECES)
    throw invalid('lines', 'too_large', `At one place at most ${MOST_PIECES} can be counted.`)
  for (const itemId of waiting) await replan(ctx, itemId)
  if (variants.length > 0) ctx.emit(stockChanged, { ids: variants })
  return tracked
}
