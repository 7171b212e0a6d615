/** Lets somebody in again who was shut out. Their old sessions stay ended. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { personChanged } from '../events.ts'
import { BeyondOwnRights, lockRights, mustHold } from '../rights.ts'
import { note } from '../security-event.ts'
import { StaffPerson, lockPerson, readStaffPerson } from './staff-person.ts'

export const reinstate = command({
  id: 'identity.people.reinstate',
  summary: 'Let somebody in again',
  rest: 'DELETE /people/:personId/suspension',
  audience: 'staff',
  access: permission('people.write'),
  input: Type.Object({ personId: Id, expectedVersion: Type.Optional(Version) }),
  output: StaffPerson,
  failures: [BeyondOwnRights],
  async run({ personId, expectedVersion }, ctx) {
    await lockRights(ctx)
    const person = await lockPerson(ctx, personId)
    if (expectedVersion !== undefined && expectedVersion !== person.version)
      throw StaleVersion({ currentVersion: person.version })
    mustHold(ctx, person.permissions)
    if (person.state !== 'suspended') return readStaffPerson(ctx, personId)
    const state = person.hasPassword ? 'active' : 'invited'
    await sql`update identity.person set state = ${state}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${personId}`.execute(ctx.db)
    await note(ctx, personId, 'reinstated')
    ctx.emit(personChanged, { ids: [personId] })
    ctx.audit({
      subject: 'identity.person',
      subjectId: personId,
      before: { state: person.state },
      after: { state },
    })
    return readStaffPerson(ctx, personId)
  },
})
