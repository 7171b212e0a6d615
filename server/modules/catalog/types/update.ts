/**
 * Changes a type; what is left out stays.
 *
 * What is published stays so when an attribute becomes required: it is asked for at the next change.
 */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { AttributeHasValues } from '../failures.ts'
import { CatalogType, TypeAttributes, TypeName, lockType, readTypes, writeTypeAttributes } from './type.ts'

export const update = command({
  id: 'catalog.types.update',
  summary: 'Change a type of products',
  description: '`attributes` are all that the type has from then on, in this order.',
  rest: 'PATCH /types/:typeId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    typeId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ name: TypeName, attributes: TypeAttributes }),
  }),
  output: CatalogType,
  failures: [AttributeHasValues],
  async run({ typeId, expectedVersion, name, attributes }, ctx) {
    const before = await lockType(ctx, typeId, expectedVersion)
    if (attributes) {
      const kept = new Set(attributes.map(({ attributeId }) => attributeId))
      const gone = before.attributes.filter(({ attributeId }) => !kept.has(attributeId))
      const { rows } = await sql<{ key: string }>`
        select a.key from catalog.attribute a where a.store_id = ${ctx.storeId} and a.id = any(${gone.map(({ attributeId }) => attributeId)}::uuid[])
          and exists (select from catalog.product p join catalog.product_attribute pa on pa.product_id = p.id and pa.attribute_id = a.id
            where p.store_id = a.store_id and p.product_type_id = ${typeId}) order by a.key`.execute(ctx.db)
      if (rows.length > 0) throw AttributeHasValues({ attributes: rows.map(({ key }) => key) })
      await writeTypeAttributes(ctx, typeId, attributes)
    }
    await sql`update catalog.product_type set name = ${name ?? before.name}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${typeId}`.execute(ctx.db)
    const [after] = await readTypes(ctx, typeId)
    ctx.audit({ subject: 'catalog.type', subjectId: typeId, before, after })
    return after!
  },
})
