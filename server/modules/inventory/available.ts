/** What can be sold of a variant, as an SQL expression: over all locations, the scarcest of its items. */
import { sql, type RawBuilder } from 'kysely'

/**
 * `variantId` is a column of the surrounding query. Answers an int, never below zero; 0 when nothing is counted.
 * The level's own index (item, location) serves it.
 */
export function availableOf(variantId: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`coalesce((
    select min(greatest(0, a.free) / a.units)::int from (
      select vi.units, coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved), 0)::int as free
      from inventory.variant_item vi left join inventory.level l on l.item_id = vi.item_id
      where vi.variant_id = ${variantId} group by vi.item_id, vi.units) a), 0)`
}
