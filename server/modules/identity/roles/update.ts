/**
 * Changes what a role is called and may do, with effect on the next request of everybody who has it.
 *
 * Who changes it must have all that it may do before and after.
 */
import { sql } from 'kysely'
import { MAX_EVENT_IDS } from '#kit/event.ts'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { personChanged } from '../events.ts'
import {
  BeyondOwnRights,
  EVERYTHING,
  LastOwner,
  Permissions,
  lockRights,
  mustBeKnown,
  mustHaveOwner,
  mustHold,
} from '../rights.ts'
import { Role, roleById } from './role.ts'

export const update = command({
  id: 'identity.roles.update',
  summary: 'Change a role',
  rest: 'PATCH /roles/:roleId',
  audience: 'staff',
  access: permission('roles.write'),
  input: Type.Object({
    roleId: Id,
    name: Type.Optional(Text(120)),
    permissions: Type.Optional(Permissions),
    expectedVersion: Type.Optional(Version),
  }),
  output: Role,
  failures: [BeyondOwnRights, LastOwner],
  async run({ roleId, name, permissions, expectedVersion }, ctx) {
    await lockRights(ctx)
    const before = await roleById(ctx, roleId)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    mustBeKnown(ctx, permissions ?? [], before.permissions)
    const after = {
      ...before,
      name: name === undefined ? before.name : tidy(name),
      permissions: permissions ? [...new Set(permissions)].sort() : before.permissions,
      version: before.version + 1,
    }
    mustHold(ctx, [...before.permissions, ...after.permissions])
    await sql`update identity.role set name = ${after.name}, permissions = ${after.permissions}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${roleId}`.execute(ctx.db)
    if (before.permissions.includes(EVERYTHING) && !after.permissions.includes(EVERYTHING))
      await mustHaveOwner(ctx)
    const { rows } = await sql<{ person_id: string }>`
      select person_id from identity.person_role where store_id = ${ctx.storeId} and role_id = ${roleId}`.execute(
      ctx.db,
    )
    const ids = rows.map((row) => row.person_id)
    for (let at = 0; at < ids.length; at += MAX_EVENT_IDS)
      ctx.emit(personChanged, { ids: ids.slice(at, at + MAX_EVENT_IDS) })
    ctx.audit({ subject: 'identity.role', subjectId: roleId, before, after })
    return after
  },
})
