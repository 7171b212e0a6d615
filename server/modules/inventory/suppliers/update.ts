/** Changes a supplier; what is left out stays. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Email, Id, Nullable, Text, Type, Version } from '#kit/types.ts'
import { LeadDays } from '../shapes.ts'
import { Supplier, SupplierNameTaken, lockSupplier, mustBeFree } from './supplier.ts'

export const update = command({
  id: 'inventory.suppliers.update',
  summary: 'Change a supplier',
  rest: 'PATCH /suppliers/:supplierId',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    supplierId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ name: Text(120), email: Nullable(Email), leadDays: LeadDays, note: Nullable(Text(400)) }),
  }),
  output: Supplier,
  failures: [SupplierNameTaken],
  async run({ supplierId, expectedVersion, name, ...changes }, ctx) {
    const before = await lockSupplier(ctx, supplierId, expectedVersion)
    const after = {
      ...before,
      ...changes,
      ...(name === undefined ? {} : { name: tidy(name) }),
      version: before.version + 1,
    }
    if (after.name !== before.name) await mustBeFree(ctx, after.name, supplierId)
    await sql`
      update inventory.supplier set name = ${after.name}, email = ${after.email}, lead_days = ${after.leadDays}, note = ${after.note},
        version = ${after.version}, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${supplierId}`.execute(ctx.db)
    ctx.audit({ subject: 'inventory.supplier', subjectId: supplierId, before, after })
    return after
  },
})
