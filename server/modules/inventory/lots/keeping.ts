/**
 * Keeps lots in step with counts: whatever moves pieces of a tracked item says here of which lots they are.
 *
 * The caller has locked the item's level at the place, by changing it; that keeps two of these apart.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import type { Holder } from '../holder.ts'
import type { Tracking } from '../shapes.ts'
import { LotsShort, sellingDay, type NewLot } from './lot.ts'

/** A movement of a tracked item. */
export interface TrackedMove {
  movementId: string
  itemId: string
  locationId: string
  delta: number
}

interface Piece {
  move: TrackedMove
  lotId: string
  delta: number
}

interface There {
  lot_id: string
  item_id: string
  location_id: string
  on_hand: number
}

/**
 * Pieces leave: of the lots that are named, then of those that end first. What is past its day or recalled does not
 * go; if that leaves too little, nothing goes.
 */
export async function takeOut(ctx: Ctx, moves: TrackedMove[], lotIds: string[] = []): Promise<void> {
  if (moves.length === 0) {
    if (lotIds.length > 0) throw notThere(0)
    return
  }
  const { rows } = await sql<There>`
    select x.lot_id, x.item_id, x.location_id, x.on_hand
    from inventory.lot_level x join inventory.lot b on b.id = x.lot_id
    where x.store_id = ${ctx.storeId} and x.on_hand > 0 and b.recalled_at is null and (b.expires_on is null or b.expires_on >= ${sellingDay(ctx)}::date)
      and (x.item_id, x.location_id) in (
        select * from unnest(${moves.map((move) => move.itemId)}::uuid[], ${moves.map((move) => move.locationId)}::uuid[]))
    order by array_position(${lotIds}::uuid[], x.lot_id), b.expires_on, b.id`.execute(ctx.db)
  const wrong = lotIds.findIndex((id) => !rows.some((row) => row.lot_id === id))
  if (wrong >= 0) throw notThere(wrong)
  const pieces: Piece[] = []
  for (const move of moves) {
    const here = rows.filter((row) => row.item_id === move.itemId && row.location_id === move.locationId)
    let need = -move.delta
    for (const lot of here) {
      const taken = Math.min(need, lot.on_hand)
      if (taken === 0) continue
      pieces.push({ move, lotId: lot.lot_id, delta: -taken })
      lot.on_hand -= taken
      need -= taken
    }
    if (need > 0)
      throw LotsShort({ itemId: move.itemId, sku: await skuOf(ctx, move), left: -move.delta - need })
  }
  await write(ctx, pieces)
}

function notThere(at: number) {
  return invalid(`lotIds.${at}`, 'not_there', 'Nothing of this lot lies there that may be sold.')
}

async function skuOf(ctx: Ctx, { itemId }: TrackedMove): Promise<string> {
  const { rows } = await sql<{ sku: string }>`
    select sku from inventory.item where store_id = ${ctx.storeId} and id = ${itemId}`.execute(ctx.db)
  return rows[0]!.sku
}

/** Pieces came that had left for the same reason: the same lots as far as it is known, and no lot's name for the rest. */
export async function putBack(ctx: Ctx, subject: Holder, moves: TrackedMove[]): Promise<void> {
  if (moves.length === 0) return
  const { rows } = await sql<{ lot_id: string; item_id: string; out: number }>`
    select x.lot_id, m.item_id, -sum(x.delta)::int as out
    from inventory.movement m join inventory.lot_movement x on x.movement_id = m.id
    where m.store_id = ${ctx.storeId} and m.subject_kind = ${subject.kind} and m.subject_id = ${subject.id}
      and m.item_id = any(${moves.map((move) => move.itemId)})
    group by 1, 2 having sum(x.delta) < 0 order by 1`.execute(ctx.db)
  const pieces: Piece[] = []
  for (const move of moves) {
    let open = move.delta
    for (const lot of rows.filter((row) => row.item_id === move.itemId)) {
      const back = Math.min(open, lot.out)
      if (back === 0) continue
      pieces.push({ move, lotId: lot.lot_id, delta: back })
      lot.out -= back
      open -= back
    }
    if (open > 0) pieces.push(...(await unmarked(ctx, move, open)))
  }
  await write(ctx, pieces)
}

/** They had left before the item was tracked. */
async function unmarked(ctx: Ctx, move: TrackedMove, quantity: number): Promise<Piece[]> {
  const { rows } = await sql<{ tracking: Tracking }>`
    select tracking from inventory.item where store_id = ${ctx.storeId} and id = ${move.itemId}`.execute(
    ctx.db,
  )
  const isSingle = rows[0]!.tracking === 'serial'
  const code = (n: number) => (isSingle ? `unmarked-${move.movementId}-${n}` : 'unmarked')
  const lots = Array.from({ length: isSingle ? quantity : 1 }, (_, n) => ({
    code: code(n),
    expiresOn: null,
    quantity: isSingle ? 1 : quantity,
  }))
  const ids = await lotsOf(ctx, move.itemId, lots, 'lots')
  return lots.map(({ quantity: delta }, at) => ({ move, lotId: ids[at]!, delta }))
}

