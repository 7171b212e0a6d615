/** A type says which attributes its products have, and which of them they cannot be published without. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { Flag, Id, Key, List, Nullable, Text, Version, shape, type Static } from '#kit/types.ts'
import { AttributeKind, Unit } from '../attributes/attribute.ts'

export const MOST_TYPES = 200
export const MOST_OF_ONE_TYPE = 60

export const TypeName = Text(120)
const TypeAttribute = shape('TypeAttribute', { attributeId: Id, required: Flag })
export const TypeAttributes = List(TypeAttribute, MOST_OF_ONE_TYPE)

export const CatalogType = shape(
  'CatalogType',
  {
    id: Id,
    key: Key,
    name: TypeName,
    attributes: List(
      shape('CatalogTypeAttribute', {
        attributeId: Id,
        key: Key,
        kind: AttributeKind,
        unit: Nullable(Unit),
        required: Flag,
      }),
      MOST_OF_ONE_TYPE,
    ),
    version: Version,
  },
  { description: 'A product of this type is not published without the attributes that are `required`.' },
)
export type CatalogType = Static<typeof CatalogType>

/** One type, or with no id all of them. */
export async function readTypes(ctx: Ctx, id?: string): Promise<CatalogType[]> {
  const { rows } = await sql<CatalogType>`
    select t.id, t.key, t.name, t.version,
      coalesce((select json_agg(json_build_object('attributeId', a.id, 'key', a.key, 'kind', a.kind, 'unit', a.unit,
          'required', ta.required) order by ta.position, a.key)
        from catalog.product_type_attribute ta join catalog.attribute a on a.id = ta.attribute_id
        where ta.product_type_id = t.id), '[]') as attributes
    from catalog.product_type t where t.store_id = ${ctx.storeId} and t.archived_at is null and ${id === undefined ? sql`true` : sql`t.id = ${id}`}
    order by t.key limit ${MOST_TYPES}`.execute(ctx.db)
  return rows
}

export async function lockType(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<CatalogType> {
  const { rows } = await sql<{ version: number }>`
    select version from catalog.product_type where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return (await readTypes(ctx, id))[0]!
}

/** The attributes of a type, as they are from now on. Locks them, so that none is archived meanwhile. */
export async function writeTypeAttributes(
  ctx: Ctx,
  typeId: string,
  attributes: Static<typeof TypeAttributes>,
): Promise<void> {
  const ids = attributes.map(({ attributeId }) => attributeId)
  const { rows } = await sql<{ id: string }>`
    select id from catalog.attribute where store_id = ${ctx.storeId} and id = any(${ids}::uuid[]) and archived_at is null
    order by id for share`.execute(ctx.db)
  ids.forEach((id, index) => {
    const path = `attributes.${index}.attributeId`
    if (ids.indexOf(id) < index) throw invalid(path, 'duplicate', 'This attribute is named twice.')
    if (!rows.some((row) => row.id === id)) throw invalid(path, 'unknown', 'There is no such attribute.')
  })
  const positioned = attributes.map((each, position) => ({ ...each, position }))
  await sql`
    with gone as (
      delete from catalog.product_type_attribute where store_id = ${ctx.storeId} and product_type_id = ${typeId} and attribute_id <> all(${ids}::uuid[])
    )
    insert into catalog.product_type_attribute (store_id, product_type_id, attribute_id, required, position)
    select ${ctx.storeId}, ${typeId}, "attributeId", required, position
    from json_to_recordset(${JSON.stringify(positioned)}) as a("attributeId" uuid, required boolean, position int)
    on conflict (product_type_id, attribute_id) do update set required = excluded.required, position = excluded.position`.execute(
    ctx.db,
  )
}
