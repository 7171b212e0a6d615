/** A category as staff see it, and the tree it stands in. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { tidy } from '#kit/text.ts'
import { Count, Id, List, Locale, Nullable, Slug, Text, Version, shape, type Static } from '#kit/types.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { checkTexts, chooseSlugs, keepOldSlugs } from '../slugs.ts'

/** As many as the shop shows in one answer. */
export const MOST_CATEGORIES = 500

const CategoryText = shape('CategoryText', {
  locale: Locale,
  name: Text(200),
  slug: Slug,
  description: Text(5000, { min: 0 }),
})
type CategoryText = Static<typeof CategoryText>

const rest = { slug: Slug, description: Text(5000, { min: 0 }) }
export const NewCategoryText = shape(
  'NewCategoryText',
  { locale: Locale, name: Text(200), ...patch(rest) },
  { description: 'Without `slug` it is made from the name.' },
)
export const CategoryTextChange = shape(
  'CategoryTextChange',
  { locale: Locale, ...patch({ name: Text(200), ...rest }) },
  {
    description:
      'What is left out stays. A new language needs a name. The slug changes only when it is given; the old one leads here.',
  },
)

export const CatalogCategory = shape('CatalogCategory', {
  id: Id,
  parentId: Nullable(Id),
  position: Position,
  texts: List(CategoryText, MOST_LOCALES),
  productCount: Count,
  version: Version,
})
export type CatalogCategory = Static<typeof CatalogCategory>

/** One category, or with no id all of them, in the order of the tree's levels. */
export async function readCategories(ctx: Ctx, id?: string): Promise<CatalogCategory[]> {
  const { rows } = await sql<CatalogCategory>`
    select c.id, c.parent_id as "parentId", c.position, c.version,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'slug', t.slug, 'description', t.description) order by t.locale)
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

/** Needs `lockSlugs` before. */
export async function writeTexts(
  ctx: Ctx,
  id: string,
  changes: Static<typeof CategoryTextChange>[],
  before: readonly CategoryText[],
): Promise<void> {
  if (changes.length === 0) return
  checkTexts(changes, 'texts')
  const held = new Map(before.map((text) => [text.locale, text]))
  const wishes = changes.flatMap(({ locale, name, slug }, index) => {
    const known = held.get(locale)
    if (!known && name === undefined)
      throw invalid(`texts.${index}.name`, 'required', 'A text in a new language needs a name.')
    return known && (slug === undefined || slug === known.slug)
      ? []
      : [{ locale, name: name ?? known!.name, slug, path: `texts.${index}.slug` }]
  })
  const slugs = await chooseSlugs(ctx, 'category', id, wishes)
  const texts = changes.map(({ locale, name, description }) => {
    const known = held.get(locale)
    return {
      locale,
      name: name === undefined ? known!.name : tidy(name),
      slug: slugs.get(locale) ?? known!.slug,
      description: description ?? known?.description ?? '',
    }
  })
  await keepOldSlugs(ctx, 'category', id, texts)
  await sql`
    insert into catalog.category_text (store_id, category_id, locale, name, slug, description)
    select ${ctx.storeId}, ${id}, locale, name, slug, description
    from json_to_recordset(${JSON.stringify(texts)}) as t(locale text, name text, slug text, description text)
    on conflict (category_id, locale) do update set name = excluded.name, slug = excluded.slug, description = excluded.description`.execute(
    ctx.db,
  )
}
