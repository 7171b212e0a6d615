/** Puts a supplier away: nothing new is ordered there. What was ordered already goes on. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { lockSupplier } from './supplier.ts'

export const archive = command({
  id: 'inventory.suppliers.archive',
  summary: 'Archive a supplier',
  rest: 'DELETE /suppliers/:supplierId',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ supplierId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ supplierId, expectedVersion }, ctx) {
    const before = await lockSupplier(ctx, supplierId, expectedVersion)
    await sql`update inventory.supplier set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${supplierId}`.execute(ctx.db)
    ctx.audit({ subject: 'inventory.supplier', subjectId: supplierId, before, after: null })
    return { done: true as const }
  },
})
