import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Email, Nullable, Text, Type } from '#kit/types.ts'
import { LeadDays } from '../shapes.ts'
import { Supplier, SupplierNameTaken, mustBeFree } from './supplier.ts'

export const create = command({
  id: 'inventory.suppliers.create',
  summary: 'Add a supplier',
  rest: 'POST /suppliers',
  audience: 'staff',
  access: permission('stock.write'),
  status: 201,
  input: Type.Object({
    name: Text(120),
    email: Type.Optional(Nullable(Email)),
    leadDays: Type.Optional(LeadDays),
    note: Type.Optional(Nullable(Text(400))),
  }),
  output: Supplier,
  failures: [SupplierNameTaken],
  async run({ name, email = null, leadDays = 0, note = null }, ctx) {
    const made = { id: newId(), name: tidy(name), email, leadDays, note, version: 1 }
    await mustBeFree(ctx, made.name, null)
    await sql`
      insert into inventory.supplier (id, store_id, name, email, lead_days, note, created_at, updated_at)
      values (${made.id}, ${ctx.storeId}, ${made.name}, ${email}, ${leadDays}, ${note}, ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    ctx.audit({ subject: 'inventory.supplier', subjectId: made.id, before: null, after: made })
    return made
  },
})
