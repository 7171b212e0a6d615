/**
 * Invites somebody to work in the store: an account with a role, and a mail with a link to set the password.
 *
 * Asked again for somebody who has not come yet, it sends a new link, and the old one ends.
 * An inviter passes on only what they have.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { spokenOf } from '#kit/language.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { normalEmail, tidy } from '#kit/text.ts'
import { Email, Id, Text, Type } from '#kit/types.ts'
import { send } from '../../messages/index.ts'
import { currentSettings } from '../../settings/index.ts'
import { invitation } from '../emails/invitation.ts'
import { personChanged } from '../events.ts'
import { INVITATION_LIVES, makePasswordLink } from '../password-link.ts'
import { BeyondOwnRights, lockRights, mustHold } from '../rights.ts'
import { giveRole, roleById } from '../roles/role.ts'
import { note } from '../security-event.ts'
import { StaffPerson, readStaffPerson, type LockedPerson } from './staff-person.ts'

export const AddressTaken = failure(
  'identity.address_taken',
  409,
  Type.Object({ personId: Id }, { additionalProperties: false }),
  {
    en: 'Somebody with this address has an account already. Grant them the role instead.',
    de: 'Zu dieser Adresse gibt es schon ein Konto. Geben Sie der Person stattdessen die Rolle.',
    ar: 'لصاحب هذا العنوان حساب من قبل. امنحه الدور بدلاً من ذلك.',
  },
)

export const invite = command({
  id: 'identity.people.invite',
  summary: 'Invite somebody to work here',
  rest: 'POST /people',
  audience: 'staff',
  access: permission('people.write'),
  status: 201,
  input: Type.Object({ email: Email, name: Text(120), roleId: Id }),
  output: StaffPerson,
  failures: [AddressTaken, BeyondOwnRights, NotFound],
  async run({ email, name, roleId }, ctx) {
    await lockRights(ctx)
    const role = await roleById(ctx, roleId)
    mustHold(ctx, role.permissions)
    const person = await invited(ctx, normalEmail(email), tidy(name))
    await giveRole(ctx, person.id, roleId)
    const { url } = await makePasswordLink(ctx, person, INVITATION_LIVES)
    const { store } = await currentSettings(ctx)
    await send(ctx, {
      ...invitation({
        store: store.name,
        locale: spokenOf(person.locale, store.locale),
        name: person.name,
        role: role.name,
        url,
      }),
      to: person.email,
      dedupeKey: `invitation:${newId()}`,
      about: { kind: 'person', id: person.id },
    })
    await note(ctx, person.id, 'invited')
    ctx.emit(personChanged, { ids: [person.id] })
    const after = await readStaffPerson(ctx, person.id)
    ctx.audit({
      subject: 'identity.person',
      subjectId: person.id,
      before: null,
      after: { state: after.state, roles: after.roles.map((each) => each.key) },
    })
    return after
  },
})

/** A new person, or the one who was invited before and has not come. */
async function invited(
  ctx: Ctx,
  email: string,
  name: string,
): Promise<Pick<LockedPerson, 'id' | 'email' | 'name' | 'locale'>> {
  const { rows } = await sql<{ id: string; state: string; name: string; locale: string }>`
    insert into identity.person as p (id, store_id, email, name, locale, state, created_at, updated_at)
    values (${newId()}, ${ctx.storeId}, ${email}, ${name}, ${ctx.scope.locale}, 'invited', ${ctx.now()}, ${ctx.now()})
    on conflict (store_id, email) where archived_at is null do update set updated_at = ${ctx.now()}
    returning id, state, name, locale`.execute(ctx.db)
  const person = rows[0]!
  if (person.state !== 'invited') throw AddressTaken({ personId: person.id })
  return { ...person, email }
}
