/** Takes a role from somebody, with effect on their next request. The last owner stays one. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { personChanged } from '../events.ts'
import { StaffPerson, lockPerson, readStaffPerson } from '../people/staff-person.ts'
import { BeyondOwnRights, EVERYTHING, LastOwner, lockRights, mustHaveOwner, mustHold } from '../rights.ts'
import { note } from '../security-event.ts'
import { roleById } from './role.ts'

export const revoke = command({
  id: 'identity.roles.revoke',
  summary: 'Take a role from somebody',
  rest: 'DELETE /people/:personId/roles/:roleId',
  audience: 'staff',
  access: permission('roles.write'),
  input: Type.Object({ personId: Id, roleId: Id }),
  output: StaffPerson,
  failures: [BeyondOwnRights, LastOwner],
  async run({ personId, roleId }, ctx) {
    await lockRights(ctx)
    await lockPerson(ctx, personId)
    const role = await roleById(ctx, roleId)
    mustHold(ctx, role.permissions)
    const before = await readStaffPerson(ctx, personId)
    const { rows } = await sql`delete from identity.person_role
      where store_id = ${ctx.storeId} and person_id = ${personId} and role_id = ${roleId} returning role_id`.execute(
      ctx.db,
    )
    if (rows.length === 0) return before
    if (role.permissions.includes(EVERYTHING)) await mustHaveOwner(ctx)
    await note(ctx, personId, 'role_revoked')
    ctx.emit(personChanged, { ids: [personId] })
    const after = await readStaffPerson(ctx, personId)
    const keys = (person: StaffPerson) => ({ roles: person.roles.map((each) => each.key) })
    ctx.audit({ subject: 'identity.person', subjectId: personId, before: keys(before), after: keys(after) })
    return after
  },
})
