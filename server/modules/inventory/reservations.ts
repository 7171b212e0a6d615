/**
 * Reservations: stock promised to a holder (an order), line by line.
 *
 * Demand is summed per item before anything is taken, so two lines on one item are
 * checked together. Levels are always locked in the order of their ids; the
 * table's own checks stand behind every step.
 *
 *   held -> confirmed -> consumed;  held -> released | expired;  confirmed -> released
 */
import { plural } from '@quayside/words'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { MAX_EVENT_IDS } from '#kit/event.ts'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { Count, Id, List, Type, shape } from '#kit/types.ts'
import { allocate, laterOf, type Demand, type Level } from './allocation.ts'
import { arranged, type Purpose } from './allocation/rules.ts'
import { CHANNEL, sellsFrom, withValues } from './available.ts'
import { stockChanged } from './events.ts'
import { lockHolder, type Holder } from './holder.ts'
import { takeOut, type TrackedMove } from './lots/keeping.ts'
import { ifPlacesDiffer } from './places.ts'
import { partsToSend, type Sending } from './parts.ts'

export const OutOfStock = failure(
  'inventory.out_of_stock',
  409,
  Type.Object(
    { lines: List(shape('ShortLine', { lineId: Id, available: Count }), 200) },
    { additionalProperties: false },
  ),
  {
    en: ({ lines }) =>
      lines.length === 1
        ? `One item is no longer available in that quantity; ${lines[0]!.available} left.`
        : `${lines.length} items are no longer available in that quantity.`,
    de: ({ lines }) =>
      lines.length === 1
        ? `Ein Artikel ist in dieser Menge nicht mehr verfügbar; es sind noch ${lines[0]!.available} da.`
        : `${lines.length} Artikel sind in dieser Menge nicht mehr verfügbar.`,
    ar: ({ lines }) =>
      lines.length === 1
        ? `أحد المنتجات لم يعد متوفراً بهذه الكمية؛ المتبقي ${lines[0]!.available}.`
        : plural('ar', lines.length, {
            two: 'لم يعد منتجان متوفرَين بهذه الكمية.',
            few: 'لم تعد # منتجات متوفرة بهذه الكمية.',
            other: 'لم يعد # منتجاً متوفراً بهذه الكمية.',
          }),
  },
)

interface Wish {
  holder: Holder
  lines: Demand[]
  until: Date
  /** Without it all places go, by priority. */
  purpose?: Purpose
}

/**
 * Takes stock for all lines until `until`, or for none of them. Answers of which lines how many pieces are not
 * there yet.
 */
export async function hold(ctx: Ctx, demand: Wish): Promise<Map<string, number>> {
  const { purpose } = demand
  const levels = await lockLevels(
    ctx,
    demand.lines.map((line) => line.variantId),
    purpose && (await ifPlacesDiffer(ctx, sql`${purpose.channelId}::uuid`)),
  )
  const lines = await countedOnly(ctx, levels, demand.lines)
  const { taken, short } = allocate(purpose ? await arranged(ctx, levels, lines, purpose) : levels, lines)
  if (short.length > 0) throw OutOfStock({ lines: short })
  const fixed = new Set(lines.filter((line) => line.at).map((line) => line.lineId))
  const { rows } = await sql<{ variant_id: string }>`
    with taken as (
      select * from unnest(${taken.map(() => newId())}::uuid[], ${taken.map((each) => each.lineId)}::uuid[], ${taken.map((each) => each.itemId)}::uuid[],
        ${taken.map((each) => each.locationId)}::uuid[], ${taken.map((each) => each.quantity)}::int[], ${taken.map((each) => fixed.has(each.lineId))}::boolean[])
        as t(id, line_id, item_id, location_id, quantity, fixed)
    ), raised as (
      update inventory.level l set reserved = l.reserved + d.quantity, version = l.version + 1, updated_at = ${ctx.now()}
      from (select item_id, location_id, sum(quantity)::int as quantity from taken group by 1, 2) d
      where l.store_id = ${ctx.storeId} and l.item_id = d.item_id and l.location_id = d.location_id
    ), held as (
      insert into inventory.reservation (id, store_id, holder_kind, holder_id, line_id, item_id, location_id, quantity, state, fixed, expires_at, created_at, updated_at)
      select id, ${ctx.storeId}, ${demand.holder.kind}, ${demand.holder.id}, line_id, item_id, location_id, quantity, 'held', fixed, ${demand.until}, ${ctx.now()}, ${ctx.now()}
      from taken
    )
    -- Others that are made of the same items have less to sell now, too.
    select distinct vi.variant_id from taken t join inventory.variant_item vi on vi.item_id = t.item_id limit ${MAX_EVENT_IDS}`.execute(
    ctx.db,
  )
  if (rows.length > 0) ctx.emit(stockChanged, { ids: rows.map((row) => row.variant_id) })
  return laterOf(levels, lines, taken)
}

