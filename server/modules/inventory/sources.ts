/**
 * Where the goods of a cart would come from, as a courtesy to the shopper: how long they take to leave,
 * and where they can be picked up. Whoever takes the stock decides.
 */
import { sql, type RawBuilder } from 'kysely'
import { allocate, type Demand, type Level } from './allocation.ts'
import { CHANNEL, NOW, lapsed, sellsFrom, withValues } from './available.ts'
import type { Place } from './places.ts'

/** With one place, where nobody waits and nobody comes, there is nothing to find out. */
export function sourcesMatter(places: Place[]): boolean {
  return places.length > 1 || places.some((place) => place.leadDays > 0 || place.address !== null)
}

/**
 * The free counts of a variant, place by place, as a JSON array of `Level`; `variantId` is a column of the surrounding
 * query. With `channel`, of the places from which it sells.
 */
export const levelsOf = (
  variantId: string,
  now: Date,
  channel: RawBuilder<unknown> | undefined,
): RawBuilder<Level[]> =>
  withValues(
    `coalesce((
    select json_agg(json_build_object('variant_id', vi.variant_id, 'units', vi.units, 'parts', vi.parts, 'item_id', l.item_id,
      'location_id', l.location_id, 'position', p.position,
      'ahead', l.backorder_limit, 'available', l.on_hand + l.backorder_limit - l.safety_stock - l.reserved + ${lapsed(NOW)})
      order by l.item_id, l.location_id)
    from (select i.*, count(*) over ()::int as parts from inventory.variant_item i where i.variant_id = ${variantId}) vi
    join inventory.level l on l.item_id = vi.item_id
    join inventory.location p on p.id = l.location_id and p.archived_at is null${
      channel
        ? `
    where ${sellsFrom(CHANNEL, 'l.location_id')}`
        : ''
    }), '[]')`,
    { [NOW]: sql`${now}::timestamptz`, [CHANNEL]: channel },
  )

/** Days until the last of the goods leaves; what cannot be had at all is left out. */
export function leadDaysOf(levels: Level[], lines: Demand[], places: Place[]): number {
  const from = new Set(allocate(levels, lines).taken.map((taken) => taken.locationId))
  return Math.max(0, ...places.filter((place) => from.has(place.id)).map((place) => place.leadDays))
}

/** The place, if the whole of it lies there and somebody can come. */
export function pickUpPlace(
  locationId: string,
  levels: Level[],
  lines: Demand[],
  places: Place[],
): (Place & { address: NonNullable<Place['address']> }) | null {
  const place = places.find((each) => each.id === locationId)
  if (!place?.address) return null
  const wanted = lines.map((line) => ({ ...line, at: locationId }))
  return allocate(levels, wanted).short.length === 0 ? { ...place, address: place.address } : null
}
