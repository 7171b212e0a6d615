import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, type Static } from '#kit/types.ts'
import { CompanyWithMembers, MOST_MEMBERS, columns } from './company.ts'

export const get = query({
  id: 'customers.companies.get',
  summary: 'A company with its members',
  rest: 'GET /companies/:companyId',
  audience: 'staff',
  access: permission('customers.read'),
  input: Type.Object({ companyId: Id }),
  output: CompanyWithMembers,
  async run({ companyId }, ctx) {
    const { rows } = await sql<Static<typeof CompanyWithMembers>>`
      select ${columns}, coalesce((
        select json_agg(json_build_object('customerId', x.id, 'name', x.name, 'email', x.email) order by x.name, x.id) from (
          select p.id, p.name, p.email from customers.company_member m join identity.person p on p.id = m.customer_id
          where m.company_id = c.id order by p.name, p.id limit ${MOST_MEMBERS}) x), '[]') as members
      from customers.company c where c.store_id = ${ctx.storeId} and c.id = ${companyId} and c.archived_at is null`.execute(
      ctx.db,
    )
    if (!rows[0]) throw NotFound({})
    return rows[0]
  },
})
