import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Nullable, Text, Type, Version } from '#kit/types.ts'
import { TaxIdInput, taxIdOf } from '../tax-id.ts'
import { Company, CompanyKnown, lockCompany, mustBeNew } from './company.ts'

export const update = command({
  id: 'customers.companies.update',
  summary: 'Change a company',
  rest: 'PATCH /companies/:companyId',
  audience: 'staff',
  access: permission('customers.write'),
  input: Type.Object({
    companyId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ name: Text(120), taxId: Nullable(TaxIdInput) }),
  }),
  output: Company,
  failures: [CompanyKnown],
  async run({ companyId, expectedVersion, name, taxId }, ctx) {
    const before = await lockCompany(ctx, companyId, expectedVersion)
    const after = {
      ...before,
      ...(name !== undefined && { name: tidy(name) }),
      ...(taxId !== undefined && { taxId: taxId === null ? null : taxIdOf(taxId, 'taxId').id }),
      version: before.version + 1,
    }
    if (after.taxId !== null && after.taxId !== before.taxId) await mustBeNew(ctx, after.taxId, companyId)
    await sql`update customers.company set name = ${after.name}, tax_id = ${after.taxId}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${companyId}`.execute(ctx.db)
    ctx.audit({ subject: 'customers.company', subjectId: companyId, before, after })
    return after
  },
})
