/** Lets customers buy for a company and ends it for others, all or none; who may already, or may not, stays so. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, Version } from '#kit/types.ts'
import { customersChanged } from '../events.ts'
import { Company, MOST_MEMBERS, lockCompany, readCompany } from './company.ts'

export const changeMembers = command({
  id: 'customers.companies.changeMembers',
  summary: 'Put customers into a company, or take them out',
  rest: 'PATCH /companies/:companyId/members',
  audience: 'staff',
  access: permission('customers.write'),
  input: Type.Object({
    companyId: Id,
    expectedVersion: Type.Optional(Version),
    add: Type.Optional(List(Id, MOST_MEMBERS)),
    remove: Type.Optional(List(Id, MOST_MEMBERS)),
  }),
  output: Company,
  async run({ companyId, expectedVersion, add = [], remove = [] }, ctx) {
    const before = await lockCompany(ctx, companyId, expectedVersion)
    const both = remove.findIndex((id) => add.includes(id))
    if (both !== -1)
      throw invalid(`remove.${both}`, 'contradiction', 'This customer is to be put in as well.')
    const { rows } = await sql<{ id: string }>`
      select id from customers.customer where store_id = ${ctx.storeId} and id = any(${[...add, ...remove]}::uuid[]) and archived_at is null`.execute(
      ctx.db,
    )
    const there = new Set(rows.map(({ id }) => id))
    for (const [name, ids] of Object.entries({ add, remove }))
      ids.forEach((id, index) => {
        if (!there.has(id)) throw invalid(`${name}.${index}`, 'unknown', 'There is no such customer.')
      })
    await sql`
      with gone as (delete from customers.company_member where company_id = ${companyId} and customer_id = any(${remove}::uuid[])),
      put as (insert into customers.company_member (store_id, company_id, customer_id)
        select ${ctx.storeId}, ${companyId}, c from (select distinct unnest(${add}::uuid[]) as c) given on conflict do nothing)
      update customers.company set version = version + 1, updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${companyId}`.execute(
      ctx.db,
    )
    const after = await readCompany(ctx, companyId)
    if (after.memberCount > MOST_MEMBERS)
      throw invalid('add', 'too_many', `A company has ${MOST_MEMBERS} members at most.`)
    const changed = [...new Set([...add, ...remove])]
    if (changed.length > 0) ctx.emit(customersChanged, { ids: changed })
    ctx.audit({
      subject: 'customers.company',
      subjectId: companyId,
      before,
      after: { ...after, added: add, removed: remove },
    })
    return after
  },
})
