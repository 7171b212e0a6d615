/** What can be sold of a variant, as an SQL expression: over all locations, the scarcest of its items. */
import { sql, type RawBuilder } from 'kysely'

/**
 * `variantId` is a column of the surrounding query. Answers an int, never below zero; 0 when nothing is counted.
 * What was held until before `now` is free again, also while the sweep has not come yet.
 *
 * The level's own index (item, location) serves it, and `reservation_held` for what has lapsed.
 */
export function availableOf(variantId: RawBuilder<unknown>, now: Date): RawBuilder<number> {
  return sql<number>`coalesce((
    select min(greatest(0, a.free) / a.units)::int from (
      select vi.units, coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved + coalesce((
        select sum(r.quantity) from inventory.reservation r
        where r.item_id = l.item_id and r.location_id = l.location_id and r.state = 'held' and r.expires_at <= ${now}), 0)), 0)::int as free
      from inventory.variant_item vi left join inventory.level l on l.item_id = vi.item_id
      where vi.variant_id = ${variantId} group by vi.item_id, vi.units) a), 0)`
}
