/** What can be sold of a variant, as an SQL expression: over all locations, the scarcest of its items. */
import { sql, type RawBuilder } from 'kysely'

/**
 * As plain SQL: an integer, never below zero; 0 for goods that were never counted, and plenty of services that nobody
 * counts. `variantId` is a column of the surrounding query. With `now`, what was held until before then is free again, also while the sweep has not come
 * yet; a list does without, and is as old as the sweep, a quarter of a minute.
 *
 * The level's own index (item, location) serves it, and `reservation_held` for what has lapsed.
 */
export const availableText = (variantId: string, now?: string) => `coalesce((
    select min(greatest(0, a.free) / a.units) from (
      select vi.units, coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved${now ? ` + ${lapsed(now)}` : ''}), 0)::int as free
      from inventory.variant_item vi left join inventory.level l on l.item_id = vi.item_id
      where vi.variant_id = ${variantId} group by vi.item_id, vi.units) a),
    inventory.uncounted(${variantId}))`

/**
 * What is held there although its time is over; `l` is the level. The time is compared so that no index on it alone is
 * walked: that one has all that lapsed in the whole store.
 */
export const lapsed = (now: string) => `coalesce((select sum(r.quantity)::int from inventory.reservation r
        where r.item_id = l.item_id and r.location_id = l.location_id and r.state = 'held' and r.expires_at + interval '0' <= ${now}), 0)`

/** The same for Kysely. */
export function availableOf(variantId: string, now: Date): RawBuilder<number> {
  const [before, after] = availableText(variantId, '?').split('?')
  return sql<number>`${sql.raw(before!)}${now}::timestamptz${sql.raw(after!)}`
}
