/** Gives somebody a role, with effect on their next request. Nobody grants what they lack. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { personChanged } from '../events.ts'
import { StaffPerson, lockPerson, readStaffPerson } from '../people/staff-person.ts'
import { BeyondOwnRights, lockRights, mustHold } from '../rights.ts'
import { note } from '../security-event.ts'
import { giveRole, roleById } from './role.ts'

export const grant = command({
  id: 'identity.roles.grant',
  summary: 'Give somebody a role',
  rest: 'PUT /people/:personId/roles/:roleId',
  audience: 'staff',
  access: permission('roles.write'),
  input: Type.Object({ personId: Id, roleId: Id }),
  output: StaffPerson,
  failures: [BeyondOwnRights],
  async run({ personId, roleId }, ctx) {
    await lockRights(ctx)
    await lockPerson(ctx, personId)
    const role = await roleById(ctx, roleId)
    mustHold(ctx, role.permissions)
    const before = await readStaffPerson(ctx, personId)
    if (!(await giveRole(ctx, personId, roleId))) return before
    await note(ctx, personId, 'role_granted')
    ctx.emit(personChanged, { ids: [personId] })
    const after = await readStaffPerson(ctx, personId)
    const keys = (person: StaffPerson) => ({ roles: person.roles.map((each) => each.key) })
    ctx.audit({ subject: 'identity.person', subjectId: personId, before: keys(before), after: keys(after) })
    return after
  },
})
