/**
 * Pieces of SQL that the reads share. Plain text, because the hottest reads are named statements whose answer
 * PostgreSQL writes as JSON; parameters are always $n, never text.
 */
import { LOW_STOCK } from './shapes.ts'

export { pictureText as picture } from '../media/index.ts'

export const money = (amount: string, currency: string) =>
  `json_build_object('amount', ${amount}, 'currency', ${currency})`

/** The text in the first locale of the chain that has one. */
export const textOf = (table: string, key: string, id: string, chain: string) =>
  `(select t.* from ${table} t where t.${key} = ${id} and t.locale = any(${chain}) order by array_position(${chain}, t.locale) limit 1)`

/**
 * Sellable pieces of a variant: over all locations, the scarcest of its items. With `now`, what was held until before
 * then counts as free; a list does without, and is as old as the sweep that gives it back, a quarter of a minute.
 */
export const available = (variantId: string, now?: string) => `coalesce((
  select min(greatest(0, a.free) / a.units) from (
    select vi.units, coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved${now ? ` + ${lapsed(now)}` : ''}), 0) as free
    from inventory.variant_item vi left join inventory.level l on l.item_id = vi.item_id
    where vi.variant_id = ${variantId} group by vi.item_id, vi.units) a), 0)`

const lapsed = (now: string) => `coalesce((select sum(r.quantity) from inventory.reservation r
  where r.item_id = l.item_id and r.location_id = l.location_id and r.state = 'held' and r.expires_at <= ${now}), 0)`

export const availability = (pieces: string) =>
  `case when ${pieces} > ${LOW_STOCK} then 'in_stock' when ${pieces} > 0 then 'low_stock' else 'out_of_stock' end`

/** Alt text of a product's picture. */
export const altOf = (media: string, chain: string) =>
  `(select t.alt from catalog.product_media_text t where t.product_media_id = ${media}.id and t.locale = any(${chain}) order by array_position(${chain}, t.locale) limit 1)`
