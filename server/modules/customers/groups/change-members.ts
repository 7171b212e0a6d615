/** Puts customers into a group and takes others out, all or none; who is in already, or out, stays so. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, Version } from '#kit/types.ts'
import { changeMembersOf } from '../members.ts'
import { CustomerGroup, columns, lockGroup } from './group.ts'

const MOST_AT_ONCE = 1000

export const changeMembers = command({
  id: 'customers.groups.changeMembers',
  summary: 'Put customers into a group, or take them out',
  rest: 'PATCH /customer-groups/:groupId/members',
  audience: 'staff',
  access: permission('customers.write'),
  input: Type.Object({
    groupId: Id,
    expectedVersion: Type.Optional(Version),
    add: Type.Optional(List(Id, MOST_AT_ONCE)),
    remove: Type.Optional(List(Id, MOST_AT_ONCE)),
  }),
  output: CustomerGroup,
  async run({ groupId, expectedVersion, add = [], remove = [] }, ctx) {
    const before = await lockGroup(ctx, groupId, expectedVersion)
    await changeMembersOf(ctx, 'group', groupId, { add, remove })
    const { rows } = await sql<CustomerGroup>`
      select ${columns} from customers.customer_group g where g.store_id = ${ctx.storeId} and g.id = ${groupId}`.execute(
      ctx.db,
    )
    const after = rows[0]!
    ctx.audit({
      subject: 'customers.group',
      subjectId: groupId,
      before,
      after: { ...after, added: add, removed: remove },
    })
    return after
  },
})
