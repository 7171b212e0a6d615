/** Puts a type away that no product has, not even an archived one; its key is free again. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { TypeInUse } from '../failures.ts'
import { lockType } from './type.ts'

export const archive = command({
  id: 'catalog.types.archive',
  summary: 'Archive a type of products',
  rest: 'DELETE /types/:typeId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ typeId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [TypeInUse],
  async run({ typeId, expectedVersion }, ctx) {
    const before = await lockType(ctx, typeId, expectedVersion)
    const { rows } = await sql<{ used: boolean }>`
      select exists (select from catalog.product where store_id = ${ctx.storeId} and product_type_id = ${typeId}) as used`.execute(
      ctx.db,
    )
    if (rows[0]!.used) throw TypeInUse({})
    await sql`update catalog.product_type set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${typeId}`.execute(ctx.db)
    ctx.audit({ subject: 'catalog.type', subjectId: typeId, before, after: null })
    return { done: true as const }
  },
})
