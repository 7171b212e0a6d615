/** A category as staff see it, and the tree it stands in. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { shownText } from '#kit/custom.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { Count, Id, List, Nullable, Version, shape, type Static } from '#kit/types.ts'
import { CUSTOM, CategoryCustom } from '../custom.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { metaText } from '../meta.ts'
import { NEW_TEXT, TEXT_CHANGE, namedText, namedTextChange, newNamedText } from '../named-texts.ts'

/** As many as the shop shows in one answer. */
export const MOST_CATEGORIES = 500

const CategoryText = shape('CategoryText', namedText)
export const NewCategoryText = shape('NewCategoryText', newNamedText, NEW_TEXT)
export const CategoryTextChange = shape('CategoryTextChange', namedTextChange, TEXT_CHANGE)

export const CatalogCategory = shape('CatalogCategory', {
  id: Id,
  parentId: Nullable(Id),
  position: Position,
  texts: List(CategoryText, MOST_LOCALES),
  productCount: Count,
  custom: CategoryCustom,
  version: Version,
})
export type CatalogCategory = Static<typeof CatalogCategory>

/** One category, or with no id all of them, in the order of the tree's levels. */
export async function readCategories(ctx: Ctx, id?: string): Promise<CatalogCategory[]> {
  const { rows } = await sql<CatalogCategory>`
    select c.id, c.parent_id as "parentId", c.position, c.version, ${sql.raw(shownText(ctx, CUSTOM.category, 'c'))} as custom,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'slug', t.slug, 'description', t.description, ${sql.raw(metaText('t'))}) order by t.locale)
        from catalog.category_text t where t.category_id = c.id), '[]') as texts,
      (select count(*) from catalog.product_category pc join catalog.product p on p.id = pc.product_id and p.archived_at is null
        where pc.store_id = c.store_id and pc.category_id = c.id) as "productCount"
    from catalog.category c where c.store_id = ${ctx.storeId} and c.archived_at is null
      and ${id === undefined ? sql`true` : sql`c.id = ${id}`}
    order by c.parent_id nulls first, c.position, c.id limit ${MOST_CATEGORIES}`.execute(ctx.db)
  return rows
}

export async function lockCategory(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<CatalogCategory> {
  const { rows } = await sql<{ version: number }>`
    select version from catalog.category where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return (await readCategories(ctx, id))[0]!
}

/** How the tree looks from a parent: whether it is there, and whether `id` is above it. */
export async function checkParent(ctx: Ctx, parentId: string, id: string | null): Promise<'fits' | 'circle'> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from catalog.category where store_id = ${ctx.storeId} and id = ${parentId} and archived_at is null
      union select c.id, c.parent_id from catalog.category c join above a on c.id = a.parent_id where c.store_id = ${ctx.storeId}
    ) select id from above`.execute(ctx.db)
  if (rows.length === 0) throw invalid('parentId', 'unknown', 'There is no such category.')
  return rows.some((row) => row.id === id) ? 'circle' : 'fits'
}
