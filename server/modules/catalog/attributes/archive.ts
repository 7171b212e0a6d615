/** Puts an attribute away that no type has; its key is free again. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { attributesChanged } from '../events.ts'
import { AttributeInUse } from '../failures.ts'
import { lockAttribute } from './attribute.ts'

export const archive = command({
  id: 'catalog.attributes.archive',
  summary: 'Archive an attribute',
  rest: 'DELETE /attributes/:attributeId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ attributeId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [AttributeInUse],
  async run({ attributeId, expectedVersion }, ctx) {
    const before = await lockAttribute(ctx, attributeId, expectedVersion)
    const { rows } = await sql<{ key: string }>`
      select t.key from catalog.product_type_attribute ta join catalog.product_type t on t.id = ta.product_type_id and t.archived_at is null
      where ta.store_id = ${ctx.storeId} and ta.attribute_id = ${attributeId} order by t.key limit 20`.execute(
      ctx.db,
    )
    if (rows.length > 0) throw AttributeInUse({ types: rows.map(({ key }) => key) })
    await sql`update catalog.attribute set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${attributeId}`.execute(ctx.db)
    ctx.emit(attributesChanged, { ids: [attributeId] })
    ctx.audit({ subject: 'catalog.attribute', subjectId: attributeId, before, after: null })
    return { done: true as const }
  },
})
