/** Ends a company: what was only for it is for nobody from now on. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { lockCompany } from './company.ts'

export const archive = command({
  id: 'customers.companies.archive',
  summary: 'Archive a company',
  rest: 'DELETE /companies/:companyId',
  audience: 'staff',
  access: permission('customers.write'),
  input: Type.Object({ companyId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ companyId, expectedVersion }, ctx) {
    const before = await lockCompany(ctx, companyId, expectedVersion)
    await sql`update customers.company set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${companyId}`.execute(ctx.db)
    ctx.audit({ subject: 'customers.company', subjectId: companyId, before, after: null })
    return { done: true as const }
  },
})
