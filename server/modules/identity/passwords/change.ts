/**
 * Changes one's own password. Asks for the present one, ends all other sessions, and
 * tells the owner by mail. Wrong tries count as failed log-ins do.
 */
import { sql } from 'kysely'
import { Unauthenticated, failure } from '#kit/failure.ts'
import { fault } from '#kit/fault.ts'
import { command, Done } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { countFailure, mayTry } from '../attempts.ts'
import { personChanged } from '../events.ts'
import { endPasswordLinks } from '../password-link.ts'
import { tellPasswordChanged } from '../password-mail.ts'
import { GivenPassword, Password, hashPassword, verifyPassword, writePassword } from '../password.ts'
import { note } from '../security-event.ts'
import { endSessionsOf } from '../session.ts'

const NOT_RIGHT = {
  en: 'The present password is not right.',
  de: 'Das jetzige Passwort stimmt nicht.',
  ar: 'كلمة المرور الحالية غير صحيحة.',
}
export const PasswordNotRight = failure(
  'identity.password_not_right',
  422,
  Type.Object({}, { additionalProperties: false }),
  NOT_RIGHT,
)

export const change = command({
  id: 'identity.passwords.change',
  summary: 'Change my password',
  rest: 'PUT /me/password',
  audience: 'shop',
  access: member,
  limit: 'identity.logIn',
  input: Type.Object({ currentPassword: GivenPassword, newPassword: Password }),
  output: Done,
  failures: [PasswordNotRight],
  async run({ currentPassword, newPassword }, ctx) {
    if (ctx.actor.kind !== 'person') throw Unauthenticated({})
    const { personId, sessionId } = ctx.actor
    const { rows } = await sql<{ email: string; name: string; locale: string; hash: string | null }>`
      select p.email, p.name, p.locale, w.hash from identity.person p left join identity.password w on w.person_id = p.id
      where p.store_id = ${ctx.storeId} and p.id = ${personId} and p.archived_at is null for update of p`.execute(
      ctx.db,
    )
    const [person] = rows
    if (!person) throw Unauthenticated({})
    await mayTry(ctx, person.email)
    if (!(await verifyPassword(currentPassword, person.hash))) {
      throw PasswordNotRight(
        {},
        {
          errors: [fault('currentPassword', 'not_right', NOT_RIGHT)],
          keep: async (after) => {
            await countFailure(after, person.email)
            await note(after, personId, 'password_refused')
          },
        },
      )
    }
    await writePassword(ctx, personId, await hashPassword(newPassword))
    await endSessionsOf(ctx, personId, sessionId)
    await endPasswordLinks(ctx, personId)
    await note(ctx, personId, 'password_changed')
    await tellPasswordChanged(ctx, { id: personId, ...person })
    ctx.emit(personChanged, { ids: [personId] })
    return { done: true as const }
  },
})
