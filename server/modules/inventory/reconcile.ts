/**
 * Proves the counts: on hand is the sum of the movements, reserved the sum of the open reservations.
 *
 * With `repair` a counter is set to what its facts say, never the other way round. What
 * the facts themselves make impossible (less than zero, more promised than there may be)
 * is reported and left, as only people can say what is true then.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Flag, Id, List, Minor, OneOf, Text, Type, shape, type Static } from '#kit/types.ts'
import { stockChanged } from './events.ts'

/** At once; more are found by asking again. */
const MOST_DIFFERENCES = 500

const StockDifference = shape('StockDifference', {
  itemId: Id,
  sku: Text(80),
  locationId: Id,
  counter: OneOf('on_hand', 'reserved'),
  /** What the counter said. */
  counted: Minor,
  /** What movements or reservations add up to. */
  proven: Minor,
  repaired: Flag,
})

export const StockReconciliation = shape('StockReconciliation', {
  /** Every count is proven, after the repair if there was one. */
  holds: Flag,
  levels: Count,
  differences: List(StockDifference, MOST_DIFFERENCES),
})

export const reconcile = command({
  id: 'inventory.reconcile',
  summary: 'Prove that counts equal their movements and reservations; mend them if asked to',
  rest: 'POST /stock-reconciliations',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ repair: Type.Optional(Flag) }),
  output: StockReconciliation,
  async run({ repair = false }, ctx) {
    let found = await differing(ctx, false)
    // Looked at again under lock: what is promised or leaves meanwhile is no difference.
    if (repair && found.length > 0) found = await differing(ctx, true)
    const mended = repair ? found.filter(isPossible) : []
    if (mended.length > 0) await mend(ctx, mended)
    for (const row of mended) ctx.audit(auditOf(row))
    const { rows } = await sql<{ levels: number }>`
      select count(*) as levels from inventory.level where store_id = ${ctx.storeId}`.execute(ctx.db)
    return {
      holds: mended.length === found.length,
      levels: rows[0]!.levels,
      differences: found
        .flatMap((row) => differencesOf(row, mended.includes(row)))
        .slice(0, MOST_DIFFERENCES),
    }
  },
})

interface Row {
  item_id: string
  sku: string
  location_id: string
  on_hand: number
  reserved: number
  backorder_limit: number
  short: number
  moved: number
  promised: number
}

async function differing(ctx: Ctx, lock: boolean): Promise<Row[]> {
  const wrong = sql`
    select l.item_id, i.sku, l.location_id, l.on_hand, l.reserved, l.backorder_limit, l.short, coalesce(m.moved, 0) as moved, coalesce(r.promised, 0) as promised
    from inventory.level l
    join inventory.item i on i.id = l.item_id
    left join (select item_id, location_id, sum(delta) as moved from inventory.movement where store_id = ${ctx.storeId} group by 1, 2) m
      on m.item_id = l.item_id and m.location_id = l.location_id
    left join (select item_id, location_id, sum(quantity) as promised from inventory.reservation
        where store_id = ${ctx.storeId} and state in ('held', 'confirmed') group by 1, 2) r
      on r.item_id = l.item_id and r.location_id = l.location_id
    where l.store_id = ${ctx.storeId} and (l.on_hand <> coalesce(m.moved, 0) or l.reserved <> coalesce(r.promised, 0))
    order by l.item_id, l.location_id limit ${MOST_DIFFERENCES / 2}`
  if (lock) {
    await sql`select 1 from inventory.level l where l.store_id = ${ctx.storeId}
      and (l.item_id, l.location_id) in (select item_id, location_id from (${wrong}) w)
      order by l.item_id, l.location_id for update`.execute(ctx.db)
  }
  return (await sql<Row>`${wrong}`.execute(ctx.db)).rows
}

function isPossible({ moved, promised, backorder_limit: limit, short }: Row): boolean {
  return moved >= 0 && promised <= moved + limit + short
}

async function mend(ctx: Ctx, rows: Row[]): Promise<void> {
  const { rows: touched } = await sql<{ variant_id: string }>`
    with right_count as (
      select * from unnest(${rows.map((row) => row.item_id)}::uuid[], ${rows.map((row) => row.location_id)}::uuid[],
        ${rows.map((row) => row.moved)}::int[], ${rows.map((row) => row.promised)}::int[]) as c(item_id, location_id, on_hand, reserved)
    ), mended as (
      update inventory.level l set on_hand = c.on_hand, reserved = c.reserved, version = l.version + 1, updated_at = ${ctx.now()}
      from right_count c where l.store_id = ${ctx.storeId} and l.item_id = c.item_id and l.location_id = c.location_id
      returning l.item_id
    )
    select distinct vi.variant_id from inventory.variant_item vi
    where vi.store_id = ${ctx.storeId} and vi.item_id in (select item_id from mended) limit 1000`.execute(
    ctx.db,
  )
  if (touched.length > 0) ctx.emit(stockChanged, { ids: touched.map((row) => row.variant_id) })
}

function differencesOf(row: Row, repaired: boolean): Static<typeof StockDifference>[] {
  const { item_id: itemId, sku, location_id: locationId } = row
  const place = { itemId, sku, locationId, repaired }
  return [
    { ...place, counter: 'on_hand' as const, counted: row.on_hand, proven: row.moved },
    { ...place, counter: 'reserved' as const, counted: row.reserved, proven: row.promised },
  ].filter((each) => each.counted !== each.proven)
}

function auditOf(row: Row) {
  const place = { locationId: row.location_id }
  return {
    subject: 'inventory.level',
    subjectId: row.item_id,
    before: { ...place, onHand: row.on_hand, reserved: row.reserved },
    after: { ...place, onHand: row.moved, reserved: row.promised },
  }
}
