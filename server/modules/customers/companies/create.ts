import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Nullable, Text, Type } from '#kit/types.ts'
import { TaxIdInput, taxIdOf } from '../tax-id.ts'
import { Company, CompanyKnown, mustBeNew } from './company.ts'

export const create = command({
  id: 'customers.companies.create',
  summary: 'Add a company',
  rest: 'POST /companies',
  audience: 'staff',
  access: permission('customers.write'),
  status: 201,
  input: Type.Object({ name: Text(120), taxId: Type.Optional(Nullable(TaxIdInput)) }),
  output: Company,
  failures: [CompanyKnown],
  async run({ name, taxId: given = null }, ctx) {
    const taxId = given === null ? null : taxIdOf(given, 'taxId').id
    if (taxId !== null) await mustBeNew(ctx, taxId)
    const made = { id: newId(), name: tidy(name), taxId, memberCount: 0, version: 1 }
    await sql`insert into customers.company (id, store_id, name, tax_id, created_at, updated_at)
      values (${made.id}, ${ctx.storeId}, ${made.name}, ${taxId}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    ctx.audit({ subject: 'customers.company', subjectId: made.id, before: null, after: made })
    return made
  },
})
