/**
 * Who waits for goods that are promised but not there.
 *
 * At each place promises are served in the order in which they were given, paid ones before those that are only
 * held. What is on hand is for the first of them; the rest waits. Nothing is kept of this: it follows from the
 * counts, so that it is right at every moment.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'

export interface Queued {
  id: string
  location_id: string
  quantity: number
  /** How many of them are not there. */
  missing: number
}

/** Open promises of an item at one place, as plain SQL: with `ahead`, how many pieces are promised to others before. */
const QUEUE = `select q.*, sum(q.quantity) over (partition by q.item_id, q.location_id order by q.state <> 'confirmed', q.created_at, q.line_id, q.id) - q.quantity as ahead
  from inventory.reservation q where q.state in ('held', 'confirmed')`

/** How many pieces of one promise are not there, as plain SQL; `q` is a row of the queue, `v` its level. */
const MISSING = `least(q.quantity, greatest(0, q.ahead + q.quantity - v.on_hand))::int`

/** The promises of an item that wait, the first first. */
export async function waitingOf(ctx: Ctx, itemId: string): Promise<Queued[]> {
  const { rows } = await sql<Queued>`
    select q.id, q.location_id, q.quantity, ${sql.raw(MISSING)} as missing
    from (${sql.raw(QUEUE)} and q.item_id = ${itemId}) q
    join inventory.level v on v.item_id = q.item_id and v.location_id = q.location_id
    where q.store_id = ${ctx.storeId} and q.ahead + q.quantity > v.on_hand
    order by q.state <> 'confirmed', q.created_at, q.line_id, q.id`.execute(ctx.db)
  return rows
}

/**
 * Locks the counts where these reservations lie, in the order of locks, and says of each how many of its pieces are
 * there for it; null: all of them.
 */
export async function thereOf(ctx: Ctx, ids: string[]): Promise<Map<string, number> | null> {
  const { rows: levels } = await sql<{ waits: boolean }>`
    select v.reserved > v.on_hand as waits from inventory.level v
    where v.store_id = ${ctx.storeId} and (v.item_id, v.location_id) in (
      select item_id, location_id from inventory.reservation where store_id = ${ctx.storeId} and id = any(${ids}))
    order by v.item_id, v.location_id for update`.execute(ctx.db)
  if (!levels.some(({ waits }) => waits)) return null
  const { rows } = await sql<{ id: string; there: number }>`
    select q.id, q.quantity - ${sql.raw(MISSING)} as there
    from (${sql.raw(QUEUE)} and q.item_id in (select item_id from inventory.reservation where id = any(${ids}))) q
    join inventory.level v on v.item_id = q.item_id and v.location_id = q.location_id
    where q.store_id = ${ctx.storeId} and q.id = any(${ids})`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row.there]))
}

/**
 * How many pieces of an order's line wait, as plain SQL; `line` is the line, `left` how many of it have not left.
 * Costs next to nothing where everything is there: the queue is looked at only where it is not.
 */
export const waitingText = (line: { holder: string; id: string; left: string }) => `coalesce((
    select max(ceil(w.missing * ${line.left}::numeric / w.whole))::int from (
      select r.item_id, sum(r.quantity) as whole, sum(case when v.reserved <= v.on_hand then 0 else (
          select ${MISSING} from (${QUEUE} and q.item_id = r.item_id and q.location_id = r.location_id) q where q.id = r.id) end) as missing
      from inventory.reservation r join inventory.level v on v.item_id = r.item_id and v.location_id = r.location_id
      where r.store_id = ${line.holder}.store_id and r.holder_kind = 'order' and r.holder_id = ${line.holder}.id and r.line_id = ${line.id}
        and r.state in ('held', 'confirmed')
      group by r.item_id) w), 0)`

export interface Source {
  line_id: string
  item_id: string
  sku: string
  location_id: string
  location_name: string
  quantity: number
  /** How many of them are not there. */
  missing: number
}

/** Where what a holder is promised lies, line by line. */
export async function sourcesOf(ctx: Ctx, holder: { kind: string; id: string }): Promise<Source[]> {
  const { rows } = await sql<Source>`
    select r.line_id, r.item_id, i.sku, r.location_id, p.name as location_name, sum(r.quantity)::int as quantity,
      sum(case when v.reserved <= v.on_hand then 0 else (
        select ${sql.raw(MISSING)} from (${sql.raw(QUEUE)} and q.item_id = r.item_id and q.location_id = r.location_id) q where q.id = r.id) end)::int as missing
    from inventory.reservation r
    join inventory.level v on v.item_id = r.item_id and v.location_id = r.location_id
    join inventory.item i on i.id = r.item_id
    join inventory.location p on p.id = r.location_id
    where r.store_id = ${ctx.storeId} and r.holder_kind = ${holder.kind} and r.holder_id = ${holder.id} and r.state in ('held', 'confirmed')
    group by r.line_id, r.item_id, i.sku, r.location_id, p.name, p.position
    order by r.line_id, p.position, r.item_id`.execute(ctx.db)
  return rows
}
