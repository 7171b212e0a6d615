/** Puts customers into a group and takes others out, all or none; who is in already, or out, stays so. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, Version } from '#kit/types.ts'
import { customersChanged } from '../events.ts'
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
      with gone as (delete from customers.group_member where group_id = ${groupId} and customer_id = any(${remove}::uuid[])),
      put as (insert into customers.group_member (store_id, group_id, customer_id)
        select ${ctx.storeId}, ${groupId}, c from (select distinct unnest(${add}::uuid[]) as c) given on conflict do nothing)
      update customers.customer_group set version = version + 1, updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${groupId}`.execute(
      ctx.db,
    )
    const { rows: found } = await sql<CustomerGroup>`
      select ${columns} from customers.customer_group g where g.store_id = ${ctx.storeId} and g.id = ${groupId}`.execute(
      ctx.db,
    )
    const after = found[0]!
    const changed = [...new Set([...add, ...remove])]
    if (changed.length > 0) ctx.emit(customersChanged, { ids: changed })
    ctx.audit({
      subject: 'customers.group',
      subjectId: groupId,
      before,
      after: { ...after, added: add, removed: remove },
    })
    return after
  },
})
