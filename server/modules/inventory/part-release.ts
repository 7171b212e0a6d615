/** A part of what an order has reserved is not wanted any more: it is for sale again, and the rest stays reserved. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { stockChanged } from './events.ts'
import { partsOf, type Portion } from './parts.ts'
import type { Holder } from './holder.ts'

/** The caller has locked the holder. */
export async function releasePart(ctx: Ctx, holder: Holder, lines: Portion[]): Promise<void> {
  const parts = await partsOf(ctx, holder, lines)
  const { rows } = await sql<{ variant_id: string }>`
    with part as (
      select * from unnest(${parts.map((part) => part.id)}::uuid[], ${parts.map((part) => part.quantity)}::int[], ${parts.map(() => newId())}::uuid[])
        as p(reservation_id, quantity, split_id)
    ), source as (
      select part.*, r.item_id, r.location_id, r.line_id, r.quantity as whole, r.fixed, r.created_at from part join inventory.reservation r on r.id = part.reservation_id
        where r.store_id = ${ctx.storeId}
    ), locked as (
      select l.item_id, l.location_id from inventory.level l
      where l.store_id = ${ctx.storeId} and (l.item_id, l.location_id) in (select item_id, location_id from source)
      order by l.item_id, l.location_id for update
    ), freed as (
      update inventory.level l set reserved = l.reserved - d.quantity, version = l.version + 1, updated_at = ${ctx.now()}
      from (select item_id, location_id, sum(quantity)::int as quantity from source group by 1, 2) d join locked using (item_id, location_id)
      where l.item_id = d.item_id and l.location_id = d.location_id and l.store_id = ${ctx.storeId}
      returning l.item_id
    ), rest as (
      insert into inventory.reservation (id, store_id, holder_kind, holder_id, line_id, item_id, location_id, quantity, state, fixed, created_at, updated_at)
      select split_id, ${ctx.storeId}, ${holder.kind}, ${holder.id}, line_id, item_id, location_id, whole - quantity, 'confirmed', fixed, created_at, ${ctx.now()}
      from source where whole > quantity
    ), released as (
      update inventory.reservation r set state = 'released', quantity = source.quantity, updated_at = ${ctx.now()}
      from source where r.id = source.reservation_id
    )
    select distinct vi.variant_id from inventory.variant_item vi where vi.item_id in (select item_id from freed) limit 1000`.execute(
    ctx.db,
  )
  if (rows.length > 0) ctx.emit(stockChanged, { ids: rows.map((row) => row.variant_id) })
}
