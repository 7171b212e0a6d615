import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Nullable, Type, Version } from '#kit/types.ts'
import { TaxIdInput, taxIdOf } from '../../customers/index.ts'
import { taxSnapshot } from '../tax.ts'
import { TaxSettings, lockTaxSettings } from './setting.ts'

const { unionSales, idCheckDays, whenUnanswered } = TaxSettings.properties

export const update = command({
  id: 'tax.settings.update',
  summary: 'Change by which rules the store charges tax',
  rest: 'PATCH /tax/settings',
  audience: 'staff',
  access: permission('tax.write'),
  input: Type.Object({
    expectedVersion: Type.Optional(Version),
    ...patch({ unionSales, ownTaxId: Nullable(TaxIdInput), idCheckDays, whenUnanswered }),
  }),
  output: TaxSettings,
  async run({ expectedVersion, ownTaxId, ...given }, ctx) {
    const before = await lockTaxSettings(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = {
      ...before,
      ...given,
      ...(ownTaxId !== undefined && {
        ownTaxId: ownTaxId === null ? null : taxIdOf(ownTaxId, 'ownTaxId').id,
      }),
      version: before.version + 1,
    }
    await sql`update tax.setting set union_sales = ${after.unionSales}, own_tax_id = ${after.ownTaxId},
      id_check_days = ${after.idCheckDays}, when_unanswered = ${after.whenUnanswered}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.setting', subjectId: ctx.storeId, before, after })
    return after
  },
})
