/** Sets a role aside that nobody has any more. */
import { sql } from 'kysely'
import { StaleVersion, failure } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Id, Type, Version } from '#kit/types.ts'
import { BeyondOwnRights, lockRights, mustHold } from '../rights.ts'
import { roleById } from './role.ts'

export const RoleInUse = failure(
  'identity.role_in_use',
  409,
  Type.Object({ people: Count }, { additionalProperties: false }),
  {
    en: ({ people }) =>
      `${people === 1 ? 'One person has' : `${people} people have`} this role. Take it from them first.`,
    de: ({ people }) =>
      people === 1
        ? 'Eine Person hat diese Rolle. Nehmen Sie sie ihr zuerst.'
        : `${people} Personen haben diese Rolle. Nehmen Sie sie ihnen zuerst.`,
    ar: ({ people }) => `عدد من يحملون هذا الدور: ${people}. اسحبه منهم أولاً.`,
  },
)

export const archive = command({
  id: 'identity.roles.archive',
  summary: 'Set a role aside',
  rest: 'DELETE /roles/:roleId',
  audience: 'staff',
  access: permission('roles.write'),
  input: Type.Object({ roleId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [RoleInUse, BeyondOwnRights],
  async run({ roleId, expectedVersion }, ctx) {
    await lockRights(ctx)
    const role = await roleById(ctx, roleId)
    if (expectedVersion !== undefined && expectedVersion !== role.version)
      throw StaleVersion({ currentVersion: role.version })
    mustHold(ctx, role.permissions)
    if (role.people > 0) throw RoleInUse({ people: role.people })
    await sql`update identity.role set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${roleId}`.execute(ctx.db)
    ctx.audit({ subject: 'identity.role', subjectId: roleId, before: role, after: null })
    return { done: true as const }
  },
})
