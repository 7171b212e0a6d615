/** What rows of products may name, found by the keys that files use. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Row } from '#kit/resource.ts'
import { currentSettings } from '../../settings/index.ts'
import type { AttributeKind } from '../attributes/attribute.ts'
import type { Words } from './product-columns.ts'

export interface KnownAttribute {
  id: string
  kind: AttributeKind
  required: boolean
  choices: Record<string, string>
}

export interface References {
  /** Ids by key. */
  taxCategories: Record<string, string>
  types: Record<string, { id: string; attributes: Record<string, KnownAttribute> }>
  /** Ids by slug in the store's language. */
  categories: Record<string, string>
  options: Record<string, { id: string; values: Record<string, string> }>
  /** Ids by code, those that were archived too. */
  channels: Record<string, string>
  /** Who has the SKU, or the address in another language: ids of products. */
  skus: Record<string, string>
  slugs: Record<string, string>
}

/** Addresses in other languages than the store's. */
export function slugsIn(rows: Row[], { locales }: Words): { locale: string; slug: string }[] {
  return rows.flatMap((row) =>
    locales.slice(1).flatMap((locale) => {
      const slug = row[`slug.${locale}`]
      return typeof slug === 'string' ? [{ locale, slug }] : []
    }),
  )
}

export const slugKey = (locale: string, slug: string) => `${locale} ${slug}`

/** `slugs` are addresses wanted in languages other than the store's. */
export async function referencesOf(
  ctx: Ctx,
  rows: Row[],
  slugs: { locale: string; slug: string }[],
): Promise<References> {
  const { store } = await currentSettings(ctx)
  const categories = [...new Set(rows.flatMap((row) => (row['categories'] as string[] | null) ?? []))]
  const skus = rows.flatMap((row) => (typeof row['sku'] === 'string' ? [row['sku']] : []))
  const { rows: found } = await sql<References>`
    select
      coalesce((select json_object_agg(key, id) from tax.category where store_id = ${ctx.storeId} and archived_at is null), '{}') as "taxCategories",
      coalesce((select json_object_agg(t.key, json_build_object('id', t.id, 'attributes',
          coalesce((select json_object_agg(a.key, json_build_object('id', a.id, 'kind', a.kind, 'required', ta.required, 'choices',
              coalesce((select json_object_agg(c.key, c.id) from catalog.attribute_choice c where c.attribute_id = a.id), '{}')))
            from catalog.product_type_attribute ta join catalog.attribute a on a.id = ta.attribute_id where ta.product_type_id = t.id), '{}')))
        from catalog.product_type t where t.store_id = ${ctx.storeId} and t.archived_at is null), '{}') as types,
      coalesce((select json_object_agg(x.slug, c.id) from catalog.category_text x join catalog.category c on c.id = x.category_id
        where x.store_id = ${ctx.storeId} and x.locale = ${store.locale} and x.slug = any(${categories}) and x.live and c.archived_at is null), '{}') as categories,
      coalesce((select json_object_agg(o.key, json_build_object('id', o.id, 'values',
          coalesce((select json_object_agg(v.key, v.id) from catalog.option_value v where v.option_id = o.id), '{}')))
        from catalog.option o where o.store_id = ${ctx.storeId} and o.archived_at is null), '{}') as options,
      coalesce((select json_object_agg(c.code, c.id order by c.archived_at nulls last) from settings.channel c where c.store_id = ${ctx.storeId}), '{}') as channels,
      coalesce((select json_object_agg(v.sku, v.product_id) from catalog.variant v
        where v.store_id = ${ctx.storeId} and v.sku = any(${skus}) and v.archived_at is null), '{}') as skus,
      coalesce((select json_object_agg(t.locale || ' ' || t.slug, t.product_id) from catalog.product_text t
        join json_to_recordset(${JSON.stringify(slugs)}) as w(locale text, slug text) on w.locale = t.locale and w.slug = t.slug
        where t.store_id = ${ctx.storeId} and t.live), '{}') as slugs`.execute(ctx.db)
  return found[0]!
}
