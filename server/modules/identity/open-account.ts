/**
 * Opens an account, whatever it is to be entered with; the caller logs in.
 *
 * A known address is refused without saying that it is known to whom: its owner is told by mail.
 */
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { spokenOf } from '#kit/language.ts'
import { normalEmail } from '#kit/text.ts'
import { Type } from '#kit/types.ts'
import { send } from '../messages/index.ts'
import { currentSettings, pagesIn } from '../settings/index.ts'
import { countFailure } from './attempts.ts'
import { alreadyMember } from './emails/already-member.ts'
import { welcome } from './emails/welcome.ts'
import { createPerson, type NewPerson } from './person.ts'
import type { Person } from './session.ts'

export const SignUpRefused = failure(
  'identity.sign_up_refused',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This address cannot be used to sign up. If it is yours, look into your mail, or log in.',
    de: 'Mit dieser Adresse können Sie sich nicht registrieren. Wenn es Ihre ist, sehen Sie in Ihre E-Mails oder melden Sie sich an.',
    ar: 'لا يمكن التسجيل بهذا العنوان. إن كان عنوانك فراجع بريدك أو سجّل الدخول.',
  },
)

export async function openAccount(ctx: Ctx, given: NewPerson): Promise<Person> {
  const { email } = given
  const settings = await currentSettings(ctx)
  const { store } = settings
  const locale = spokenOf(ctx.scope.locale, store.locale)
  const pages = ctx.origin + pagesIn(settings, ctx.scope.locale)
  const person = await createPerson(ctx, given)
  if (!person) {
    throw SignUpRefused(
      {},
      {
        keep: async (after) => {
          await countFailure(after, email)
          const day = after.now().toISOString().slice(0, 10)
          await send(after, {
            ...alreadyMember({ store: store.name, locale, pages }),
            to: normalEmail(email),
            dedupeKey: `already-member:${normalEmail(email)}:${day}`,
          })
        },
      },
    )
  }
  await send(ctx, {
    ...welcome({ store: store.name, locale, name: person.name, pages }),
    to: person.email,
    dedupeKey: `welcome:${person.id}`,
    about: { kind: 'person', id: person.id },
  })
  return person
}