/** With `channel`, of the places from which it sells. */
async function lockLevels(
  ctx: Ctx,
  variantIds: string[],
  channel: RawBuilder<unknown> | undefined,
): Promise<Level[]> {
  const ofChannel = channel
    ? withValues(`and ${sellsFrom(CHANNEL, 'l.location_id')}`, { [CHANNEL]: channel })
    : sql``
  const { rows } = await sql<Level>`
    select vi.variant_id, vi.units, l.item_id, l.location_id, p.position,
      (select count(*)::int from inventory.variant_item part where part.variant_id = vi.variant_id) as parts,
      l.backorder_limit as ahead, l.on_hand + l.backorder_limit - l.safety_stock - l.reserved as available
    from inventory.level l
    join inventory.variant_item vi on vi.item_id = l.item_id
    join inventory.location p on p.id = l.location_id and p.archived_at is null
    where l.store_id = ${ctx.storeId} and vi.variant_id = any(${variantIds}) ${ofChannel}
    order by l.item_id, l.location_id
    for update of l`.execute(ctx.db)
  return rows
}

/** Services that nobody counts take no stock: there are always as many as are wanted. */
async function countedOnly(ctx: Ctx, levels: Level[], lines: Demand[]): Promise<Demand[]> {
  const counted = new Set(levels.map((level) => level.variant_id))
  const rest = lines.filter((line) => !counted.has(line.variantId)).map((line) => line.variantId)
  if (rest.length === 0) return lines
  const { rows } = await sql<{ id: string }>`
    select v.id from catalog.variant v join catalog.product p on p.id = v.product_id and not p.shippable
    where v.store_id = ${ctx.storeId} and v.id = any(${rest})
      and not exists (select from inventory.variant_item vi where vi.variant_id = v.id)`.execute(ctx.db)
  const free = new Set(rows.map((row) => row.id))
  return lines.filter((line) => !free.has(line.variantId))
}

