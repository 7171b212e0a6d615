/** A collection as staff see it: by hand or by rule, in all its languages. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { shownText } from '#kit/custom.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { Flag, Id, List, Nullable, Version, Words, shape, type Static } from '#kit/types.ts'
import { CUSTOM, CollectionCustom } from '../custom.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { metaText } from '../meta.ts'
import { NEW_TEXT, TEXT_CHANGE, namedText, namedTextChange, newNamedText } from '../named-texts.ts'
import { CollectionRule, ruleJson } from './rule.ts'

export const MOST_COLLECTIONS = 500
/** Of one by hand; a rule may find any number. */
export const MOST_BY_HAND = 1000

export const CollectionKind = Words('CollectionKind', 'manual', 'rule')
const CollectionText = shape('CollectionText', namedText)
export const NewCollectionText = shape('NewCollectionText', newNamedText, NEW_TEXT)
export const CollectionTextChange = shape('CollectionTextChange', namedTextChange, TEXT_CHANGE)

export const CatalogCollection = shape(
  'CatalogCollection',
  {
    id: Id,
    kind: CollectionKind,
    rule: Nullable(CollectionRule),
    position: Position,
    texts: List(CollectionText, MOST_LOCALES),
    filling: Flag,
    custom: CollectionCustom,
    version: Version,
  },
  { description: 'While it is `filling`, its rule is being asked for every product.' },
)
export type CatalogCollection = Static<typeof CatalogCollection>

export const ProductIds = List(Id, MOST_BY_HAND)

/** One collection, or with no id all of them. */
export async function readCollections(ctx: Ctx, id?: string): Promise<CatalogCollection[]> {
  const { rows } = await sql<CatalogCollection>`
    select c.id, c.kind, ${sql.raw(ruleJson)} as rule, c.position, c.fill_after is not null as filling, c.version, ${sql.raw(shownText(ctx, CUSTOM.collection, 'c'))} as custom,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'slug', t.slug, 'description', t.description, ${sql.raw(metaText('t'))}) order by t.locale)
        from catalog.collection_text t where t.collection_id = c.id), '[]') as texts
    from catalog.collection c where c.store_id = ${ctx.storeId} and c.archived_at is null and ${id === undefined ? sql`true` : sql`c.id = ${id}`}
    order by c.position, c.id limit ${MOST_COLLECTIONS}`.execute(ctx.db)
  return rows
}

export async function lockCollection(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<CatalogCollection> {
  const { rows } = await sql<{ version: number }>`
    select version from catalog.collection where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return (await readCollections(ctx, id))[0]!
}

/** Puts just these products in, in this order. */
export async function setProducts(ctx: Ctx, collectionId: string, productIds: string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from catalog.product where store_id = ${ctx.storeId} and id = any(${productIds}::uuid[]) and archived_at is null`.execute(
    ctx.db,
  )
  const there = new Set(rows.map(({ id }) => id))
  const seen = new Set<string>()
  productIds.forEach((id, index) => {
    if (!there.has(id)) throw invalid(`productIds.${index}`, 'unknown', 'There is no such product.')
    if (seen.has(id)) throw invalid(`productIds.${index}`, 'duplicate', 'This product is named twice.')
    seen.add(id)
  })
  await sql`
    with gone as (
      delete from catalog.collection_product where store_id = ${ctx.storeId} and collection_id = ${collectionId} and product_id <> all(${productIds}::uuid[])
    )
    insert into catalog.collection_product (store_id, collection_id, product_id, position)
    select ${ctx.storeId}, ${collectionId}, p.id, p.place - 1 from unnest(${productIds}::uuid[]) with ordinality as p(id, place)
    on conflict (collection_id, product_id) do update set position = excluded.position`.execute(ctx.db)
}
