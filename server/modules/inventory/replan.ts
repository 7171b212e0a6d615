/**
 * Promised pieces that are not where they were promised go to a place that has them, those first that were promised
 * first: after a count, when goods have come, and when others gave back what they held. Nothing goes where a channel that
 * sells from the old place does not sell.
 *
 * A reservation keeps its moment, and so its turn. What a buyer fetches at a place stays there.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { holderIsFree } from './holder.ts'
import { placesSnapshot, servesAll } from './places.ts'
import { waitingOf, type Queued } from './queue.ts'

/** More is left to the next run. */
const MOST_ITEMS = 500

interface Spot {
  location_id: string
  /** Above zero: free to be promised; below: promised and not there. */
  spare: number
}

interface Move {
  reservationId: string
  to: string
  quantity: number
}

/** The caller may have locked the item's levels already: they are locked in their order. Answers how many pieces found a place. */
export async function replan(ctx: Ctx, itemId: string): Promise<number> {
  const { rows: spots } = await sql<Spot>`
    select l.location_id, case when l.reserved > l.on_hand then l.on_hand - l.reserved
      else greatest(0, l.on_hand - l.safety_stock - l.reserved) end as spare
    from inventory.level l join inventory.location p on p.id = l.location_id and p.archived_at is null
    where l.store_id = ${ctx.storeId} and l.item_id = ${itemId} order by l.location_id for update of l`.execute(
    ctx.db,
  )
  if (!spots.some(({ spare }) => spare < 0) || !spots.some(({ spare }) => spare > 0)) return 0
  const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
  const moves = plan(spots, await movable(ctx, itemId), (from, to) => servesAll(places, from, to))
  if (moves.length > 0) await carryOut(ctx, moves)
  return moves.reduce((sum, move) => sum + move.quantity, 0)
}

/**
 * Those that somebody else is sending or giving back at this moment are passed over: to wait for them could never end.
 * So are those that are not paid for: they change hands without asking who else is there, and most end soon.
 */
async function movable(ctx: Ctx, itemId: string): Promise<Queued[]> {
  const waiting = await waitingOf(ctx, itemId)
  const { rows } = await sql<{ id: string }>`
    with still as materialized (
      select id, holder_id from inventory.reservation where store_id = ${ctx.storeId} and id = any(${waiting.map(({ id }) => id)})
        and state = 'confirmed' and not fixed order by id for update skip locked
    )
    select id from still where ${sql.raw(holderIsFree('holder_id'))}`.execute(ctx.db)
  const mine = new Set(rows.map(({ id }) => id))
  return waiting.filter(({ id }) => mine.has(id))
}

/** Pure: the first in the queue gets the place that has most of those it may move to. */
export function plan(
  spots: Spot[],
  waiting: Queued[],
  mayMove: (from: string, to: string) => boolean,
): Move[] {
  const free = spots.filter(({ spare }) => spare > 0).map((spot) => ({ ...spot }))
  const moves: Move[] = []
  for (const { id, missing, location_id: from } of waiting) {
    let open = missing
    for (const spot of free.toSorted((a, b) => b.spare - a.spare)) {
      const here = Math.min(open, spot.spare)
      if (here === 0 || !mayMove(from, spot.location_id)) continue
      spot.spare -= here
      open -= here
      moves.push({ reservationId: id, to: spot.location_id, quantity: here })
    }
  }
  return moves
}

async function carryOut(ctx: Ctx, moves: Move[]): Promise<void> {
  await sql`
    with move as (
      select * from unnest(${moves.map(() => newId())}::uuid[], ${moves.map((move) => move.reservationId)}::uuid[],
        ${moves.map((move) => move.to)}::uuid[], ${moves.map((move) => move.quantity)}::int[]) as m(id, reservation_id, location_id, quantity)
    ), source as (
      select r.*, m.moved from inventory.reservation r
      join (select reservation_id, sum(quantity)::int as moved from move group by 1) m on m.reservation_id = r.id
      where r.store_id = ${ctx.storeId}
    ), change as (
      select item_id, location_id, sum(delta)::int as delta from (
        select s.item_id, s.location_id, -s.moved as delta from source s
        union all
        select s.item_id, m.location_id, m.quantity from move m join source s on s.id = m.reservation_id) d group by 1, 2
    ), levels as (
      update inventory.level l set reserved = l.reserved + c.delta, version = l.version + 1, updated_at = ${ctx.now()}
      from change c where l.store_id = ${ctx.storeId} and l.item_id = c.item_id and l.location_id = c.location_id
    ), rest as (
      update inventory.reservation r set quantity = s.quantity - s.moved, updated_at = ${ctx.now()}
      from source s where r.id = s.id and s.quantity > s.moved
    ), gone as (
      delete from inventory.reservation r using source s where r.id = s.id and s.quantity = s.moved
    )
    insert into inventory.reservation (id, store_id, holder_kind, holder_id, line_id, item_id, location_id, quantity, state, expires_at, created_at, updated_at)
    select m.id, s.store_id, s.holder_kind, s.holder_id, s.line_id, s.item_id, m.location_id, m.quantity, s.state, s.expires_at, s.created_at, ${ctx.now()}
    from move m join source s on s.id = m.reservation_id`.execute(ctx.db)
}

export const replanWaiting = job({
  name: 'inventory.replan',
  payload: Nothing,
  everyMs: seconds(60),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (const itemId of await ctx.app.inTransaction(call, waitingItems)) {
      try {
        await ctx.app.inTransaction(call, (own) => replan(own, itemId))
      } catch (error) {
        ctx.log.warn({ item: itemId, err: (error as Error).message }, 'an item could not be planned anew yet')
      }
    }
  },
})

/** With something to spare at another place, as `servesAll` has it. */
async function waitingItems(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ item_id: string }>`
    select distinct w.item_id from inventory.level w
    where w.store_id = ${ctx.storeId} and w.reserved > w.on_hand and exists (
      select from inventory.level l where l.item_id = w.item_id and l.on_hand - l.safety_stock - l.reserved > 0
        and not exists (select from inventory.channel_place cp where cp.store_id = w.store_id and cp.location_id = w.location_id
          and not exists (select from inventory.channel_place o where o.channel_id = cp.channel_id and o.location_id = l.location_id)))
    order by 1 limit ${MOST_ITEMS}`.execute(ctx.db)
  return rows.map((row) => row.item_id)
}