/** A paid order's stock no longer lapses. Answers how many reservations there were; none means the hold had lapsed. */
export async function confirm(ctx: Ctx, holder: Holder): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with mine as (${heldOf(ctx, holder)})
    update inventory.reservation r set state = 'confirmed', expires_at = null, updated_at = ${ctx.now()} from mine where r.id = mine.id
    returning r.id`.execute(ctx.db)
  return rows.length
}

/** While a payment is open, the hold must not lapse before it. */
export async function prolong(ctx: Ctx, holder: Holder, until: Date): Promise<void> {
  await sql`
    with mine as (${heldOf(ctx, holder)})
    update inventory.reservation r set expires_at = greatest(r.expires_at, ${until}), updated_at = ${ctx.now()} from mine
    where r.id = mine.id`.execute(ctx.db)
}

/** In the order in which whoever gives them back locks them. */
const heldOf = (ctx: Ctx, holder: Holder) => sql`
  select id from inventory.reservation
  where store_id = ${ctx.storeId} and holder_kind = ${holder.kind} and holder_id = ${holder.id} and state = 'held'
  order by item_id, location_id, id for update`

/** Gives back whatever the holder still has; safe to repeat. */
export async function release(ctx: Ctx, holder: Holder, as: 'released' | 'expired'): Promise<void> {
  await lockHolder(ctx, holder)
  const { rows } = await sql<{ variant_id: string }>`
    with mine as (
      select id, item_id, location_id, quantity from inventory.reservation
      where store_id = ${ctx.storeId} and holder_kind = ${holder.kind} and holder_id = ${holder.id} and state in ('held', 'confirmed')
      order by item_id, location_id, id for update
    ), locked as (
      select l.item_id, l.location_id from inventory.level l
      where l.store_id = ${ctx.storeId} and (l.item_id, l.location_id) in (select item_id, location_id from mine)
      order by l.item_id, l.location_id for update
    ), closed as (
      update inventory.reservation r set state = ${as}, expires_at = null, updated_at = ${ctx.now()} from mine where r.id = mine.id
    ), freed as (
      update inventory.level l set reserved = l.reserved - d.quantity, version = l.version + 1, updated_at = ${ctx.now()}
      from (select item_id, location_id, sum(quantity)::int as quantity from mine group by 1, 2) d
        join locked using (item_id, location_id)
      where l.item_id = d.item_id and l.location_id = d.location_id and l.store_id = ${ctx.storeId}
      returning l.item_id
    )
    select distinct vi.variant_id from inventory.variant_item vi where vi.item_id in (select item_id from freed)`.execute(
    ctx.db,
  )
  if (rows.length > 0)
    ctx.emit(stockChanged, { ids: rows.map((row) => row.variant_id).slice(0, MAX_EVENT_IDS) })
}

/**
 * Goods leave: reservations of the lines become movements, oldest first. What is not there, or there for somebody
 * who was promised it before, stays: then `NotThere` is thrown.
 *
 * A part of a reservation is split off, so what stays is still reserved. The caller has
 * locked the holder, or two of these at once would not know of each other's part; the
 * second is then refused, and nothing is wrong. Of items with lots those of `lotIds` go first.
 */
export async function consume(
  ctx: Ctx,
  holder: Holder,
  lines: Sending[],
  cause: string,
  lotIds: string[] = [],
): Promise<void> {
  const parts = await partsToSend(ctx, holder, lines)
  const { rows: tracked } = await sql<TrackedMove>`
    with part as (
      select * from unnest(${parts.map((part) => part.id)}::uuid[], ${parts.map((part) => part.quantity)}::int[], ${parts.map(() => newId())}::uuid[],
        ${parts.map(() => newId())}::uuid[]) as p(reservation_id, quantity, movement_id, split_id)
    ), source as (
      select part.*, r.item_id, r.location_id, r.line_id, r.quantity as whole, r.fixed, r.created_at from part join inventory.reservation r on r.id = part.reservation_id
        where r.store_id = ${ctx.storeId}
    ), locked as (
      select l.item_id, l.location_id from inventory.level l
      where l.store_id = ${ctx.storeId} and (l.item_id, l.location_id) in (select item_id, location_id from source)
      order by l.item_id, l.location_id for update
    ), moved as (
      insert into inventory.movement (id, store_id, item_id, location_id, delta, reason, subject_kind, subject_id, actor, cause, trace_id, at)
      select movement_id, ${ctx.storeId}, item_id, location_id, -quantity, 'shipped', ${holder.kind}, ${holder.id}, ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()} from source
    ), lowered as (
      update inventory.level l set on_hand = l.on_hand - d.quantity, reserved = l.reserved - d.quantity, version = l.version + 1, updated_at = ${ctx.now()}
      from (select item_id, location_id, sum(quantity)::int as quantity from source group by 1, 2) d join locked using (item_id, location_id)
      where l.item_id = d.item_id and l.location_id = d.location_id and l.store_id = ${ctx.storeId}
    ), rest as (
      insert into inventory.reservation (id, store_id, holder_kind, holder_id, line_id, item_id, location_id, quantity, state, fixed, created_at, updated_at)
      select split_id, ${ctx.storeId}, ${holder.kind}, ${holder.id}, line_id, item_id, location_id, whole - quantity, 'confirmed', fixed, created_at, ${ctx.now()}
      from source where whole > quantity
    ), consumed as (
      update inventory.reservation r set state = 'consumed', quantity = source.quantity, updated_at = ${ctx.now()}
      from source where r.id = source.reservation_id
    )
    select s.movement_id as "movementId", s.item_id as "itemId", s.location_id as "locationId", -s.quantity as delta
    from source s join inventory.item i on i.id = s.item_id and i.tracking <> 'none'`.execute(ctx.db)
  await takeOut(ctx, tracked, lotIds)
}
