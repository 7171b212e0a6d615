/** Shuts somebody out: all their sessions end at once, and no log-in works until they are reinstated. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { personChanged } from '../events.ts'
import { endPasswordLinks } from '../password-link.ts'
import { BeyondOwnRights, EVERYTHING, LastOwner, lockRights, mustHaveOwner, mustHold } from '../rights.ts'
import { note } from '../security-event.ts'
import { endSessionsOf } from '../session.ts'
import { StaffPerson, lockPerson, readStaffPerson } from './staff-person.ts'

export const suspend = command({
  id: 'identity.people.suspend',
  summary: 'Shut somebody out',
  rest: 'PUT /people/:personId/suspension',
  audience: 'staff',
  access: permission('people.write'),
  input: Type.Object({ personId: Id, expectedVersion: Type.Optional(Version) }),
  output: StaffPerson,
  failures: [BeyondOwnRights, LastOwner],
  async run({ personId, expectedVersion }, ctx) {
    await lockRights(ctx)
    const person = await lockPerson(ctx, personId)
    if (expectedVersion !== undefined && expectedVersion !== person.version)
      throw StaleVersion({ currentVersion: person.version })
    mustHold(ctx, person.permissions)
    if (person.state === 'suspended') return readStaffPerson(ctx, personId)
    await sql`update identity.person set state = 'suspended', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${personId}`.execute(ctx.db)
    if (person.permissions.includes(EVERYTHING)) await mustHaveOwner(ctx)
    await endSessionsOf(ctx, personId)
    await endPasswordLinks(ctx, personId)
    await note(ctx, personId, 'suspended')
    ctx.emit(personChanged, { ids: [personId] })
    ctx.audit({
      subject: 'identity.person',
      subjectId: personId,
      before: { state: person.state },
      after: { state: 'suspended' },
    })
    return readStaffPerson(ctx, personId)
  },
})