/** New pieces came, of the lots that are named; `path` is where the input names them. */
export async function putIn(ctx: Ctx, move: TrackedMove, lots: NewLot[], path: string): Promise<void> {
  const ids = await lotsOf(ctx, move.itemId, lots, path)
  await write(
    ctx,
    lots.map(({ quantity }, at) => ({ move, lotId: ids[at]!, delta: quantity })),
    path,
  )
}

interface Known {
  id: string
  code: string
  single: boolean
  expires_on: string | null
  recalled: boolean
}

/** Known lots and new ones, in the order in which they are named. */
async function lotsOf(ctx: Ctx, itemId: string, lots: NewLot[], path: string): Promise<string[]> {
  lots.forEach(({ code }, at) => {
    if (lots.findIndex((each) => each.code === code) < at)
      throw invalid(`${path}.${at}.code`, 'duplicate', 'Name each lot once.')
  })
  const { rows } = await sql<Known>`
    insert into inventory.lot as b (id, store_id, item_id, code, single, expires_on, created_at, updated_at)
    select n.id, ${ctx.storeId}, i.id, n.code, i.tracking = 'serial', n.expires_on, ${ctx.now()}, ${ctx.now()}
    from unnest(${lots.map(() => newId())}::uuid[], ${lots.map((lot) => lot.code)}::text[], ${lots.map((lot) => lot.expiresOn ?? null)}::date[])
      as n(id, code, expires_on) join inventory.item i on i.store_id = ${ctx.storeId} and i.id = ${itemId} order by n.code
    on conflict (item_id, code) do update set updated_at = excluded.updated_at
    returning b.id, b.code, b.single, b.expires_on, b.recalled_at is not null as recalled`.execute(ctx.db)
  return lots.map((lot, at) => {
    const found = rows.find((row) => row.code === lot.code)!
    if (lot.expiresOn !== undefined && lot.expiresOn !== found.expires_on)
      throw invalid(
        `${path}.${at}.expiresOn`,
        'differs',
        `Lot ${lot.code} ends ${found.expires_on ?? 'never'}.`,
      )
    if (found.recalled) throw invalid(`${path}.${at}.code`, 'recalled', `Lot ${lot.code} was recalled.`)
    if (found.expires_on !== null && found.expires_on < sellingDay(ctx))
      throw invalid(`${path}.${at}.expiresOn`, 'expired', `Lot ${lot.code} is past its day.`)
    if (found.single && lot.quantity > 1)
      throw invalid(`${path}.${at}.quantity`, 'single', 'A serial number is of one piece.')
    return found.id
  })
}

/** Pieces of just this lot leave, whatever its day. */
export async function takeNamed(ctx: Ctx, move: TrackedMove, lotId: string): Promise<void> {
  await write(ctx, [{ move, lotId, delta: move.delta }])
}

/** Counts of lots, their places' and the facts, in the order of the lots' ids. */
async function write(ctx: Ctx, pieces: Piece[], path = 'lots'): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    with piece as (
      select * from unnest(${pieces.map((piece) => piece.move.movementId)}::uuid[], ${pieces.map((piece) => piece.lotId)}::uuid[],
        ${pieces.map((piece) => piece.move.itemId)}::uuid[], ${pieces.map((piece) => piece.move.locationId)}::uuid[], ${pieces.map((piece) => piece.delta)}::int[])
        as p(movement_id, lot_id, item_id, location_id, delta)
    ), locked as (
      select id, single, on_hand from inventory.lot where store_id = ${ctx.storeId} and id in (select lot_id from piece) order by id for update
    ), now as (
      select l.id, l.single and l.on_hand + sum(p.delta) > 1 as is_twice, sum(p.delta)::int as delta
      from locked l join piece p on p.lot_id = l.id group by l.id, l.single, l.on_hand
    ), counted as (
      update inventory.lot b set on_hand = b.on_hand + n.delta, version = b.version + 1, updated_at = ${ctx.now()}
      from now n where b.store_id = ${ctx.storeId} and b.id = n.id and not n.is_twice
    ), placed as (
      update inventory.lot_level x set on_hand = x.on_hand + d.delta
      from (select lot_id, location_id, sum(delta)::int as delta from piece group by 1, 2) d
      where x.store_id = ${ctx.storeId} and x.lot_id = d.lot_id and x.location_id = d.location_id returning x.lot_id, x.location_id
    ), made as (
      insert into inventory.lot_level (store_id, lot_id, item_id, location_id, on_hand)
      select ${ctx.storeId}, lot_id, item_id, location_id, sum(delta)::int from piece
      where (lot_id, location_id) not in (select lot_id, location_id from inventory.lot_level where store_id = ${ctx.storeId} and lot_id in (select lot_id from piece))
      group by lot_id, item_id, location_id
    ), facts as (
      insert into inventory.lot_movement (store_id, movement_id, lot_id, delta)
      select ${ctx.storeId}, movement_id, lot_id, sum(delta)::int from piece group by movement_id, lot_id
    )
    select b.code from now n join inventory.lot b on b.id = n.id where n.is_twice`.execute(ctx.db)
  if (rows[0]) throw invalid(path, 'there_already', `The piece ${rows[0].code} is there already.`)
}
