import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Type, Version } from '#kit/types.ts'
import { taxSnapshot } from '../tax.ts'
import { TaxSettings, UnionSales, lockTaxSettings } from './setting.ts'

export const update = command({
  id: 'tax.settings.update',
  summary: 'Change by which rules the store charges tax',
  rest: 'PATCH /tax/settings',
  audience: 'staff',
  access: permission('tax.write'),
  input: Type.Object({ expectedVersion: Type.Optional(Version), ...patch({ unionSales: UnionSales }) }),
  output: TaxSettings,
  async run({ expectedVersion, ...given }, ctx) {
    const before = await lockTaxSettings(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = { ...before, ...given, version: before.version + 1 }
    await sql`update tax.setting set union_sales = ${after.unionSales}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.setting', subjectId: ctx.storeId, before, after })
    return after
  },
})
