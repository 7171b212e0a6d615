/** Lets customers buy for a company and ends it for others, all or none; who may already, or may not, stays so. */
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, Version } from '#kit/types.ts'
import { changeMembersOf } from '../members.ts'
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
    await changeMembersOf(ctx, 'company', companyId, { add, remove })
    const after = await readCompany(ctx, companyId)
    if (after.memberCount > MOST_MEMBERS)
      throw invalid('add', 'too_many', `A company has ${MOST_MEMBERS} members at most.`)
    ctx.audit({
      subject: 'customers.company',
      subjectId: companyId,
      before,
      after: { ...after, added: add, removed: remove },
    })
    return after
  },
})
