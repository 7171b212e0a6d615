/**
 * Pieces of SQL that the reads share. Plain text, because the hottest reads are named statements whose answer
 * PostgreSQL writes as JSON; parameters are always $n, never text.
 */
import { LOW_STOCK } from './shapes.ts'

export { availableText as available } from '../inventory/index.ts'
export { pictureText as picture } from '../media/index.ts'

export const money = (amount: string, currency: string) =>
  `json_build_object('amount', ${amount}, 'currency', ${currency})`

/** The text in the first locale of the chain that has one. */
export const textOf = (table: string, key: string, id: string, chain: string) =>
  `(select t.* from ${table} t where t.${key} = ${id} and t.locale = any(${chain}) order by array_position(${chain}, t.locale) limit 1)`

export const availability = (pieces: string) =>
  `case when ${pieces} > ${LOW_STOCK} then 'in_stock' when ${pieces} > 0 then 'low_stock' else 'out_of_stock' end`

/** Alt text of a product's picture. */
export const altOf = (media: string, chain: string) =>
  `(select t.alt from catalog.product_media_text t where t.product_media_id = ${media}.id and t.locale = any(${chain}) order by array_position(${chain}, t.locale) limit 1)`

/** Under which slug a thing is found in each language that it has a text in: LocalSlugs. */
export const slugsOf = (table: string, key: string, id: string) =>
  `(select coalesce(json_agg(json_build_object('locale', t.locale, 'slug', t.slug) order by t.locale), '[]'::json) from ${table} t where t.${key} = ${id})`
