/** Ends a group: what was only for it is for nobody from now on. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { lockGroup } from './group.ts'

export const archive = command({
  id: 'customers.groups.archive',
  summary: 'Archive a group of customers',
  rest: 'DELETE /customer-groups/:groupId',
  audience: 'staff',
  access: permission('customers.write'),
  input: Type.Object({ groupId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ groupId, expectedVersion }, ctx) {
    const before = await lockGroup(ctx, groupId, expectedVersion)
    await sql`update customers.customer_group set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${groupId}`.execute(ctx.db)
    ctx.audit({ subject: 'customers.group', subjectId: groupId, before, after: null })
    return { done: true as const }
  },
})
