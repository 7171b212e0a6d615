/** What can be sold of a variant, as an SQL expression: over all places that sell it, the scarcest of its items. */
import { sql, type RawBuilder } from 'kysely'

interface Where {
  /** What was held until before then is free again, also while the sweep has not come yet; a list does without, and is as old as the sweep, a quarter of a minute. */
  now?: string | undefined
  /** Only from where this channel sells. Without it all places count: `ifPlacesDiffer` says when that is enough. */
  channel?: string | undefined
}

/**
 * As plain SQL: an integer, never below zero; 0 for goods that were never counted, and plenty of services that nobody
 * counts. `variantId` is a column of the surrounding query, `now` and `channel` are expressions of it.
 *
 * The level's own index (item, location) serves it, and `reservation_held` for what has lapsed.
 */
export const availableText = (variantId: string, { now, channel }: Where = {}) => `coalesce((
    select min(greatest(0, a.free) / a.units) from (
      select vi.units, coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved${now ? ` + ${lapsed(now)}` : ''}), 0)::int as free
      from inventory.variant_item vi left join inventory.level l on l.item_id = vi.item_id${channel ? ` and ${sellsFrom(channel, 'l.location_id')}` : ''}
      where vi.variant_id = ${variantId} group by vi.item_id, vi.units) a),
    inventory.uncounted(${variantId}${channel ? `, ${namedBy(channel)}` : ''}))`

/** Whether a channel sells from a place, as plain SQL: it names it, or it names none. */
export const sellsFrom = (channel: string, location: string) =>
  `${location} = any(coalesce(${namedBy(channel)}, array[${location}]))`

const namedBy = (channel: string) =>
  `(select array_agg(cp.location_id) from inventory.channel_place cp where cp.channel_id = ${channel})`

/**
 * What is held there although its time is over; `l` is the level. The time is compared so that no index on it alone is
 * walked: that one has all that lapsed in the whole store.
 */
export const lapsed = (now: string) => `coalesce((select sum(r.quantity)::int from inventory.reservation r
        where r.item_id = l.item_id and r.location_id = l.location_id and r.state = 'held' and r.expires_at + interval '0' <= ${now}), 0)`

/** `availableText` for Kysely. */
export const availableOf = (
  variantId: string,
  now: Date,
  channel: RawBuilder<unknown> | undefined,
): RawBuilder<number> =>
  withValues(availableText(variantId, { now: NOW, channel: channel && CHANNEL }), {
    [NOW]: sql`${now}::timestamptz`,
    [CHANNEL]: channel,
  })

/** Stand for values in texts that `withValues` makes whole. */
export const [NOW, CHANNEL] = [':now', ':channel']

export function withValues<T>(
  text: string,
  values: Record<string, RawBuilder<unknown> | undefined>,
): RawBuilder<T> {
  const parts = text.split(/(:now|:channel)/)
  return sql`${sql.join(
    parts.map((part) => values[part] ?? sql.raw(part)),
    sql``,
  )}`
}
