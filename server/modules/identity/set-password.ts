/** Sets a password by the link from a mail. The link works once; all sessions of the person end. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { personChanged } from './events.ts'
import { tellPasswordChanged } from './password-mail.ts'
import { Password, hashPassword, writePassword } from './password.ts'
import { usePasswordLink } from './password-link.ts'
import { note } from './security-event.ts'
import { endSessionsOf } from './session.ts'

export const LinkNotValid = failure(
  'identity.link_not_valid',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This link was used before, is too old, or is not complete. Ask for a new one.',
    de: 'Dieser Link wurde schon benutzt, ist zu alt oder unvollständig. Fordern Sie einen neuen an.',
    ar: 'استُخدم هذا الرابط من قبل، أو انتهت صلاحيته، أو أنه غير مكتمل. اطلب رابطاً جديداً.',
  },
)

export const setPassword = command({
  id: 'identity.setPassword',
  summary: 'Set a password by the link from a mail',
  rest: 'POST /passwords',
  audience: 'shop',
  access: anyone,
  limit: 'identity.logIn',
  input: Type.Object({ token: Token, password: Password }),
  output: Done,
  failures: [LinkNotValid],
  async run({ token, password }, ctx) {
    const personId = await usePasswordLink(ctx, token)
    if (!personId) throw LinkNotValid({})
    const { rows } = await sql<{ email: string; name: string; locale: string }>`
      update identity.person set state = 'active', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${personId} and state <> 'suspended' and archived_at is null
      returning email, name, locale`.execute(ctx.db)
    const [person] = rows
    if (!person) throw LinkNotValid({})
    await writePassword(ctx, personId, await hashPassword(password))
    await endSessionsOf(ctx, personId)
    await note(ctx, personId, 'password_set')
    await tellPasswordChanged(ctx, { id: personId, ...person })
    ctx.emit(personChanged, { ids: [personId] })
    return { done: true as const }
  },
})
